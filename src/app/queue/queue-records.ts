import { signal } from '@preact/signals';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { Result } from '../../base/result.ts';
import { isFinal } from '../../outbox/final.ts';
import type { OutboxStore, SaveFault } from '../../outbox/ports.ts';
import type { LogRow } from '../../outbox/types.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../protocol/recepcao/types.ts';
import { courtDeliveryAfter, courtIdOf, type SeenInstead } from '../../receipt/court-delivery.ts';
import { deliveryOf } from '../../receipt/delivery.ts';
import type { AboutDelivery, EntryWriting } from '../../store/entries.ts';
import { noteDeliveries } from '../deliveries-written.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import { earlierOf, errandOf, type QueueEntry } from './types.ts';

export { isFinal };

// Always as last written or read, by id; the screens are shown it a little later. A done entry is not held, unless one
// that is held comes after it: there are thousands of them, and the store finds them by draft and in pages.
const known = new Map<string, QueueEntry>();
/** The entry that brought a draft to its end, by the draft's id. */
let doneDrafts = new Map<string, string>();
/** Written here, and not told to the other windows yet. */
const untold = new Set<string>();
/** Of the done entries, those changed before this instant (epoch ms UTC) were read. */
let doneReadAt = 0;

/** Counts what became done, here and in other windows. */
export const entriesDone = signal(0);

/** An entry that is held, as last written here or told by another window. */
export const knownEntry = (id: string): QueueEntry | undefined => known.get(id);

/** The entries that are held, as last written here or told by another window. */
export const knownEntries = (): QueueEntry[] => [...known.values()];

/** Those of a draft. */
export const knownEntriesOf = (draftId: string): QueueEntry[] =>
  knownEntries().filter(({ frozen }) => frozen.draftId === draftId);

/** The id of the done entry that brought a draft to the court, if there is one. */
export const doneEntryOf = (draftId: string): string | undefined => {
  void entriesDone.value;
  return doneDrafts.get(draftId);
};

/** How often at most the screens and the other windows are told. */
const TELL_MS = 100;
let telling: ReturnType<typeof setTimeout> | undefined;

const tellSoon = (): void => {
  telling ??= setTimeout(tellNow, TELL_MS);
};

/** Shows what was written, the newest first, and tells the other windows of it. */
export const tellNow = (): void => {
  clearTimeout(telling);
  telling = undefined;
  dropDone();
  records.entries.value = [...known.values()].sort((a, b) => b.createdAt - a.createdAt);
  if (untold.size > 0) tellChanged('queue', [...untold]);
  untold.clear();
};

/** The entries that those which go on come after. */
const awaited = (): Set<string> => {
  const open = [...known.values()].filter((entry) => !isFinal(entry));
  return new Set(open.flatMap(({ frozen }) => earlierOf(frozen).map(({ entryId }) => entryId)));
};

const dropDone = (): void => {
  const kept = awaited();
  let count = 0;
  for (const { id, state } of known.values()) {
    if (state.kind !== 'done' || kept.has(id)) continue;
    known.delete(id);
    count += 1;
  }
  if (count > 0) entriesDone.value += count;
};

/** An entry as it is held: payload and final body of every one would be held for good, and the store has them. */
export const outlineOf = ({ frozen, progress, ...entry }: RecepcaoEntry): QueueEntry => {
  const { finalBody, ...notes } = progress;
  return {
    ...entry,
    frozen: frozenOutline(frozen, entry),
    progress: { ...notes, ...(finalBody && { finalBody: { sha256: finalBody.sha256 } }) },
  };
};

// It never changes: one that is held already is not held a second time.
const frozenOutline = (
  { payload, ...errand }: RecepcaoFrozen,
  { id, state }: Pick<QueueEntry, 'id' | 'state'>,
): QueueEntry['frozen'] =>
  state.kind === 'rejected' ? { ...errand, payload } : (known.get(id)?.frozen ?? errand);

/** The later revision of an entry stays: what was read may be older than what was written meanwhile. */
const keep = (entry: QueueEntry): void => {
  if ((known.get(entry.id)?.rev ?? 0) > entry.rev) return;
  known.set(entry.id, entry);
  const brought = entry.state.kind === 'done' && errandOf(entry.frozen).kind !== 'delete';
  if (brought) doneDrafts.set(entry.frozen.draftId, entry.id);
};

