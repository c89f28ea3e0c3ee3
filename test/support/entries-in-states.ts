import type { EntryState } from '../../src/outbox/types.ts';
import type { FrozenFile } from '../../src/protocol/recepcao/types.ts';
import type { KnownEntry } from './recepcao-entry.ts';

const RECIBO = '1c5f0f5e-3c5e-4f3a-9a55-0d6f4c8a7b21';
const delivery = { id: 12_845, recibo: RECIBO, statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
const file: FrozenFile = {
  localId: '29f5882c-1188-4be6-9d16-b56d959e3518',
  sha256: 'aa',
  sentSha256: 'aa',
  name: 'decreto-municipal-659-2019-regulamentacao-assinado.pdf.p7s',
  kind: 'p7s',
  size: 48_213,
};
const files = [file];
const sent = {
  uploads: { [file.localId]: { courtId: '8f14e45f-ceea-467f-a9b0-5d2b0e7c6a11', signatarios: [] } },
};
const there = { ...sent, delivery };
const errandOn = { courtId: delivery.id, recibo: RECIBO };

const HOUR = 3_600_000;

/** What is asked of the person about a step whose answer was lost. */
const check = (
  step: string,
  more: Partial<Extract<EntryState, { what: 'check' }>> = {},
): EntryState => ({
  ...{ kind: 'needs-person', what: 'check', step, attempt: 2, code: 'no-answer' },
  ...{ settledAt: 1, detail: null },
  ...more,
});

const candidates = [12_845, 12_846].map((id) => ({
  ...{ id, recibo: RECIBO, statusEnvio: 'NAO_HOMOLOGADO' },
}));

const consentTo = (step: string): EntryState => ({ kind: 'needs-person', what: 'consent', step });

/** Entries that ask something of the person or wait for long, by what they show. */
export const entriesInStates = (now: number): Record<string, KnownEntry> => ({
  takeover: {
    state: {
      ...{ kind: 'needs-person', what: 'takeover' },
      other: { id: 'there', name: 'Computador da contabilidade, sala 2' },
    },
    mustAsk: true,
    ...{ files, progress: sent },
  },
  'check by hand': { state: check('send'), files, progress: sent },
  'too early': {
    state: check('send', { settledAt: now + HOUR }),
    ...{ files, progress: sent },
  },
  'same but files': { state: check('send', { detail: { candidates } }), files, progress: sent },
  'check what the court says of the data': {
    state: check('send', {
      detail: { erros: [{ regra: 14, mensagem: 'Já existe envio inicial para este mês.' }] },
    }),
    ...{ files, progress: sent },
  },
  'check a homologation': { state: check('homologate'), progress: there },
  'check an alteration': {
    errand: { kind: 'alter', ...errandOn },
    state: check('alter'),
  },
  'check a deletion': {
    errand: { kind: 'delete', ...errandOn },
    state: check('delete'),
    progress: { uploads: {}, consentedAt: 1 },
  },
  'equal deliveries': {
    state: consentTo('extra'),
    ...{ files, progress: { ...there, extras: [{ id: 12_846, recibo: RECIBO }] } },
  },
  'consent to delete': {
    errand: { kind: 'delete', ...errandOn },
    state: consentTo('consent-delete'),
  },
  'waits for an earlier one': {
    state: { kind: 'waiting', step: 'upload:1', need: 'earlier' },
    after: [
      { entryId: 'e0', until: 'homologated' },
      { entryId: 'elsewhere', until: 'delivered' },
    ],
    files,
  },
  'budget spent': { state: { kind: 'paused', reason: 'budget-spent' }, files },
  settling: {
    state: {
      ...{ kind: 'uncertain', step: 'send', attempt: 1, code: 'no-answer' },
      ...{ settledAt: now + HOUR, until: now + HOUR },
    },
    ...{ files, progress: sent },
  },
  'given up in doubt': { state: { kind: 'cancelled', unresolved: true }, files, progress: sent },
});
