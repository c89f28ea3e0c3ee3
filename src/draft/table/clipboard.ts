/** A cell in quotes with its doubled quotes, up to the tab, the end of the line or of the text behind it. */
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const END_OF_LINE = /\r\n|\n|\r/y;

const taken = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
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
    const quoted = taken(QUOTED, whole, at);
    const found = quoted ?? taken(PLAIN, whole, at);
    line.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (found?.[0] ?? ''));
    at += found?.[0].length ?? 0;
    if (whole[at] === '\t') {
      at++;
      continue;
    }
    lines.push(line);
    line = [];
    const end = taken(END_OF_LINE, whole, at);
    if (!end) return lines;
    at += end[0].length;
  }
};
