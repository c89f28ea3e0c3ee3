import { computed, effect, signal, untracked } from '@preact/signals';
import { isJsonObject, type Json } from '../../base/json.ts';
import { penChangedAfter } from '../../store/pen-changes.ts';
import { DEADLINES } from '../../store/settings.ts';
import { processesWritten, tramitesWritten } from '../pen/written.ts';
import { entriesDone } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';
import { deadlinesWritten, draftsWritten, records } from '../state.ts';
import { clock, database, stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import { weightOf } from './entry-weight.ts';
import type { NewCopy } from './make-copy.ts';

/**
 * The last copy that was made. `at`: epoch ms UTC of the moment it shows. `entries`: the weight of each that it holds and
 * that was not done.
 */
export type LastCopy = { at: number; to: 'file' | 'folder'; entries: string[] };

export const lastCopy = signal<LastCopy | undefined>(undefined);

/** When a file of a draft was last signed (epoch ms UTC, by draft), which the draft itself does not tell. */
const signedAt = signal<Record<string, number>>({});

const SETTING = 'lastCopy';
const SIGNED = 'signedSinceCopy';

export const loadLastCopy = async (): Promise<void> => {
  const [copy, signed] = await Promise.all([
    stores.settings.get(SETTING),
    stores.settings.get(SIGNED),
  ]);
  lastCopy.value = copyOf(copy);
  signedAt.value = isJsonObject(signed) ? timesOf(signed) : {};
  await countUncopied();
};

const copyOf = (json: Json | undefined): LastCopy | undefined =>
  isJsonObject(json) && typeof json.at === 'number'
    ? { at: json.at, to: json.to === 'folder' ? 'folder' : 'file', entries: textsOf(json.entries) }
    : undefined;

const textsOf = (json: Json | undefined): string[] =>
  Array.isArray(json) ? json.filter((each) => typeof each === 'string') : [];

const timesOf = (json: Record<string, Json>, after = 0): Record<string, number> => {
  const times: Record<string, number> = {};
  for (const [id, at] of Object.entries(json))
    if (typeof at === 'number' && at > after) times[id] = at;
  return times;
};

const heldWeights = ({ entries }: NewCopy['work']): string[] =>
  entries.flatMap(({ entry }) => (entry.state.kind === 'done' ? [] : weightOf(entry)));

/** A copy was made; it holds all that was signed before it. */
export const noteCopy = async (
  { madeAt: at, work }: Pick<NewCopy, 'madeAt' | 'work'>,
  to: LastCopy['to'],
): Promise<void> => {
  const copy = { at, to, entries: heldWeights(work) };
  await stores.settings.set(SETTING, copy);
  lastCopy.value = copy;
  await keepSigned(timesOf(signedAt.value, copy.at));
};

/** A file of the draft was signed. */
export const noteSigned = (draftId: string): Promise<void> =>
  keepSigned({ ...signedAt.value, [draftId]: clock.now() });

const keepSigned = async (times: Record<string, number>): Promise<void> => {
  signedAt.value = times;
  await stores.settings.set(SIGNED, times);
  tellChanged('settings');
};

/** Drafts, done entries, processes, trâmites and decisions on deadlines of which something came after the last copy. `since`: the oldest of it (epoch ms UTC). */
const uncopiedInStore = signal<{ count: number; since: number } | undefined>(undefined);

let counts = 0;

const countUncopied = async (): Promise<void> => {
  counts += 1;
  const count = counts;
  const copiedAt = lastCopyAt();
  const [changed, done, processes, deadlines] = await Promise.all([
    stores.draftLists.changedAfter(copiedAt),
    stores.entryLists.doneAfter(copiedAt),
    penChangedAfter(database, copiedAt),
    deadlinesAfter(copiedAt),
  ]);
  const signed = await signedOnly(copiedAt);
  const oldest = [changed, done, processes, deadlines].flatMap((each) => each.oldest ?? []);
  const times = [...oldest, ...signed.map(({ at }) => at)];
  // What is counted meanwhile is the later word.
  if (count !== counts) return;
  uncopiedInStore.value =
    times.length > 0
      ? {
          count: changed.count + done.count + processes.count + deadlines.count + signed.length,
          since: Math.min(...times),
        }
      : undefined;
};

const deadlinesAfter = async (copiedAt: number) => {
  const kept = await stores.settings.get(DEADLINES);
  const at = isJsonObject(kept) && typeof kept.changedAt === 'number' ? kept.changedAt : 0;
  return at > copiedAt ? { count: 1, oldest: at } : { count: 0, oldest: undefined };
};

/** Drafts of which a file was signed after the last copy, and nothing else was done. */
const signedOnly = async (copiedAt: number): Promise<{ at: number }[]> => {
  const signed = Object.entries(timesOf(signedAt.value, copiedAt));
  const found = await Promise.all(
    signed.map(async ([id, at]) => ({ at, draft: await stores.draftLists.head(id) })),
  );
  return found.filter(({ draft }) => draft !== undefined && draft.changedAt <= copiedAt);
};

/** Counts again whenever a draft, a process, a trâmite or a decision on deadlines is written, an entry is done or a copy made. */
export const followUncopiedDrafts = (): void => {
  effect(() => {
    void [draftsWritten.value, entriesDone.value, lastCopy.value, signedAt.value];
    void [processesWritten.value, tramitesWritten.value, deadlinesWritten.value];
    untracked(() => void countUncopied());
  });
};

/** When a draft or one of its files was last changed (epoch ms UTC). */
export const draftWeightAt = ({ id, changedAt }: { id: string; changedAt: number }): number =>
  Math.max(changedAt, signedAt.value[id] ?? 0);

/** The moment that the last copy shows, epoch ms UTC; 0 for none. One of the future is of a clock that was set back: it proves nothing. */
export const lastCopyAt = (): number => {
  const at = lastCopy.value?.at ?? 0;
  return at <= clock.now() ? at : 0;
};

const held = computed(() => new Set(lastCopy.value?.entries));

/** Whether the last copy holds all of weight that came about of an entry. */
export const isCopied = (entry: QueueEntry): boolean => held.value.has(weightOf(entry));

/** What no copy holds yet. `since`: the oldest of it, epoch ms UTC; of an entry that went on, the last copy. */
export const uncopied = computed((): { count: number; since: number } | undefined => {
  const copiedAt = lastCopyAt();
  const inStore = uncopiedInStore.value;
  const times = records.entries.value
    .filter((entry) => entry.state.kind !== 'done' && !isCopied(entry))
    .map(({ createdAt }) => Math.max(createdAt, copiedAt));
  if (!inStore && times.length === 0) return undefined;
  return {
    count: (inStore?.count ?? 0) + times.length,
    since: Math.min(...times, ...(inStore ? [inStore.since] : [])),
  };
});
