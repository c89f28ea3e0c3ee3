import { expect, it } from 'vitest';
import type { Json } from '../../base/json.ts';
import type { Writings } from '../../base/record.ts';
import { mergeDeadlines } from './merge-deadlines.ts';

const OF = { me: 'here', madeBy: { id: 'there', name: 'outro' } };

const decided = (writings: Writings | undefined, ...holidays: string[]): Json => ({
  holidays: { known: [], own: holidays.map((date) => ({ date, name: 'Feriado', yearly: true })) },
  rules: [],
  watches: [],
  ...(writings && { writings }),
});

it('decisions on deadlines are taken where there are none, and where the copy goes on from them', () => {
  const copied = decided({ there: 1 }, '2026-08-12');
  expect(mergeDeadlines(undefined, copied, OF)).toEqual({ taken: copied, leftOut: [] });
  const further = decided({ here: 1, there: 1 });
  expect(mergeDeadlines(decided({ here: 1 }, '2026-08-12'), further, OF).taken).toEqual(further);
});

it('what a copy of before decided does not come back', () => {
  const old = decided({ here: 1 }, '2026-08-12');
  const { taken, leftOut } = mergeDeadlines(decided({ here: 2 }), old, OF);
  expect(taken).toBeUndefined();
  expect(leftOut).toEqual([{ what: 'deadlines', why: 'newer-here' }]);
  expect(mergeDeadlines(old, old, OF)).toEqual({ leftOut: [] });
});

it('decided in two ways, what is decided here stays, with the holidays that only the copy has', () => {
  const here = decided(undefined, '2026-10-24');
  const copied = decided({ there: 3 }, '2026-08-12', '2026-10-24');
  const { taken, leftOut } = mergeDeadlines(here, copied, OF);
  expect(leftOut).toEqual([{ what: 'deadlines', why: 'different' }]);
  expect(taken).toMatchObject({
    ...{ rules: [], writings: { here: 1, there: 3 } },
    holidays: { own: [{ date: '2026-08-12' }, { date: '2026-10-24' }] },
  });
});
