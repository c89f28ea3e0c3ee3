import { expect, it } from 'vitest';
import type { Availability } from '../../outbox/ports.ts';
import { reachability } from './reachability.ts';

const THERE: Availability = { kind: 'at-hand' };
const GONE: Availability = { kind: 'pause', reason: 'no-network' };

const court = () => {
  let now = 1_000_000;
  let asked = 0;
  let answer: Promise<Availability> = Promise.resolve(THERE);
  const courts = reachability({ now: () => now });
  return {
    ...courts,
    reach: () =>
      courts.reach('simulado', () => {
        asked++;
        return answer;
      }),
    answers: (next: Availability | Promise<Availability>) => {
      answer = Promise.resolve(next);
    },
    passes: (ms: number) => {
      now += ms;
    },
    asked: () => asked,
  };
};

it('asks once for all who want to know at the same time', async () => {
  const { reach, asked } = court();
  expect(await Promise.all([reach(), reach(), reach()])).toEqual([THERE, THERE, THERE]);
  expect(asked()).toBe(1);
});

it('takes a late answer of the very server for proof, for a few seconds', async () => {
  const { reach, isReached, answered, passes, asked } = court();
  expect(isReached('simulado')).toBe(false);
  answered('simulado');
  passes(4_999);
  expect(isReached('simulado')).toBe(true);
  expect(await reach()).toEqual(THERE);
  expect(asked()).toBe(0);
  passes(1);
  await reach();
  expect(asked()).toBe(1);
});

it('asks again after a request came to nothing', async () => {
  const { reach, forget, answers, asked } = court();
  await reach();
  forget('simulado');
  answers(GONE);
  expect(await reach()).toBe(GONE);
  expect(asked()).toBe(2);
});

it('does not believe an answer that was asked for before a request came to nothing', async () => {
  const { reach, forget, answers, asked } = court();
  let arrives = (_: Availability): void => undefined;
  answers(
    new Promise((resolve) => {
      arrives = resolve;
    }),
  );
  const first = reach();
  forget('simulado');
  arrives(THERE);
  await first;
  answers(GONE);
  expect(await reach()).toBe(GONE);
  expect(asked()).toBe(2);
});

it('asks again soon where nobody answered, and at once where the clock went back', async () => {
  const { reach, answers, passes, asked } = court();
  answers(GONE);
  await reach();
  expect(await reach()).toBe(GONE);
  expect(asked()).toBe(1);
  answers(THERE);
  passes(2_000);
  expect(await reach()).toBe(THERE);
  passes(-60_000);
  await reach();
  expect(asked()).toBe(3);
});
