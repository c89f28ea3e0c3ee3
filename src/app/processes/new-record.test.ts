import { expect, it } from 'vitest';
import { penDateTime } from './new-record.ts';

it('an instant is written as in Brasília, with its offset', () => {
  expect(penDateTime(Date.UTC(2026, 10, 23, 2, 5, 9, 750))).toBe('2026-11-22T23:05:09-03:00');
});
