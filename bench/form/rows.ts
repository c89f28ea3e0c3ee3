import type { JsonObject } from '../../src/base/json.ts';

/** A schema of the benchmark's own: one list of flat rows, and so many columns of each kind in turn. */
const KINDS: JsonObject[] = [
  { type: 'string' },
  { type: 'integer', minimum: 0 },
  { type: 'number', minimum: 0 },
  { type: 'string' },
];

const nameOf = (column: number): string => `coluna${column + 1}`;

const columnsOf = (count: number): string[] => Array.from({ length: count }, (_, at) => nameOf(at));

export const schemaOf = (columns: number): JsonObject => ({
  $schema: 'http://json-schema.org/draft-04/schema#',
  title: 'linhas',
  type: 'object',
  required: ['linhas'],
  properties: {
    linhas: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: columnsOf(columns),
        properties: Object.fromEntries(
          columnsOf(columns).map((name, at) => [name, KINDS[at % KINDS.length] ?? {}]),
        ),
      },
    },
  },
});

/** A value of a cell; numbers are whole, so that their text is the same in every language. */
const cellOf = (row: number, column: number): string | number =>
  KINDS[column % KINDS.length]?.type === 'string' ? `texto ${row} ${column}` : row * 7 + column;

export const rowsOf = (count: number, columns: number): JsonObject[] =>
  Array.from({ length: count }, (_, row) =>
    Object.fromEntries(columnsOf(columns).map((name, at) => [name, cellOf(row, at)])),
  );

/** Rows as a spreadsheet gives them to the clipboard; the last cell that wants a number holds none. */
export const clipboardOf = (count: number, columns: number): string =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_each, at) =>
      row === count - 1 && at === 1 ? 'nenhum' : cellOf(row, at),
    ).join('\t'),
  ).join('\n');
