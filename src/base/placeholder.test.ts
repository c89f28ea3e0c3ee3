import { describe, expect, it } from 'vitest';
import { newId } from './ids.ts';
import { valueAt } from './json-pointer.ts';
import {
  entryIdStart,
  isPlaceholder,
  placeholderFor,
  placeholdersWithin,
  withoutPlaceholders,
} from './placeholder.ts';

describe('the number that stands for an id to come', () => {
  it('names the entry that is to bring it', () => {
    for (const id of [
      '00000000-0000-4000-8000-000000000000',
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
      ...Array.from({ length: 100 }, newId),
    ]) {
      expect(id.startsWith(entryIdStart(placeholderFor(id)))).toBe(true);
    }
  });

  it('is a whole number that JSON keeps, and none that a court would give', () => {
    const last = placeholderFor('ffffffff-ffff-4fff-bfff-ffffffffffff');
    expect(Number.isSafeInteger(last)).toBe(true);
    expect(JSON.parse(JSON.stringify(last))).toBe(last);
    expect(isPlaceholder(last)).toBe(true);
    expect(isPlaceholder(last + 1)).toBe(false);
    expect([-1, 505, 2 ** 31, 8_999_999_999_999_999, '505', null].some(isPlaceholder)).toBe(false);
  });
});

describe('the placeholders of a payload', () => {
  const [one, other] = [placeholderFor(newId()), placeholderFor(newId())];
  const payload = { idProcedimento: one, valor: 3, lote: [{ 'a/b': 505 }, { 'a/b': other }] };

  it('are found wherever they stand, each with its pointer', () => {
    const found = placeholdersWithin(payload);
    expect(found.map(({ placeholder }) => placeholder)).toEqual([one, other]);
    for (const { pointer, placeholder } of found) {
      expect(valueAt(payload, pointer)).toBe(placeholder);
    }
  });

  it('give way to what they are replaced by, and to nothing else', () => {
    const shown = withoutPlaceholders(payload, (each) => (each === one ? 505 : 'sem número'));
    expect(shown).toEqual({
      idProcedimento: 505,
      valor: 3,
      lote: [{ 'a/b': 505 }, { 'a/b': 'sem número' }],
    });
    const without = { valor: 3 };
    expect(withoutPlaceholders(without, () => 1)).toBe(without);
  });
});
