import type { UnzipFault } from '../../base/zip/directory.ts';
import { openZip, UnzipError } from '../../base/zip/unzip.ts';
import type { ChosenFile } from '../files-to-sign/choose.ts';

/** A file that was brought, by itself or in a ZIP. */
export interface BroughtFile {
  /** Folders are divided by `/`; a ZIP counts as the folder that bears its name. */
  path: string;
  /** Bytes. */
  size: number;
  /** Reads it. Throws `UnzipError` where a ZIP is not what it says, `DOMException` where the file is gone. */
  content(): Promise<Blob>;
}

/** Why a ZIP is not opened. */
export type ZipFault = UnzipFault | 'unreadable';

export interface RefusedZip {
  path: string;
  fault: ZipFault;
}

/** Opens the ZIPs among the chosen files; those in ZIPs stay closed. */
export const openBrought = async (
  chosen: readonly ChosenFile[],
): Promise<{ files: BroughtFile[]; refused: RefusedZip[] }> => {
  const files: BroughtFile[] = [];
  const refused: RefusedZip[] = [];
  for (const { file, path } of chosen) {
    if (!/\.zip$/i.test(path)) {
      files.push({ path, size: file.size, content: async () => file });
      continue;
    }
    const opened = await filesOfZip(file, path.replace(/\.zip$/i, ''));
    if (typeof opened === 'string') refused.push({ path, fault: opened });
    else files.push(...opened);
  }
  return { files, refused };
};

const filesOfZip = async (zip: File, folder: string): Promise<BroughtFile[] | ZipFault> => {
  try {
    const opened = await openZip(zip);
    if (!opened.ok) return opened.error;
    return opened.value.map((packed) => ({
      path: `${folder}/${packed.name}`,
      size: packed.size,
      content: async () => {
        const pieces: BlobPart[] = [];
        for await (const piece of packed.pieces()) pieces.push(piece);
        return new Blob(pieces);
      },
    }));
  } catch (error) {
    const fault = readFaultOf(error);
    if (fault) return fault;
    throw error;
  }
};

/** What kept a file from being read; `undefined` for an error that is ours. */
export const readFaultOf = (error: unknown): ZipFault | undefined => {
  if (error instanceof UnzipError) return error.fault;
  return error instanceof DOMException ? 'unreadable' : undefined;
};
