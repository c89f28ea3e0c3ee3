import { freeName } from './signed-name.ts';

/** Writes a new file into a folder, never over another; `undefined` where the folder takes none (full, permission withdrawn). */
export const saveBeside = async (
  folder: FileSystemDirectoryHandle,
  content: Blob,
  wanted: string,
): Promise<File | undefined> => {
  try {
    const name = await freeName(wanted, (each) => isTaken(folder, each));
    const handle = await folder.getFileHandle(name, { create: true });
    const out = await handle.createWritable();
    await out.write(content);
    await out.close();
    return await handle.getFile();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
};

const isTaken = async (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> => {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    // A folder has that name.
    if (error instanceof DOMException && error.name === 'TypeMismatchError') return true;
    throw error;
  }
};
