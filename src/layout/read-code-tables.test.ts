import { describe, expect, it } from 'vitest';
import { readCodeTables } from './read-code-tables.ts';

const stages = (
  ...dominios: { codigo?: number | string; descricao?: string; vigencia?: string }[]
) => [{ nomeTipoDominio: 'Fase', dominios }];

describe('an export of Colare-Doc', () => {
  it('gives its tables, with months of validity, open and closed', () => {
    const json = stages(
      { codigo: 1, descricao: 'Aberta', vigencia: '01/2017' },
      { codigo: '2', descricao: ' Suspensa ', vigencia: '1/2018 à 12/2020' },
      { codigo: 3, descricao: 'Encerrada' },
    );
    expect(readCodeTables(JSON.stringify(json), 'fase.json')).toEqual({
      ok: true,
      value: [
        {
          name: 'Fase',
          items: [
            { code: 1, label: 'Aberta', from: '01/2017' },
            { code: 2, label: 'Suspensa', from: '01/2018', until: '12/2020' },
            { code: 3, label: 'Encerrada' },
          ],
        },
      ],
    });
  });

  it.each([
    ['an empty list', [], { code: 'not-a-table' }],
    ['another list', [{ nome: 'Fase' }], { code: 'not-a-table' }],
    ['a table without codes', stages(), { code: 'no-codes', name: 'Fase' }],
    [
      'a code that is no number',
      stages({ codigo: 1, descricao: 'Aberta' }, { codigo: 'A1', descricao: 'X' }),
      { code: 'bad-code', at: 2, found: 'A1' },
    ],
    ['a code without words', stages({ codigo: 4 }), { code: 'no-label', at: 1, found: '4' }],
    [
      'a month that does not exist',
      stages({ codigo: 4, descricao: 'X', vigencia: '13/2020' }),
      { code: 'bad-validity', at: 1, found: '13/2020' },
    ],
  ])('%s is refused, and says where', (_, json, error) => {
    expect(readCodeTables(JSON.stringify(json), 'fase.json')).toEqual({ ok: false, error });
  });
});

describe('a CSV file', () => {
  const items = [
    { code: 1, label: 'Aberta; "em curso"', from: '01/2018', until: '12/2020' },
    { code: 2, label: 'Suspensa' },
  ];

  it.each([
    [
      'semicolons',
      'Código;Descrição;Vigência\r\n1;"Aberta; ""em curso""";01/2018 a 12/2020\r\n\r\n2;Suspensa',
    ],
    ['tabs, no heading', '1\tAberta; "em curso"\t01/2018 a 12/2020\n2\tSuspensa\n'],
    [
      'commas',
      'codigo,descricao,vigencia\n1,"Aberta; ""em curso""",01/2018 à 12/2020\n2,Suspensa,',
    ],
  ])('with %s is a table of the name of the file', (_, text) => {
    expect(readCodeTables(text, 'Fases.2024.csv')).toEqual({
      ok: true,
      value: [{ name: 'Fases.2024', items }],
    });
  });

  it.each([
    ['a letter', 'Prezados,\nsegue a tabela', { code: 'bad-code', at: 1, found: 'Prezados' }],
    ['one column', '1\n2', { code: 'not-a-table' }],
    ['a broken export', '[{"nomeTipoDominio":', { code: 'not-a-table' }],
    ['a later line', '1;Aberta\nx;Outra', { code: 'bad-code', at: 2, found: 'x' }],
    ['a line without code', '1;Aberta\n;Outra', { code: 'bad-code', at: 2, found: '' }],
  ])('that is none is refused, with the line: %s', (_, text, error) => {
    expect(readCodeTables(text, 'fase.csv')).toEqual({ ok: false, error });
  });
});
