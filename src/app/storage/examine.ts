import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { Result } from '../../base/result.ts';
import { disagreement } from '../../outbox/replay.ts';
import { findDamage, removeLeftovers } from '../../store/damage.ts';
import type { StorageFault } from '../../store/database.ts';
import { isFinal } from '../queue/queue-records.ts';
import { records } from '../state.ts';
import { database, stores } from '../stores.ts';
import { type Damage, damage, disagreesWithLog } from './damage.ts';

/** Unfinished entries that were there at the start, until all of them were held against their logs. */
let unexamined: ReadonlySet<string> = new Set();

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
  unexamined = new Set(unfinished.map(({ id }) => id));
  const logs: Damage[] = [];
  // One after the other, which leaves the page its time between two of them.
  for (const { id } of unfinished) {
    if (!(await agreesWithLog(id))) logs.push({ kind: 'log', entryId: id });
  }
  damage.value = logs;
  unexamined = new Set();
  damage.value = [...logs, ...(await findDamage(database))];
};

const agreesWithLog = async (id: string): Promise<boolean> => {
  const kept = await stores.entries.withLog(id).catch(() => undefined);
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
