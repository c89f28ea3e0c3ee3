import { describe, expect, it } from 'vitest';
import { tableOfLines, tablesOfJson } from './read-code-tables.ts';

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
    expect(tablesOfJson(json)).toEqual({
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
    ['no JSON', undefined, { code: 'not-a-table' }],
    ['an empty list', [], { code: 'not-a-table' }],
    ['another list', [{ nome: 'Fase' }], { code: 'not-a-table' }],
    ['a table without codes', stages(), { code: 'no-codes', name: 'Fase' }],
    [
      'a code that is no number',
      stages({ codigo: 1, descricao: 'Aberta' }, { codigo: 'A1', descricao: 'X' }),
      { code: 'bad-code', of: 'item', at: 2, found: 'A1' },
    ],
    [
      'a code without words',
      stages({ codigo: 4 }),
      { code: 'no-label', of: 'item', at: 1, found: '4' },
    ],
    [
      'a month that does not exist',
      stages({ codigo: 4, descricao: 'X', vigencia: '13/2020' }),
      { code: 'bad-validity', of: 'item', at: 1, found: '13/2020' },
    ],
  ])('%s is refused, and says where', (_, json, error) => {
    expect(tablesOfJson(json)).toEqual({ ok: false, error });
  });
});

describe('the lines of a CSV file', () => {
  it('are codes, with or without heading and validity', () => {
    const lines = [
      ['Código', 'Descrição', 'Vigência'],
      ['1', 'Aberta', '01/2018 a 12/2020'],
      [''],
      ['2', 'Suspensa'],
    ];
    const items = [
      { code: 1, label: 'Aberta', from: '01/2018', until: '12/2020' },
      { code: 2, label: 'Suspensa' },
    ];
    expect(tableOfLines('Fase', lines)).toEqual({ ok: true, value: { name: 'Fase', items } });
    expect(tableOfLines('Fase', lines.slice(1))).toMatchObject({ value: { items } });
  });

  it.each([
    [
      'a letter',
      [['Prezados', ''], ['segue a tabela']],
      { code: 'bad-code', of: 'line', at: 1, found: 'Prezados' },
    ],
    ['one column', [['1'], ['2']], { code: 'not-a-table' }],
    ['a heading alone', [['codigo', 'descricao']], { code: 'no-codes', name: 'Fase' }],
    [
      'a later line',
      [
        ['1', 'Aberta'],
        ['x', 'Outra'],
      ],
      { code: 'bad-code', of: 'line', at: 2, found: 'x' },
    ],
    [
      'a line without code',
      [
        ['1', 'Aberta'],
        ['', 'Outra'],
      ],
      { code: 'bad-code', of: 'line', at: 2, found: '' },
    ],
  ])('that are no table are refused, and it says which: %s', (_, lines, error) => {
    expect(tableOfLines('Fase', lines)).toEqual({ ok: false, error });
  });
});
