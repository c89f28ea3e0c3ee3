import { expect, it } from 'vitest';
import { type KnownEntry, recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import type { EntryState } from '../../outbox/types.ts';
import type { RecepcaoErrand } from '../../protocol/recepcao/types.ts';
import { hindranceOf } from './hindrance.ts';

const known = {
  ambiente: 'simulado',
  courtId: 7,
  statusEnvio: 'NAO_HOMOLOGADO',
  look: { at: 1 },
};

const delivered: KnownEntry['progress'] = {
  uploads: {},
  delivery: { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 },
};

const entry = (state: EntryState, made: KnownEntry = { progress: delivered }) => ({
  ...recepcaoEntryOf({ ...made, state }),
  ambiente: 'simulado',
});

const on = (kind: 'alter' | 'delete' | 'homologate'): RecepcaoErrand => ({
  ...{ kind, courtId: 7, recibo: 'r' },
});

const asks: EntryState = { kind: 'needs-person', what: 'consent', step: 'consent' };
const doubt = { step: 'homologate', attempt: 1, code: 'no-answer', settledAt: 0 };

it('lets be changed what is there and not homologated', () => {
  expect(hindranceOf(known, [])).toBeUndefined();
  expect(hindranceOf({ ...known, statusEnvio: 'HOMOLOGADO' }, [])).toBe('homologated');
  expect(hindranceOf({ ...known, goneAt: 5 }, [])).toBe('gone');
  expect(hindranceOf({ ...known, look: { at: 1, differs: 'ff' } }, [])).toBe('differs');
});

it('lets be changed what waits for the word to homologate it, and nothing in the middle of that', () => {
  expect(hindranceOf(known, [entry(asks)])).toBeUndefined();
  expect(hindranceOf(known, [entry(asks, { errand: on('homologate'), progress: delivered })])).toBe(
    undefined,
  );
  expect(hindranceOf(known, [entry({ kind: 'uncertain', ...doubt, until: 0 })])).toBe('in-doubt');
  const running: EntryState = {
    ...{ kind: 'running', step: 'fetch-pdf', attempt: 1, effect: 'none', settledAt: 0 },
  };
  expect(hindranceOf(known, [entry(running)])).toBe('in-doubt');
});

it('lets one change of a delivery be on the queue at a time', () => {
  const waiting: EntryState = { kind: 'waiting', step: 'upload:1', need: 'token' };
  const uploads = { uploads: {} };
  for (const kind of ['alter', 'delete'] as const) {
    const change = { errand: on(kind), progress: uploads };
    expect(hindranceOf(known, [entry(waiting, change)])).toBe('change-queued');
    expect(hindranceOf(known, [entry({ kind: 'done' }, change)])).toBeUndefined();
  }
});

it('looks at no delivery but that one', () => {
  const other = { ...entry({ kind: 'uncertain', ...doubt, until: 0 }), ambiente: 'producao' };
  expect(hindranceOf(known, [other])).toBeUndefined();
});
