import { useEffect, useMemo, useState } from 'preact/hooks';
import { linkTo } from '../../app/links/link.ts';
import { isOfAnother, linkPlace } from '../../app/links/place.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { ambiente, deliveriesWritten } from '../../app/state.ts';
import type { Json } from '../../base/json.ts';
import { valueIn } from './cell-values.ts';
import { type CellColumn, type GridColumn, isReference } from './grid-columns.ts';

/** By what people know the deliveries whose numbers stand in a table. */
export type LinkNames = ReadonlyMap<number, string>;

const NO_NAMES: LinkNames = new Map();
/** So many are looked up at once. */
const AT_ONCE = 200;

/**
 * The names of the deliveries that rows refer to; none while nobody looks for one. The same map as long as the same is known:
 * the order of the rows is made anew with another one.
 */
export const useLinkNames = (
  rows: readonly Json[],
  columns: readonly GridColumn[],
  isWanted: boolean,
): LinkNames => {
  const [names, setNames] = useState(NO_NAMES);
  const references = useMemo(() => columns.filter(isReferenceColumn), [columns]);
  const delivered = deliveriesWritten.value;
  const [where, inUse] = [ambiente.value?.id, representacaoInUse.value];
  const isNeeded = isWanted && references.length > 0;
  useEffect(() => {
    if (!isNeeded) return setNames(NO_NAMES);
    const left = new AbortController();
    void namesOf([...numbersIn(rows, references)], left.signal).then(
      (found) => found && setNames((known) => (isSame(known, found) ? known : found)),
    );
    return () => left.abort();
  }, [isNeeded, rows.length, references, delivered, where, inUse]);
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

/** `undefined`: nobody wants them any more. */
const namesOf = async (
  numbers: readonly number[],
  signal: AbortSignal,
): Promise<LinkNames | undefined> => {
  const place = linkPlace();
  const known = new Map<number, string>();
  const look = async (number: number) => {
    const link = await linkTo(number, place.ambiente).catch(() => undefined);
    if (link && !isOfAnother(link, place)) known.set(number, link.summary);
  };
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    await Promise.all(numbers.slice(from, from + AT_ONCE).map(look));
    if (signal.aborted) return undefined;
  }
  return known;
};

const isSame = (one: LinkNames, other: LinkNames): boolean =>
  one.size === other.size && [...one].every(([number, name]) => other.get(number) === name);
