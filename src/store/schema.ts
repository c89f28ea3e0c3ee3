import type { DBSchema } from 'idb';
import type { Attachment } from '../attachment/types.ts';
import type { Bytes } from '../base/bytes.ts';
import type { Json } from '../base/json.ts';
import type { WrappedKey } from '../base/key-wrap.ts';
import type { Draft, DraftChange, DraftSnapshot } from '../draft/types.ts';
import type { DraftVersion } from '../draft/versions.ts';
import type { CachedLayout } from '../layout/types.ts';
import type { LogRow } from '../outbox/types.ts';
import type { Delivery } from '../receipt/types.ts';
import type { CertificateSummary } from '../signing/signer.ts';
import type { Batch, BatchItem } from './batches.ts';
import type { Sealed } from './codec.ts';
import type { DeliveryListKey, ListedCourtDelivery } from './court-delivery-lists.ts';
import type { DoneKey, ListedEntry } from './entry-records.ts';
import type {
  ListedPenEntry,
  ListedProcess,
  ListedTramite,
  PenListKey,
  ProcessNameKey,
} from './pen-lists.ts';

/** A certificate the person imported: what is shown, the chain, and the key only if wrapped by a passphrase (D10). */
export interface StoredCertificate {
  summary: CertificateSummary;
  /** DER, the leaf first. */
  chain: Bytes[];
  /** PKCS#8 wrapped by a passphrase the person chose (PBKDF2 and AES-GCM). */
  wrappedKey?: WrappedKey;
  /** Epoch ms UTC. */
  importedAt: number;
}

/** Something by which certificates are judged, loaded by the person or fetched. Nothing of it is believed for lying here. */
export interface TrustItem {
  /** Names it among all: SHA-256 of the bytes, or the address from which the next one will replace it. */
  id: string;
  kind: 'certificate' | 'crl' | 'ocsp-response';
  der: Bytes;
  /** The address, or the name of the file. */
  source: string;
  /** Epoch ms UTC. */
  obtainedAt: number;
}

/** Content by its SHA-256. */
interface StoredContent {
  content: Blob;
  /** Epoch ms UTC; content that is young may not be referred to yet. */
  storedAt: number;
}

/** The words of a draft, for the search. */
export interface DraftText {
  text: string;
}

/** A draft as it lies on disk: by what stands beside its record, in clear, lists find it. */
export interface ListedDraft extends Sealed<Draft> {
  /** [ambiente, -changedAt, id]: in order, the newest of an ambiente first. */
  newest: [ambiente: string, age: number, id: string];
  /** Epoch ms UTC. */
  changedAt: number;
  /** Days that this revision was found to tell, by their place in the document; `''`: it tells none there. */
  days?: Record<string, string>;
}

/** A file that was brought, found by the ambiente and the SHA-256 of its bytes (hexadecimal). */
export interface ListedBatchItem extends Sealed<BatchItem> {
  content?: [ambiente: string, sha256: string];
}

/** All keys lie beside the records (out of line), so that a sealed record gives nothing away but its key. */
export interface EstafetaSchema extends DBSchema {
  drafts: {
    key: string;
    value: ListedDraft;
    indexes: { newest: ListedDraft['newest']; changedAt: number };
  };
  /** Its draft's id */
  draftSnapshots: { key: string; value: Sealed<DraftSnapshot> };
  /** [draft id, seq] */
  draftChanges: { key: [string, number]; value: Sealed<DraftChange> };
  /** [draft id, n] */
  draftVersions: { key: [string, number]; value: Sealed<DraftVersion> };
  /** Its draft's id; `rev`: of the draft whose words it holds */
  draftTexts: { key: string; value: Sealed<DraftText> };
  /** [draft id, local id] */
  attachments: { key: [string, string]; value: Sealed<Attachment> };
  /** SHA-256 of the content, hexadecimal */
  files: { key: string; value: Sealed<StoredContent> };
  /** [spc, slp, ano, mes] */
  layouts: { key: [string, string, number, number]; value: Sealed<CachedLayout> };
  /** Fingerprint of the leaf */
  certificates: { key: string; value: Sealed<StoredCertificate> };
  entries: {
    key: string;
    value: ListedEntry;
    indexes: { changed: ListedEntry['changed']; done: DoneKey };
  };
  /** Id of a draft: the done entry that was made of it. */
  doneDrafts: { key: string; value: string };
  /** [entry id, seq] */
  log: { key: [string, number]; value: Sealed<LogRow> };
  deliveries: { key: string; value: Sealed<Delivery> };
  /** [ambiente, the court's id]; both indexes have several keys for each record */
  courtDeliveries: {
    key: [string, number];
    value: ListedCourtDelivery;
    indexes: { lists: DeliveryListKey; uuids: string };
  };
  /** Its id */
  batches: { key: string; value: Sealed<Batch> };
  /** [batch id, n] */
  batchItems: {
    key: [string, number];
    value: ListedBatchItem;
    indexes: { content: NonNullable<ListedBatchItem['content']> };
  };
  /** Its id */
  processes: {
    key: string;
    value: ListedProcess;
    indexes: { lists: PenListKey; names: ProcessNameKey; changedAt: number };
  };
  /** Its id */
  tramites: {
    key: string;
    value: ListedTramite;
    indexes: { lists: PenListKey; process: string; changedAt: number };
  };
  /** Its id */
  penEntries: {
    key: string;
    value: ListedPenEntry;
    indexes: { unfinished: number; process: string; tramite: [string, string, number] };
  };
  /** [entry id, seq] */
  penLog: { key: [string, number]; value: Sealed<LogRow> };
  settings: { key: string; value: Sealed<Json> };
  /** Its id */
  trust: { key: string; value: Sealed<TrustItem> };
  /** Folders the person chose, by what they are for; a handle is no data and cannot be sealed. */
  handles: { key: string; value: FileSystemDirectoryHandle };
  /** [version, store, key]: what a record was before the migration to that version; [version]: since when (epoch ms) it is proven. */
  earlier: { key: [number] | [number, string, string]; value: unknown };
}
