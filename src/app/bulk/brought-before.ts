import type { Batch, BatchItem } from '../../store/batches.ts';
import { isSpent, leftAtCourt } from '../drafts/put-on-queue.ts';
import { earlierDraftOf } from '../intake/earlier-drafts.ts';
import { stores } from '../stores.ts';
import { batchRecords } from './batch-records.ts';

interface Before {
  draftId: string;
  /** Under which it was brought in a batch. */
  path?: string;
}

/**
 * What was made of the same bytes for the same layout, month and representação (where both are known), while its draft or
 * its delivery is still there.
 */
export const broughtBefore = async (
  { ambiente }: Batch,
  item: BatchItem,
): Promise<Before | undefined> => {
  const { sha256, what } = item;
  if (sha256 === undefined || !what) return undefined;
  const own = item.came?.kind === 'making' ? item.came.draftId : undefined;
  for (const other of await batchRecords.ofContent(ambiente, sha256)) {
    const { came, path } = other;
    const draftId = came?.kind === 'made' || came?.kind === 'making' ? came.draftId : undefined;
    if (draftId === undefined || draftId === own) continue;
    if (!isSame(what, other.what) || !mayBeOfOne(item, other)) continue;
    if (await isStillThere(draftId)) return { draftId, path };
  }
  const draftId = await earlierDraftOf(sha256, ambiente);
  if (draftId === undefined || draftId === own) return undefined;
  const head = await stores.draftLists.head(draftId);
  return head && isSame(what, head) && mayBeOfOne(item, head) ? { draftId } : undefined;
};

type InSomeName = { representacao?: number };

const mayBeOfOne = ({ representacao: one }: InSomeName, { representacao: other }: InSomeName) =>
  one === undefined || other === undefined || one === other;

type What = NonNullable<BatchItem['what']>;

const isSame = (one: What, other: What | undefined): boolean =>
  one.spc === other?.spc && one.slp === other.slp && one.mes === other.mes && one.ano === other.ano;

const isStillThere = async (draftId: string): Promise<boolean> =>
  isSpent(draftId) || leftAtCourt(draftId) !== undefined || (await stores.draftLists.has(draftId));
