import { expect, it } from 'vitest';
import {
  recepcaoEntryOf as entryOf,
  type KnownEntry,
} from '../../../test/support/recepcao-entry.ts';
import type { EntryState } from '../../outbox/types.ts';
import { missingEarlier } from './earlier.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Earlier, RecepcaoErrand, RecepcaoProgress } from './types.ts';

const DELIVERED: RecepcaoProgress = {
  uploads: {},
  delivery: { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 },
};
const SIGNED = { pdfSha256: '', signedPdfSha256: '' };
const alter: RecepcaoErrand = { kind: 'alter', courtId: 7, recibo: 'r' };
const deletion: RecepcaoErrand = { kind: 'delete', courtId: 7, recibo: 'r' };

const running = (step: string, effect: 'once' | 'repeatable' = 'once'): EntryState => ({
  ...{ kind: 'running', step, attempt: 1, effect, settledAt: 0 },
});
const doubt = (step: string) => ({ step, attempt: 1, code: 'lost', settledAt: 0 });
const uncertain = (step: string): EntryState => ({ kind: 'uncertain', ...doubt(step), until: 0 });
const check = (step: string): EntryState => ({
  ...{ kind: 'needs-person', what: 'check', ...doubt(step), detail: null },
});
const cancelled = (unresolved: boolean): EntryState => ({ kind: 'cancelled', unresolved });
const takeover: EntryState = {
  ...{ kind: 'needs-person', what: 'takeover', other: { id: 'there', name: 'lá' } },
};

const TABLE: [string, KnownEntry, Standing][] = [
  ['queued', {}, 'nothing-there'],
  ['a file is being uploaded', { state: running('upload:1', 'repeatable') }, 'nothing-there'],
  ['the POST is under way', { state: running('send') }, 'perhaps-there'],
  ['the POST had no answer', { state: uncertain('send') }, 'perhaps-there'],
  ['the person is to look for it', { state: check('send') }, 'perhaps-there'],
  ['given up before anything', { state: cancelled(false) }, 'nothing-there'],
  ['given up in doubt', { state: cancelled(true) }, 'perhaps-there'],
  ['the court gave an id', { progress: DELIVERED }, 'there'],
  ['it is read', { progress: DELIVERED, state: running('compare', 'repeatable') }, 'there'],
  ['given up once delivered', { progress: DELIVERED, state: cancelled(false) }, 'there'],
  [
    'an extra one is being deleted',
    { progress: DELIVERED, state: uncertain('delete-extra:8') },
    'there',
  ],
  [
    'the homologation is under way',
    { progress: DELIVERED, state: running('homologate') },
    'perhaps-homologated',
  ],
  [
    'the homologation had no answer',
    { progress: DELIVERED, state: uncertain('homologate') },
    'perhaps-homologated',
  ],
  [
    'given up while that was in doubt',
    { progress: DELIVERED, state: cancelled(true) },
    'perhaps-homologated',
  ],
  [
    'the court took the signed PDF, not read back yet',
    { progress: { ...DELIVERED, homologation: { pdfSha256: '', acceptedAt: 1 } } },
    'perhaps-homologated',
  ],
  [
    'a homologation without an answer left no trace yet',
    { progress: { ...DELIVERED, homologation: { ...SIGNED, unansweredAt: 1 } } },
    'perhaps-homologated',
  ],
  [
    'the person said so of a homologation without an answer',
    { progress: { ...DELIVERED, homologation: SIGNED }, absenceStated: ['homologate'] },
    'perhaps-homologated',
  ],
  ['signed, and not sent yet', { progress: { ...DELIVERED, homologation: SIGNED } }, 'there'],
  ['not found any more', { progress: { ...DELIVERED, deletedAt: 1 } }, 'gone'],
  ['read back', { progress: { ...DELIVERED, confirmedAt: 1 } }, 'homologated'],
  ['out of a copy, before the POST', { state: takeover, mustAsk: true }, 'perhaps-there'],
  [
    'out of a copy, delivered',
    { progress: DELIVERED, state: takeover, mustAsk: true },
    'perhaps-homologated',
  ],
  ['out of a copy and given up later', { state: cancelled(false), mustAsk: true }, 'perhaps-there'],
  ['an alteration is queued', { errand: alter }, 'there'],
  ['the PUT had no answer', { errand: alter, state: uncertain('alter') }, 'perhaps-altered'],
  ['an alteration out of a copy', { errand: alter, mustAsk: true }, 'perhaps-altered'],
  ['altered', { errand: alter, progress: DELIVERED }, 'there'],
  ['a deletion is queued', { errand: deletion }, 'there'],
  ['the DELETE had no answer', { errand: deletion, state: uncertain('delete') }, 'perhaps-gone'],
  ['a deletion given up in doubt', { errand: deletion, state: cancelled(true) }, 'perhaps-gone'],
  ['deleted', { errand: deletion, progress: { uploads: {}, deletedAt: 1 } }, 'gone'],
];

it.each(TABLE)('%s', (_, known, standing) => {
  expect(standingOf(entryOf(known))).toBe(standing);
});

it.each<[string, KnownEntry, Earlier['until'][]]>([
  ['queued', {}, []],
  ['perhaps there', { state: uncertain('send') }, []],
  ['there', { progress: DELIVERED }, ['delivered']],
  ['perhaps homologated', { progress: DELIVERED, state: uncertain('homologate') }, ['delivered']],
  ['homologated', { progress: { ...DELIVERED, confirmedAt: 1 } }, ['delivered', 'homologated']],
  ['there, but not altered yet', { errand: alter }, []],
])('what comes after one that is %s goes on accordingly', (_, known, come) => {
  const reached = (['delivered', 'homologated'] as const).filter((until) => {
    const { frozen } = entryOf({ after: [{ entryId: 'e', until }] });
    return missingEarlier(frozen, [entryOf(known)], new Map()).length === 0;
  });
  expect(reached).toEqual(come);
});

it('waits for an entry that is not known here', () => {
  const after: Earlier[] = [{ entryId: 'elsewhere', until: 'delivered' }];
  expect(missingEarlier(entryOf({ after }).frozen, [entryOf({})], new Map())).toEqual(after);
  expect(missingEarlier(entryOf({}).frozen, [], new Map())).toEqual([]);
});
