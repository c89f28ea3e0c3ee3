import { expect, it } from 'vitest';
import { dateMask } from './date-mask.ts';

it('slashes come in while digits are added, never while they are erased', () => {
  expect(dateMask('05', '0')).toBe('05/');
  expect(dateMask('05/03', '05/0')).toBe('05/03/');
  expect(dateMask('05', '05/')).toBe('05');
  expect(dateMask('0503', '050')).toBe('0503');
});
