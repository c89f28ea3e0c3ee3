import type { Json, JsonObject } from '../base/json.ts';
import { type Pointer, valueAt } from '../base/json-pointer.ts';
import type { LayoutField } from '../layout/types.ts';
import { membersOf } from '../layout/walk.ts';
import { asidePointer } from './payload.ts';
import type { Edit } from './types.ts';

const isSection = ({ kind }: LayoutField) => kind === 'object' || kind === 'array';

/**
 * What a section or row holds when it comes into being: the sections and first rows it cannot do without,
 * so that the form shows them and the report names what is missing in them.
 */
export const emptySection = (field: LayoutField): Json => {
  if (field.kind === 'array') {
    return Array.from({ length: field.minItems }, () => emptySection(field.items));
  }
  if (field.kind !== 'object') return '';
  return Object.fromEntries(
    membersOf(field)
      .filter((member) => member.required && isSection(member))
      .map((member) => [member.name, emptySection(member)]),
  );
};

/** Shows an optional section: with what it held before it was switched off, else empty. */
export const switchOn = (document: JsonObject, pointer: Pointer, field: LayoutField): Edit => {
  const aside = asidePointer(pointer);
  return valueAt(document, aside) === undefined
    ? { op: 'set', pointer, value: emptySection(field) }
    : { op: 'move', from: aside, pointer };
};

/** Takes an optional section out of the payload; what it holds is kept in the draft. */
export const switchOff = (pointer: Pointer): Edit => ({
  op: 'move',
  from: pointer,
  pointer: asidePointer(pointer),
});
