import { expect, it } from 'vitest';
import { type KnownEntry, recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import type { EntryState } from '../../outbox/types.ts';
import { homologationStage } from './stage.ts';

const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
const there = { uploads: {}, delivery };
const at = { courtId: 7, recibo: 'r' };
const consents = [{ step: 'consent', means: '00' }];
const mend = (step: string, code: string): EntryState => ({
  ...{ kind: 'needs-person', what: 'mend', step, code },
  detail: null,
});

const stageOf = (known: KnownEntry) => homologationStage(recepcaoEntryOf(known));

it.each<[string, KnownEntry, ReturnType<typeof stageOf>]>([
  ['what is not at the court yet', {}, undefined],
  ['a deletion', { errand: { kind: 'delete', ...at }, progress: there }, undefined],
  [
    'what was given up',
    { progress: there, state: { kind: 'cancelled', unresolved: false } },
    undefined,
  ],
  ['what was sent and is compared', { progress: there }, 'coming'],
  ['what is there already and is read', { errand: { kind: 'homologate', ...at } }, 'coming'],
  [
    'what the person paused',
    { progress: there, state: { kind: 'paused', reason: 'person' } },
    'resting',
  ],
  [
    'what tries again by itself',
    { progress: there, state: { kind: 'paused', reason: 'no-network', until: 9 } },
    'coming',
  ],
  [
    'the question',
    { progress: there, state: { kind: 'needs-person', what: 'consent', step: 'consent' } },
    'asks',
  ],
  [
    'another question',
    { progress: there, state: { kind: 'needs-person', what: 'consent', step: 'extra' } },
    'stopped',
  ],
  ['what goes on after the word', { progress: there, consents }, 'agreed'],
  [
    'other content at the court',
    { progress: there, consents, state: mend('homologate', 'content-differs') },
    'differs',
  ],
  [
    'a PDF that cannot be signed',
    { progress: there, consents, state: mend('sign-pdf', 'pdf-encrypted') },
    'unsignable',
  ],
  [
    'another refusal',
    { progress: there, consents, state: mend('homologate', 'problem') },
    'stopped',
  ],
  ['the end', { progress: there, consents, state: { kind: 'done' } }, 'homologated'],
])('knows where it stands on its way to the homologation: %s', (_, known, stage) => {
  expect(stageOf(known)).toBe(stage);
});
