import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';

/** Puts a value into a row that is ours to change; sections on the way are copied. Emptied sections stay. */
export const withCell = (
  row: Json,
  [name, ...rest]: readonly string[],
  value: Json | undefined,
): Json => {
  if (name === undefined) return value ?? '';
  const owner: JsonObject = isJsonObject(row) ? row : {};
  const member = owner[name];
  if (rest.length > 0) {
    if (value === undefined && !isJsonObject(member)) return owner;
    owner[name] = withCell(isJsonObject(member) ? { ...member } : {}, rest, value);
  } else if (value === undefined) delete owner[name];
  else owner[name] = value;
  return owner;
};
