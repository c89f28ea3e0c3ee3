import { signal } from '@preact/signals';
import { err, ok, type Result } from '../../base/result.ts';
import { database } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import { EXTENSION, type NewCopy, ownMark } from './make-copy.ts';

/** Why a copy could not be written into the folder. `gone`: moved, renamed, unplugged. */
export type FolderFault = 'full' | 'gone' | 'not-allowed' | 'failed';

/** The folder for copies. `fault`: what the last attempt met. */
export interface CopyFolder {
  handle: FileSystemDirectoryHandle;
  /** Whether the browser lets us write without asking the person again. */
  open: boolean;
  fault?: FolderFault;
}

export const folder = signal<CopyFolder | undefined>(undefined);

interface Picker {
  showDirectoryPicker?(options: {
    id: string;
    mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

// Not in the types of the DOM: File System Access, outside the standard of the file system.
interface Permissions {
  queryPermission?(asked: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(asked: { mode: 'readwrite' }): Promise<PermissionState>;
}

const KEY = 'backup';
const WRITE = { mode: 'readwrite' } as const;
const picker = globalThis as Picker;

/** Whether this browser can keep a folder. */
export const canKeepFolder = (): boolean => picker.showDirectoryPicker !== undefined;

export const loadFolder = async (): Promise<void> => {
  const handle = await database.read((db) => db.get('handles', KEY));
  folder.value = handle && { handle, open: await isOpen(handle) };
};

const isOpen = async (handle: FileSystemDirectoryHandle & Permissions): Promise<boolean> =>
  (await handle.queryPermission?.(WRITE)) === 'granted';

/** Has the person choose the folder; nothing changes where she thinks better of it. */
export const chooseFolder = async (): Promise<void> => {
  try {
    const handle = await picker.showDirectoryPicker?.({ id: 'estafeta', ...WRITE });
    if (!handle) return;
    await database.write(['handles'], 'strict', async (transaction) => {
      await transaction.objectStore('handles').put(handle, KEY);
    });
    folder.value = { handle, open: true };
    tellChanged('settings');
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
};

/** Asks the person to let us write into the folder again; only by a click of hers. */
export const reopenFolder = async (): Promise<void> => {
  if (!folder.value) return;
  const handle: FileSystemDirectoryHandle & Permissions = folder.value.handle;
  folder.value = { handle, open: (await handle.requestPermission?.(WRITE)) === 'granted' };
};

export const forgetFolder = async (): Promise<void> => {
  await database.write(['handles'], 'strict', async (transaction) => {
    await transaction.objectStore('handles').delete(KEY);
  });
  folder.value = undefined;
  tellChanged('settings');
};

/**
 * Writes a copy into the folder as a new file, reads it back, and only then drops this browser's older ones, of which the
 * last `KEPT` stay. What fails is told in `folder`.
 */
export const writeIntoFolder = async (
  copy: NewCopy,
  ownerId: string,
): Promise<Result<void, FolderFault>> => {
  const current = folder.value;
  if (!current?.open) return err('not-allowed');
  const { handle } = current;
  const written = await writeVerified(handle, copy);
  if (written.ok) await dropOlder(handle, ownerId);
  folder.value = written.ok
    ? { handle, open: true }
    : { handle, open: written.error !== 'not-allowed', fault: written.error };
  return written;
};

const writeVerified = async (
  into: FileSystemDirectoryHandle,
  copy: NewCopy,
): Promise<Result<void, FolderFault>> => {
  try {
    const file = await into.getFileHandle(copy.name, { create: true });
    // Until it is closed the bytes lie beside it, so that a file with content is whole.
    const out = await file.createWritable();
    try {
      for await (const bytes of copy.bytes) await out.write(bytes);
      await out.close();
    } catch (error) {
      await out.abort().catch(() => undefined);
      await into.removeEntry(copy.name).catch(() => undefined);
      throw error;
    }
    if (await copy.isWhole(await file.getFile())) return ok(undefined);
    await into.removeEntry(copy.name);
    return err('failed');
  } catch (error) {
    if (error instanceof DOMException) return err(FAULTS[error.name] ?? 'failed');
    throw error;
  }
};

const FAULTS: Record<string, FolderFault> = {
  QuotaExceededError: 'full',
  NotFoundError: 'gone',
  NotAllowedError: 'not-allowed',
};

/** Copies of this browser that stay in the folder. */
const KEPT = 3;

const dropOlder = async (from: FileSystemDirectoryHandle, ownerId: string): Promise<void> => {
  const own = (await copiesIn(from)).filter(({ name }) =>
    name.endsWith(` ${ownMark(ownerId)}${EXTENSION}`),
  );
  // An empty one was begun by a program that ended.
  const kept = own.filter(({ size }) => size > 0).slice(0, KEPT);
  for (const { name } of own.filter((file) => !kept.includes(file))) {
    await from.removeEntry(name).catch(() => undefined);
  }
};

/** The copies in a folder, of all browsers, the newest first. */
export const copiesIn = async (from: FileSystemDirectoryHandle): Promise<File[]> => {
  const files: File[] = [];
  for await (const handle of from.values()) {
    if (handle instanceof FileSystemFileHandle && handle.name.endsWith(EXTENSION)) {
      files.push(await handle.getFile());
    }
  }
  return files.sort((a, b) => b.name.localeCompare(a.name));
};
