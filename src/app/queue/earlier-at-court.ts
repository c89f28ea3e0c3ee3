import { signal } from '@preact/signals';
import type { SinceDelivered } from '../../protocol/recepcao/earlier.ts';
import { earlierOf } from '../../protocol/recepcao/errand.ts';
import { stores } from '../stores.ts';
import { isFinal, knownEntries, knownEntry } from './queue-records.ts';
import type { QueueEntry } from './types.ts';

/** What became of the deliveries that the queue waits for, as last read. */
export const sinceDelivered = signal<SinceDelivered>(new Map());

/** What became of the deliveries of entries, whoever did it: the entry that made one is not told. */
export const readSince = async (entries: readonly QueueEntry[]): Promise<SinceDelivered> => {
  const read = await Promise.all(
    entries.map(async ({ id, ambiente, progress: { delivery } }) => {
      const known = delivery && (await stores.courtDeliveries.load(ambiente, delivery.id));
      if (!known || known.recibo !== delivery.recibo) return [];
      if (known.goneAt !== undefined) return [[id, 'gone'] as const];
      return known.confirmedAt === undefined ? [] : [[id, 'homologated'] as const];
    }),
  );
  return new Map(read.flat());
};

let reading: Promise<void> | undefined;
let isToBeRead = false;

/** Reads what became of all that the queue waits for; one reading at a time, and one after what was written last. */
export const rereadSince = (): Promise<void> => {
  isToBeRead = true;
  reading ??= readAll().finally(() => {
    reading = undefined;
  });
  return reading;
};

const readAll = async (): Promise<void> => {
  while (isToBeRead) {
    isToBeRead = false;
    const read = await readSince(awaited());
    const before = sinceDelivered.value;
    const isSame =
      read.size === before.size && [...read].every(([id, it]) => before.get(id) === it);
    if (!isSame) sinceDelivered.value = read;
  }
};

/** What the entries come after whose data are not written yet. */
const awaited = (): QueueEntry[] => {
  const waiting = knownEntries().filter(
    (entry) => !isFinal(entry) && entry.progress.finalBody === undefined,
  );
  const ids = new Set(waiting.flatMap(({ frozen }) => earlierOf(frozen)).map((it) => it.entryId));
  return [...ids].flatMap((id) => knownEntry(id) ?? []);
};
