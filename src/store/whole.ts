import type { Attachment } from '../attachment/types.ts';
import type { RecordHead } from '../base/record.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Draft, DraftChange, DraftSnapshot } from '../draft/types.ts';
import type { DraftVersion } from '../draft/versions.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { LogRow } from '../outbox/types.ts';
import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';
import { seal, unsealAll } from './codec.ts';
import { listedDelivery } from './court-delivery-lists.ts';
import type { Database, StorageFault } from './database.ts';
import { listed } from './draft-records.ts';
import { isDelivered, listedEntry } from './entry-records.ts';
import { groupBy } from './group-by.ts';
import { allOf } from './keys.ts';
import { isSealed, readAll } from './read-all.ts';
import type { StoredCertificate } from './schema.ts';
import { type PenRows, sealedPen, type WholePen, wholePenOf } from './whole-pen.ts';

/** A draft with all that hangs on it. */
export interface WholeDraft {
  draft: Draft;
  snapshot: DraftSnapshot;
  changes: DraftChange[];
  versions: DraftVersion[];
  attachments: Attachment[];
}

/** An entry with its log, in order. */
export interface WholeEntry {
  entry: RecepcaoEntry;
  log: LogRow[];
}

/** The person's work as one transaction saw it; the files it refers to lie apart, by their hash. */
export interface WholeWork {
  drafts: WholeDraft[];
  entries: WholeEntry[];
  deliveries: Delivery[];
  /** What is known of the deliveries at the court. */
  courtDeliveries: CourtDelivery[];
  layouts: CachedLayout[];
  certificates: StoredCertificate[];
  pen: WholePen;
}

const STORES = [
  'drafts',
  'draftSnapshots',
  'draftChanges',
  'draftVersions',
  'attachments',
  'entries',
  'log',
  'deliveries',
  'courtDeliveries',
  'layouts',
  'certificates',
  'processes',
  'tramites',
  'penEntries',
  'penLog',
] as const;

/**
 * Reads everything, of one moment. Where something cannot be read, the rest is read store by store; `unreadable`: the
 * number of records that are left out.
 */
export const readWhole = async (
  database: Database,
): Promise<{ work: WholeWork; unreadable: number }> => {
  const sealed = await readAtOnce(database).catch(() => undefined);
  const isWhole = sealed?.every((store) => (store as unknown[]).every(isSealed));
  if (!sealed || !isWhole) return readWhatCan(database);
  const [
    drafts,
    snapshots,
    changes,
    versions,
    attachments,
    entries,
    log,
    deliveries,
    courtDeliveries,
    layouts,
    certificates,
    processes,
    tramites,
    penEntries,
    penLog,
  ] = sealed;
  const work = workOf({
    drafts: await unsealAll(drafts),
    draftSnapshots: await unsealAll(snapshots),
    draftChanges: await unsealAll(changes),
    draftVersions: await unsealAll(versions),
    attachments: await unsealAll(attachments),
    entries: await unsealAll(entries),
    log: await unsealAll(log),
    deliveries: await unsealAll(deliveries),
    courtDeliveries: await unsealAll(courtDeliveries),
    layouts: await unsealAll(layouts),
    certificates: await unsealAll(certificates),
    processes: await unsealAll(processes),
    tramites: await unsealAll(tramites),
    penEntries: await unsealAll(penEntries),
    penLog: await unsealAll(penLog),
  });
  return { work, unreadable: drafts.length - work.drafts.length };
};

const readAtOnce = (database: Database) =>
  database.read((db) => {
    const transaction = db.transaction(STORES);
    return Promise.all([
      transaction.objectStore('drafts').getAll(),
      transaction.objectStore('draftSnapshots').getAll(),
      transaction.objectStore('draftChanges').getAll(),
      transaction.objectStore('draftVersions').getAll(),
      transaction.objectStore('attachments').getAll(),
      transaction.objectStore('entries').getAll(),
      transaction.objectStore('log').getAll(),
      transaction.objectStore('deliveries').getAll(),
      transaction.objectStore('courtDeliveries').getAll(),
      transaction.objectStore('layouts').getAll(),
      transaction.objectStore('certificates').getAll(),
      transaction.objectStore('processes').getAll(),
      transaction.objectStore('tramites').getAll(),
      transaction.objectStore('penEntries').getAll(),
      transaction.objectStore('penLog').getAll(),
    ]);
  });

