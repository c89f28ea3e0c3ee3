import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { Json } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { disagreement } from '../../outbox/replay.ts';
import type { Entry, LogRow } from '../../outbox/types.ts';
import { findDamage, removeLeftovers } from '../../store/damage.ts';
import type { StorageFault } from '../../store/database.ts';
import { isFinal } from '../queue/queue-records.ts';
import { records } from '../state.ts';
import { database, stores } from '../stores.ts';
import { type Damage, damage, disagreesWithLog } from './damage.ts';

/** Unfinished entries that were there at the start, until all of their kind were held against their logs. */
const unexamined = new Set<string>();

/** Whether an entry is not sent: its log does not bear it out, or was not looked at yet. */
export const isHeld = (entryId: string): boolean =>
  unexamined.has(entryId) || disagreesWithLog(entryId);

/**
 * Looks through all that is kept, once at the start. Nothing is mended, and nothing waits for it but the sending: with
 * a thousand entries it takes a second.
 */
export const examine = async (): Promise<void> => {
  // A finished entry does nothing any more: its log is verified with its dossier.
  const unfinished = records.entries.value.filter((entry) => !isFinal(entry));
  await holdAgainstLogs(unfinished, stores.entries.withLog, ({ id: entryId }) => ({
    ...{ kind: 'log', entryId },
  }));
  const found = await findDamage(database);
  damage.value = [...damage.value, ...found];
};

/**
 * Holds unfinished entries against their logs; until all were looked at, none of them is sent. `tell`: of one that its
 * log does not bear out.
 */
export const holdAgainstLogs = async <Known extends { id: string }>(
  unfinished: readonly Known[],
  withLog: WithLog,
  tell: (entry: Known) => Damage,
): Promise<void> => {
  for (const { id } of unfinished) unexamined.add(id);
  const found: Damage[] = [];
  // One after the other, which leaves the page its time between two of them.
  for (const entry of unfinished) {
    if (!(await agreesWithLog(entry.id, withLog))) found.push(tell(entry));
  }
  damage.value = [...damage.value, ...found];
  for (const { id } of unfinished) unexamined.delete(id);
};

type WithLog = (id: string) => Promise<{ entry: Entry<Json, unknown>; rows: LogRow[] } | undefined>;

const agreesWithLog = async (id: string, withLog: WithLog): Promise<boolean> => {
  const kept = await withLog(id).catch(() => undefined);
  if (!kept) return false;
  const { entry, rows } = kept;
  const frozenSha256 = await sha256Hex(utf8(canonicalJson(entry.frozen)));
  return frozenSha256 === entry.frozenSha256 && (await disagreement(entry, rows)) === undefined;
};

/** Removes what is left of drafts that are gone. */
export const dropLeftovers = async (): Promise<Result<void, StorageFault>> => {
  const draftIds = damage.value.flatMap((each) =>
    each.kind === 'leftovers' ? [each.draftId] : [],
  );
  const removed = await removeLeftovers(database, draftIds);
  if (!removed.ok) return removed;
  await stores.files.collect();
  damage.value = damage.value.filter(({ kind }) => kind !== 'leftovers');
  return removed;
};
