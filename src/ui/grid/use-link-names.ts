import { useEffect, useMemo, useState } from 'preact/hooks';
import { linkTo } from '../../app/links/link.ts';
import { isOfAnother, linkPlace } from '../../app/links/place.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { ambiente, deliveriesWritten, entries } from '../../app/state.ts';
import type { Json } from '../../base/json.ts';
import { valueIn } from './cell-values.ts';
import { type CellColumn, type GridColumn, isReference } from './grid-columns.ts';

/** By what people know the deliveries whose numbers stand in a table. */
export type LinkNames = ReadonlyMap<number, string>;

const NO_NAMES: LinkNames = new Map();
/** So many are looked up at once; between them what is known by then is told. */
const AT_ONCE = 200;

/** The names of the deliveries that rows refer to, told as they become known; none while nobody looks for one. */
export const useLinkNames = (
  rows: readonly Json[],
  columns: readonly GridColumn[],
  isWanted: boolean,
): LinkNames => {
  const [names, setNames] = useState(NO_NAMES);
  const references = useMemo(() => columns.filter(isReferenceColumn), [columns]);
  const [queue, delivered] = [entries.value, deliveriesWritten.value];
  const [where, inUse] = [ambiente.value?.id, representacaoInUse.value];
  const isNeeded = isWanted && references.length > 0;
  useEffect(() => {
    setNames(NO_NAMES);
    if (!isNeeded) return;
    const left = new AbortController();
    void tellNames([...numbersIn(rows, references)], left.signal, setNames);
    return () => left.abort();
  }, [isNeeded, rows.length, references, queue, delivered, where, inUse]);
  return names;
};

const isReferenceColumn = (column: GridColumn): column is CellColumn =>
  column.kind === 'cell' && isReference(column.field);

const numbersIn = (rows: readonly Json[], columns: readonly CellColumn[]): Set<number> => {
  const found = new Set<number>();
  for (const row of rows) {
    for (const { column } of columns) {
      const value = valueIn(row, column.path);
      if (typeof value === 'number') found.add(value);
    }
  }
  return found;
};

const tellNames = async (
  numbers: readonly number[],
  signal: AbortSignal,
  tell: (names: LinkNames) => void,
): Promise<void> => {
  const place = linkPlace();
  const known = new Map<number, string>();
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const look = async (number: number) => {
      const link = await linkTo(number, place.ambiente).catch(() => undefined);
      if (link && !isOfAnother(link, place)) known.set(number, link.summary);
    };
    await Promise.all(numbers.slice(from, from + AT_ONCE).map(look));
    if (signal.aborted) return;
    tell(new Map(known));
  }
};
