import { proxy } from 'comlink';
import type { Pointer } from '../../base/json-pointer.ts';
import type { Result } from '../../base/result.ts';
import type { ReadRows } from '../../draft/table/read-rows.ts';
import type { TableFault } from '../../draft/table/sheet.ts';
import type {
  ChosenColumns,
  ImportChoice,
  RecognisedTable,
  TablePreview,
} from '../../draft/table/table-import.ts';
import type { LayoutField, LayoutId } from '../../layout/types.ts';
import { TABLE_WORKER } from '../worker-addresses.ts';
import { inWorker, startWorker } from '../worker-life.ts';
import { rememberedMatches } from './remembered-matches.ts';
import type { TableService } from './table.worker.ts';

type OnProgress = (share: number) => void;

/** A table on its way into an array, read in a worker of its own. */
export interface TableReader {
  recognised: RecognisedTable;
  /** The same file with another sheet, separator or line of headings. */
  choose(
    choice: ImportChoice,
    onProgress: OnProgress,
  ): Promise<Result<RecognisedTable, TableFault>>;
  /** The first lines as they would be read. */
  preview(columns: ChosenColumns, most: number): Promise<TablePreview>;
  /** The rows it makes. `firstIndex`: of the first of them in the array. */
  rows(columns: ChosenColumns, firstIndex: number): Promise<ReadRows>;
}

/** Where the rows go. `items`: of the array's field; `pointer`: of the array in the document. */
export interface TablePlace {
  layout: LayoutId;
  pointer: Pointer;
  items: LayoutField;
}

/**
 * Opens a file or a pasted text in a worker; `onProgress`: share read, 0 to 1. Ending `signal` ends the worker; what still
 * waits for it rejects with its reason.
 */
export const readTable = async (
  source: Blob | string,
  { layout, pointer, items }: TablePlace,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Result<TableReader, TableFault>> => {
  const matches = await rememberedMatches(layout, pointer);
  signal.throwIfAborted();
  const life = startWorker<TableService>(TABLE_WORKER, 'planilha');
  signal.addEventListener('abort', () => life.end.abort(signal.reason));
  const opened = await inWorker(life, async (service) =>
    service.open(source, items, matches, proxy(onProgress)),
  );
  if (!opened.ok) return opened;
  return {
    ok: true,
    value: {
      recognised: opened.value,
      choose: (choice, progress) =>
        inWorker(life, async (service) => service.choose(choice, proxy(progress))),
      preview: (columns, most) => inWorker(life, async (service) => service.preview(columns, most)),
      rows: (columns, firstIndex) =>
        inWorker(life, async (service) => service.rows(columns, firstIndex)),
    },
  };
};
