import type { Ambiente } from '../../base/environment.ts';
import type { Availability, OutboxDeps } from '../../outbox/ports.ts';
import type { Need } from '../../outbox/types.ts';
import type { Connection } from '../../protocol/recepcao/call.ts';
import { reachCourt } from '../../protocol/recepcao/court.ts';
import { missingEarlier } from '../../protocol/recepcao/earlier.ts';
import { recepcaoProtocol } from '../../protocol/recepcao/protocol.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../protocol/recepcao/types.ts';
import { connectionTo, courtClock, noteReach } from '../connection.ts';
import { ensureToken, tokensOf } from '../session/session.ts';
import { ambientes } from '../state.ts';
import { blobs, clock, stores } from '../stores.ts';
import { others } from './others.ts';
import { pdfSignerOf } from './pdf-signer.ts';
import { keepDelivery, queueWritten } from './queue-records.ts';

export type ErrandDeps = OutboxDeps<RecepcaoFrozen, RecepcaoProgress>;

/** What the outbox needs to run an entry; `undefined` where its environment is no longer known. */
export const errandOf = (entry: RecepcaoEntry): ErrandDeps | undefined => {
  const where = ambientes.value.find(({ id }) => id === entry.ambiente);
  if (!where) return undefined;
  const session = {
    ...tokensOf(where, entry.representacao),
    signer: () => pdfSignerOf(entry),
  };
  const connection = connectionTo(where);
  return {
    protocol: recepcaoProtocol({ connection, session, blobs, clock, others }),
    store: watchedStore,
    clock,
    courtClock,
    random: Math.random,
    ensure: (need) => ensure(need, entry, where, connection),
    wait,
    // A step under way is never cut off: its answer would be lost.
    signal: new AbortController().signal,
  };
};

const watchedStore: ErrandDeps['store'] = {
  load: stores.entries.load,
  save: async (entry, row) => {
    const written = await stores.entries.save(entry, row);
    if (!written.ok) return written;
    await keepDelivery(entry);
    await queueWritten();
    return written;
  },
};

const ensure = async (
  need: Exclude<Need, 'consent'>,
  entry: RecepcaoEntry,
  where: Ambiente,
  connection: Connection,
): Promise<Availability> => {
  if (need === 'earlier') {
    const missing = missingEarlier(entry.frozen, await others.earlier(entry));
    return { kind: missing.length === 0 ? 'at-hand' : 'absent' };
  }
  if (need === 'unlock') return { kind: pdfSignerOf(entry) ? 'at-hand' : 'absent' };
  const signal = AbortSignal.timeout(60_000);
  if (need === 'token') return ensureToken(where, entry.representacao, signal);
  // Judged by what the very server says, never by `navigator.onLine`.
  const reached = await reachCourt(connection, entry.frozen, signal);
  noteReach(reached.kind === 'at-hand');
  return reached;
};

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
