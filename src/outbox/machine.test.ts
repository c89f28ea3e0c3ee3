import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TRANSITIONS, transition } from './machine.ts';
import type { EntryState } from './types.ts';

const FINAL: EntryState['kind'][] = ['done', 'rejected', 'cancelled'];

const drawn = (): string =>
  [
    'stateDiagram-v2',
    '  [*] --> ready: queued',
    ...TRANSITIONS.map(
      ({ from, on, guard, to }) =>
        `  ${id(from)} --> ${id(to)}: ${on}${guard ? ` (${guard})` : ''}`,
    ),
    ...FINAL.map((state) => `  ${state} --> [*]`),
  ].join('\n');

const id = (state: string) => state.replace('-', '_');

it('is drawn in docs/outbox.md as it is', () => {
  const page = readFileSync(new URL('../../docs/outbox.md', import.meta.url), 'utf8');
  expect(/```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1]).toBe(drawn());
});

it('leaves no state without a way on, and none after a final one', () => {
  const reached = new Set(TRANSITIONS.map(({ to }) => to));
  const left = new Set(TRANSITIONS.map(({ from }) => from));
  expect([...reached].filter((state) => !left.has(state)).sort()).toEqual([...FINAL].sort());
});

it('lets the person end everything but a running step', () => {
  const left = new Set(TRANSITIONS.map(({ from }) => from));
  const cancellable = TRANSITIONS.filter(({ on }) => on === 'cancel').map(({ from }) => from);
  expect([...left].filter((state) => !cancellable.includes(state))).toEqual(['running']);
});

it('never makes a step with effect once ready again without a verdict', () => {
  const running: EntryState = {
    kind: 'running',
    step: 'send',
    attempt: 1,
    effect: 'once',
    settledAt: 5,
  };
  expect(transition(running, { kind: 'interrupted' })?.kind).toBe('uncertain');
  expect(transition(running, { kind: 'unknown', code: 'lost', until: 9 })?.kind).toBe('uncertain');
  const uncertain: EntryState = {
    kind: 'uncertain',
    step: 'send',
    attempt: 1,
    code: 'lost',
    settledAt: 5,
    until: 0,
  };
  const toReady = TRANSITIONS.filter(({ from, to }) => from === uncertain.kind && to === 'ready');
  expect(toReady.map(({ on }) => on)).toEqual(['happened', 'absent']);
});

it('has each guarded arrow before the one that always holds', () => {
  for (const [index, row] of TRANSITIONS.entries()) {
    const earlier = TRANSITIONS.slice(0, index);
    const shadowed = earlier.some(
      ({ from, on, guard }) => from === row.from && on === row.on && !guard,
    );
    expect(shadowed, `${row.from} on ${row.on}`).toBe(false);
  }
});
