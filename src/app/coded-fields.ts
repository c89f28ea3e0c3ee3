import { publicTables, tableFor } from '../layout/code-tables.ts';
import type { LayoutField } from '../layout/types.ts';
import { membersOf } from '../layout/walk.ts';
import { ownTables } from './code-tables.ts';
import { formFor } from './layout-form.ts';
import type { LayoutPeriod } from './layouts.ts';

/** A field that may hold codes. */
export interface CodedField {
  name: string;
  label: string;
  /** Name of the table that explains it already. */
  table?: string;
}

/** The fields of a layout that a code table can be for, each name once. */
export const codedFields = async (period: LayoutPeriod): Promise<CodedField[]> => {
  const form = await formFor(period);
  const fields = form ? everyField(form).filter(holdsCodes) : [];
  const tables = [...(await ownTables()), ...(await publicTables())];
  const coded = fields.map(({ name, label }): CodedField => {
    const table = tableFor(tables, period, name);
    return { name, label, ...(table && { table: table.name }) };
  });
  return [...new Map(coded.map((field) => [field.name, field])).values()];
};

const everyField = (field: LayoutField): LayoutField[] => {
  if (field.kind === 'array') return everyField(field.items);
  return field.kind === 'object' ? membersOf(field).flatMap(everyField) : [field];
};

const holdsCodes = ({ kind, name }: LayoutField): boolean =>
  kind === 'choice' || (kind === 'integer' && name.startsWith('cod'));
