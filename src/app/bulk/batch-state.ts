import { signal } from '@preact/signals';
import type { Recognition } from '../../draft/intake/recognise.ts';
import type { Batch, BatchItem } from '../../store/batches.ts';
import { isOfAnother } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { batchRecords } from './batch-records.ts';

/** The batches of this environment and of the representação in use, the newest first. */
export const batches = signal<readonly Batch[]>([]);
/** The one on the screen; none: a new one is begun by what is brought next. */
export const batch = signal<Batch | undefined>(undefined);
/** What was brought with it. */
export const items = signal<readonly BatchItem[]>([]);

/** Payloads, by their `n`, of which the person has to say what they are. */
export const questions = signal<ReadonlyMap<number, Recognition>>(new Map());
/** How many payloads have been taken, of how many; nothing while none is being taken. */
export const bringing = signal<{ done: number; total: number } | undefined>(undefined);
/** Files chosen again that stand in the batch already. */
export const broughtAgain = signal(0);

export const loadBatches = async (): Promise<void> => {
  const where = ambiente.value;
  const all = where ? await batchRecords.list(where.id) : [];
  batches.value = all.filter((each) => !isOfAnother(each));
};

/** Shows a batch, or with nothing the beginning of a new one. */
export const showBatch = async (wanted: Batch | undefined): Promise<void> => {
  const found = wanted ? await batchRecords.items(wanted.id) : [];
  batch.value = wanted;
  items.value = found;
  questions.value = new Map();
  broughtAgain.value = 0;
};

/** Keeps what became of files of the batch on the screen; what could not be kept is not shown either. */
export const keepItems = async (
  of: Batch,
  changed: readonly BatchItem[],
): ReturnType<typeof batchRecords.save> => {
  const kept = await batchRecords.save(of, changed);
  if (!kept.ok || batch.value?.id !== of.id) return kept;
  const all = [...items.value];
  for (const item of changed) all[item.n] = item;
  items.value = all;
  return kept;
};
