import type { Attachment } from '../attachment/types.ts';
import type { RecordHead } from '../base/record.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Draft, DraftChange } from '../draft/types.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { LogRow } from '../outbox/types.ts';
import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { Delivery } from '../receipt/types.ts';
import { seal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { allOf } from './keys.ts';
import type { StoredCertificate } from './schema.ts';

/** A draft with all that hangs on it. */
export interface WholeDraft {
  draft: Draft;
  changes: DraftChange[];
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
  layouts: CachedLayout[];
  certificates: StoredCertificate[];
}

const STORES = [
  'drafts',
  'draftChanges',
  'attachments',
  'entries',
  'log',
  'deliveries',
  'layouts',
  'certificates',
] as const;

/** Reads everything, of one moment. */
export const readWhole = async (database: Database): Promise<WholeWork> => {
  const sealed = await database.read((db) => {
    const transaction = db.transaction(STORES);
    return Promise.all([
      transaction.objectStore('drafts').getAll(),
      transaction.objectStore('draftChanges').getAll(),
      transaction.objectStore('attachments').getAll(),
      transaction.objectStore('entries').getAll(),
      transaction.objectStore('log').getAll(),
      transaction.objectStore('deliveries').getAll(),
      transaction.objectStore('layouts').getAll(),
      transaction.objectStore('certificates').getAll(),
    ]);
  });
  const changesOf = groupBy(await unsealAll(sealed[1]), ({ draftId }) => draftId);
  const attachmentsOf = groupBy(await unsealAll(sealed[2]), ({ draftId }) => draftId);
  const logOf = groupBy(await unsealAll(sealed[4]), ({ entryId }) => entryId);
  return {
    drafts: (await unsealAll(sealed[0])).map((draft) => ({
      draft,
      changes: changesOf(draft.id),
      attachments: attachmentsOf(draft.id),
    })),
    entries: (await unsealAll(sealed[3])).map((entry) => ({ entry, log: logOf(entry.id) })),
    deliveries: await unsealAll(sealed[5]),
    layouts: await unsealAll(sealed[6]),
    certificates: await unsealAll(sealed[7]),
  };
};

const groupBy = <T>(rows: readonly T[], ownerOf: (row: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row));
    if (group) group.push(row);
    else groups.set(ownerOf(row), [row]);
  }
  return (owner: string): T[] => groups.get(owner) ?? [];
};

/**
 * Writes all of it or nothing. A draft or entry takes the place of the older one, of which `revs` says the revision by
 * its id (none: there is none); `stale-revision`: it was changed since it was read.
 */
export const writeWhole = async (
  database: Database,
  work: WholeWork,
  revs: ReadonlyMap<string, number>,
): Promise<Result<void, StorageFault | 'stale-revision'>> => {
  const { drafts, entries } = work;
  const changes = await sealEach(drafts.flatMap((each) => each.changes));
  const attachments = await sealEach(drafts.flatMap((each) => each.attachments));
  const log = await sealEach(entries.flatMap((each) => each.log));
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
    layouts: await sealEach(work.layouts),
    certificates: await sealEach(work.certificates),
  };
  const written = await database.write([...STORES], 'strict', async (transaction) => {
    const at = <Name extends (typeof STORES)[number]>(name: Name) => transaction.objectStore(name);
    const isAsRead = async (name: 'drafts' | 'entries', id: string) =>
      ((await at(name).get(id))?.rev ?? 0) === (revs.get(id) ?? 0);
    for (const { record } of sealed.drafts) {
      if (!(await isAsRead('drafts', record.id))) return 'stale-revision';
    }
    for (const { record } of sealed.entries) {
      if (!(await isAsRead('entries', record.id))) return 'stale-revision';
    }
    for (const { record } of sealed.drafts) {
      await at('draftChanges').delete(allOf(record.id));
      await at('attachments').delete(allOf(record.id));
    }
    await Promise.all([
      ...sealed.drafts.map((each) => at('drafts').put(each.sealed, each.record.id)),
      ...changes.map((each) =>
        at('draftChanges').put(each.sealed, [each.record.draftId, each.record.seq]),
      ),
      ...attachments.map((each) =>
        at('attachments').put(each.sealed, [each.record.draftId, each.record.id]),
      ),
      ...sealed.entries.map((each) => at('entries').put(each.sealed, each.record.id)),
      ...log.map((each) => at('log').put(each.sealed, [each.record.entryId, each.record.seq])),
      ...sealed.deliveries.map((each) => at('deliveries').put(each.sealed, each.record.id)),
      ...sealed.layouts.map((each) => {
        const { spc, slp, ano, mes } = each.record;
        return at('layouts').put(each.sealed, [spc, slp, ano, mes]);
      }),
      ...sealed.certificates.map((each) =>
        at('certificates').put(each.sealed, each.record.summary.fingerprint),
      ),
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
