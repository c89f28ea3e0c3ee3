import { err, ok, type Result } from '../../../base/result.ts';
import { openZip, type PackedFile, UnzipError } from '../../../base/zip/unzip.ts';
import { TooLongError } from '../limits.ts';
import type { Sheet, TableFault } from '../sheet.ts';
import type { WorkbookFacts } from './cell-value.ts';
import {
  dateStylesOf,
  partOf,
  type SheetOfList,
  sharedStringsOf,
  workbookListOf,
} from './parts.ts';
import { readSheet } from './read-sheet.ts';
import { XmlError } from './xml.ts';

/** An XLSX file (ECMA-376, both editions) whose sheets can be read. */
export interface Workbook {
  sheets: readonly SheetOfList[];
  /** Reads a sheet by its index. `onProgress`: share that was read, 0 to 1. */
  read(index: number, onProgress?: (share: number) => void): Promise<Result<Sheet, TableFault>>;
}

/** Opens an XLSX file: its list of sheets, its texts and styles. */
export const openWorkbook = async (file: Blob): Promise<Result<Workbook, TableFault>> => {
  const files = await openZip(file);
  if (!files.ok) return files;
  if (partOf(files.value, 'mimetype')) return err('open-document');
  return guarded(async () => ok(await workbookOf(files.value)));
};

const workbookOf = async (files: readonly PackedFile[]): Promise<Workbook> => {
  const list = await workbookListOf(files);
  const facts: WorkbookFacts = {
    from1904: list.from1904,
    sharedStrings: await sharedStringsOf(partOf(files, list.sharedStrings)),
    dateStyles: await dateStylesOf(partOf(files, list.styles)),
  };
  return {
    sheets: list.sheets,
    read: async (index, onProgress) => {
      const part = partOf(files, list.sheets[index]?.part);
      return part
        ? guarded(async () => ok(await readSheet(part, facts, onProgress)))
        : err('unreadable');
    },
  };
};

/** What strangers' bytes make a reader throw, as an outcome. */
const guarded = async <T>(
  read: () => Promise<Result<T, TableFault>>,
): Promise<Result<T, TableFault>> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnzipError) return err(error.fault);
    if (error instanceof TooLongError) return err('too-long');
    // Text that is no UTF-8, or a name that is no address, is a TypeError or URIError.
    if (error instanceof XmlError || error instanceof TypeError || error instanceof URIError)
      return err('unreadable');
    throw error;
  }
};
