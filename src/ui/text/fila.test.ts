import { expect, it } from 'vitest';
import { absenceFault } from './fila.ts';

const NOON = Date.UTC(2026, 10, 22, 15, 0);

it('tells from when on the word of the person is taken, never a time at which it is not yet', () => {
  const until = NOON + 5 * 60_000 + 1;
  expect(absenceFault({ kind: 'too-early', until }, NOON)).toContain('a partir das 12:06');
});
