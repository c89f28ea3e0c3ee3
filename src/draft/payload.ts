import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo, pointerTokens } from '../base/json-pointer.ts';

/** A member whose name begins so is set aside: kept in the draft, absent from the payload. */
const ASIDE = '~';

/** Where the member at a pointer is kept while its section is switched off. */
export const asidePointer = (pointer: Pointer): Pointer => {
  const tokens = pointerTokens(pointer);
  return pointerTo('', ...tokens.slice(0, -1), `${ASIDE}${tokens.at(-1)}`);
};

/** The name of a member in the layout, whether it is set aside or not. */
export const plainName = (name: string): string =>
  name.startsWith(ASIDE) ? name.slice(ASIDE.length) : name;

/** Whether a member of a draft is one of its payload. */
export const isSent = (name: string, value: Json) =>
  !name.startsWith(ASIDE) && value !== null && value !== '';

/** What became of each part of a document: an edit leaves all others the very objects they were. */
const known = new WeakMap<object, Json>();

const sent = (value: Json): Json => {
  if (typeof value !== 'object' || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const made = Array.isArray(value) ? rowsSent(value) : membersSent(value);
  known.set(value, made);
  return made;
};

const rowsSent = (rows: Json[]): Json[] => {
  const made = rows.map(sent);
  return made.every((row, index) => row === rows[index]) ? rows : made;
};

const membersSent = (value: JsonObject): JsonObject => {
  const members = Object.entries(value);
  const isWhole = members.every(
    ([name, member]) => isSent(name, member) && sent(member) === member,
  );
  if (isWhole) return value;
  return Object.fromEntries(
    members
      .filter(([name, member]) => isSent(name, member))
      .map(([name, member]) => [name, sent(member)]),
  );
};

/**
 * What the court would get of a draft's document: without members that are set aside, null or the empty
 * text, since nobody states anything with them and the wire knows no null. An empty object stays (a
 * section switched on is a statement), and so does every array element, so that the pointers of a
 * report hold in the draft. Documents never change: what two have in common gives the same object twice, and a part of which
 * all is sent is the very object of the document.
 */
export const payloadOf = (document: JsonObject): JsonObject => {
  const payload = sent(document);
  return isJsonObject(payload) ? payload : {};
};
