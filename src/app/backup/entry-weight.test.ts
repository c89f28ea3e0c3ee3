import { expect, it } from 'vitest';
import { type KnownEntry, recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import { weightOf } from './entry-weight.ts';

const upload = { courtId: 'c', signatarios: [] };
const other = { id: 'o', name: 'outro' };
const weightIn = (known: KnownEntry) => weightOf(recepcaoEntryOf(known));

it.each<[string, KnownEntry]>([
  ['an upload', { progress: { uploads: { l: upload } } }],
  ['the final body', { progress: { uploads: {}, finalBody: { text: '{}', sha256: 'aa' } } }],
  [
    'a signed homologation',
    { progress: { uploads: {}, homologation: { pdfSha256: 'p', signedPdfSha256: 's' } } },
  ],
  ['a confirmation', { progress: { uploads: {}, confirmedAt: 2 } }],
  ['giving it up', { state: { kind: 'cancelled', unresolved: false } }],
  ['another browser taking it on', { state: { kind: 'needs-person', what: 'takeover', other } }],
])('%s weighs: no copy made before holds it', (_, known) => {
  expect(weightIn(known)).not.toBe(weightIn({}));
});

it('waiting does not weigh', () => {
  expect(weightIn({ state: { kind: 'paused', reason: 'no-network', until: 9 } })).toBe(
    weightIn({}),
  );
});

it('going on here after another browser had it weighs', () => {
  const entry = recepcaoEntryOf({});
  expect(weightOf({ ...entry, owner: { id: 'new', name: 'novo' } })).not.toBe(weightOf(entry));
});
