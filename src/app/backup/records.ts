import type { BackupRecord } from '../../backup/types.ts';
import { fromBase64, toBase64 } from '../../base/bytes.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import type { Draft } from '../../draft/types.ts';
import type { CachedLayout } from '../../layout/types.ts';
import type { Process } from '../../process/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Tramite } from '../../receipt/pen/tramite.ts';
import type { Delivery } from '../../receipt/types.ts';
import { referredFiles } from '../../store/referred-files.ts';
import type { StoredCertificate } from '../../store/schema.ts';
import { DEADLINES } from '../../store/settings.ts';
import type { WholeBatch, WholeDraft, WholeEntry, WholeWork } from '../../store/whole.ts';
import type { WholePenEntry } from '../../store/whole-pen.ts';

/** A certificate as it stands in a copy: never its key, wrapped or not. */
type CopiedCertificate = Omit<StoredCertificate, 'chain' | 'wrappedKey'> & { chain: string[] };

/** A draft as it stands in a copy of version 3 and before: its record holds the document, and no versions are kept. */
type DraftOfVersion3 = Pick<WholeDraft, 'changes' | 'attachments'> & {
  draft: Draft & { snapshot: JsonObject; snapshotSeq: number };
};

/** The work as records of a copy, made one by one. */
export function* recordsOf(work: WholeWork): Generator<BackupRecord> {
  for (const each of work.drafts) yield recordOf('drafts', each.draft.id, each);
  for (const each of work.entries) yield recordOf('entries', each.entry.id, each);
  for (const each of work.deliveries) yield recordOf('deliveries', each.id, each);
  for (const each of work.courtDeliveries) {
    yield recordOf('courtDeliveries', [each.ambiente, each.courtId], each);
  }
  for (const each of work.batches) yield recordOf('batches', each.batch.id, each);
  if (work.deadlines !== undefined) {
    yield { store: 'settings', key: DEADLINES, record: work.deadlines };
  }
  for (const each of work.layouts) {
    yield recordOf('layouts', [each.spc, each.slp, each.ano, each.mes], each);
  }
  for (const { summary, chain, importedAt } of work.certificates) {
    const copied: CopiedCertificate = { summary, chain: chain.map(toBase64), importedAt };
    yield recordOf('certificates', summary.fingerprint, copied);
  }
  for (const each of work.pen.processes) yield recordOf('processes', each.id, each);
  for (const each of work.pen.tramites) yield recordOf('tramites', each.id, each);
  for (const each of work.pen.entries) yield recordOf('penEntries', each.entry.id, each);
}

// Members that are `undefined` are none in JSON.
const recordOf = (store: string, key: Json, record: object): BackupRecord => ({
  store,
  key,
  record: JSON.parse(JSON.stringify(record)),
});

/** The work again. Its writer held the keys of the copy, so each record is as this program wrote it. */
export const workOf = (records: readonly BackupRecord[]): WholeWork => {
  const all = <T>(store: string): T[] =>
    records.filter((record) => record.store === store).map(({ record }) => record as T);
  return {
    drafts: all<WholeDraft | DraftOfVersion3>('drafts').map(draftOf),
    entries: all<WholeEntry>('entries'),
    deliveries: all<Delivery>('deliveries'),
    courtDeliveries: all<CourtDelivery>('courtDeliveries'),
    batches: all<WholeBatch>('batches'),
    deadlines: records.find(({ store, key }) => store === 'settings' && key === DEADLINES)?.record,
    layouts: all<CachedLayout>('layouts'),
    certificates: all<CopiedCertificate>('certificates').map((each) => ({
      ...each,
      chain: each.chain.map(fromBase64),
    })),
    pen: {
      processes: all<Process>('processes'),
      tramites: all<Tramite>('tramites'),
      entries: all<WholePenEntry>('penEntries'),
    },
  };
};

const draftOf = (copied: WholeDraft | DraftOfVersion3): WholeDraft => {
  if ('snapshot' in copied) return copied;
  const { snapshot: document, snapshotSeq: seq, ...draft } = copied.draft;
  return { ...copied, draft, snapshot: { draftId: draft.id, seq, document }, versions: [] };
};

/** The SHA-256 of every file that the work refers to. */
export const filesOf = ({
  drafts,
  entries,
  deliveries,
  courtDeliveries,
  layouts,
  pen,
}: WholeWork): Set<string> => {
  const files = referredFiles({
    drafts: drafts.map(({ draft }) => draft),
    attachments: drafts.flatMap(({ attachments }) => attachments),
    entries: entries.map(({ entry }) => entry),
    deliveries,
    courtDeliveries,
    layouts,
    processes: pen.processes,
    penEntries: pen.entries.map(({ entry }) => entry),
  });
  return new Set(files.map(({ sha256 }) => sha256));
};
