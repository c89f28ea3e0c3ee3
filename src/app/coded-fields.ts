import type { LayoutField } from '../layout/types.ts';
import { membersOf } from '../layout/walk.ts';
import { formFor } from './layout-form.ts';
import type { LayoutPeriod } from './layouts.ts';

/** A field that may hold codes. */
export interface CodedField {
  name: string;
  label: string;
}

/** The fields of a layout that a code table can be for, each name once. */
export const codedFields = async (period: LayoutPeriod): Promise<CodedField[]> => {
  const form = await formFor(period);
  const fields = form ? everyField(form).filter(holdsCodes) : [];
  return [...new Map(fields.map(({ name, label }) => [name, { name, label }])).values()];
};

const everyField = (field: LayoutField): LayoutField[] => {
  if (field.kind === 'array') return everyField(field.items);
  return field.kind === 'object' ? membersOf(field).flatMap(everyField) : [field];
};

const holdsCodes = ({ kind, name }: LayoutField): boolean =>
  kind === 'choice' || (kind === 'integer' && name.startsWith('cod'));
