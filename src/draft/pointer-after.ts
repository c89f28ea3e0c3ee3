import { type Pointer, pointerTo, pointerTokens } from '../base/json-pointer.ts';
import type { Edit } from './types.ts';

/** Where a place of a document is after an edit; `undefined` where it went, or its table was replaced. */
export const pointerAfter = (place: Pointer, edit: Edit): Pointer | undefined => {
  switch (edit.op) {
    case 'set':
      return place.startsWith(`${edit.pointer}/`) ? undefined : place;
    case 'insert':
      return shifted(place, edit.pointer, 1);
    case 'remove':
      if (place.startsWith(`${edit.pointer}/`)) return undefined;
      return shifted(place, edit.pointer, -1);
    case 'move':
      return place === edit.from || place.startsWith(`${edit.from}/`)
        ? edit.pointer + place.slice(edit.from.length)
        : place;
    case 'several':
      return edit.edits.reduce(
        (now: Pointer | undefined, each) => now && pointerAfter(now, each),
        place,
      );
  }
};

/** The place, where the rows from the one at `row` on are moved by one. */
const shifted = (place: Pointer, row: Pointer, by: 1 | -1): Pointer => {
  const tokens = pointerTokens(place);
  const rows = pointerTokens(row);
  const first = rows.pop();
  const own = tokens[rows.length];
  const isIn = rows.every((token, n) => token === tokens[n]);
  if (!isIn || !isIndex(first) || !isIndex(own) || Number(own) < Number(first)) return place;
  return pointerTo('', ...tokens.with(rows.length, String(Number(own) + by)));
};

const isIndex = (token: string | undefined): token is string =>
  token !== undefined && /^\d+$/.test(token);
