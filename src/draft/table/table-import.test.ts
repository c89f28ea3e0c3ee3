import { describe, expect, it } from 'vitest';
import { payrollItems } from '../../../test/support/payroll-field.ts';
import { xlsxOf } from '../../../test/support/xlsx.ts';
import { utf8 } from '../../base/bytes.ts';
import { MOST_LINES } from './limits.ts';
import { openPasted, openTable } from './open-table.ts';
import { TableImport } from './table-import.ts';

const ignore = () => undefined;

const recognise = async (source: Uint8Array<ArrayBuffer> | string) => {
  const opened =
    typeof source === 'string'
      ? { ok: true as const, value: openPasted(source) }
      : await openTable(new Blob([source]));
  if (!opened.ok) return { fault: opened.error };
  const table = new TableImport(opened.value, payrollItems);
  const found = await table.recognise({}, {}, ignore);
  return found.ok ? { table, found: found.value } : { fault: found.error };
};

const CSV = 'CPF;Situação funcional;Data de admissão\r\n52998224725;Ativo;31/12/2024\r\n';
const HEADINGS = ['CPF', 'Situação funcional', 'Data de admissão'];

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 * text.length);
  for (const [index, character] of [...text].entries())
    new DataView(bytes.buffer).setUint16(2 * index, character.charCodeAt(0), true);
  return bytes;
};

describe('a CSV file', () => {
  it.each([
    ['utf-8', utf8(CSV)],
    ['utf-8', utf8(`\uFEFF${CSV}`)],
    ['utf-16le', utf16(`\uFEFF${CSV}`)],
    ['utf-16le', utf16(CSV)],
    ['windows-1252', latin(CSV)],
  ])('is read in %s', async (encoding, bytes) => {
    const { found, table } = await recognise(bytes);
    expect(found).toMatchObject({
      table: { kind: 'text', encoding },
      choice: { separator: ';' },
      heading: 0,
      lines: 1,
    });
    expect(found?.columns.map(({ heading }) => heading)).toEqual(HEADINGS);
    const columns = found?.columns.map(({ index, match }) => ({
      index,
      target: match.target ?? '',
    }));
    expect(table?.rows(columns ?? [], 0).rows).toEqual([
      {
        ...{ numeroCpf: '52998224725', situacao: 1, dataAdmissao: '2024-12-31' },
        ...{ verbas: [{}], descontos: [{}] },
      },
    ]);
  });

  it.each([
    [';', 'CPF;Valor\n1;1,50\n2;2,50\n'],
    [';', '1,50;2,30\n1,00;7,20\n'],
    [',', 'CPF,Valor\n1,"1,50"\n2,"2,50"\n'],
    ['\t', 'CPF\tValor\n1\t1,50\n'],
    ['|', 'sep=|\nCPF|Valor\n1|2;3;4\n'],
  ])('has its separator %j found', async (separator, text) => {
    expect((await recognise(utf8(text))).found?.choice).toEqual({ separator });
  });

  it('has its headings found below titles, and quotes that do not close told', async () => {
    const text = `Prefeitura de Anápolis\n\nFolha de 11/2026;;\n${CSV}"aberto;1`;
    const { found } = await recognise(utf8(text));
    expect(found).toMatchObject({ heading: 3, lines: 2 });
    expect(found?.notes).toEqual([{ note: 'broken-quotes', count: expect.any(Number) }]);
  });

  it('has no headings where no line names a field', async () => {
    const { found } = await recognise(utf8('a;b\nc;d\n'));
    expect(found).toMatchObject({ heading: 'none', lines: 2 });
    expect(found?.columns).toMatchObject([
      { heading: '', samples: ['a', 'c'], match: { by: 'none' } },
      { heading: '', samples: ['b', 'd'], match: { by: 'none' } },
    ]);
  });

  it('with more lines than a page can hold is told', async () => {
    expect(await recognise(utf8('1\n'.repeat(MOST_LINES + 2)))).toEqual({ fault: 'too-long' });
  });
});

it('a pasted block of a spreadsheet is read as a file is', async () => {
  const { found } = await recognise('CPF\tSituação funcional\r\n1\t"Ati\nvo"\r\n');
  expect(found).toMatchObject({ table: { kind: 'text' }, choice: { separator: '\t' }, lines: 1 });
  expect(found?.columns[1]?.samples).toEqual(['Ati\nvo']);
});

it('a workbook opens at its first visible sheet', async () => {
  const rows = '<row><c t="str"><v>CPF</v></c></row><row><c t="str"><v>1</v></c></row>';
  const { found } = await recognise(
    xlsxOf({ sheets: { Oculta: { rows: '', hidden: true }, Folha: { rows } } }),
  );
  expect(found).toMatchObject({ table: { kind: 'xlsx' }, choice: { sheet: 1 }, lines: 1 });
});

it.each([
  ['old-excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  ['no-table', utf8('%PDF-1.7')],
  ['no-table', Uint8Array.of(1, 0, 0, 0, 7, 200, 1, 2, 3, 4, 5, 6)],
  ['empty', utf8(' ;\n;\n')],
  ['empty', utf8('')],
])('%s is told', async (fault, bytes) => {
  expect(await recognise(bytes)).toEqual({ fault });
});
