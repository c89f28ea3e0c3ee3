import type { RecordHead } from '../base/record.ts';
import { err, ok, type Result } from '../base/result.ts';
import { listedItem } from './batches.ts';
import { seal } from './codec.ts';
import { listedDelivery } from './court-delivery-lists.ts';
import type { Database, StorageFault } from './database.ts';
import { listed } from './draft-records.ts';
import { isDelivered, listedEntry } from './entry-records.ts';
import { allOf } from './keys.ts';
import { shelve } from './preparing-shelf.ts';
import { DEADLINES } from './settings.ts';
import { deliveryKey, type Revs, STORES, type WholeWork } from './whole.ts';
import { sealedPen } from './whole-pen.ts';

/** Stores of which a record may take the place of an older one. */
const REPLACED = ['drafts', 'entries', 'batches', 'processes', 'tramites', 'penEntries'] as const;
type Replaced = (typeof REPLACED)[number];

/**
 * Writes all of it or nothing. What takes the place of something older does so only where that stands as `revs` says (not
 * named there: there is none); `stale-revision`: it was changed since it was read.
 */
export const writeWhole = async (
  database: Database,
  work: WholeWork,
  revs: Revs,
): Promise<Result<void, StorageFault | 'stale-revision'>> => {
  const { drafts, entries } = work;
  const snapshots = await sealEach(drafts.map(({ snapshot }) => snapshot));
  const changes = await sealEach(drafts.flatMap((each) => each.changes));
  const versions = await sealEach(drafts.flatMap((each) => each.versions));
  const attachments = await sealEach(drafts.flatMap((each) => each.attachments));
  const log = await sealEach(entries.flatMap((each) => each.log));
  const pen = await sealedPen(work.pen);
  const revOfDelivery = (delivery: (typeof work.courtDeliveries)[number]): number =>
    revs.get(deliveryKey(delivery)) ?? 0;
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
    courtDeliveries: await sealEach(work.courtDeliveries, (each) => revOfDelivery(each) + 1),
    batches: await sealEach(
      work.batches.map(({ batch }) => batch),
      ({ id }) => (revs.get(id) ?? 0) + 1,
    ),
    items: await Promise.all(
      work.batches.flatMap(({ batch, items }) => items.map((item) => listedItem(batch, item))),
    ),
    deadlines:
      work.deadlines === undefined
        ? undefined
        : await seal(work.deadlines, (revs.get(DEADLINES) ?? 0) + 1),
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
    for (const { record } of sealed.courtDeliveries) {
      const stored = await at('courtDeliveries').get([record.ambiente, record.courtId]);
      if ((stored?.rev ?? 0) !== revOfDelivery(record)) return 'stale-revision';
    }
    if (sealed.deadlines) {
      const stored = await at('settings').get(DEADLINES);
      if ((stored?.rev ?? 0) !== (revs.get(DEADLINES) ?? 0)) return 'stale-revision';
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
      ...sealed.courtDeliveries.map(({ record, sealed }) =>
        at('courtDeliveries').put(listedDelivery(record, sealed), [
          record.ambiente,
          record.courtId,
        ]),
      ),
      ...sealed.batches.map((each) => at('batches').put(each.sealed, each.record.id)),
      ...sealed.items.map(([key, item]) => at('batchItems').put(item, key)),
      sealed.deadlines && at('settings').put(sealed.deadlines, DEADLINES),
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
    await shelve(
      { processes: at('processes'), tramites: at('tramites'), penEntries: at('penEntries') },
      [
        ...pen.processes.map(({ record }) => record.id),
        ...pen.tramites.map(({ process }) => process),
        ...pen.penEntries.map(({ process }) => process),
      ],
    );
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
