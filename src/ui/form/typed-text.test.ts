import { expect, it } from 'vitest';
import type { LayoutField } from '../../app/form.ts';
import { dateMask } from './date-mask.ts';
import { readTyped, showTyped } from './typed-text.ts';

const field = (kind: 'text' | 'date' | 'number' | 'integer', unit?: string): LayoutField => {
  const common = { name: 'x', schemaPointer: '', label: 'X', required: false };
  if (kind === 'text') return { ...common, kind, long: false };
  return kind === 'date' ? { ...common, kind } : { ...common, kind, ...(unit && { unit }) };
};

it('what cannot be read stays as text: nothing typed is lost', () => {
  expect(readTyped(field('number'), '12,3,4')).toBe('12,3,4');
  expect(readTyped(field('integer'), '1,5')).toBe('1,5');
  expect(readTyped(field('date'), '31/02/2024')).toBe('31/02/2024');
});

it('a date may be typed with slashes, with digits only, or pasted as the wire has it', () => {
  for (const typed of ['5/3/2024', '05032024', ' 2024-03-05']) {
    expect(readTyped(field('date'), typed)).toBe('2024-03-05');
  }
});

it('blank text is no value', () => {
  expect(readTyped(field('text'), '  ')).toBeUndefined();
  expect(readTyped(field('text'), ' a ')).toBe(' a ');
});

it('a value is shown as people write it, and any other JSON as it is', () => {
  expect(showTyped(field('number', 'R$'), 50000)).toBe('50.000,00');
  expect(showTyped(field('number'), 1234.5)).toBe('1.234,5');
  expect(showTyped(field('integer'), 2024)).toBe('2024');
  expect(showTyped(field('date'), '2024-03-05')).toBe('05/03/2024');
  expect(showTyped(field('text'), { a: 1 })).toBe('{"a":1}');
  expect(showTyped(field('text'), undefined)).toBe('');
});

it('slashes come in while digits are added, never while they are erased', () => {
  expect(dateMask('05', '0')).toBe('05/');
  expect(dateMask('05/03', '05/0')).toBe('05/03/');
  expect(dateMask('05', '05/')).toBe('05');
  expect(dateMask('0503', '050')).toBe('0503');
});
