import { expect, it } from 'vitest';
import { recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import type { BatchItem, BatchOutcome } from '../../store/batches.ts';
import { type Line, type LineSources, linesOf } from './lines.ts';

const item = (n: number, more: Partial<BatchItem> = {}): BatchItem => ({
  ...{ batchId: 'b', n, path: `${n}.json`, size: 1, kind: 'payload' },
  ...more,
});
const made = (draftId: string, files: { path: string; fault?: 'empty' }[] = []): BatchOutcome => ({
  ...{ kind: 'made', draftId, files },
});

const linesFrom = (items: readonly BatchItem[], known: Partial<LineSources> = {}): Line[] =>
  linesOf(items, {
    entries: new Map(),
    unread: new Map(),
    checks: new Map(),
    faults: new Map(),
    asked: new Set(),
    ...known,
  });
const states = (...args: Parameters<typeof linesFrom>) =>
  linesFrom(...args).map(({ state }) => state);

it('says one thing of every file that was brought', () => {
  const items = [
    item(0),
    item(1),
    item(2, { came: { kind: 'unreadable', reading: { fault: 'too-large' } } }),
    item(3, { came: { kind: 'repeated', draftId: 'd' } }),
    item(4, { came: { kind: 'making', draftId: 'd4' } }),
    item(5, { came: { kind: 'not-made', fault: 'no-answer' } }),
    item(6, {
      kind: 'zip',
      came: { kind: 'unreadable', reading: { fault: 'unreadable', why: 'damaged' } },
    }),
  ];
  expect(states(items, { asked: new Set([1]) })).toEqual([
    'left',
    'asked',
    'unreadable',
    'repeated',
    'left',
    'left',
    'unreadable',
  ]);
});

it('takes a file for attached where one draft has it, whatever kept it from another', () => {
  const file = (n: number, path: string) => item(n, { kind: 'file', path });
  const items = [
    item(0, {
      came: made('a', [
        { path: 'x.pdf', fault: 'empty' },
        { path: 'y.pdf', fault: 'empty' },
      ]),
    }),
    item(1, { came: made('b', [{ path: 'x.pdf' }]) }),
    file(2, 'x.pdf'),
    file(3, 'y.pdf'),
    file(4, 'z.pdf'),
  ];
  expect(linesFrom(items).slice(2)).toMatchObject([
    { state: 'attached', namedBy: { path: '1.json' } },
    { state: 'not-attached', namedBy: { path: '0.json', fault: 'empty' } },
    { state: 'left-over' },
  ]);
});

it('tells drafts that can go on the queue from those that cannot, and why', () => {
  const names = ['unchecked', 'ready', 'wrong', 'gone', 'held', 'stopped'];
  const items = names.map((name, n) => item(n, { came: made(name) }));
  const known = {
    checks: new Map([
      ['ready', { rev: 1, unsigned: [] }],
      ['wrong', { rev: 1, unsigned: [], fault: 'has-errors' }],
      ['gone', { rev: 0, unsigned: [], fault: 'no-such-draft' }],
      ['held', { rev: 1, unsigned: [], fault: 'sample-layout' }],
      ['stopped', { rev: 1, unsigned: [] }],
    ] as const),
    faults: new Map([['stopped', { fault: 'changed-since', rev: 1 }] as const]),
  };
  expect(linesFrom(items, known).map(({ state, fault }) => [state, fault])).toEqual([
    ['left', undefined],
    ['ready', undefined],
    ['with-errors', undefined],
    ['draft-gone', undefined],
    ['held', 'sample-layout'],
    ['held', 'changed-since'],
  ]);
});

it('tells of a draft that was refused and changed since what its last check found', () => {
  const names = ['not-checked', 'same', 'mended', 'spoilt', 'wrong'];
  const items = names.map((name, n) => item(n, { came: made(name) }));
  const refused = { fault: 'elsewhere', rev: 2 } as const;
  const known = {
    checks: new Map([
      ['same', { rev: 2, unsigned: [] }],
      ['mended', { rev: 3, unsigned: [] }],
      ['spoilt', { rev: 3, unsigned: [], fault: 'has-errors' }],
      ['wrong', { rev: 2, unsigned: [], fault: 'sample-layout' }],
    ] as const),
    faults: new Map(names.map((name) => [name, refused])),
  };
  expect(linesFrom(items, known).map(({ state, fault }) => [state, fault])).toEqual([
    ['held', 'elsewhere'],
    ['held', 'elsewhere'],
    ['ready', undefined],
    ['with-errors', undefined],
    ['held', 'sample-layout'],
  ]);
});

const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
const atCourt = { uploads: {}, delivery };

it('does not take a draft for one that can be sent while what became of it is being read', () => {
  const known = {
    unread: new Map([['d', 'e']]),
    checks: new Map([['d', { rev: 1, unsigned: [] }]]),
  };
  expect(states([item(0, { came: made('d') })], known)).toEqual(['on-queue']);
});

it('says no more of a delivery than is known of it', () => {
  const found = {
    'on-queue': recepcaoEntryOf({ state: { kind: 'ready' } }),
    delivered: recepcaoEntryOf({
      state: { kind: 'needs-person', what: 'consent', step: 'consent' },
      progress: atCourt,
    }),
    homologated: recepcaoEntryOf({
      state: { kind: 'done' },
      progress: { ...atCourt, confirmedAt: 2 },
    }),
    refused: recepcaoEntryOf({
      state: { kind: 'rejected', step: 'send', code: 'rules', detail: null },
    }),
    'given-up': recepcaoEntryOf({ state: { kind: 'cancelled', unresolved: false } }),
    uncertain: recepcaoEntryOf({ state: { kind: 'cancelled', unresolved: true } }),
    gone: recepcaoEntryOf({ state: { kind: 'done' }, progress: { ...atCourt, deletedAt: 3 } }),
  };
  const items = Object.keys(found).map((name, n) => item(n, { came: made(name) }));
  expect(states(items, { entries: new Map(Object.entries(found)) })).toEqual(Object.keys(found));
});
