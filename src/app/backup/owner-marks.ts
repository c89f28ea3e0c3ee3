import { isJsonObject, type Json, type JsonObject, parseJson } from '../../base/json.ts';
import { commit } from '../../outbox/commit.ts';
import type { LogRow, Owner } from '../../outbox/types.ts';
import type { WholeEntry } from '../../store/whole.ts';
import { isFinal, queueStore } from '../queue/queue-records.ts';
import { clock, stores } from '../stores.ts';
import { ownMark } from './make-copy.ts';

/** How often an entry had been taken over when a browser took it on, and when that was (epoch ms UTC, by its own clock). */
type Claim = { takeOvers: number; at: number };

/**
 * Which browser sends which entry: one file of each browser in the shared folder, which it alone writes.
 * Not secret: ids are random, and a forged one makes us ask, never send.
 */
interface Marks {
  owner: Owner;
  /** By entry id. */
  claims: Record<string, Claim>;
}

const PREFIX = 'estafeta quem envia ';

/**
 * Says in the folder which entries this browser sends. Finished ones stay marked: whoever still has them unfinished must
 * not send them either.
 */
export const writeMarks = (
  into: FileSystemDirectoryHandle,
  owner: Owner,
  entries: readonly WholeEntry[],
): Promise<void> =>
  changeOwn(into, owner, (all) => {
    const own = claimsOf(all, owner);
    const mine = entries.filter(({ entry }) => entry.owner.id === owner.id);
    return Object.fromEntries(
      mine.map((each) => [each.entry.id, later(own[each.entry.id], claimByLog(each))]),
    );
  });

/** Says that this browser takes an entry on now, after all who did before. */
export const writeClaim = async (
  into: FileSystemDirectoryHandle,
  owner: Owner,
  { entry, log }: WholeEntry,
): Promise<void> =>
  changeOwn(into, owner, (all) => {
    const before = all.map(({ claims }) => claims[entry.id]?.takeOvers ?? 0);
    const takeOvers = Math.max(countTakeOvers(log), ...before) + 1;
    return { [entry.id]: { takeOvers, at: clock.now() } };
  });

/** Gives up the entries that another browser took on after this one did; `false`: one whose step is running was passed over. */
export const heedMarks = async (from: FileSystemDirectoryHandle, me: Owner): Promise<boolean> => {
  const all = await readMarks(from);
  const own = claimsOf(all, me);
  const others = all.filter(({ owner }) => owner.id !== me.id);
  let isComplete = true;
  for (const entry of await stores.entryLists.held()) {
    const isAsked = entry.state.kind === 'needs-person' && entry.state.what === 'takeover';
    if (entry.owner.id !== me.id || isFinal(entry) || isAsked) continue;
    const whole = { entry, log: await stores.entries.log(entry.id) };
    const mine = later(own[entry.id], claimByLog(whole));
    const other = others.find(({ owner, claims }) => {
      const theirs = claims[entry.id];
      return theirs && isLater([theirs, owner.id], [mine, me.id]);
    })?.owner;
    if (!other) continue;
    if (entry.state.kind === 'running') {
      isComplete = false;
      continue;
    }
    const event = { kind: 'disowned', other } as const;
    const note = { meaning: 'marked-in-folder' };
    // A step begun meanwhile makes it fail; it is looked at again later.
    const given = await commit(entry, event, note, { store: queueStore, clock });
    if (!given.ok) isComplete = false;
  }
  return isComplete;
};

const countTakeOvers = (log: readonly LogRow[]): number =>
  log.filter(({ event }) => event === 'taken-over').length;

const claimByLog = ({ entry, log }: WholeEntry): Claim => ({
  takeOvers: countTakeOvers(log),
  at: log.findLast(({ event }) => event === 'taken-over')?.at ?? entry.createdAt,
});

/** Clocks of two machines differ: they decide only between those who took over from the same point. */
const isLater = ([a, ownerA]: [Claim, string], [b, ownerB]: [Claim, string]): boolean => {
  if (a.takeOvers !== b.takeOvers) return a.takeOvers > b.takeOvers;
  return a.at === b.at ? ownerA > ownerB : a.at > b.at;
};

const later = (a: Claim | undefined, b: Claim): Claim => (a && isLater([a, ''], [b, '']) ? a : b);

/** One window at a time, so that no claim is written over. */
const changeOwn = (
  into: FileSystemDirectoryHandle,
  owner: Owner,
  change: (all: Marks[]) => Record<string, Claim>,
): Promise<void> =>
  navigator.locks.request('estafeta:marks', async () => {
    const all = await readMarks(into);
    const marks: Marks & JsonObject = {
      owner,
      claims: { ...claimsOf(all, owner), ...change(all) },
    };
    const file = await into.getFileHandle(`${PREFIX}${ownMark(owner.id)}.json`, { create: true });
    const out = await file.createWritable();
    await out.write(JSON.stringify(marks));
    await out.close();
  });

const claimsOf = (all: readonly Marks[], { id }: Owner): Record<string, Claim> =>
  all.find(({ owner }) => owner.id === id)?.claims ?? {};

const readMarks = async (from: FileSystemDirectoryHandle): Promise<Marks[]> => {
  const found: Marks[] = [];
  for await (const handle of from.values()) {
    if (!(handle instanceof FileSystemFileHandle) || !handle.name.startsWith(PREFIX)) continue;
    const marks = marksOf(await (await handle.getFile()).text());
    if (marks) found.push(marks);
  }
  return found;
};

const marksOf = (text: string): Marks | undefined => {
  const json = parseJson(text);
  if (!isJsonObject(json) || !isJsonObject(json.owner) || !isJsonObject(json.claims))
    return undefined;
  const { id, name } = json.owner;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const claims: Record<string, Claim> = {};
  for (const [entryId, claim] of Object.entries(json.claims)) {
    if (isClaim(claim)) claims[entryId] = claim;
  }
  return { owner: { id, name }, claims };
};

const isClaim = (json: Json): json is Claim =>
  isJsonObject(json) && typeof json.takeOvers === 'number' && typeof json.at === 'number';
