import { expect, it } from 'vitest';
import { readText, showText } from './field-text.ts';
import type { LayoutField } from './types.ts';

const field = (kind: 'text' | 'date' | 'number' | 'integer', unit?: string): LayoutField => {
  const common = { name: 'x', schemaPointer: '', label: 'X', required: false };
  if (kind === 'text') return { ...common, kind, long: false };
  return kind === 'date' ? { ...common, kind } : { ...common, kind, ...(unit && { unit }) };
};

it('what cannot be read stays as text: nothing typed is lost', () => {
  expect(readText(field('number'), '12,3,4')).toBe('12,3,4');
  expect(readText(field('integer'), '1,5')).toBe('1,5');
  expect(readText(field('date'), '31/02/2024')).toBe('31/02/2024');
});

it('a date may be typed with slashes, with digits only, or pasted as the wire has it', () => {
  for (const typed of ['5/3/2024', '05032024', ' 2024-03-05']) {
    expect(readText(field('date'), typed)).toBe('2024-03-05');
  }
});

it('blank text is no value', () => {
  expect(readText(field('text'), '  ')).toBeUndefined();
  expect(readText(field('text'), ' a ')).toBe(' a ');
});

it('a value is shown as people write it, and any other JSON as it is', () => {
  expect(showText(field('number', 'R$'), 50000)).toBe('50.000,00');
  expect(showText(field('number'), 1234.5)).toBe('1.234,5');
  expect(showText(field('integer'), 2024)).toBe('2024');
  expect(showText(field('date'), '2024-03-05')).toBe('05/03/2024');
  expect(showText(field('text'), { a: 1 })).toBe('{"a":1}');
  expect(showText(field('text'), undefined)).toBe('');
});
