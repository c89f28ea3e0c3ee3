import { expect, it } from 'vitest';
import { race } from './race.ts';

it('lets the runners take turns and gives the middle of the rounds after the warm-up', async () => {
  const turns: string[] = [];
  const runner = (name: string, milliseconds: (round: number) => number) => () => {
    const round = turns.filter((turn) => turn === name).length;
    turns.push(name);
    return milliseconds(round);
  };
  // Slow while warming up, then 3, 4, … 17: the middle of fifteen is 10.
  const median = await race({
    own: runner('own', (round) => (round < 3 ? 1000 : round)),
    peer: runner('peer', () => 7),
  });
  expect(median('own')).toBe(10);
  expect(median('peer')).toBe(7);
  expect(turns.slice(0, 4)).toEqual(['own', 'peer', 'own', 'peer']);
});
