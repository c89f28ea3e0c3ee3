import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../src/base/json.ts';
import { type Pointer, pointerTo, valueAt } from '../../src/base/json-pointer.ts';
import type { Edit } from '../../src/draft/types.ts';

/** Values that stand in a draft when somebody typed, pasted or imported what does not belong there. */
const wrong = fc.constantFrom<Json>(
  ...['x', '31/02/2024', '2024-02-31', '1.5', 'não'],
  ...[0, -1, 2.5, 99, 1e15],
  ...[true, null, {}, []],
);

/** One damage: `at` chooses the place among all there are. */
export interface Damage {
  at: number;
  kind: 'remove' | 'replace' | 'empty' | 'repeat' | 'add';
  value: Json;
}

/** What is done to a document, one after the other. */
export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('remove', 'replace', 'empty', 'repeat', 'add'),
    value: wrong,
  }),
  { minLength: 1, maxLength: 6 },
);

/** All places of a document but its root. */
const placesIn = (value: Json, pointer: Pointer = ''): Pointer[] => {
  const members = Array.isArray(value)
    ? value.map((row, index): [string, Json] => [String(index), row])
    : Object.entries(isJsonObject(value) ? value : {});
  return members.flatMap(([name, member]) => {
    const at = pointerTo(pointer, name);
    return [at, ...placesIn(member, at)];
  });
};

/** The edit that does a damage to a document; `undefined` where there is nothing to damage. */
export const damaging = (document: JsonObject, { at, kind, value }: Damage): Edit | undefined => {
  const places = placesIn(document);
  const pointer = places[at % places.length];
  if (pointer === undefined) return undefined;
  const before = valueAt(document, pointer) ?? null;
  switch (kind) {
    case 'remove':
      return { op: 'remove', pointer };
    case 'replace':
      return { op: 'set', pointer, value };
    case 'empty':
      return { op: 'set', pointer, value: Array.isArray(before) ? [] : '' };
    case 'repeat': {
      const [first] = Array.isArray(before) ? before : [];
      return first === undefined
        ? { op: 'remove', pointer }
        : { op: 'insert', pointer: pointerTo(pointer, 1), value: first };
    }
    case 'add':
      return isJsonObject(before)
        ? { op: 'set', pointer: pointerTo(pointer, 'desconhecido'), value }
        : { op: 'set', pointer, value };
  }
};
