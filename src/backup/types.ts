import type { Json } from '../base/json.ts';

/** Why a copy cannot be opened. `newer-version`: a later Estafeta wrote it. */
export type BackupFault = 'not-a-backup' | 'newer-version' | 'wrong-passphrase' | 'damaged';

/** One record as it is kept: its store, its key there, and what it holds. */
export type BackupRecord = { store: string; key: Json; record: Json };

/** Content that records refer to. `size`: bytes. */
export type BackupFile = { sha256: string; content: Blob };

/** What stands at the head of a copy's content, for the person to judge before anything is restored. */
export interface BackupManifest {
  /** Version of the database the records come from. */
  databaseVersion: number;
  /** Epoch ms UTC. */
  madeAt: number;
  /** The browser it was made in. */
  owner: { id: string; name: string };
  /** What was in the browser, or should have been, and could not be read: it is not in the copy. */
  missing: { records: number; files: number };
  /** Number of records by store. */
  counts: Record<string, number>;
  /** SHA-256 of each record's canonical JSON (RFC 8785), hexadecimal, in the order of the records. */
  records: string[];
  /** In the order in which they follow the records; `size` in bytes. */
  files: { sha256: string; size: number }[];
}
