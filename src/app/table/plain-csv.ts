/** Texts that a spreadsheet would run as a formula (OWASP, CSV injection), also behind blanks. */
const RUNS = /^[\s]*[=+\-@\t\r]/;

const cell = (text: string): string =>
  `"${(RUNS.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A CSV for spreadsheets of Brazil: UTF-8 with its mark, semicolons; no cell is a formula (D15). */
export const plainCsv = (lines: readonly (readonly string[])[]): Blob =>
  new Blob([`\uFEFF${lines.map((line) => `${line.map(cell).join(';')}\r\n`).join('')}`], {
    type: 'text/csv;charset=utf-8',
  });
