import type { LayoutId, Validity } from './types.ts';

/** A code table (Tabela de Domínio) and the fields whose codes it explains. */
export interface CodeTable {
  name: string;
  /** Names of members. */
  fields: string[];
  /** `LIC/REG_LICITACAO`. */
  layouts: string[];
  /** A code may stand several times, with other labels for other months. */
  items: CodeItem[];
}

export interface CodeItem extends Validity {
  code: number;
  label: string;
}

/** The tables that are public, loaded with the first form. */
export const publicTables = async (): Promise<CodeTable[]> =>
  (await import('./codes.json', { with: { type: 'json' } })).default;

/** `2018-01` for `01/2018`: months in their order. */
const sortable = (month: string): string => month.split('/').reverse().join('-');

const isValidIn = ({ from, until }: Validity, month: string): boolean =>
  (!from || sortable(from) <= sortable(month)) && (!until || sortable(month) <= sortable(until));

/**
 * Tables as they stand in a month (`mes`: 1 to 12): each code once, by the item valid then, else by its last. An item
 * bears its validity only where it is not valid in that month.
 */
export const tablesIn = (
  { mes, ano }: { mes: number; ano: number },
  tables: readonly CodeTable[],
): CodeTable[] => {
  const month = `${String(mes).padStart(2, '0')}/${ano}`;
  return tables.map((table) => ({ ...table, items: itemsIn(month, table.items) }));
};

const itemsIn = (month: string, all: readonly CodeItem[]): CodeItem[] => {
  const items = new Map<number, CodeItem>();
  for (const item of all) {
    const { code, label } = item;
    const kept = items.get(code);
    if (isValidIn(item, month)) items.set(code, { code, label });
    else if (!kept || kept.from || kept.until) items.set(code, item);
  }
  return [...items.values()];
};

/** The table that explains a field's codes in a layout: the first that is for it. */
export const tableFor = (
  tables: readonly CodeTable[],
  { spc, slp }: LayoutId,
  fieldName: string,
): CodeTable | undefined => {
  const layout = `${spc}/${slp}`;
  return tables.find(
    ({ fields, layouts }) => fields.includes(fieldName) && layouts.includes(layout),
  );
};
