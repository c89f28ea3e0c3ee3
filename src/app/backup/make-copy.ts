import type { BackupKeys } from '../../backup/keys.ts';
import type { BackupFile } from '../../backup/types.ts';
import { beginBackup, type NewBackup } from '../../backup/write-backup.ts';
import { MIGRATIONS } from '../../store/migrations.ts';
import { readWhole } from '../../store/read-whole.ts';
import type { WholeWork } from '../../store/whole.ts';
import { thisBrowser } from '../owner.ts';
import { clock, database, stores } from '../stores.ts';
import { copyKeys } from './copy-keys.ts';
import { filesOf, recordsOf } from './records.ts';
import { noteCopy } from './uncopied.ts';

/** A copy of this moment that is about to be written. */
export interface NewCopy extends NewBackup {
  /** Name for its file. */
  name: string;
  /** Epoch ms UTC. */
  madeAt: number;
  /** What it holds. */
  work: WholeWork;
}

/** What every name of a copy ends with. */
export const EXTENSION = '.estafeta';

/** Begins a copy of all the work in this browser. */
export const beginCopy = async (keys: BackupKeys): Promise<NewCopy> => {
  const madeAt = clock.now();
  const owner = await thisBrowser();
  const { work, unreadable } = await readWhole(database);
  const files = await contentsOf(work);
  const missing = { records: unreadable, files: filesOf(work).size - files.length };
  const about = { databaseVersion: MIGRATIONS.length, madeAt, owner, missing };
  const content = { about, records: recordsOf(work), files };
  const name = `estafeta ${sortableTime.format(madeAt).replaceAll(':', '.')} ${ownMark(owner.id)}`;
  return { ...(await beginBackup(content, keys)), name: name + EXTENSION, madeAt, work };
};

/** Tells this browser's files in a shared folder from those of others. */
export const ownMark = (ownerId: string): string => ownerId.slice(0, 8);

// Sweden writes 2026-11-22 14:02:33, which sorts by time.
const sortableTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Sao_Paulo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const contentsOf = async (work: WholeWork): Promise<BackupFile[]> => {
  const files: BackupFile[] = [];
  for (const sha256 of filesOf(work)) {
    const content = await stores.files.get(sha256).catch(() => undefined);
    if (content && (await isReadable(content))) files.push({ sha256, content });
  }
  return files;
};

// The browser may have lost what the record of a content points to.
const isReadable = (content: Blob): Promise<boolean> =>
  content
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** A copy as one file, for the person to save; nothing without a passphrase. */
export const copyAsFile = async (): Promise<{ name: string; content: Blob } | undefined> => {
  if (!copyKeys.value) return undefined;
  const copy = await beginCopy(copyKeys.value);
  // The browser may keep each part on disk.
  const parts: Blob[] = [];
  for await (const bytes of copy.bytes) parts.push(new Blob([bytes]));
  await noteCopy(copy, 'file');
  return { name: copy.name, content: new Blob(parts) };
};
