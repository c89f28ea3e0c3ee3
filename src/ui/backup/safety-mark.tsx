import { draftWeightAt, isCopied, lastCopyAt } from '../../app/backup/uncopied.ts';
import { stateOfDraft } from '../../app/drafts/draft-state.ts';
import { entryOfDraft } from '../../app/drafts/put-on-queue.ts';
import { type Safety, safetyOf } from '../../app/drafts/safety.ts';
import { showInstant } from '../../base/civil-date.ts';
import { SAFETY } from '../text/copia.ts';

/** How safe a draft is, in words. */
export const SafetyMark = ({ draft }: { draft: { id: string; changedAt: number } }) => {
  const entry = entryOfDraft(draft.id);
  const copy = { at: lastCopyAt(), holdsEntry: entry !== undefined && isCopied(entry) };
  const safety =
    stateOfDraft(draft.id) === 'delivered'
      ? ({ kind: 'homologated' } as const)
      : safetyOf(draftWeightAt(draft), entry, copy);
  return (
    <span class="soft small" data-safety={safety.kind}>
      {sentence(safety)}
    </span>
  );
};

const sentence = (safety: Safety): string => {
  if (!('copiedAt' in safety)) return SAFETY[safety.kind];
  const isQueued = safety.kind === 'queued';
  const { copiedAt } = safety;
  if (copiedAt === undefined) return isQueued ? SAFETY.queuedOnlyHere : SAFETY.onlyHere;
  return (isQueued ? SAFETY.queuedCopied : SAFETY.copied)(showInstant(copiedAt));
};
