import { bytesOf, utf8 } from '../../src/base/bytes.ts';
import type { Http } from '../../src/base/http.ts';
import { ok } from '../../src/base/result.ts';
import { enqueue } from '../../src/outbox/entry.ts';
import type { PersonEvent } from '../../src/outbox/events.ts';
import type { OutboxDeps } from '../../src/outbox/ports.ts';
import { command, drain } from '../../src/outbox/runner.ts';
import type { EntryState } from '../../src/outbox/types.ts';
import { CONSENT, isAgreed } from '../../src/protocol/recepcao/agreement.ts';
import { missingEarlier } from '../../src/protocol/recepcao/earlier.ts';
import { heldContents } from '../../src/protocol/recepcao/held-contents.ts';
import { RECEPCAO, recepcaoProtocol } from '../../src/protocol/recepcao/protocol.ts';
import type { PdfSigner, Session } from '../../src/protocol/recepcao/session.ts';
import type { Token } from '../../src/protocol/recepcao/token.ts';
import type {
  FrozenFile,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../src/protocol/recepcao/types.ts';
import { type MemoryOutbox, memoryOutbox } from './outbox-memory.ts';

/** The outbox, Recepção's protocol and one person with one delivery, in memory. */
export interface Errand {
  id: string;
  deps: OutboxDeps<RecepcaoFrozen, RecepcaoProgress>;
  store: MemoryOutbox<RecepcaoFrozen, RecepcaoProgress>;
  /** Moves on by itself over `pauses` waits (the clock jumps); the state where it rests. */
  go(pauses?: number): Promise<EntryState>;
  command(event: PersonEvent): Promise<unknown>;
  /** The person looks once the doubt has settled, and says that there is none. */
  stateAbsence(): Promise<unknown>;
  /** `means`: the signer's own certificate where absent. */
  consent(means?: string): Promise<unknown>;
}

interface Person {
  http: Http;
  login: () => Promise<Token | undefined>;
  signer: PdfSigner;
  frozen: Omit<RecepcaoFrozen, 'files'>;
  files: { localId: string; name: string; kind: FrozenFile['kind']; content: Blob }[];
  /** The errands this one comes after, and court ids that others hold. */
  earlier?: Errand[];
  held?: () => number[];
}

export const recepcaoErrand = async (person: Person): Promise<Errand> => {
  const store = memoryOutbox<RecepcaoFrozen, RecepcaoProgress>();
  const { blobs } = heldContents({ get: async () => undefined });
  const clock = { at: Date.UTC(2019, 1, 1, 12), now: () => clock.at };
  let token: Token | undefined;
  const earlier = () => (person.earlier ?? []).map((one) => one.store.entry(one.id));
  const session: Session = {
    token: () => token,
    tokenRefused: () => {
      token = undefined;
    },
    signer: () => person.signer,
  };
  const deps: Errand['deps'] = {
    store,
    clock,
    courtClock: clock,
    random: () => 0.5,
    ensure: async (need) => {
      if (need === 'earlier') {
        const missing = missingEarlier(store.entry(id).frozen, earlier(), new Map());
        return { kind: missing.length === 0 ? 'at-hand' : 'absent' };
      }
      if (need === 'token') token ??= await person.login();
      const lacks =
        (need === 'token' && !token) ||
        (need === 'unlock' && !isAgreed(store.entry(id), person.signer));
      return { kind: lacks ? 'absent' : 'at-hand' };
    },
    mayFollow: (needs) => needs.every((need) => need === 'network' || (need === 'token' && token)),
    wait: async (ms) => {
      clock.at += ms;
    },
    signal: new AbortController().signal,
    protocol: recepcaoProtocol({
      connection: {
        http: person.http,
        host: '',
        origin: 'http://127.0.0.1',
        validar: '/validar',
      },
      session,
      blobs,
      clock,
      others: {
        heldByOthers: async () => new Set(person.held?.()),
        earlier: async () => earlier(),
      },
    }),
  };
  const files: FrozenFile[] = [];
  for (const { content, ...file } of person.files) {
    const sha256 = await blobs.put(await bytesOf(content), content.type);
    files.push({ ...file, sha256, sentSha256: sha256, size: content.size });
  }
  const queued = await enqueue(
    {
      ambiente: 'simulado',
      representacao: 21,
      protocol: RECEPCAO,
      owner: { id: 'here', name: 'aqui' },
      frozen: { ...person.frozen, files },
      progress: { uploads: {} },
    },
    deps,
  );
  if (!queued.ok) throw new Error(queued.error);
  const { id } = queued.value;

  const rest = async (): Promise<EntryState> => {
    const drained = await drain(id, deps);
    if (!drained.ok) throw new Error(drained.error);
    return drained.value.state;
  };
  return {
    id,
    deps,
    store,
    go: async (pauses = 20) => {
      let state = await rest();
      for (let n = 0; n < pauses && 'until' in state && state.until !== undefined; n++) {
        clock.at = state.until;
        state = await rest();
      }
      return state;
    },
    command: (event) => command(id, event, deps),
    stateAbsence: () => {
      const { state } = store.entry(id);
      if ('settledAt' in state) clock.at = Math.max(clock.at, state.settledAt);
      return command(id, { kind: 'absence-stated', at: clock.at }, deps);
    },
    consent: (means = person.signer.summary.fingerprint) =>
      command(id, { kind: 'consented', step: CONSENT, means }, deps),
  };
};

/** A signer for courts that do not look: appends a word to the PDF. */
export const markingSigner: PdfSigner = {
  summary: {
    holder: { name: 'MARIA', cpf: '12345678909' },
    issuer: 'AC',
    notBefore: 0,
    notAfter: 4e12,
    fingerprint: '00',
  },
  means: 'key',
  signPdf: async (pdf) => ok(new Uint8Array([...pdf, ...utf8(' assinado')])),
};