const readWhatCan = async (
  database: Database,
): Promise<{ work: WholeWork; unreadable: number }> => {
  const read = {
    drafts: await readAll(database, 'drafts'),
    draftSnapshots: await readAll(database, 'draftSnapshots'),
    draftChanges: await readAll(database, 'draftChanges'),
    draftVersions: await readAll(database, 'draftVersions'),
    attachments: await readAll(database, 'attachments'),
    entries: await readAll(database, 'entries'),
    log: await readAll(database, 'log'),
    deliveries: await readAll(database, 'deliveries'),
    courtDeliveries: await readAll(database, 'courtDeliveries'),
    layouts: await readAll(database, 'layouts'),
    certificates: await readAll(database, 'certificates'),
    processes: await readAll(database, 'processes'),
    tramites: await readAll(database, 'tramites'),
    penEntries: await readAll(database, 'penEntries'),
    penLog: await readAll(database, 'penLog'),
  };
  const work = workOf({
    drafts: read.drafts.records,
    draftSnapshots: read.draftSnapshots.records,
    draftChanges: read.draftChanges.records,
    draftVersions: read.draftVersions.records,
    attachments: read.attachments.records,
    entries: read.entries.records,
    log: read.log.records,
    deliveries: read.deliveries.records,
    courtDeliveries: read.courtDeliveries.records,
    layouts: read.layouts.records,
    certificates: read.certificates.records,
    processes: read.processes.records,
    tramites: read.tramites.records,
    penEntries: read.penEntries.records,
    penLog: read.penLog.records,
  });
  // A draft is nothing without its document: the two count as one.
  const { draftSnapshots, ...others } = read;
  const unreadable = Object.values(others).reduce((sum, each) => sum + each.unreadable.length, 0);
  return { work, unreadable: unreadable + read.drafts.records.length - work.drafts.length };
};

type Rows = Pick<WholeWork, 'deliveries' | 'courtDeliveries' | 'layouts' | 'certificates'> &
  PenRows & {
    drafts: Draft[];
    draftSnapshots: DraftSnapshot[];
    draftChanges: DraftChange[];
    draftVersions: DraftVersion[];
    attachments: Attachment[];
    entries: RecepcaoEntry[];
    log: LogRow[];
  };

const workOf = ({
  drafts,
  draftSnapshots,
  draftChanges,
  draftVersions,
  attachments,
  entries,
  log,
  processes,
  tramites,
  penEntries,
  penLog,
  ...others
}: Rows): WholeWork => {
  const snapshotOf = new Map(draftSnapshots.map((each) => [each.draftId, each]));
  const versionsOf = groupBy(draftVersions, ({ draftId }) => draftId);
  const changesOf = groupBy(draftChanges, ({ draftId }) => draftId);
  const attachmentsOf = groupBy(attachments, ({ draftId }) => draftId);
  const logOf = groupBy(log, ({ entryId }) => entryId);
  return {
    ...others,
    pen: wholePenOf({ processes, tramites, penEntries, penLog }),
    drafts: drafts.flatMap((draft) => {
      const snapshot = snapshotOf.get(draft.id);
      if (!snapshot) return [];
      return {
        ...{ draft, snapshot },
        changes: changesOf(draft.id),
        versions: versionsOf(draft.id),
        attachments: attachmentsOf(draft.id),
      };
    }),
    // Rows written since the entry was read are not its business.
    entries: entries.map((entry) => ({
      entry,
      log: logOf(entry.id).filter(({ seq }) => seq <= entry.logSize),
    })),
  };
};

/** Stores of which a record may take the place of an older one. */
const REPLACED = ['drafts', 'entries', 'processes', 'tramites', 'penEntries'] as const;
type Replaced = (typeof REPLACED)[number];

/**
 * Writes all of it or nothing. A draft, an entry, a process or a trâmite takes the place of the older one, of which `revs` says the revision by
 * its id (none: there is none); `stale-revision`: it was changed since it was read.
 */
