import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo, pointerTokens } from '../base/json-pointer.ts';

/** A member whose name begins so is set aside: kept in the draft, absent from the payload. */
const ASIDE = '~';

/** Where the member at a pointer is kept while its section is switched off. */
export const asidePointer = (pointer: Pointer): Pointer => {
  const tokens = pointerTokens(pointer);
  return pointerTo('', ...tokens.slice(0, -1), `${ASIDE}${tokens.at(-1)}`);
};

/** Whether a member of a draft is one of its payload. */
export const isSent = (name: string, value: Json) =>
  !name.startsWith(ASIDE) && value !== null && value !== '';

const sent = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sent);
  return isJsonObject(value) ? payloadOf(value) : value;
};

/**
 * What the court would get of a draft's document: without members that are set aside, null or the empty
 * text, since nobody states anything with them and the wire knows no null. An empty object stays (a
 * section switched on is a statement), and so does every array element, so that the pointers of a
 * report hold in the draft.
 */
export const payloadOf = (document: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(document)
      .filter(([name, value]) => isSent(name, value))
      .map(([name, value]) => [name, sent(value)]),
  );
