import { layoutName } from '../../../app/catalogue.ts';
import type { RecepcaoEntry } from '../../../app/queue/types.ts';
import { key } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { isJsonObject, type Json } from '../../../base/json.ts';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { REFUSALS, stateSentence, queueText as text } from '../../text/fila.ts';
import { logText } from '../../text/registro.ts';
import { showPeriod } from '../../text/units.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryLog } from './entry-log.tsx';
import { StepsLine } from './steps-line.tsx';

interface EntryCardProps {
  entry: RecepcaoEntry;
  open: boolean;
}

const TONE: Partial<Record<RecepcaoEntry['state']['kind'], string>> = {
  done: 'chip-success',
  rejected: 'chip-danger',
  uncertain: 'chip-warning',
  'needs-person': 'chip-warning',
  waiting: 'chip-warning',
  paused: 'chip-warning',
};

/** One entry: what it is, where it is, what it needs of the person, and its whole story folded below. */
export const EntryCard = ({ entry, open }: EntryCardProps) => {
  const { frozen, state, createdAt } = entry;
  return (
    <article class="card stack" data-entry={entry.id} data-state={state.kind}>
      <header class="entry-head">
        <div>
          <h2>{layoutName(frozen)}</h2>
          <p class="soft">
            {showPeriod(frozen)}. {text.created} {showInstant(createdAt)}
          </p>
        </div>
        <span class={`chip ${TONE[state.kind] ?? ''}`} role="status">
          {stateSentence(entry, key.value.kind === 'unlocked')}
        </span>
      </header>
      <StepsLine entry={entry} />
      <Refusal entry={entry} />
      <EntryActions entry={entry} />
      <details open={open}>
        <summary>{logText.title}</summary>
        <EntryLog id={entry.id} rev={entry.rev} />
      </details>
    </article>
  );
};

/** What was refused, in the court's words where there are any. */
const Refusal = ({ entry: { state, frozen } }: { entry: RecepcaoEntry }) => {
  const isRefused = state.kind === 'rejected';
  if (!isRefused && !(state.kind === 'needs-person' && state.what === 'mend')) return null;
  return (
    <Notice tone="danger">
      <p>{REFUSALS[state.code] ?? wordsOf(state.detail)}</p>
      {isRefused && (
        <p>
          <a href={hrefOf({ screen: 'rascunhos', id: frozen.draftId })}>{text.fix}</a>
        </p>
      )}
    </Notice>
  );
};

const wordsOf = (detail: Json): string => {
  if (Array.isArray(detail)) return detail.map(wordsOf).join(' ');
  if (!isJsonObject(detail)) return '';
  const words = detail.mensagem ?? detail.message;
  if (typeof words !== 'string') return '';
  return typeof detail.regra === 'number' ? `${text.rule(detail.regra)}: ${words}` : words;
};
