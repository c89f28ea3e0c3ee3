import type { LayoutField, ObjectField } from './types.ts';

/** The fields of a section in the order to show, whatever their groups. */
export const membersOf = (field: ObjectField): LayoutField[] =>
  field.groups.flatMap((group) => group.fields);

/**
 * The field that describes the value at `tokens` below `field`; `undefined` where the layout knows no such
 * member. Any array index leads to the array's items.
 */
export const fieldAtTokens = (
  field: LayoutField,
  [token, ...rest]: readonly string[],
): LayoutField | undefined => {
  if (token === undefined) return field;
  if (field.kind === 'array') return fieldAtTokens(field.items, rest);
  const member =
    field.kind === 'object' ? membersOf(field).find(({ name }) => name === token) : undefined;
  return member && fieldAtTokens(member, rest);
};
