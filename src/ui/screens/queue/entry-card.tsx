import { layoutName } from '../../../app/catalogue.ts';
import { errandOf, type QueueEntry } from '../../../app/queue/types.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { momentFor } from '../../moment.ts';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { REFUSALS, queueText as text } from '../../text/fila.ts';
import { situationOf } from '../../text/situacao.ts';
import { showPeriod } from '../../text/units.ts';
import { isHeldBack } from '../../waiting.ts';
import { courtWords } from './court-words.ts';
import { EntryActions } from './entry-actions.tsx';
import { FoldedLog } from './entry-log.tsx';
import { HeldEntry } from './held-entry.tsx';
import { StepsLine } from './steps-line.tsx';

interface EntryCardProps {
  entry: QueueEntry;
  open: boolean;
}

const TONE: Partial<Record<QueueEntry['state']['kind'], string>> = {
  done: 'chip-success',
  rejected: 'chip-danger',
  uncertain: 'chip-warning',
  'needs-person': 'chip-warning',
  waiting: 'chip-warning',
  paused: 'chip-warning',
};

/** One entry: what it is, what is known of it and what comes next, what it needs of the person, and its whole story folded. */
export const EntryCard = ({ entry, open }: EntryCardProps) => {
  const { frozen, state, createdAt } = entry;
  const { head, known, next } = situationOf(entry, momentFor(entry));
  const errand = errandOf(frozen);
  const held = isHeldBack(entry);
  return (
    <article class="card stack" data-entry={entry.id} data-state={state.kind}>
      <header class="entry-head">
        <div>
          <h3>{layoutName(frozen)}</h3>
          <p class="soft">
            {showPeriod(frozen)}.{' '}
            {errand.kind !== 'deliver' && text.errand[errand.kind](errand.courtId)} {text.created}{' '}
            {showInstant(createdAt)}
          </p>
        </div>
        <span class={`chip ${held ? 'chip-danger' : (TONE[state.kind] ?? '')}`} role="status">
          {held ? text.heldHead : head}
        </span>
      </header>
      {held ? (
        <HeldEntry entry={entry} />
      ) : (
        <>
          <StepsLine entry={entry} />
          <p data-situation>
            {known} {next}
          </p>
          <Refusal entry={entry} />
          <EntryActions entry={entry} />
        </>
      )}
      <FoldedLog id={entry.id} rev={entry.rev} open={open} />
    </article>
  );
};

const hasDraft = (frozen: QueueEntry['frozen']): boolean =>
  ['deliver', 'alter'].includes(errandOf(frozen).kind);

/** What was refused, in the court's words where there are any. */
const Refusal = ({ entry: { state, frozen } }: { entry: QueueEntry }) => {
  const isRefused = state.kind === 'rejected';
  if (!isRefused && !(state.kind === 'needs-person' && state.what === 'mend')) return null;
  return (
    <Notice tone="danger">
      <p>{REFUSALS[state.code] ?? courtWords(state.detail)}</p>
      {isRefused && hasDraft(frozen) && (
        <p>
          <a href={hrefOf({ screen: 'rascunhos', id: frozen.draftId })}>{text.fix}</a>
        </p>
      )}
    </Notice>
  );
};
