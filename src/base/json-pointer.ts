import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A JSON Pointer (RFC 6901): '' is the root, '/lote/0/item' a member. */
export type Pointer = string;

const escapeToken = (token: string) => token.replace(/~/g, '~0').replace(/\//g, '~1');
const unescapeToken = (token: string) => token.replace(/~1/g, '/').replace(/~0/g, '~');

export const pointerTo = (parent: Pointer, ...tokens: (string | number)[]): Pointer =>
  tokens.reduce<string>((pointer, token) => `${pointer}/${escapeToken(String(token))}`, parent);

export const pointerTokens = (pointer: Pointer): string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken);

/** The value at a pointer, or `undefined` where there is none. */
export const valueAt = (root: Json | undefined, pointer: Pointer): Json | undefined => {
  let value: Json | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isJsonObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
};

/**
 * A copy of `root` with `value` at the pointer; `undefined` removes the member or array element.
 * Missing objects on the way are made. Unchanged parts are shared with the original.
 */
export const withValueAt = (root: Json, pointer: Pointer, value: Json | undefined): Json => {
  const [token, ...rest] = pointerTokens(pointer);
  if (token === undefined) return value ?? null;
  const deeper = rest.length === 0 ? '' : pointerTo('', ...rest);
  if (Array.isArray(root)) {
    const index = Number(token);
    const copy = [...root];
    const element = deeper === '' ? value : withValueAt(copy[index] ?? {}, deeper, value);
    if (element === undefined) copy.splice(index, 1);
    else copy[index] = element;
    return copy;
  }
  const owner: JsonObject = isJsonObject(root) ? root : {};
  const former = Object.hasOwn(owner, token) ? owner[token] : undefined;
  const member = deeper === '' ? value : withValueAt(former ?? {}, deeper, value);
  // Unlike an assignment, this makes a member of `__proto__`, too.
  if (member !== undefined) return { ...owner, [token]: member };
  const copy = { ...owner };
  delete copy[token];
  return copy;
};
