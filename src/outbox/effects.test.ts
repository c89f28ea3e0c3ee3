import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changeBy, EFFECTS } from './effects.ts';
import type { OutboxEvent } from './events.ts';
import type { Entry, EntryState, PauseReason } from './types.ts';

const entry = (change: Partial<Entry<unknown, unknown>> = {}): Entry<unknown, unknown> => ({
  id: 'e',
  rev: 1,
  schemaVersion: 1,
  ambiente: 'simulado',
  createdAt: 0,
  changedAt: 0,
  protocol: 'errand',
  frozen: {},
  frozenSha256: '',
  progress: {},
  state: { kind: 'running', step: 'post', attempt: 4, effect: 'once', settledAt: 0 },
  attempts: 4,
  waits: 3,
  failures: 2,
  tokenRefused: true,
  consents: [],
  absenceStated: [],
  owner: { id: 'here', name: 'aqui' },
  mustAsk: true,
  logSize: 1,
  logHead: '',
  ...change,
});

it('is drawn in docs/outbox.md as it is', () => {
  const page = readFileSync(new URL('../../docs/outbox.md', import.meta.url), 'utf8');
  const drawn = Object.entries(EFFECTS).map(([event, { words }]) => `| ${event} | ${words} |`);
  expect(page).toContain(`| event | changes |\n|---|---|\n${drawn.join('\n')}\n\n`);
});

it.each<[PauseReason, number]>([
  ['server-unavailable', 3],
  ['fault', 3],
  ['no-network', 2],
  ['not-the-server', 2],
  ['token-refused', 2],
  ['storage-full', 2],
  ['settling', 2],
])('of waits for %s the failures become %i', (reason, failures) => {
  const change = changeBy(entry(), { kind: 'postponed', reason, until: 9 });
  const waits = reason === 'settling' ? 3 : 4;
  expect(change).toEqual({ waits, failures, tokenRefused: reason === 'token-refused' });
});

it.each<OutboxEvent>([
  { kind: 'lacking', step: 'post', need: 'network' },
  { kind: 'lacking', step: 'post', need: 'token' },
  { kind: 'lacking', step: 'post', need: 'unlock' },
  { kind: 'lacking', step: 'post', need: 'earlier' },
  { kind: 'interrupted' },
  { kind: 'available' },
  { kind: 'due' },
  { kind: 'set-back', settledAt: 9 },
])('no failure is counted and none forgotten: $kind $need', (event) => {
  expect(changeBy(entry(), event)).not.toHaveProperty('failures');
});

it('an answer that proves nothing is counted; what settles a step forgets the count', () => {
  expect(changeBy(entry(), { kind: 'unknown', code: 'lost', until: 9 })).toMatchObject({
    waits: 4,
    failures: 3,
  });
  const settled = { waits: 0, failures: 0, tokenRefused: false };
  const results: OutboxEvent[] = [
    { kind: 'applied' },
    { kind: 'refused', code: 'x', detail: null, mendable: true },
  ];
  for (const event of results) expect(changeBy(entry(), event)).toEqual(settled);
  expect(changeBy(entry(), { kind: 'try-now' })).toEqual({ waits: 0, failures: 0 });
});

it('a duty to ask first ends with a verdict, not with a step that was made', () => {
  const doubt = { step: 'post', attempt: 4, code: 'lost', settledAt: 0 };
  const uncertain: EntryState = { kind: 'uncertain', ...doubt, until: 0 };
  const check: EntryState = { kind: 'needs-person', what: 'check', ...doubt, detail: null };
  const verdicts: OutboxEvent[] = [
    { kind: 'happened' },
    { kind: 'absent', reason: 'not-done', until: 9 },
    { kind: 'absence-stated', at: 0 },
  ];
  for (const event of verdicts) {
    expect(changeBy(entry({ state: uncertain }), event)).toMatchObject({ mustAsk: false });
  }
  expect(changeBy(entry({ state: check }), { kind: 'absence-stated', at: 0 })).toMatchObject({
    absenceStated: ['post'],
  });
  expect(changeBy(entry(), { kind: 'applied' })).not.toHaveProperty('mustAsk');
  expect(changeBy(entry({ mustAsk: false }), { kind: 'disowned', other: entry().owner })).toEqual({
    mustAsk: true,
  });
});

it('what is learned of an entry in other hands does not free it from asking', () => {
  const other = { id: 'there', name: 'lá' };
  const state: EntryState = { kind: 'needs-person', what: 'takeover', other };
  expect(changeBy(entry({ state }), { kind: 'happened' })).not.toHaveProperty('mustAsk');
});
