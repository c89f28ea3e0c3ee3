import { standingOf } from '../../protocol/recepcao/standing.ts';
import { isFinal } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';

/** How safe the work in a draft is. `copiedAt`: epoch ms of the last copy that holds all of it; else it is in this browser only. */
export type Safety =
  | { kind: 'draft' | 'queued'; copiedAt: number | undefined }
  | { kind: 'delivered' | 'homologated' };

/**
 * `draftAt`: when the draft or a file of it was last changed; `copy`: when the last one was made, 0 for none (epoch ms), and
 * whether it holds the entry as it is.
 */
export const safetyOf = (
  draftAt: number,
  entry: QueueEntry | undefined,
  copy: { at: number; holdsEntry: boolean },
): Safety => {
  const standing = entry && standingOf(entry);
  if (standing === 'homologated') return { kind: 'homologated' };
  if (standing === 'there' || standing === 'perhaps-homologated') return { kind: 'delivered' };
  const isQueued = entry !== undefined && !isFinal(entry);
  const isCopied = copy.at >= draftAt && (!isQueued || copy.holdsEntry);
  const copiedAt = isCopied ? copy.at : undefined;
  return { kind: isQueued ? 'queued' : 'draft', copiedAt };
};
