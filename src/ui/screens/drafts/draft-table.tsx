import { useState } from 'preact/hooks';
import { sendFaults } from '../../../app/bulk/send-state.ts';
import { layoutName } from '../../../app/catalogue.ts';
import { type DraftState, stateOfDraft } from '../../../app/drafts/draft-state.ts';
import { removeDraft } from '../../../app/drafts/drafts.ts';
import { giveToRepresentacao } from '../../../app/drafts/give-to-representacao.ts';
import type { Draft } from '../../../app/drafts/search-drafts.ts';
import {
  isSelectable,
  selectDrafts,
  selectedDrafts,
  unselectDrafts,
} from '../../../app/drafts/selected-drafts.ts';
import { representacaoInUse } from '../../../app/session/represented.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { SafetyMark } from '../../backup/safety-mark.tsx';
import { AskFirst } from '../../parts/ask-first.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { nameInUse } from '../../represented/known.ts';
import { hrefOf } from '../../router.ts';
import { SEND_FAULTS } from '../../text/lote.ts';
import { changeText } from '../../text/mudar-entrega.ts';
import { prepareText, draftsText as text } from '../../text/rascunhos.ts';
import { representedText } from '../../text/representacao.ts';
import { showPeriod } from '../../text/units.ts';

const { columns } = text;

interface DraftTableProps {
  drafts: readonly Draft[];
  onRemoved: () => void;
}

export const DraftTable = ({ drafts, onRemoved }: DraftTableProps) => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <TableHead
        columns={[
          { unseen: prepareText.select },
          ...[columns.layout, columns.period, columns.state, columns.changed],
          { unseen: columns.actions },
        ]}
      />
      <tbody>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} onRemoved={onRemoved} />
        ))}
      </tbody>
    </table>
  </div>
);

const nameOf = (draft: Draft) => `${layoutName(draft)}, ${showPeriod(draft)}`;

const DraftRow = ({ draft, onRemoved }: { draft: Draft; onRemoved: () => void }) => {
  const state = stateOfDraft(draft.id);
  return (
    <tr data-draft={draft.id}>
      <td>{isSelectable(draft) && <Mark draft={draft} />}</td>
      <td>
        <a href={hrefOf({ screen: 'rascunhos', id: draft.id })}>{layoutName(draft)}</a>
        <div class="soft small">
          {draft.spc} / {draft.slp}
        </div>
        {draft.purpose && (
          <div class="small">{changeText.purpose[draft.purpose.kind](draft.purpose.courtId)}</div>
        )}
      </td>
      <td>{showPeriod(draft)}</td>
      <td>
        <span class={`chip ${CHIPS[state]}`}>{text.states[state]}</span>
        <div>
          <SafetyMark draft={draft} />
        </div>
        <OfNone draft={draft} />
        <NotSent draft={draft} />
      </td>
      <td data-label={columns.changed}>{showInstant(draft.changedAt)}</td>
      <td>
        <AskFirst
          label={text.remove}
          nameOf={text.removeOf(nameOf(draft))}
          title={text.removeTitle}
          cancel={text.cancel}
          onConfirm={() => void removeDraft(draft.id).then(onRemoved)}
        >
          <p>{text.removeBody(nameOf(draft))}</p>
        </AskFirst>
      </td>
    </tr>
  );
};

const Mark = ({ draft }: { draft: Draft }) => {
  const isSelected = selectedDrafts.value.has(draft.id);
  return (
    <input
      type="checkbox"
      class="check"
      aria-label={prepareText.selectOne(nameOf(draft))}
      checked={isSelected}
      onChange={() => (isSelected ? unselectDrafts([draft.id]) : selectDrafts([draft]))}
    />
  );
};

/** Why it was not put on the queue with others, until it is changed. */
const NotSent = ({ draft: { id, rev } }: { draft: Draft }) => {
  const refused = sendFaults.value.get(id);
  return refused?.rev === rev ? <p class="small">{SEND_FAULTS[refused.fault]}</p> : null;
};

/** One that was begun before it was known in whose name. */
const OfNone = ({ draft }: { draft: Draft }) => {
  const [failed, setFailed] = useState(false);
  const inUse = representacaoInUse.value;
  const name = nameInUse();
  if (draft.representacao !== undefined || inUse === undefined || name === undefined) return null;
  const take = async () => setFailed(!(await giveToRepresentacao(draft.id, inUse)).ok);
  return (
    <div class="small">
      {representedText.ofNone}{' '}
      <button
        type="button"
        class="link"
        aria-label={representedText.itIsOfThisOf(nameOf(draft), name)}
        onClick={() => void take()}
      >
        {representedText.itIsOfThis}
      </button>
      {failed && <p role="alert">{representedText.notTaken}</p>}
    </div>
  );
};

const CHIPS: Record<DraftState, string> = {
  editing: '',
  queued: 'chip-warning',
  delivered: 'chip-success',
  refused: 'chip-danger',
};
