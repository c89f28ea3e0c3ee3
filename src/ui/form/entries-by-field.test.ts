import { describe, expect, it } from 'vitest';
import { report } from '../../validation/report.ts';
import { entriesByField, errorsWithin } from './entries-by-field.ts';

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

const keywordsAt = (instance: Parameters<typeof report>[1], moment: 'typing' | 'checking') =>
  Object.fromEntries(
    [...entriesByField(report(schema, instance), moment)].map(([pointer, entries]) => [
      pointer,
      entries.map(({ keyword }) => keyword),
    ]),
  );

describe('a report at the fields', () => {
  it('what is missing stands where it would be, all else at its own place', () => {
    expect(keywordsAt({ lote: [{ numero: 'x', sobra: 1 }] }, 'checking')).toEqual({
      '/objeto': ['required'],
      '/lote/0/a~1b': ['required'],
      '/lote/0': ['additionalProperties'],
      '/lote/0/numero': ['type'],
    });
  });

  it('while typing, what is not there yet is left out, what is wrong is not', () => {
    expect(keywordsAt({ lote: [{ numero: 'x' }] }, 'typing')).toEqual({
      '/lote/0/numero': ['type'],
    });
    expect(keywordsAt({ objeto: 'x', lote: [] }, 'typing')).toEqual({});
  });

  it('a warning is no error', () => {
    const warned = report({ type: 'object', desconhecida: 1 }, {}, { warnings: true });
    expect(warned).toHaveLength(1);
    expect(entriesByField(warned, 'checking').size).toBe(0);
  });

  it('the errors of a part are those at it and within it, not those of a namesake', () => {
    const byField = entriesByField(
      report(schema, { objeto: 1, lote: [{ numero: 'x' }, { numero: 'y', 'a/b': 1 }] }),
      'checking',
    );
    expect(errorsWithin(byField, '/lote/0')).toBe(2);
    expect(errorsWithin(byField, '/lote')).toBe(4);
    expect(errorsWithin(byField, '/lot')).toBe(0);
    expect(errorsWithin(byField, '')).toBe(5);
  });
});
