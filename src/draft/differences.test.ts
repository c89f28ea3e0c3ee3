import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../base/json.ts';
import { differences } from './differences.ts';

const rows = (...values: Json[]) => ({ rows: values });

describe('what changed between two versions of a draft', () => {
  it('is told field by field, with what stood there and what stands there now', () => {
    const before = { objeto: 'Compra', lote: [{ numero: 1, valor: 2 }], prazo: '30' };
    const after = { objeto: 'Compra', lote: [{ numero: 1, valor: 3 }], motivo: 'x' };
    expect(differences(before, after)).toEqual([
      { pointer: '/lote/0/valor', before: 2, after: 3 },
      { pointer: '/prazo', before: '30', after: undefined },
      { pointer: '/motivo', before: undefined, after: 'x' },
    ]);
  });

  it('names the row that was put in between, and no other', () => {
    expect(
      differences(rows({ n: 1 }, { n: 2 }, { n: 3 }), rows({ n: 1 }, { n: 9 }, { n: 2 }, { n: 3 })),
    ).toEqual([{ pointer: '/rows/1', before: undefined, after: { n: 9 } }]);
  });

  it('names the row that was taken out by the place it had', () => {
    expect(differences(rows('a', 'b', 'c'), rows('a', 'c'))).toEqual([
      { pointer: '/rows/1', before: 'b', after: undefined },
    ]);
  });

  it('tells the changed field of a row whose neighbours stayed', () => {
    const before = rows({ n: 1, v: 1 }, { n: 2, v: 1 }, { n: 3, v: 1 });
    const after = rows({ n: 0, v: 1 }, { n: 1, v: 1 }, { n: 2, v: 7 }, { n: 3, v: 1 });
    expect(differences(before, after)).toEqual([
      { pointer: '/rows/0', before: undefined, after: { n: 0, v: 1 } },
      { pointer: '/rows/2/v', before: 1, after: 7 },
    ]);
  });

  it('is one row of ten thousand where one was put in their middle', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ n }));
    expect(differences(rows(...many), rows(...many.toSpliced(5000, 0, { n: -1 })))).toEqual([
      { pointer: '/rows/5000', before: undefined, after: { n: -1 } },
    ]);
  });

  it('is nothing only where both are the same (property)', () => {
    const row = fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.boolean() });
    const documents = fc.record({ rows: fc.array(row, { maxLength: 8 }), text: fc.string() });
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(differences(before, after).length === 0).toBe(isSame);
        expect(differences(before, before)).toEqual([]);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
