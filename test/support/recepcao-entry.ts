import type { Consent, EntryState } from '../../src/outbox/types.ts';
import type {
  Earlier,
  FrozenFile,
  RecepcaoEntry,
  RecepcaoErrand,
  RecepcaoProgress,
} from '../../src/protocol/recepcao/types.ts';

/** What a test says of an entry; the rest is as when it was queued. */
export interface KnownEntry {
  errand?: RecepcaoErrand;
  progress?: RecepcaoProgress;
  state?: EntryState;
  mustAsk?: boolean;
  after?: Earlier[];
  files?: FrozenFile[];
  consents?: Consent[];
  absenceStated?: string[];
}

/** An entry of Recepção, of which only what matters to a test is told. */
export const recepcaoEntryOf = ({
  errand = { kind: 'deliver' },
  progress = { uploads: {} },
  state = { kind: 'ready' },
  mustAsk = false,
  after = [],
  files = [],
  consents = [],
  absenceStated = [],
}: KnownEntry): RecepcaoEntry => ({
  id: 'e',
  rev: 1,
  schemaVersion: 1,
  ambiente: 'simulado',
  createdAt: 0,
  changedAt: 0,
  protocol: 'recepcao',
  frozen: {
    errand,
    after,
    draftId: 'd',
    ...{ spc: 'LIC', slp: 'X', mes: 1, ano: 2026, layoutSha256: '', payload: {}, files },
  },
  frozenSha256: '',
  progress,
  state,
  attempts: 1,
  waits: 0,
  failures: 0,
  tokenRefused: false,
  consents,
  absenceStated,
  owner: { id: 'here', name: 'aqui' },
  mustAsk,
  logSize: 1,
  logHead: '',
});
