import type { BatchItem, BatchOutcome } from '../../store/batches.ts';
import type { WholeBatch } from '../../store/whole.ts';

/** A batch of which the copy was not taken: in it something else was brought. */
export interface BatchLeftOut {
  what: 'batch';
  why: 'different';
  of: { name: string };
}

/** What of the batches of a copy is to be written: those that are missing here, and of the others what became of more files there. */
export const mergeBatches = (
  here: readonly WholeBatch[],
  copied: readonly WholeBatch[],
): { taken: WholeBatch[]; leftOut: BatchLeftOut[] } => {
  const mine = new Map(here.map((each) => [each.batch.id, each]));
  const taken: WholeBatch[] = [];
  const leftOut: BatchLeftOut[] = [];
  for (const { batch, items } of copied) {
    const known = mine.get(batch.id);
    const before = new Map(known?.items.map((item) => [item.n, item]));
    if (items.some((item) => !isSameFile(before.get(item.n), item))) {
      leftOut.push({ what: 'batch', why: 'different', of: { name: batch.name } });
      continue;
    }
    const further = items.filter((item) => stageOf(before.get(item.n)) < stageOf(item));
    if (!known || further.length > 0) taken.push({ batch, items: further });
  }
  return { taken, leftOut };
};

const isSameFile = (mine: BatchItem | undefined, { path, size }: BatchItem): boolean =>
  !mine || (mine.path === path && mine.size === size);

/** What is over does not change any more. */
const STAGES: Record<BatchOutcome['kind'], number> = {
  ...{ making: 2, 'not-made': 2 },
  ...{ made: 3, repeated: 3, replaced: 3, unreadable: 3 },
};

const stageOf = (item: BatchItem | undefined): number => {
  if (!item) return 0;
  return item.came ? STAGES[item.came.kind] : 1;
};
