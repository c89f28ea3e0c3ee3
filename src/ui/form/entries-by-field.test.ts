import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/json.ts';
import { report } from '../../validation/report.ts';
import { errorIndex, shownErrors } from './entries-by-field.ts';

const schema = {
  type: 'object',
  required: ['objeto', 'lote'],
  properties: {
    objeto: { type: 'string' },
    lote: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['numero', 'a/b'],
        properties: { numero: { type: 'integer' } },
        additionalProperties: false,
      },
    },
  },
};

/** Pointer and keyword of each error, in the order shown. */
const keywordsAt = (instance: JsonObject, moment: 'typing' | 'checking') =>
  shownErrors(report(schema, instance), moment).map(({ pointer, entry }) => [
    pointer,
    entry.keyword,
  ]);

describe('a report at the fields', () => {
  it('what is missing stands where it would be, all else at its own place', () => {
    expect(keywordsAt({ lote: [{ numero: 'x', sobra: 1 }] }, 'checking')).toEqual([
      ['/objeto', 'required'],
      ['/lote/0', 'additionalProperties'],
      ['/lote/0/a~1b', 'required'],
      ['/lote/0/numero', 'type'],
    ]);
  });

  it('while typing, what is not there yet is left out, what is wrong is not', () => {
    expect(keywordsAt({ lote: [{ numero: 'x' }] }, 'typing')).toEqual([['/lote/0/numero', 'type']]);
    expect(keywordsAt({ objeto: 'x', lote: [] }, 'typing')).toEqual([]);
  });

  it('a warning is no error', () => {
    const warned = report({ type: 'object', desconhecida: 1 }, {}, { warnings: true });
    expect(warned).toHaveLength(1);
    expect(shownErrors(warned, 'checking')).toEqual([]);
  });

  it('the errors of a part are those at it and within it, not those of a namesake', () => {
    const errors = errorIndex()(
      report(schema, { objeto: 1, lote: [{ numero: 'x' }, { numero: 'y', 'a/b': 1 }] }),
      'checking',
    );
    expect(errors.within('/lote/0')).toBe(2);
    expect(errors.within('/lote')).toBe(4);
    expect(errors.within('/lot')).toBe(0);
    expect(errors.within('')).toBe(5);
  });

  it('after every report the index is that of a form which was never told another one', () => {
    const told = errorIndex();
    const instances: JsonObject[] = [
      { objeto: 1, lote: [{ numero: 'x', 'a/b': 1 }, { numero: 'y' }] },
      { objeto: 1, lote: [{ numero: 'x', 'a/b': 1 }, { numero: 2 }, {}] },
      { lote: [{ numero: 'x', 'a/b': 1 }], sobra: 1 },
      {},
      { objeto: 1, lote: [{ numero: 'x', 'a/b': 1 }] },
    ];
    for (const moment of ['checking', 'typing'] as const) {
      for (const instance of instances) {
        const reported = report(schema, instance);
        const [now, anew] = [told(reported, moment), errorIndex()(reported, moment)];
        expect(now.shown).toEqual(anew.shown);
        expect(new Map(now.byField)).toEqual(new Map(anew.byField));
        for (const part of ['', '/objeto', '/lote', '/lote/0', '/lote/1', '/lote/1/a~1b']) {
          expect(now.within(part)).toBe(anew.within(part));
        }
      }
    }
  });

  it('the list of a field stays the very one while its errors do', () => {
    const told = errorIndex();
    const reported = report(schema, { objeto: 1, lote: [{ numero: 'x', 'a/b': 1 }] });
    const before = told(reported, 'checking').at('/objeto');
    expect(before).toHaveLength(1);
    expect(told(reported.slice(1), 'checking').at('/objeto')).toBe(before);
    expect(told([], 'checking').at('/objeto')).toEqual([]);
  });
});
