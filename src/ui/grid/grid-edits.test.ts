import { expect, it } from 'vitest';
import type { Json } from '../../base/json.ts';
import { duplicateRows, indexBelow } from './grid-edits.ts';

const rowsOf = (count: number): Json[] => Array.from({ length: count }, (_, n) => ({ n }));

it('many rows are duplicated as one change of the whole table, together below the last of them', () => {
  const rows = rowsOf(200_001);
  const indexes = Array.from({ length: 200_000 }, (_, index) => index);
  const edit = duplicateRows({ pointer: '/linhas', rows, indexes, columns: [] });
  const after = [...rows.slice(0, 200_000), ...rows];
  // As text: `toEqual` compares so many rows slowly.
  expect(JSON.stringify(edit)).toBe(
    JSON.stringify({ op: 'set', pointer: '/linhas', value: after }),
  );
  expect(indexBelow(indexes)).toBe(200_000);
});

it('few rows are duplicated each, in the order shown', () => {
  const edit = duplicateRows({ pointer: '/linhas', rows: rowsOf(3), indexes: [1, 0], columns: [] });
  expect(edit).toEqual({
    op: 'several',
    edits: [
      { op: 'insert', pointer: '/linhas/2', value: { n: 1 } },
      { op: 'insert', pointer: '/linhas/3', value: { n: 0 } },
    ],
  });
});
