import type { AttachmentFault } from '../attachment/check.ts';
import type { RecordHead } from '../base/record.ts';
import type { Result } from '../base/result.ts';
import type { UnzipFault } from '../base/zip/directory.ts';
import type { PayloadFault } from '../draft/intake/read-payload.ts';
import type { SignatureFault } from '../signing/verification.ts';
import { seal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { allOf } from './keys.ts';
import { isSealed } from './read-all.ts';
import type { ListedBatchItem } from './schema.ts';

/** Files that were brought to be delivered together: a folder or a ZIP of one month. */
export interface Batch extends RecordHead {
  /** Of the folder or ZIP. */
  name: string;
}

/** One file that was brought; there is one record for each. Everything that became of it later is read elsewhere. */
export interface BatchItem {
  batchId: string;
  /** From 0, in the order they were brought. */
  n: number;
  /** Folders are divided by `/`. */
  path: string;
  /** Bytes. */
  size: number;
  /** `file`: no payload, but perhaps one's attachment. `zip`: one that was not opened. */
  kind: 'payload' | 'file' | 'zip';
  /** Of its bytes, lower-case hexadecimal; of a payload that was read. */
  sha256?: string;
  /** In whose name it was brought, as in the batch. */
  representacao?: number;
  /** The layout and month it was taken for. */
  what?: { spc: string; slp: string; mes: number; ano: number };
  /** Absent: nothing yet. */
  came?: BatchOutcome;
}

/** Why a file was not read. */
export type BatchReadFault = PayloadFault | { fault: 'unreadable'; why: UnzipFault | 'unreadable' };

/** Why no draft was made of a payload; it can be tried again. */
export type MakeFault =
  | StorageFault
  | 'stale-revision'
  | 'no-ambiente'
  | 'not-found'
  | 'no-answer'
  | 'not-a-schema';

/** Why a file was not taken into the draft that names it. */
export type BroughtFileFault =
  | AttachmentFault
  | SignatureFault
  | StorageFault
  | 'place-gone'
  /** The making was cut off, the draft was changed by a person before it went on, and does not have it. */
  | 'not-in-draft';

/** What became of a file when it was brought. */
export type BatchOutcome =
  | { kind: 'unreadable'; reading: BatchReadFault }
  /** The same bytes for the same layout and month were brought before, as this draft. */
  | { kind: 'repeated'; draftId: string; path?: string }
  /** A draft is being made, or was when the window closed. */
  | { kind: 'making'; draftId: string }
  | { kind: 'not-made'; fault: MakeFault }
  /** Before a draft was made of it, another file was brought under its path. */
  | { kind: 'replaced' }
  | {
      kind: 'made';
      draftId: string;
      /** Files brought with it that it names, by their paths, and why one is not in the draft. */
      files: { path: string; fault?: BroughtFileFault }[];
    };

/** A file of a batch with its key and what its index needs. */
export const listedItem = async (
  { ambiente }: Batch,
  item: BatchItem,
): Promise<[[string, number], ListedBatchItem]> => {
  const { batchId, n, sha256 } = item;
  const listed: ListedBatchItem = await seal(item);
  if (sha256 !== undefined) listed.content = [ambiente, sha256];
  return [[batchId, n], listed];
};

/** Batches and what was brought with them. */
export interface Batches {
  /** Those of an ambiente, the newest first. */
  list(ambiente: string): Promise<Batch[]>;
  /** In the order they were brought. */
  items(batchId: string): Promise<BatchItem[]>;
  /** What was brought with these very bytes (SHA-256, hexadecimal) in an ambiente. */
  ofContent(ambiente: string, sha256: string): Promise<BatchItem[]>;
  save(batch: Batch, items: readonly BatchItem[]): Promise<Result<void, StorageFault>>;
}

export const batchStore = (database: Database): Batches => ({
  list: async (ambiente) => {
    const found = await database.read((db) => db.getAll('batches'));
    const batches = await unsealAll(found.filter(isSealed));
    return batches
      .filter((batch) => batch.ambiente === ambiente)
      .sort((a, b) => b.createdAt - a.createdAt);
  },

  items: async (batchId) => {
    const found = await database.read((db) => db.getAll('batchItems', allOf(batchId)));
    return unsealAll(found.filter(isSealed));
  },

  ofContent: async (ambiente, sha256) => {
    const found = await database.read((db) =>
      db.getAllFromIndex('batchItems', 'content', [ambiente, sha256]),
    );
    return unsealAll(found.filter(isSealed));
  },

  save: async (batch, items) => {
    const sealedBatch = await seal(batch);
    const sealed = await Promise.all(items.map((item) => listedItem(batch, item)));
    return database.write(['batches', 'batchItems'], 'strict', async (transaction) => {
      const batches = transaction.objectStore('batches');
      const store = transaction.objectStore('batchItems');
      // Also of what became of its files: a copy that is restored must not write over it.
      const rev = ((await batches.get(batch.id))?.rev ?? 0) + 1;
      await Promise.all([
        batches.put({ ...sealedBatch, rev }, batch.id),
        ...sealed.map(([key, value]) => store.put(value, key)),
      ]);
    });
  },
});