/** Reads the queue again, all of it that is held. */
export const loadQueue = async (): Promise<void> => {
  const before = [...known.keys()];
  // Asked first: what is written meanwhile is read twice rather than not at all.
  doneReadAt = await stores.entryLists.lastChange();
  const [held, done] = await Promise.all([
    stores.entryLists.held(),
    stores.entryLists.doneDrafts(),
  ]);
  const there = new Set(held.map(({ id }) => id));
  for (const id of before) if (!there.has(id)) known.delete(id);
  doneDrafts = done;
  for (const entry of held) keep(outlineOf(entry));
  entriesDone.value += 1;
  await keepAwaited();
  tellNow();
};

/** Reads the entries that are not held, and that others come after. */
const keepAwaited = async (): Promise<void> => {
  const missing = [...awaited()].filter((id) => !known.has(id));
  for (const entry of await outlines(missing)) keep(entry);
};

/** Entries by their ids, held or not; without those that are not kept here. */
export const outlines = async (ids: readonly string[]): Promise<QueueEntry[]> => {
  const read = await Promise.all(
    ids.map(async (id) => {
      const held = known.get(id);
      const entry = held ? undefined : await stores.entries.load(id);
      return held ?? (entry && outlineOf(entry)) ?? [];
    }),
  );
  return read.flat();
};

/** Reads what another window wrote. */
export const readAgain = async (ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const entry = await stores.entries.load(id);
    if (entry) keep(outlineOf(entry));
  }
  await keepAwaited();
  tellSoon();
};

/** Reads what another window wrote, also where it went without telling: what lies there is held against what is known. */
export const catchUp = async (): Promise<void> => {
  const since = doneReadAt;
  doneReadAt = await stores.entryLists.lastChange();
  const [marks, done] = await Promise.all([
    stores.entryLists.heldMarks(),
    stores.entryLists.doneSince(since),
  ]);
  const changed = [...marks].filter(([id, at]) => known.get(id)?.changedAt !== at);
  const ended = [...known.keys()].filter((id) => !marks.has(id));
  await readAgain([...new Set([...changed.map(([id]) => id), ...ended, ...done])]);
};

/** All entries that are held, as last written here or told by another window. */
export const heldEntries = (): QueueEntry[] => [...known.values()];

/** Another window wrote of the queue: these entries, or nobody knows which. */
export const queueChangedElsewhere = async (ids: string[] | undefined): Promise<void> => {
  await (ids ? readAgain(ids) : loadQueue());
  tellNow();
};

const aboutDelivery = async (entry: RecepcaoEntry): Promise<AboutDelivery | undefined> => {
  const courtId = courtIdOf(entry);
  if (courtId === undefined) return undefined;
  const sent = deliveryOf(entry);
  const differs = await foundInstead(entry);
  return { courtId, sent, change: (known) => courtDeliveryAfter(known, entry, sent, differs) };
};

/** What the last look of an entry found in the place of its content; kept, to be shown beside it. */
const foundInstead = async ({
  state,
  progress: { delivery },
  changedAt: at,
}: RecepcaoEntry): Promise<SeenInstead | undefined> => {
  const isMend = state.kind === 'needs-person' && state.what === 'mend';
  if (!isMend || state.code !== 'content-differs') return undefined;
  // That was another delivery's content.
  if (state.step.startsWith('delete-extra:')) return undefined;
  const kept = await stores.files.put(new Blob([canonicalJson(state.detail)]));
  if (!kept.ok) return undefined;
  return { sha256: kept.value, at, ...(delivery && { statusEnvio: delivery.statusEnvio }) };
};

type QueueStore = OutboxStore<RecepcaoFrozen, RecepcaoProgress>;

/** Writes entries with their newest rows, and what follows from them: all of it in one transaction, or nothing. */
export const saveTogether = async (
  writings: readonly EntryWriting[],
): Promise<Result<void, SaveFault>> => {
  const all = await Promise.all(
    writings.map(async (one) => ({ ...one, about: await aboutDelivery(one.entry) })),
  );
  const written = await stores.entries.saveTogether(all);
  if (!written.ok) return written;
  if (all.some(({ about }) => about)) noteDeliveries();
  for (const { entry } of all) {
    keep(outlineOf(entry));
    untold.add(entry.id);
  }
  if (all.some(({ entry }) => !isFinal(entry))) await keepAwaited();
  tellSoon();
  return written;
};

/** Where the queue is written, each time with these other writings: all of them in one transaction, or none. */
export const storeWith = (others: readonly EntryWriting[]): QueueStore => ({
  load: stores.entries.load,
  save: (entry, rows) => saveTogether([...others, { entry, rows }]),
});

/** Where the queue is written: the store, and what is known of it here. */
export const queueStore: QueueStore = storeWith([]);

/** The log of an entry, oldest row first. */
export const logOf = (id: string): Promise<LogRow[]> => stores.entries.log(id);
