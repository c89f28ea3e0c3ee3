const CELL_ENDS = ['\t', '\r', '\n', undefined];
const CELL_END = /[\t\r\n]|$/g;
const END_OF_LINE = /\r\n|\n|\r/y;

/** A cell that begins at an index; `end`: behind it. */
interface Cell {
  text: string;
  end: number;
}

/** A cell in quotes, its quotes doubled. Searched by hand: a pattern runs out of stack in a long cell. */
const quotedCell = (text: string, at: number): Cell | undefined => {
  if (text[at] !== '"') return undefined;
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0 || !CELL_ENDS.includes(text[close + 1])) return undefined;
  return { text: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
};

const plainCell = (text: string, at: number): Cell => {
  CELL_END.lastIndex = at;
  const end = CELL_END.exec(text)?.index ?? text.length;
  return { text: text.slice(at, end), end };
};

/**
 * The cells of a block as Excel and LibreOffice put it on the clipboard: tabs between cells, lines in order; a cell that
 * holds tabs, line ends or quotes stands in quotes. The line end behind the last line is no line of its own.
 */
export const readClipboard = (text: string): string[][] => {
  const whole = text.replace(/^\uFEFF/, '').replace(/(\r\n|\n|\r)$/, '');
  if (whole === '') return [];
  if (!whole.includes('"')) return whole.split(/\r\n|\n|\r/).map((line) => line.split('\t'));
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; ; ) {
    const cell = quotedCell(whole, at) ?? plainCell(whole, at);
    line.push(cell.text);
    at = cell.end;
    if (whole[at] === '\t') {
      at++;
      continue;
    }
    lines.push(line);
    line = [];
    END_OF_LINE.lastIndex = at;
    const end = END_OF_LINE.exec(whole);
    if (!end) return lines;
    at += end[0].length;
  }
};
