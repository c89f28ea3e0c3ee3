import { describe, expect, it } from 'vitest';
import { type CodeTable, publicTables, tableFor, tablesIn } from './code-tables.ts';
import { fieldsOf } from './fields.ts';

const table = (items: CodeTable['items']): CodeTable => ({
  name: 'Fase',
  fields: ['codFase'],
  layouts: ['X/Y'],
  items,
});

const changing = table([
  { code: 1, label: 'Aberta', from: '01/2018', until: '12/2020' },
  { code: 1, label: 'Em curso', from: '01/2021' },
  { code: 2, label: 'Suspensa', from: '01/2018', until: '12/2020' },
  { code: 3, label: 'Encerrada' },
]);

const itemsIn = (mes: number, ano: number) => tablesIn({ mes, ano }, [changing])[0]?.items;

describe('a table stands in a month', () => {
  it('with the label that a code has in that month', () => {
    expect(itemsIn(12, 2020)?.[0]).toEqual({ code: 1, label: 'Aberta' });
    expect(itemsIn(1, 2021)?.[0]).toEqual({ code: 1, label: 'Em curso' });
  });

  it('and what is not valid in it bears its months', () => {
    expect(itemsIn(2, 2021)?.[1]).toEqual({
      code: 2,
      label: 'Suspensa',
      from: '01/2018',
      until: '12/2020',
    });
    expect(itemsIn(2, 2020)?.[1]).toEqual({ code: 2, label: 'Suspensa' });
    expect(itemsIn(2, 2021)?.[2]).toEqual({ code: 3, label: 'Encerrada' });
  });
});

describe('a field with a table', () => {
  const schema = {
    type: 'object',
    properties: {
      codFase: { type: 'integer', enum: [3, 2, 7] },
      outro: { type: 'object', properties: { codFase: { type: 'integer' } } },
    },
  };
  const tables = tablesIn({ mes: 2, ano: 2021 }, [changing]);
  const form = fieldsOf(
    schema,
    { spc: 'X', slp: 'Y' },
    { side: { groups: {}, fields: {} }, tables },
  );
  const [listed, other] = form.groups[0]?.fields ?? [];

  it('offers the codes that the schema lists, an unknown one as its number', () => {
    expect(listed).toMatchObject({
      kind: 'choice',
      options: [
        { value: 3, label: 'Encerrada' },
        { value: 2, label: 'Suspensa', validity: { from: '01/2018', until: '12/2020' } },
        { value: 7 },
      ],
    });
    expect(listed?.kind === 'choice' && listed.options[2]?.label).toBeUndefined();
  });

  it('where the schema lists none, is a choice among those of the table', () => {
    const [inner] = (other?.kind === 'object' && other.groups[0]?.fields) || [];
    expect(inner?.kind === 'choice' && inner.options.map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('takes it from the first table that is for it, in its own layout only', async () => {
    const published = await publicTables();
    const own = { ...changing, fields: ['codTipoEnvio'], layouts: ['LIC/REG_LICITACAO'] };
    const nameFor = (slp: string) =>
      tableFor([own, ...published], { spc: 'LIC', slp }, 'codTipoEnvio')?.name;
    expect(nameFor('REG_LICITACAO')).toBe('Fase');
    expect(nameFor('CONTRATO_INI')).toBe('Tipo de envio de registro');
  });
});
