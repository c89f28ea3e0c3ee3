import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard } from './clipboard.ts';

describe('a block of the clipboard', () => {
  it('is lines of cells between tabs; the last line end is no line', () => {
    expect(readClipboard('a\tb\r\n\t2\r\n')).toEqual([
      ['a', 'b'],
      ['', '2'],
    ]);
    expect(readClipboard('')).toEqual([]);
    expect(readClipboard('a\n\nb')).toEqual([['a'], [''], ['b']]);
  });

  it('keeps tabs, line ends and doubled quotes of a cell in quotes', () => {
    expect(readClipboard('"linha 1\nlinha 2"\t"diz ""sim"""\r\n"a\tb"\t')).toEqual([
      ['linha 1\nlinha 2', 'diz "sim"'],
      ['a\tb', ''],
    ]);
  });

  it('takes a quote inside a cell, or one that is never closed, for itself', () => {
    expect(readClipboard('cano 5"\t"aberto\nfim')).toEqual([['cano 5"', '"aberto'], ['fim']]);
  });

  it('may hold one cell of any length', () => {
    const long = '"'.concat('a'.repeat(20_000_000));
    expect(readClipboard(`${long}\tb`).map((line) => line.map(({ length }) => length))).toEqual([
      [20_000_001, 1],
    ]);
    expect(readClipboard(`${long}"\tb`)[0]?.[0]?.length).toBe(20_000_000);
  });

  it('gives back whatever cells a spreadsheet puts on it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ',', ' ') });
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 });
    const quoted = (text: string) =>
      /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(block, (lines) => {
        const text = lines.map((line) => line.map(quoted).join('\t')).join('\r\n');
        expect(readClipboard(`${text}\r\n`)).toEqual(lines);
      }),
    );
  });
});
