import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type KnownEntry, recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import { recepcaoProtocol } from './protocol.ts';
import type { FrozenFile, RecepcaoProgress } from './types.ts';

const { next } = recepcaoProtocol({
  connection: { http: async () => new Response(), host: '', origin: 'http://127.0.0.1' },
  session: { token: () => undefined, tokenRefused: () => {}, signer: () => undefined },
  blobs: { get: async () => undefined, put: async () => '' },
  clock: { now: () => 0 },
  others: { heldByOthers: async () => new Set(), earlier: async () => [] },
});

const file: FrozenFile = {
  ...{ localId: 'f', sha256: '', sentSha256: '', name: 'e.p7s', kind: 'p7s', size: 1 },
};
const written: RecepcaoProgress = {
  uploads: { f: { courtId: 'c', signatarios: [] } },
  finalBody: { text: '{}', sha256: '' },
};
const delivered: RecepcaoProgress = {
  ...written,
  delivery: { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 },
};
const compared: RecepcaoProgress = { ...delivered, comparedAt: 1 };
const twice: RecepcaoProgress = { ...compared, extras: [{ id: 8, recibo: 's' }] };
const agreed: RecepcaoProgress = { ...compared, consentedAt: 1 };
const consents = [{ step: 'consent', means: '00' }];
const homologating = (homologation: NonNullable<RecepcaoProgress['homologation']>): KnownEntry => ({
  progress: { ...agreed, homologation },
  consents,
});
const at = { courtId: 7, recibo: 'r' };

/** Every step, from an entry that has it before it. */
const BEFORE: KnownEntry[] = [
  { files: [file] },
  { after: [{ entryId: 'e', until: 'delivered' }] },
  { progress: written },
  { errand: { kind: 'alter', ...at }, progress: written },
  { errand: { kind: 'alter', ...at }, progress: { ...written, oldSha256: '' } },
  { progress: delivered, files: [file], absenceStated: ['send'] },
  { progress: delivered },
  { progress: twice },
  { progress: { ...twice, onExtras: 'delete' } },
  { progress: compared },
  { progress: { ...compared, homologation: { pdfSha256: '' } } },
  homologating({ pdfSha256: '' }),
  homologating({ pdfSha256: '', signedPdfSha256: '' }),
  homologating({ pdfSha256: '', signedPdfSha256: '', acceptedAt: 1 }),
  { errand: { kind: 'delete', ...at }, after: [{ entryId: 'e', until: 'delivered' }] },
  { errand: { kind: 'delete', ...at }, progress: { uploads: {}, consentedAt: 1 } },
];

const drawn = (known: KnownEntry): string => {
  const step = next(recepcaoEntryOf(known));
  if (step === 'done') throw new Error('no step left');
  const settles = step.effect === 'once' ? `${step.settleMs / 60_000} min` : '–';
  const name = step.id.replace(/:\d+$/, ':n');
  return `| \`${name}\` | ${step.effect} | ${step.needs.join(', ') || '–'} | ${settles} |`;
};

it('are drawn in docs/outbox.md as they are', () => {
  const page = readFileSync(new URL('../../../docs/outbox.md', import.meta.url), 'utf8');
  const [, table = ''] = /\n\| step \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(page) ?? [];
  const rows = table.trimEnd().split('\n');
  expect(rows.map((row) => /^(\|[^|]*){4}\|/.exec(row)?.[0])).toEqual(BEFORE.map(drawn));
});

it('of a homologation of what is there already begin with the comparison', () => {
  expect(drawn({ errand: { kind: 'homologate', ...at }, progress: written })).toBe(
    drawn({ progress: delivered }),
  );
});

it('wait for an earlier entry only where there is one', () => {
  const needsOf = (known: KnownEntry) => {
    const step = next(recepcaoEntryOf(known));
    return step === 'done' ? [] : step.needs;
  };
  expect(needsOf({})).toEqual([]);
  expect(needsOf({ errand: { kind: 'delete', ...at } })).toEqual(['consent']);
});
