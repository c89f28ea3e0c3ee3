import type { Attachment } from '../attachment/types.ts';
import type { Json } from '../base/json.ts';
import type { Draft, DraftChange, DraftSnapshot } from '../draft/types.ts';
import type { DraftVersion } from '../draft/versions.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { LogRow } from '../outbox/types.ts';
import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';
import type { Batch, BatchItem } from './batches.ts';
import type { StoredCertificate } from './schema.ts';
import type { WholePen } from './whole-pen.ts';

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

/** A batch with its files; of one that a copy goes on with, those that go on. */
export interface WholeBatch {
  batch: Batch;
  items: BatchItem[];
}

/** The person's work as one transaction saw it; the files it refers to lie apart, by their hash. */
export interface WholeWork {
  drafts: WholeDraft[];
  entries: WholeEntry[];
  deliveries: Delivery[];
  /** What is known of the deliveries at the court. */
  courtDeliveries: CourtDelivery[];
  /** What was brought to be delivered together. */
  batches: WholeBatch[];
  /** What the office decided of its deadlines; absent: nothing yet. */
  deadlines?: Json | undefined;
  layouts: CachedLayout[];
  certificates: StoredCertificate[];
  pen: WholePen;
}

/** The stores it lies in. */
export const STORES = [
  'drafts',
  'draftSnapshots',
  'draftChanges',
  'draftVersions',
  'attachments',
  'entries',
  'log',
  'deliveries',
  'courtDeliveries',
  'batches',
  'batchItems',
  'settings',
  'layouts',
  'certificates',
  'processes',
  'tramites',
  'penEntries',
  'penLog',
] as const;

/**
 * Revisions by which records stand in the browser: a draft, an entry, a batch, a process or a trâmite by its id, a delivery
 * at the court by `deliveryKey`, the decisions on deadlines by their name among the settings.
 */
export type Revs = ReadonlyMap<string, number>;

/** Names a delivery at the court among all of `Revs`. */
export const deliveryKey = ({
  ambiente,
  courtId,
}: Pick<CourtDelivery, 'ambiente' | 'courtId'>): string => JSON.stringify([ambiente, courtId]);
