import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from '../../../../test/support/xlsx.ts';
import { utf8 } from '../../../base/bytes.ts';
import { TooLongError } from '../limits.ts';
import { sharedStringsOf } from './parts.ts';
import { readSheet } from './read-sheet.ts';
import { openWorkbook } from './workbook.ts';

type Parts = Parameters<typeof xlsxOf>[0];

const read = async (bytes: Uint8Array<ArrayBuffer>, sheet = 0) => {
  const workbook = await openWorkbook(new Blob([bytes]));
  if (!workbook.ok) return workbook.error;
  const table = await workbook.value.read(sheet);
  return table.ok ? table.value : table.error;
};

const readRows = (rows: string, rest: Omit<Parts, 'sheets'> & { behind?: string } = {}) => {
  const { behind, ...parts } = rest;
  return read(xlsxOf({ sheets: { Folha: { rows, ...(behind && { behind }) } }, ...parts }));
};

const linesOf = async (...given: Parameters<typeof readRows>) => {
  const sheet = await readRows(...given);
  return typeof sheet === 'string' ? sheet : sheet.lines;
};

describe('a workbook', () => {
  it('names its sheets and reads the one that is chosen', async () => {
    const bytes = xlsxOf({
      sheets: {
        Resumo: { rows: '', hidden: true },
        'A &amp; B': { rows: '<row><c><v>1</v></c></row>' },
      },
    });
    const workbook = await openWorkbook(new Blob([bytes]));
    expect(workbook.ok && workbook.value.sheets).toMatchObject([
      { name: 'Resumo', hidden: true },
      { name: 'A & B', hidden: false },
    ]);
    expect(await read(bytes, 1)).toEqual({ lines: [[1]], notes: [] });
  });

  it('gives texts, numbers and answers, with the places that cells have', async () => {
    const sharedStrings =
      '<si><t>Nome</t></si><si><r><t xml:space="preserve">João </t></r><r><t>Silva</t></r>' +
      '<rPh><t>ジョアン</t></rPh></si><si><t>a_x000A_b &lt;c&gt;</t></si>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="3"><c r="B3" t="inlineStr"><is><t>solto</t></is></c><c t="b"><v>1</v></c>' +
      '<c t="s"><v>2</v></c><c t="str"><v>texto</v></c><c t="e"><v>#N/A</v></c></row>';
    expect(await linesOf(rows, { sharedStrings })).toEqual([
      ['Nome', '', 'João Silva'],
      [],
      ['', 'solto', true, 'a\nb <c>', 'texto', '#N/A'],
    ]);
  });

  it('shows numbers as a spreadsheet does, and keeps the digits that a number would lose', async () => {
    const rows =
      '<row><c><v>1234.5600000000001</v></c><c><v>1E-3</v></c><c><v>12345678901234567</v></c></row>';
    expect(await linesOf(rows)).toEqual([[1234.56, 0.001, '12345678901234567']]);
  });

  it('gives dates by the format of their cells, days counted from 1900 or 1904', async () => {
    const rows =
      '<row><c s="1"><v>45657</v></c><c s="2"><v>45657.5</v></c><c s="3"><v>45657</v></c>' +
      '<c s="1"><v>59</v></c><c t="d"><v>2024-12-31T00:00:00</v></c></row>';
    const formats = ['dd/mm/yyyy', '[$-416]d mmm yy hh:mm;@', '&quot;dia&quot; 0.00'];
    expect(await linesOf(rows, { formats })).toEqual([
      ['2024-12-31', '2024-12-31 12:00:00', 45657, '1900-02-28', '2024-12-31'],
    ]);
    const since1904 = '<row><c s="1"><v>44195</v></c></row>';
    expect(await linesOf(since1904, { formats, from1904: true })).toEqual([['2024-12-31']]);
  });

  it('gives the kept value of formulas, and tells those without one', async () => {
    const rows =
      '<row><c><f>1+1</f><v>2</v></c><c><f>A1&gt;1</f></c><c t="str"><f>""</f><v></v></c></row>';
    expect(await readRows(rows)).toEqual({
      lines: [[2, null]],
      notes: [{ note: 'formulas-without-value', count: 1 }],
    });
  });

  it('gives what stands in the first of merged cells to all of them, and tells', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>Ana</v></c><c r="B1"><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>';
    const behind =
      '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="D1:E2"/></mergeCells>';
    expect(await readRows(rows, { behind })).toEqual({
      lines: [
        ['Ana', 1],
        ['Ana', 2],
        ['', 3],
      ],
      notes: [{ note: 'merged-cells', count: 1 }],
    });
  });
});

describe('what a stranger may send instead', () => {
  it('too many lines or columns are told', async () => {
    expect(await readRows('<row r="1000000"><c><v>1</v></c></row>')).toBe('too-long');
    expect(await readRows('<row><c r="ZZZ1"><v>1</v></c></row>')).toBe('too-long');
  });

  it('parts of more bytes than the most cells take up are not read', async () => {
    const pieces = async function* () {
      yield utf8('<x/>');
    };
    const huge = { name: 'xl/part.xml', size: 512_000_001, pieces };
    await expect(sharedStringsOf(huge)).rejects.toThrow(TooLongError);
    const facts = { sharedStrings: [], dateStyles: [], from1904: false };
    await expect(readSheet(huge, facts)).rejects.toThrow(TooLongError);
  });

  it('entities are refused, and so is XML cut short', async () => {
    expect(await readRows('<!DOCTYPE x [<!ENTITY a "aaaa">]><row/>')).toBe('unreadable');
    expect(await readRows('<row><c t="inlineStr"><is><t')).toBe('unreadable');
  });

  it('a ZIP that is no workbook, a document of LibreOffice, a bomb', async () => {
    const zipOf = (name: string, content: Uint8Array) =>
      new Uint8Array(zipSync({ [name]: content }));
    expect(await read(zipOf('a.txt', utf8('x')))).toBe('unreadable');
    expect(await read(zipOf('mimetype', utf8('application/vnd.oasis.opendocument')))).toBe(
      'open-document',
    );
    expect(await read(zipOf('xl/workbook.xml', new Uint8Array(1_000_000)))).toBe('too-large');
  });
});
