import { signal } from '@preact/signals';
import { isFinal } from '../../outbox/final.ts';
import type { OutboxStore } from '../../outbox/ports.ts';
import type { PenEntry, PenFrozen, PenProgress } from '../../protocol/pen/types.ts';
import { onChangedElsewhere, tellChanged } from '../tabs.ts';
import { consequenceOf } from './consequence.ts';
import { processesOnTheWay } from './on-the-way.ts';
import { penStores } from './stores.ts';

// Always as last written or read; those at their end are found by their process.
const known = new Map<string, PenEntry>();
const untold = new Set<string>();

/** The entries of PEN of all bodies that go on, the oldest first; also tells who shows an ended one to read it again. */
export const penQueue = signal<readonly PenEntry[]>([]);

/** How often at most the screens and the other windows are told. */
const TELL_MS = 100;
let telling: ReturnType<typeof setTimeout> | undefined;

const tellSoon = (): void => {
  telling ??= setTimeout(tellNow, TELL_MS);
};

const tellNow = (): void => {
  clearTimeout(telling);
  telling = undefined;
  penQueue.value = knownPenEntries();
  processesOnTheWay.value = penQueue.value.filter(
    ({ frozen }) => frozen.errand.kind === 'send',
  ).length;
  if (untold.size > 0) tellChanged('pen-queue', [...untold]);
  untold.clear();
};

const keep = (entry: PenEntry): void => {
  if ((known.get(entry.id)?.rev ?? 0) > entry.rev) return;
  if (isFinal(entry)) known.delete(entry.id);
  else known.set(entry.id, entry);
};

/** The entries that go on, as last written here or told by another window, the oldest first. */
export const knownPenEntries = (): PenEntry[] =>
  [...known.values()].sort((a, b) => a.createdAt - b.createdAt);

/** Reads all that goes on, also what another window wrote and did not tell. */
export const readPenQueue = async (): Promise<void> => {
  const unfinished = await penStores.penEntries.unfinished();
  const there = new Set(unfinished.map(({ id }) => id));
  for (const id of known.keys()) if (!there.has(id)) known.delete(id);
  for (const entry of unfinished) keep(entry);
  tellNow();
};

/** Reads what another window wrote. */
export const readPenEntry = async (id: string): Promise<void> => {
  const entry = await penStores.penEntries.load(id);
  if (entry) keep(entry);
  tellSoon();
};

onChangedElsewhere((what, ids) => {
  if (what !== 'pen-queue') return;
  if (ids) for (const id of ids) void readPenEntry(id);
  else void readPenQueue();
});

/** Where the queue of PEN is written: the entry, what follows from it, and what is known of it here. */
export const penQueueStore: OutboxStore<PenFrozen, PenProgress> = {
  load: penStores.penEntries.load,
  save: async (entry, rows) => {
    const written = await penStores.penEntries.saveWith(
      entry,
      rows,
      await consequenceOf(entry, rows),
    );
    if (!written.ok) return written;
    keep(entry);
    untold.add(entry.id);
    tellSoon();
    return written;
  },
};
