import { useEffect, useRef, useState } from 'preact/hooks';
import type { TablePlace, TableReader } from '../../app/table/table-client.ts';
import { readTable } from '../../app/table/table-client.ts';
import type { ImportChoice, RecognisedTable } from '../../app/table/types.ts';
import { TABLE_FAULTS, tableText as text } from '../text/tabela.ts';

/** A table that was read, and how it was recognised. */
export interface ReadTable {
  /** Of the file, or of what was pasted. */
  name: string;
  reader: TableReader;
  recognised: RecognisedTable;
}

/** Where an import stands before its rows are taken over. */
export type Reading =
  | { at: 'choosing'; fault?: string }
  /** `share`: 0 to 1. */
  | { at: 'reading'; share: number }
  | { at: 'read'; table: ReadTable };

/** A file or text on its way into a list; what is read is read in a worker that `stop` ends. */
export const useTableImport = (place: TablePlace) => {
  const [reading, setReading] = useState<Reading>({ at: 'choosing' });
  const worker = useRef<AbortController | undefined>(undefined);
  const begin = (own: AbortController | undefined) => {
    setReading({ at: 'reading', share: 0 });
    // What a worker said before it was stopped may come after.
    return (share: number) => {
      if (!own?.signal.aborted) setReading({ at: 'reading', share });
    };
  };

  const stop = () => {
    worker.current?.abort();
    worker.current = undefined;
    setReading({ at: 'choosing' });
  };
  useEffect(() => () => worker.current?.abort(), []);

  const fail = (fault: string) => {
    stop();
    setReading({ at: 'choosing', fault });
  };

  const start = async (source: Blob | string, name: string) => {
    worker.current?.abort();
    const own = new AbortController();
    worker.current = own;
    const onProgress = begin(own);
    try {
      const opened = await readTable(source, place, onProgress, own.signal);
      if (!opened.ok) return fail(TABLE_FAULTS[opened.error]);
      const { recognised } = opened.value;
      setReading({ at: 'read', table: { name, reader: opened.value, recognised } });
    } catch {
      // Whoever stopped it, or began another, has said what is shown next.
      if (!own.signal.aborted) fail(text.failed);
    }
  };

  const choose = async (table: ReadTable, choice: ImportChoice) => {
    const own = worker.current;
    const onProgress = begin(own);
    try {
      const changed = await table.reader.choose(choice, onProgress);
      if (!changed.ok) return fail(TABLE_FAULTS[changed.error]);
      setReading({ at: 'read', table: { ...table, recognised: changed.value } });
    } catch {
      if (!own?.signal.aborted) fail(text.failed);
    }
  };

  return { reading, start, choose, stop, fail };
};
