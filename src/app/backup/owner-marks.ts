import { isJsonObject, type JsonObject, parseJson } from '../../base/json.ts';
import { commit } from '../../outbox/commit.ts';
import type { LogRow, Owner } from '../../outbox/types.ts';
import type { WholeEntry, WholeWork } from '../../store/whole.ts';
import { isFinal, queueStore } from '../queue/queue-records.ts';
import { clock, stores } from '../stores.ts';
import { ownMark } from './make-copy.ts';

/**
 * Which browser sends which entry, and since when: one file of each browser in the shared folder, which it alone writes.
 * Not secret: ids are random, and a forged one makes us ask, never send.
 */
interface Marks {
  owner: Owner;
  /** Epoch ms UTC by entry id. */
  since: Record<string, number>;
}

const PREFIX = 'estafeta quem envia ';

/** Says in the folder which entries this browser sends. */
export const writeMarks = async (
  into: FileSystemDirectoryHandle,
  owner: Owner,
  { entries }: WholeWork,
): Promise<void> => {
  const since: Record<string, number> = {};
  for (const { entry, log } of entries) {
    if (entry.owner.id === owner.id) since[entry.id] = sinceOf(entry.createdAt, log);
  }
  const marks: Marks & JsonObject = { owner, since };
  const file = await into.getFileHandle(`${PREFIX}${ownMark(owner.id)}.json`, { create: true });
  const out = await file.createWritable();
  await out.write(JSON.stringify(marks));
  await out.close();
};

/** Finished entries stay marked: whoever still has them unfinished must not send them either. */
const sinceOf = (createdAt: number, log: readonly LogRow[]): number =>
  log.findLast(({ event }) => event === 'taken-over')?.at ?? createdAt;

/** Gives up the entries that another browser took on after this one did; never one whose step is running. */
export const heedMarks = async (from: FileSystemDirectoryHandle, me: Owner): Promise<void> => {
  const others = await marksOfOthers(from, me);
  for (const entry of await stores.entries.list()) {
    const isMine = entry.owner.id === me.id && !isFinal(entry) && entry.state.kind !== 'running';
    const isAsked = entry.state.kind === 'needs-person' && entry.state.what === 'takeover';
    if (!isMine || isAsked) continue;
    const other = takenOnBy({ entry, log: await stores.entries.log(entry.id) }, others);
    if (!other) continue;
    const event = { kind: 'disowned', other } as const;
    const note = { meaning: 'marked-in-folder' };
    // A step begun meanwhile makes it fail; it is looked at again later.
    await commit(entry, event, note, { store: queueStore, clock });
  }
};

const takenOnBy = ({ entry, log }: WholeEntry, others: readonly Marks[]): Owner | undefined => {
  const since = sinceOf(entry.createdAt, log);
  return others.find((marks) => (marks.since[entry.id] ?? 0) > since)?.owner;
};

const marksOfOthers = async (from: FileSystemDirectoryHandle, me: Owner): Promise<Marks[]> => {
  const found: Marks[] = [];
  for await (const handle of from.values()) {
    if (!(handle instanceof FileSystemFileHandle) || !handle.name.startsWith(PREFIX)) continue;
    const marks = marksOf(await (await handle.getFile()).text());
    if (marks && marks.owner.id !== me.id) found.push(marks);
  }
  return found;
};

const marksOf = (text: string): Marks | undefined => {
  const json = parseJson(text);
  if (!isJsonObject(json) || !isJsonObject(json.owner) || !isJsonObject(json.since))
    return undefined;
  const { id, name } = json.owner;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const since: Record<string, number> = {};
  for (const [entryId, at] of Object.entries(json.since)) {
    if (typeof at === 'number') since[entryId] = at;
  }
  return { owner: { id, name }, since };
};