export const writeWhole = async (
  database: Database,
  work: WholeWork,
  revs: ReadonlyMap<string, number>,
): Promise<Result<void, StorageFault | 'stale-revision'>> => {
  const { drafts, entries } = work;
  const snapshots = await sealEach(drafts.map(({ snapshot }) => snapshot));
  const changes = await sealEach(drafts.flatMap((each) => each.changes));
  const versions = await sealEach(drafts.flatMap((each) => each.versions));
  const attachments = await sealEach(drafts.flatMap((each) => each.attachments));
  const log = await sealEach(entries.flatMap((each) => each.log));
  const pen = await sealedPen(work.pen);
  const sealed = {
    drafts: await sealEach(
      drafts.map(({ draft }) => draft),
      rev,
    ),
    entries: await sealEach(
      entries.map(({ entry }) => entry),
      rev,
    ),
    deliveries: await sealEach(work.deliveries, rev),
    courtDeliveries: await sealEach(work.courtDeliveries),
    layouts: await sealEach(work.layouts),
    certificates: await sealEach(work.certificates),
  };
  const replaced: Record<Replaced, readonly { record: { id: string } }[]> = { ...sealed, ...pen };
  const written = await database.write([...STORES, 'doneDrafts'], 'strict', async (transaction) => {
    const at = <Name extends (typeof STORES)[number]>(name: Name) => transaction.objectStore(name);
    const isAsRead = async (name: Replaced, id: string) =>
      ((await at(name).get(id))?.rev ?? 0) === (revs.get(id) ?? 0);
    for (const name of REPLACED) {
      for (const { record } of replaced[name]) {
        if (!(await isAsRead(name, record.id))) return 'stale-revision';
      }
    }
    for (const { record } of sealed.drafts) {
      // Versions that only this browser kept stay.
      for (const store of ['draftChanges', 'attachments'] as const) {
        await at(store).delete(allOf(record.id));
      }
    }
    await Promise.all([
      ...sealed.drafts.map(({ record, sealed }) =>
        at('drafts').put(listed(record, sealed), record.id),
      ),
      ...snapshots.map((each) => at('draftSnapshots').put(each.sealed, each.record.draftId)),
      ...changes.map((each) =>
        at('draftChanges').put(each.sealed, [each.record.draftId, each.record.seq]),
      ),
      ...versions.map((each) =>
        at('draftVersions').put(each.sealed, [each.record.draftId, each.record.n]),
      ),
      ...attachments.map((each) =>
        at('attachments').put(each.sealed, [each.record.draftId, each.record.id]),
      ),
      ...sealed.entries.map(({ record, sealed }) =>
        at('entries').put(listedEntry(record, sealed), record.id),
      ),
      ...entries
        .filter(({ entry }) => isDelivered(entry))
        .map(({ entry }) =>
          transaction.objectStore('doneDrafts').put(entry.id, entry.frozen.draftId),
        ),
      ...log.map((each) => at('log').put(each.sealed, [each.record.entryId, each.record.seq])),
      ...sealed.deliveries.map((each) => at('deliveries').put(each.sealed, each.record.id)),
      ...sealed.courtDeliveries.map(async ({ record, sealed }) => {
        const key: [string, number] = [record.ambiente, record.courtId];
        const rev = ((await at('courtDeliveries').get(key))?.rev ?? 0) + 1;
        await at('courtDeliveries').put(listedDelivery(record, { ...sealed, rev }), key);
      }),
      ...sealed.layouts.map((each) => {
        const { spc, slp, ano, mes } = each.record;
        return at('layouts').put(each.sealed, [spc, slp, ano, mes]);
      }),
      ...sealed.certificates.map((each) =>
        at('certificates').put(each.sealed, each.record.summary.fingerprint),
      ),
      ...pen.processes.map((each) => at('processes').put(each, each.record.id)),
      ...pen.tramites.map((each) => at('tramites').put(each, each.record.id)),
      ...pen.penEntries.map((each) => at('penEntries').put(each, each.record.id)),
      ...pen.penLog.map((each) => at('penLog').put(each, [each.record.entryId, each.record.seq])),
    ]);
    return 'written';
  });
  if (!written.ok) return written;
  return written.value === 'written' ? ok(undefined) : err(written.value);
};

const sealEach = async <T>(records: readonly T[], revOf: (record: T) => number = () => 0) =>
  Promise.all(
    records.map(async (record) => ({ record, sealed: await seal(record, revOf(record)) })),
  );

const rev = ({ rev }: RecordHead): number => rev;
