import { computed, signal } from '@preact/signals';
import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { Result } from '../../base/result.ts';
import { disagreement } from '../../outbox/replay.ts';
import { findDamage, type Damage as RecordDamage, removeLeftovers } from '../../store/damage.ts';
import type { StorageFault } from '../../store/database.ts';
import { isFinal } from '../queue/queue-records.ts';
import { records } from '../state.ts';
import { database, stores } from '../stores.ts';

/** `log`: the entry and its log do not fit together, or what was frozen is not what its log begins with. */
export type Damage = RecordDamage | { kind: 'log'; entryId: string };

/** What was found at the start, for the person to know. */
export const damage = signal<readonly Damage[]>([]);

const held = computed(
  () => new Set(damage.value.flatMap((each) => (each.kind === 'log' ? [each.entryId] : []))),
);

/** Whether an entry is not sent, because nobody can say from its log how far it has come. */
export const isHeld = (entryId: string): boolean => held.value.has(entryId);

/** Looks through the unfinished entries, once at the start, before anything is sent. Nothing is mended. */
export const examineLogs = async (): Promise<void> => {
  const logs: Damage[] = [];
  for (const entry of records.entries.value) {
    // A finished entry does nothing any more: its log is verified with its dossier.
    if (!isFinal(entry) && !(await agreesWithLog(entry.id))) {
      logs.push({ kind: 'log', entryId: entry.id });
    }
  }
  damage.value = logs;
};

/** Looks through all other records, while the app is at work already: there may be many. */
export const examineRecords = async (): Promise<void> => {
  const found = await findDamage(database);
  damage.value = [...damage.value, ...found];
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
