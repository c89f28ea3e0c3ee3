import { err, ok, type Result } from '../base/result.ts';
import type { OutboxStore, SaveFault } from '../outbox/ports.ts';
import type { LogRow } from '../outbox/types.ts';
import type { Process } from '../process/types.ts';
import type { PenEntry, PenFrozen, PenProgress } from '../protocol/pen/types.ts';
import type { Tramite } from '../receipt/pen/tramite.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database } from './database.ts';
import { allOf } from './keys.ts';
import { listedPenEntry } from './pen-lists.ts';
import {
  OvertakenError,
  type PenWriting,
  prepareChange,
  type RecordChange,
  WRITTEN,
  writeAll,
} from './pen-records.ts';
import { PROCESS_SHELVES } from './processes.ts';
import { isSealed } from './read-all.ts';
import { TRAMITE_SHELVES } from './tramites.ts';

/** What follows from an entry for a process and a trâmite; each `change` as in `PenRecords.change`. */
export interface PenConsequence {
  process?: { id: string; change: RecordChange<Process> };
  tramite?: { id: string; change: RecordChange<Tramite> };
}

/** The outbox of PEN: entries, and their log that is only appended to. */
export interface PenEntries extends OutboxStore<PenFrozen, PenProgress> {
  /** As `save`; what follows from the entry is kept in the same transaction, or nothing is. */
  saveWith(
    entry: PenEntry,
    rows: readonly LogRow[],
    consequence: PenConsequence,
  ): Promise<Result<void, SaveFault>>;
  /** Of all ambientes and bodies, what is not at its end. */
  unfinished(): Promise<PenEntry[]>;
  /** All that sent or are to send this process, the newest first. */
  ofProcess(processId: string): Promise<PenEntry[]>;
  /** All about this trâmite. */
  ofTramite(ambiente: string, orgao: string, idt: number): Promise<PenEntry[]>;
  /** The log of an entry, in order. */
  log(id: string): Promise<LogRow[]>;
  /** An entry and its log, of one moment. */
  withLog(id: string): Promise<{ entry: PenEntry; rows: LogRow[] } | undefined>;
}

/** Told after a writing: of what. */
export type OnConsequence = { [What in keyof PenConsequence]?: () => void };

export const penEntryStore = (database: Database, told: OnConsequence = {}): PenEntries => ({
  load: async (id) => {
    const sealed = await database.read((db) => db.get('penEntries', id));
    return isSealed(sealed) ? unseal(sealed) : undefined;
  },

  save: (entry, rows) => save(database, entry, rows, {}),

  saveWith: async (entry, rows, consequence) => {
    const saved = await save(database, entry, rows, consequence);
    if (saved.ok && consequence.process) told.process?.();
    if (saved.ok && consequence.tramite) told.tramite?.();
    return saved;
  },

  unfinished: async () =>
    unsealAll(
      (await database.read((db) => db.getAllFromIndex('penEntries', 'unfinished'))).filter(
        isSealed,
      ),
    ),

  ofProcess: async (processId) => {
    const found = await database.read((db) =>
      db.getAllFromIndex('penEntries', 'process', processId),
    );
    const entries = await unsealAll(found.filter(isSealed));
    return entries.sort((a, b) => b.createdAt - a.createdAt);
  },

  ofTramite: async (...key) => {
    const found = await database.read((db) => db.getAllFromIndex('penEntries', 'tramite', key));
    return unsealAll(found.filter(isSealed));
  },

  log: async (id) => unsealAll(await database.read((db) => db.getAll('penLog', allOf(id)))),

  withLog: async (id) => {
    const [entry, rows] = await database.read(async (db) => {
      const transaction = db.transaction(['penEntries', 'penLog']);
      return Promise.all([
        transaction.objectStore('penEntries').get(id),
        transaction.objectStore('penLog').getAll(allOf(id)),
      ]);
    });
    return entry && { entry: await unseal(entry), rows: await unsealAll(rows) };
  },
});

const save = async (
  database: Database,
  entry: PenEntry,
  rows: readonly LogRow[],
  { process, tramite }: PenConsequence,
): Promise<Result<void, SaveFault>> => {
  const [sealed, sealedRows] = await Promise.all([
    seal(entry, entry.rev),
    Promise.all(rows.map(async (row) => ({ row, sealed: await seal(row) }))),
  ]);
  const before = (rows[0]?.seq ?? 1) - 1;
  const listed = listedPenEntry(entry, sealed);
  // Between its first row and its end it tells nothing new of where its process stands.
  const tells = entry.frozen.errand.kind === 'send' && (before === 0 || !listed.sends);
  const processIds = tells ? [listed.process] : [];
  const write = async (transaction: PenWriting): Promise<void> => {
    const log = transaction.objectStore('penLog');
    if (before > 0 && !(await log.getKey([entry.id, before]))) throw new StaleError();
    await Promise.all([
      transaction.objectStore('penEntries').put(listed, entry.id),
      ...sealedRows.map(({ row, sealed }) => log.add(sealed, [row.entryId, row.seq])),
    ]);
  };
  for (;;) {
    const changes = await Promise.all([
      process && prepareChange(database, PROCESS_SHELVES, process.id, process.change),
      tramite && prepareChange(database, TRAMITE_SHELVES, tramite.id, tramite.change),
    ]);
    try {
      const written = await database.write(WRITTEN, 'strict', (transaction) =>
        writeAll(transaction, [{ write, processIds }, ...changes]),
      );
      return written.ok ? ok(undefined) : written;
    } catch (error) {
      if (isStale(error)) return err('stale-revision');
      if (!(error instanceof OvertakenError)) throw error;
    }
  }
};

// Each row raises the revision by one, and `add` fails on a row that is there already: the keys of the log alone tell
// whether the entry is still the one that was read.
class StaleError extends Error {}
const isStale = (error: unknown): boolean =>
  error instanceof StaleError || (error instanceof Error && error.name === 'ConstraintError');
