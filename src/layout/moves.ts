import { type Pointer, pointerTokens } from '../base/json-pointer.ts';

/** The rows that a path stands in: all of it up to its last `*`. */
const rowsOf = (path: Pointer): string => path.slice(0, path.lastIndexOf('*') + 1);

const byName = (paths: readonly Pointer[]): Map<string, Pointer[]> => {
  const named = new Map<string, Pointer[]>();
  for (const path of paths) {
    const name = pointerTokens(path).at(-1);
    if (name !== undefined && name !== '*') named.set(name, [...(named.get(name) ?? []), path]);
  }
  return named;
};

/**
 * Where each path of `now` was in `before`, both with owners first; `undefined` for what is new. A path that is gone is
 * taken to have moved where a single new one bears its name, within the same rows; its members go with it.
 */
export const movesBetween = (
  before: readonly Pointer[],
  now: readonly Pointer[],
): ((path: Pointer) => Pointer | undefined) => {
  const [old, present] = [new Set(before), new Set(now)];
  const gone = byName(before.filter((path) => !present.has(path)));
  const added = now.filter((path) => !old.has(path));
  const formerOf = new Map<Pointer, Pointer>();
  const withOwner = (path: Pointer): Pointer | undefined => {
    const owner = [...formerOf.keys()].findLast((moved) => path.startsWith(`${moved}/`));
    const former = owner && `${formerOf.get(owner)}${path.slice(owner.length)}`;
    return former !== undefined && old.has(former) ? former : undefined;
  };
  for (const [name, [path, ...others]] of byName(added)) {
    const [former, ...more] = gone.get(name) ?? [];
    const isOne = others.length === 0 && more.length === 0;
    if (!isOne || path === undefined || former === undefined) continue;
    if (rowsOf(path) === rowsOf(former) && withOwner(path) === undefined)
      formerOf.set(path, former);
  }
  return (path) => (old.has(path) ? path : (formerOf.get(path) ?? withOwner(path)));
};
