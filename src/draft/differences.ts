import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo } from '../base/json-pointer.ts';

/** A part that two documents do not have in common. */
export interface Difference {
  /** Where it lies in the later document; what is only in the earlier one, there. */
  pointer: Pointer;
  before: Json | undefined;
  after: Json | undefined;
}

/** What an earlier document and a later one do not have in common; a row put in between leaves the others the same. */
export const differences = (before: JsonObject, after: JsonObject): Difference[] =>
  between(before, after, '');

const between = (
  before: Json | undefined,
  after: Json | undefined,
  pointer: Pointer,
): Difference[] => {
  if (Array.isArray(before) && Array.isArray(after)) return rowsBetween(before, after, pointer);
  if (isJsonObject(before) && isJsonObject(after)) {
    return Object.keys({ ...before, ...after }).flatMap((name) =>
      between(own(before, name), own(after, name), pointerTo(pointer, name)),
    );
  }
  return before === after ? [] : [{ pointer, before, after }];
};

// A member may be named as one that every object inherits.
const own = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

const rowsBetween = (before: Json[], after: Json[], pointer: Pointer): Difference[] => {
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [
    ...anchors(before, after),
    [before.length, after.length] as const,
  ]) {
    const paired = Math.min(nextI - i, nextJ - j);
    for (let n = 0; n < paired; n++) {
      found.push(...between(before[i + n], after[j + n], pointerTo(pointer, j + n)));
    }
    for (let n = i + paired; n < nextI; n++) {
      found.push({ pointer: pointerTo(pointer, n), before: before[n], after: undefined });
    }
    for (let n = j + paired; n < nextJ; n++) {
      found.push({ pointer: pointerTo(pointer, n), before: undefined, after: after[n] });
    }
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return found;
};

type Anchor = readonly [before: number, after: number];

/** Rows that stand in both, each once, in the same order (as in a patience diff). */
const anchors = (before: Json[], after: Json[]): Anchor[] => {
  const [places, others] = [onlyPlaces(before), onlyPlaces(after)];
  const common = [...places].flatMap(([row, i]): Anchor[] => {
    const j = others.get(row);
    return j === undefined ? [] : [[i, j]];
  });
  return longestInOrder(common);
};

/** Where each row stands that is there only once, in order. */
const onlyPlaces = (rows: Json[]): Map<string, number> => {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [n, row] of rows.entries()) {
    const text = JSON.stringify(row);
    if (places.has(text)) twice.add(text);
    places.set(text, n);
  }
  for (const text of twice) places.delete(text);
  return places;
};

interface Chain {
  anchor: Anchor;
  previous: Chain | undefined;
}

/** The longest part of anchors, which come in order of `before`, in which `after` grows, too. */
const longestInOrder = (common: readonly Anchor[]): Anchor[] => {
  /** At n: the chain of n + 1 anchors whose end comes first. */
  const chains: Chain[] = [];
  for (const anchor of common) {
    const n = placeOf(anchor, chains);
    chains[n] = { anchor, previous: chains[n - 1] };
  }
  const longest: Anchor[] = [];
  for (let chain = chains.at(-1); chain; chain = chain.previous) longest.push(chain.anchor);
  return longest.reverse();
};

/** The first chain that does not end before an anchor. */
const placeOf = ([, after]: Anchor, chains: readonly Chain[]): number => {
  let [low, high] = [0, chains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.anchor[1] ?? after) < after) low = middle + 1;
    else high = middle;
  }
  return low;
};
