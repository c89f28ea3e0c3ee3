import { standingOf } from '../../protocol/recepcao/standing.ts';
import { weightAt } from '../backup/entry-weight.ts';
import { isFinal } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';

/** How safe the work in a draft is. `copiedAt`: epoch ms of the last copy that holds all of it; else it is in this browser only. */
export type Safety =
  | { kind: 'draft' | 'queued'; copiedAt: number | undefined }
  | { kind: 'delivered' | 'homologated' };

/** `draftAt`: when the draft or a file of it was last changed; `copyAt`: the last copy, 0 for none (epoch ms). */
export const safetyOf = (
  draftAt: number,
  entry: QueueEntry | undefined,
  copyAt: number,
): Safety => {
  const standing = entry && standingOf(entry);
  if (standing === 'homologated') return { kind: 'homologated' };
  if (standing === 'there' || standing === 'perhaps-homologated') return { kind: 'delivered' };
  const isQueued = entry !== undefined && !isFinal(entry);
  const weight = Math.max(draftAt, isQueued ? weightAt(entry) : 0);
  const copiedAt = copyAt >= weight ? copyAt : undefined;
  return { kind: isQueued ? 'queued' : 'draft', copiedAt };
};
