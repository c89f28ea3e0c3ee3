import { expect, it } from 'vitest';
import { periodFault } from './period.ts';

it('periods begin with January 2018', () => {
  expect(periodFault(1, 2018)).toBeUndefined();
  expect(periodFault(12, 2017)).toBe('before-first-period');
});

it('a month is a whole number from 1 to 12', () => {
  expect([0, 13, 1.5, Number.NaN].map((mes) => periodFault(mes, 2019))).toEqual(
    Array(4).fill('no-such-month'),
  );
  expect(periodFault(2, Number.NaN)).toBe('no-such-month');
});
