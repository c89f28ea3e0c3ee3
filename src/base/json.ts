/** A JSON value (RFC 8259). */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object; member order is the order of insertion. */
export type JsonObject = { [name: string]: Json };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses text to JSON, or `undefined` where it is not JSON (HTML error pages, truncated bodies). */
export const parseJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** A copy of the value with every text that is a key of `by` replaced; names of members stay. */
export const withTextsReplaced = (value: Json, by: ReadonlyMap<string, string>): Json => {
  if (typeof value === 'string') return by.get(value) ?? value;
  if (Array.isArray(value)) return value.map((element) => withTextsReplaced(element, by));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withTextsReplaced(member, by)]),
  );
};
