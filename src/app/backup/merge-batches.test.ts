import { expect, it } from 'vitest';
import type { BatchItem, BatchOutcome } from '../../store/batches.ts';
import type { WholeBatch } from '../../store/whole.ts';
import { mergeBatches } from './merge-batches.ts';

const MADE: BatchOutcome = { kind: 'made', draftId: 'd', files: [] };
const MAKING: BatchOutcome = { kind: 'making', draftId: 'd' };

const item = (n: number, path: string, came?: BatchOutcome): BatchItem => ({
  ...{ batchId: 'b', n, path, size: 1, kind: 'payload' },
  ...(came && { came }),
});
const batch = (...items: BatchItem[]): WholeBatch => ({
  batch: {
    ...{ id: 'b', ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    name: 'mes.zip',
  },
  items,
});

it('a batch that is not here is taken whole', () => {
  const copied = batch(item(0, 'a.json', MADE), item(1, 'b.json'));
  expect(mergeBatches([], [copied])).toEqual({ taken: [copied], leftOut: [] });
});

it('of a batch that is here, the files of which more became in the copy, and nothing else', () => {
  const here = batch(item(0, 'a.json', MADE), item(1, 'b.json', MAKING), item(2, 'c.json', MADE));
  const copied = batch(
    ...[item(0, 'a.json', { ...MADE, draftId: 'other' }), item(1, 'b.json', MADE)],
    ...[item(2, 'c.json'), item(3, 'd.json')],
  );
  const { taken, leftOut } = mergeBatches([here], [copied]);
  expect(taken.map(({ items }) => items)).toEqual([[item(1, 'b.json', MADE), item(3, 'd.json')]]);
  expect(leftOut).toEqual([]);
  expect(mergeBatches([copied], [here]).taken.flatMap(({ items }) => items)).toEqual([
    item(2, 'c.json', MADE),
  ]);
  expect(mergeBatches([here], [here]).taken).toEqual([]);
});

it('a batch into which other files were brought here stays, and it is said', () => {
  const { taken, leftOut } = mergeBatches([batch(item(0, 'a.json'))], [batch(item(0, 'z.json'))]);
  expect(taken).toEqual([]);
  expect(leftOut).toEqual([{ what: 'batch', why: 'different', of: { name: 'mes.zip' } }]);
});
