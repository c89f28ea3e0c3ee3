import type { Json } from './json.ts';
import { type Pointer, pointerTo } from './json-pointer.ts';

/** No court counts so far; with 40 bits more, every number stays exact as an IEEE 754 double (RFC 8259 §6). */
const FIRST = 9_000_000_000_000_000;
const BITS = 40;

/**
 * What stands in a document for a court's number that does not exist yet: the number begins as the id of the queue's entry
 * (UUID v4, its first ten digits are random) that is to bring it. Nothing beside the document has to remember it.
 */
export const placeholderFor = (entryId: string): number =>
  FIRST + Number.parseInt(entryId.replace('-', '').slice(0, BITS / 4), 16);

/** Whether a value of a document stands for a number that does not exist yet. */
export const isPlaceholder = (value: Json | undefined): value is number =>
  typeof value === 'number' && value >= FIRST && value < FIRST + 2 ** BITS;

/** How the id of the entry begins that a placeholder stands for: `0f3a5c77-9b`. */
export const entryIdStart = (placeholder: number): string => {
  const digits = (placeholder - FIRST).toString(16).padStart(BITS / 4, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
};

/** A placeholder and where it stands. */
export interface PlacedPlaceholder {
  pointer: Pointer;
  placeholder: number;
}

const NONE: readonly PlacedPlaceholder[] = [];
const known = new WeakMap<object, readonly PlacedPlaceholder[]>();

/**
 * Every placeholder of a payload, with its pointer from the value given. Payloads never change: a part that another payload
 * holds, too, is not looked through again.
 */
export const placeholdersWithin = (value: Json): readonly PlacedPlaceholder[] => {
  if (isPlaceholder(value)) return [{ pointer: '', placeholder: value }];
  if (typeof value !== 'object' || value === null) return NONE;
  const before = known.get(value);
  if (before) return before;
  const found = Object.entries(value).flatMap(([name, member]) =>
    placeholdersWithin(member).map(({ pointer, placeholder }) => ({
      pointer: `${pointerTo('', name)}${pointer}`,
      placeholder,
    })),
  );
  const placed = found.length === 0 ? NONE : found;
  known.set(value, placed);
  return placed;
};

/** A copy of the value with every placeholder replaced; unchanged where there is none. */
export const withoutPlaceholders = (value: Json, by: (placeholder: number) => Json): Json =>
  placeholdersWithin(value).length === 0 ? value : replaced(value, by);

const replaced = (value: Json, by: (placeholder: number) => Json): Json => {
  if (isPlaceholder(value)) return by(value);
  if (Array.isArray(value)) return value.map((element) => replaced(element, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, replaced(member, by)]),
  );
};
