import { expect, it } from 'vitest';
import type { EntryState } from '../../outbox/types.ts';
import { dueFrom } from './due.ts';

const NOW = 100;
const never = () => undefined;
const doubt = { step: 'send', attempt: 1, code: 'no-answer', settledAt: 0 };

it.each<[string, EntryState, number | undefined]>([
  ['is ready', { kind: 'ready' }, 0],
  ['was left running', { kind: 'running', step: 's', attempt: 1, effect: 'none', settledAt: 0 }, 0],
  ['is paused until then', { kind: 'paused', reason: 'no-network', until: 500 }, 500],
  ['was paused by the person', { kind: 'paused', reason: 'person' }, undefined],
  ['needs the person', { kind: 'needs-person', what: 'consent', step: 's' }, undefined],
  ['is done', { kind: 'done' }, undefined],
])('an entry that %s is due then', (_, state, at) => {
  expect(dueFrom(state, NOW, never)).toBe(at);
});

it('an entry that waits is due when what it waits for may be at hand', () => {
  const waiting = { kind: 'waiting', step: 'send', need: 'unlock' } as const;
  expect(dueFrom(waiting, NOW, never)).toBeUndefined();
  expect(dueFrom(waiting, NOW, (need) => (need === 'unlock' ? 7 : undefined))).toBe(7);
});

it('an uncertain entry is asked about when its time has come and there is a token', () => {
  const uncertain = { kind: 'uncertain', until: 500, ...doubt } as const;
  expect(dueFrom(uncertain, NOW, never)).toBeUndefined();
  expect(dueFrom(uncertain, NOW, () => 0)).toBe(500);
  expect(dueFrom(uncertain, NOW, () => 900)).toBe(900);
});

it('a wait that was begun before the clock was set back is over', () => {
  const paused = { kind: 'paused', reason: 'no-network', until: 10 * 86_400_000 } as const;
  expect(dueFrom(paused, NOW, never)).toBe(0);
});
