import { expect, it } from 'vitest';
import { recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import { safetyOf } from './safety.ts';

const delivery = { id: 1, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };

it('calls a draft copied only where the copy is not older than its last change', () => {
  const copied = (at: number) => safetyOf(5, undefined, { at, holdsEntry: false });
  expect(copied(4)).toEqual({ kind: 'draft', copiedAt: undefined });
  expect(copied(5)).toEqual({ kind: 'draft', copiedAt: 5 });
});

it('calls what is queued copied only where the copy holds the entry as it is, too', () => {
  const queued = recepcaoEntryOf({});
  expect(safetyOf(5, queued, { at: 6, holdsEntry: false })).toEqual({
    kind: 'queued',
    copiedAt: undefined,
  });
  expect(safetyOf(5, queued, { at: 6, holdsEntry: true })).toEqual({ kind: 'queued', copiedAt: 6 });
});

it('says of a draft what the court holds of it, and of one that came to nothing that it is a draft', () => {
  const none = { at: 0, holdsEntry: false };
  const there = recepcaoEntryOf({ progress: { uploads: {}, delivery } });
  const homologated = recepcaoEntryOf({ progress: { uploads: {}, delivery, confirmedAt: 2 } });
  const cancelled = recepcaoEntryOf({ state: { kind: 'cancelled', unresolved: false } });
  expect(safetyOf(5, there, none)).toEqual({ kind: 'delivered' });
  expect(safetyOf(5, homologated, none)).toEqual({ kind: 'homologated' });
  expect(safetyOf(5, cancelled, none).kind).toBe('draft');
});
