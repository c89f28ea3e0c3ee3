import type { Attachment } from '../attachment/types.ts';
import type { Draft, DraftChange, DraftSnapshot } from '../draft/types.ts';
import type { DraftVersion } from '../draft/versions.ts';
import type { LogRow } from '../outbox/types.ts';
import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { Batch, BatchItem } from './batches.ts';
import { unseal, unsealAll } from './codec.ts';
import type { Database } from './database.ts';
import { groupBy } from './group-by.ts';
import { isSealed, readAll } from './read-all.ts';
import { DEADLINES } from './settings.ts';
import { deliveryKey, type Revs, STORES, type WholeWork } from './whole.ts';
import { type PenRows, wholePenOf } from './whole-pen.ts';

interface WholeRead {
  work: WholeWork;
  /** Of the records that do not tell their revision themselves. */
  revs: Revs;
  /** Records that are left out. */
  unreadable: number;
}

/** Reads everything, of one moment. Where something cannot be read, the rest is read store by store. */
export const readWhole = async (database: Database): Promise<WholeRead> => {
  const sealed = await readAtOnce(database).catch(() => undefined);
  const isWhole = sealed?.every((store: readonly unknown[]) => store.every(isSealed));
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
    batches,
    batchItems,
    [deadlines],
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
    batches: await unsealAll(batches),
    batchItems: await unsealAll(batchItems),
    deadlines: deadlines && (await unseal(deadlines)),
    layouts: await unsealAll(layouts),
    certificates: await unsealAll(certificates),
    processes: await unsealAll(processes),
    tramites: await unsealAll(tramites),
    penEntries: await unsealAll(penEntries),
    penLog: await unsealAll(penLog),
  });
  const revs = revsOf(work, {
    courtDeliveries: courtDeliveries.map(({ rev }) => rev),
    batches: batches.map(({ rev }) => rev),
    deadlines: deadlines?.rev,
  });
  return { work, revs, unreadable: drafts.length - work.drafts.length };
};

interface ReadRevs {
  courtDeliveries: readonly number[];
  batches: readonly number[];
  deadlines: number | undefined;
}

const revsOf = ({ courtDeliveries, batches }: WholeWork, read: ReadRevs): Revs =>
  new Map([
    ...courtDeliveries.map((each, n) => [deliveryKey(each), read.courtDeliveries[n] ?? 0] as const),
    ...batches.map(({ batch }, n) => [batch.id, read.batches[n] ?? 0] as const),
    ...(read.deadlines === undefined ? [] : [[DEADLINES, read.deadlines] as const]),
  ]);

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
      transaction.objectStore('batches').getAll(),
      transaction.objectStore('batchItems').getAll(),
      transaction.objectStore('settings').getAll(DEADLINES),
      transaction.objectStore('layouts').getAll(),
      transaction.objectStore('certificates').getAll(),
      transaction.objectStore('processes').getAll(),
      transaction.objectStore('tramites').getAll(),
      transaction.objectStore('penEntries').getAll(),
      transaction.objectStore('penLog').getAll(),
    ]);
  });

const readWhatCan = async (database: Database): Promise<WholeRead> => {
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
    batches: await readAll(database, 'batches'),
    batchItems: await readAll(database, 'batchItems'),
    layouts: await readAll(database, 'layouts'),
    certificates: await readAll(database, 'certificates'),
    processes: await readAll(database, 'processes'),
    tramites: await readAll(database, 'tramites'),
    penEntries: await readAll(database, 'penEntries'),
    penLog: await readAll(database, 'penLog'),
  };
  const deadlines = await database
    .read((db) => db.get('settings', DEADLINES))
    .catch(() => undefined);
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
    batches: read.batches.records,
    batchItems: read.batchItems.records,
    deadlines: isSealed(deadlines) ? await unseal(deadlines) : undefined,
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
  return {
    work,
    revs: revsOf(work, {
      courtDeliveries: read.courtDeliveries.revs,
      batches: read.batches.revs,
      deadlines: deadlines?.rev,
    }),
    unreadable: unreadable + read.drafts.records.length - work.drafts.length,
  };
};

type Rows = Pick<
  WholeWork,
  'deliveries' | 'courtDeliveries' | 'deadlines' | 'layouts' | 'certificates'
> &
  PenRows & {
    drafts: Draft[];
    draftSnapshots: DraftSnapshot[];
    draftChanges: DraftChange[];
    draftVersions: DraftVersion[];
    attachments: Attachment[];
    batches: Batch[];
    batchItems: BatchItem[];
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
  batches,
  batchItems,
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
  const itemsOf = groupBy(batchItems, ({ batchId }) => batchId);
  const logOf = groupBy(log, ({ entryId }) => entryId);
  return {
    ...others,
    batches: batches.map((batch) => ({ batch, items: itemsOf(batch.id) })),
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
