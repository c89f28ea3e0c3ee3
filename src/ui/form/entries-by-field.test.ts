import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/json.ts';
import { report } from '../../validation/report.ts';
import { formErrors } from './entries-by-field.ts';

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
  formErrors(report(schema, instance), moment).shown.map(({ pointer, entry }) => [
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
    expect(formErrors(warned, 'checking').shown).toEqual([]);
  });

  it('the errors of a part are those at it and within it, not those of a namesake', () => {
    const errors = formErrors(
      report(schema, { objeto: 1, lote: [{ numero: 'x' }, { numero: 'y', 'a/b': 1 }] }),
      'checking',
    );
    expect(errors.within('/lote/0')).toBe(2);
    expect(errors.within('/lote')).toBe(4);
    expect(errors.within('/lot')).toBe(0);
    expect(errors.within('')).toBe(5);
  });

  it('the list of a field stays the very one while its errors do', () => {
    const reported = report(schema, { objeto: 1, lote: [{ numero: 'x', 'a/b': 1 }] });
    const before = formErrors(reported, 'checking');
    const after = formErrors([...reported].reverse(), 'checking', before);
    expect(after.at('/objeto')).toBe(before.at('/objeto'));
    expect(formErrors([], 'checking', before).at('/objeto')).toEqual([]);
  });
});
