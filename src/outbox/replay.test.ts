import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryOutbox } from '../../test/support/outbox-memory.ts';
import { commit } from './commit.ts';
import { enqueue } from './entry.ts';
import type { OutboxEvent } from './events.ts';
import { TRANSITIONS } from './machine.ts';
import { disagreement, replay } from './replay.ts';
import type { Entry, LogRow } from './types.ts';

const HERE = { id: 'here', name: 'aqui' };

/** An event still without its attempt, which the runner numbers. */
type Drawn = (entry: Entry<unknown, unknown>) => OutboxEvent;

const fixed = (...events: OutboxEvent[]) =>
  events.map(
    (event): Drawn =>
      () =>
        event,
  );

const EVENTS: Drawn[] = [
  ...(['once', 'repeatable'] as const).map(
    (effect): Drawn =>
      ({ attempts }) => ({
        kind: 'begun',
        step: 'send',
        attempt: attempts + 1,
        effect,
        settledAt: 5,
      }),
  ),
  ({ attempts }) => ({ kind: 'doubted', step: 'send', attempt: attempts + 1, settledAt: 5 }),
  ...fixed(
    { kind: 'applied' },
    { kind: 'refused', code: 'no', detail: null, mendable: true },
    { kind: 'refused', code: 'no', detail: null, mendable: false },
    { kind: 'unknown', code: 'lost', until: 9 },
    { kind: 'postponed', reason: 'fault', until: 9 },
    { kind: 'postponed', reason: 'budget-spent' },
    { kind: 'lacking', step: 'send', need: 'token' },
    { kind: 'lacking', step: 'send', need: 'unlock' },
    { kind: 'lacking', step: 'send', need: 'consent' },
    { kind: 'interrupted' },
    { kind: 'happened' },
    { kind: 'absent', reason: 'not-done', until: 9 },
    { kind: 'set-back', settledAt: 5 },
    { kind: 'still-unknown', code: 'no-trace', detail: null },
    { kind: 'available' },
    { kind: 'due' },
    { kind: 'finished' },
    { kind: 'consented', step: 'send', means: 'pen' },
    { kind: 'absence-stated', at: 5 },
    { kind: 'disowned', other: HERE },
    { kind: 'taken-over', owner: HERE },
    { kind: 'represented', representacao: 1 },
    { kind: 'try-now' },
    { kind: 'pause' },
    { kind: 'cancel' },
  ),
];

/** Plays what the machine allows of some events, and leaves out the rest, as the outbox does. */
const played = async (drawn: readonly Drawn[]) => {
  const store = memoryOutbox<Record<string, never>, null>();
  const deps = { store, clock: { now: () => 7 } };
  const queued = await enqueue(
    { ambiente: 'simulado', protocol: 'errand', owner: HERE, frozen: {}, progress: null },
    deps,
  );
  if (!queued.ok) throw new Error(queued.error);
  let entry = queued.value;
  for (const draw of drawn) {
    const next = await commit(entry, draw(entry), {}, deps);
    if (next.ok) entry = next.value;
  }
  return { entry, rows: store.rows(entry.id) };
};

const histories = fc.array(fc.constantFrom(...EVENTS), { minLength: 10, maxLength: 60 });

it('reads in the log of any history what its entry says', async () => {
  const taken = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async (drawn) => {
      const { entry, rows } = await played(drawn);
      expect(await disagreement(entry, rows)).toBeUndefined();
      for (const [index, row] of rows.entries()) {
        taken.add(`${rows[index - 1]?.state} ${row.event} ${row.state}`);
      }
    }),
    { numRuns: 400, seed: 5 },
  );
  const arrows = TRANSITIONS.map(({ from, on, to }) => `${from} ${on} ${to}`);
  expect(arrows.filter((arrow) => !taken.has(arrow))).toEqual([]);
});

it('sees a row that is missing, and an entry that says other than its log', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(), async (drawn, n) => {
      const { entry, rows } = await played(drawn);
      const without = rows.filter((_, index) => index !== n % rows.length);
      expect(await disagreement(entry, without)).toBeDefined();
      const elsewhere: Entry<unknown, unknown> = {
        ...entry,
        state: entry.state.kind === 'done' ? { kind: 'ready' } : { kind: 'done' },
      };
      expect(await disagreement(elsewhere, rows)).toBe('other-state');
    }),
    { numRuns: 100, seed: 5 },
  );
});

it('takes an entry for whole whose statement of an absence was kept in the log alone', async () => {
  const doubted: OutboxEvent[] = [
    { kind: 'begun', step: 'send', attempt: 1, effect: 'once', settledAt: 5 },
    { kind: 'unknown', code: 'lost', until: 9 },
    { kind: 'still-unknown', code: 'no-list', detail: null },
    { kind: 'absence-stated', at: 5 },
  ];
  const { entry, rows } = await played(fixed(...doubted));
  expect(entry.absenceStated).toEqual(['send']);
  expect(await disagreement({ ...entry, absenceStated: [] }, rows)).toBeUndefined();
  expect(await disagreement({ ...entry, absenceStated: ['send', 'send'] }, rows)).toBe(
    'other-state',
  );
});

const row = (seq: number, event: string, state: LogRow['state'], more: Partial<LogRow> = {}) => ({
  entryId: 'e',
  seq,
  at: 0,
  event,
  state,
  step: null,
  attempt: null,
  requestSha256: null,
  answerSha256: null,
  meaning: null,
  hash: '',
  ...more,
});
const queued = row(1, 'queued', 'ready');
const begun = row(2, 'begun', 'running', { step: 'send', attempt: 1 });

it.each<[string, LogRow[], string, number]>([
  ['no rows', [], 'no-rows', 0],
  ['a history without its beginning', [begun], 'not-allowed', 2],
  ['a row of another entry', [queued, { ...begun, entryId: 'f' }], 'gap', 2],
  ['a row left out', [queued, { ...begun, seq: 3 }], 'gap', 3],
  ['an end without a step', [queued, row(2, 'applied', 'ready')], 'not-allowed', 2],
  ['an arrow to elsewhere', [queued, row(2, 'cancel', 'done')], 'not-allowed', 2],
  ['an attempt left out', [queued, { ...begun, attempt: 2 }], 'other-attempt', 2],
  [
    'a second attempt while the first is in doubt',
    [queued, begun, row(3, 'unknown', 'uncertain', { attempt: 1 }), { ...begun, seq: 4 }],
    'not-allowed',
    4,
  ],
  [
    'a consent where something else was asked',
    [
      queued,
      begun,
      row(3, 'refused', 'needs-person', { attempt: 1 }),
      row(4, 'consented', 'ready'),
    ],
    'not-allowed',
    4,
  ],
])('is no history: %s', (_, rows, code, seq) => {
  expect(replay(rows)).toEqual({ ok: false, error: { code, seq } });
});
