import type { Ambiente } from '../../base/environment.ts';
import type { Availability, OutboxDeps } from '../../outbox/ports.ts';
import type { Need } from '../../outbox/types.ts';
import type { Connection } from '../../protocol/recepcao/call.ts';
import { reachCourt } from '../../protocol/recepcao/court.ts';
import { missingEarlier } from '../../protocol/recepcao/earlier.ts';
import { earlierOf } from '../../protocol/recepcao/errand.ts';
import { type HeldContents, heldContents } from '../../protocol/recepcao/held-contents.ts';
import { recepcaoProtocol } from '../../protocol/recepcao/protocol.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../protocol/recepcao/types.ts';
import { connectionTo, courtClock, noteReach } from '../connection.ts';
import { ensureToken, resetBackoff, tokenFrom, tokensOf } from '../session/session.ts';
import { ambientes } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { readSince, sinceDelivered } from './earlier-at-court.ts';
import { others } from './others.ts';
import { pdfSignerOf } from './pdf-signer.ts';
import { knownEntry, queueStore, saveTogether } from './queue-records.ts';
import { reachability } from './reachability.ts';
import type { QueueEntry } from './types.ts';
import { wait } from './wait.ts';

export type ErrandDeps = OutboxDeps<RecepcaoFrozen, RecepcaoProgress>;

const whereOf = (entry: QueueEntry): Ambiente | undefined =>
  ambientes.value.find(({ id }) => id === entry.ambiente);

/**
 * What the outbox needs to run an entry; `undefined` where its environment is no longer known.
 * `goesOn`: asked between two steps, whether the next one may begin at once.
 */
export const errandOf = (entry: RecepcaoEntry, goesOn: () => boolean): ErrandDeps | undefined => {
  const where = whereOf(entry);
  if (!where) return undefined;
  const session = {
    ...tokensOf(where, entry.representacao),
    signer: () => pdfSignerOf(entry),
  };
  const connection = connectionTo(where);
  const contents = heldContents(stores.files);
  return {
    protocol: recepcaoProtocol({ connection, session, blobs: contents.blobs, clock, others }),
    store: watchedStore(contents),
    clock,
    courtClock,
    random: Math.random,
    ensure: (need) => ensure(need, entry, where, connection),
    mayFollow: (needs) => goesOn() && needs.every((need) => isAtHand(need, entry, where)),
    wait,
    // A step under way is never cut off: its answer would be lost.
    signal: new AbortController().signal,
  };
};

const courts = reachability(clock);

/** What failed lately is tried anew: the person did something about it. */
export const forgetFailures = (): void => {
  resetBackoff();
  for (const { id } of ambientes.value) courts.forget(id);
};

/** Of these the very server was the author, as the protocol judged by what it said. */
const ANSWERED = new Set(['applied', 'refused', 'happened', 'absent']);
const FAILED = new Set(['unknown', 'postponed']);

const watchedStore = ({ unkept, kept }: HeldContents): ErrandDeps['store'] => ({
  load: queueStore.load,
  save: async (entry, rows) => {
    for (const { event, answerSha256 } of rows) {
      if (ANSWERED.has(event) && answerSha256 !== null) courts.answered(entry.ambiente);
      if (FAILED.has(event)) courts.forget(entry.ambiente);
    }
    const written = await saveTogether([{ entry, rows, contents: unkept() }]);
    if (written.ok) kept();
    return written;
  },
});

/** Epoch ms from which a need of an entry may be at hand; `undefined` while only somebody's doing brings it. */
export const needFrom = (entry: QueueEntry, need: Need): number | undefined => {
  const where = whereOf(entry);
  switch (need) {
    case 'token':
      return where && tokenFrom(where, entry.representacao);
    case 'unlock':
      return pdfSignerOf(entry) ? 0 : undefined;
    case 'earlier':
      return hasCome(entry) ? 0 : undefined;
    case 'consent':
      return undefined;
    case 'network':
      return 0;
  }
};

/** Whether a need is at hand by what is known here, without asking anybody. */
const isAtHand = (need: Need, entry: RecepcaoEntry, where: Ambiente): boolean => {
  if (need === 'network') return courts.isReached(where.id);
  if (need === 'token') return tokensOf(where, entry.representacao).token() !== undefined;
  return need === 'unlock' && pdfSignerOf(entry) !== undefined;
};

const hasCome = ({ frozen }: QueueEntry): boolean => {
  const named = earlierOf(frozen).flatMap(({ entryId }) => knownEntry(entryId) ?? []);
  return missingEarlier(frozen, named, sinceDelivered.value).length === 0;
};

const ensure = async (
  need: Exclude<Need, 'consent'>,
  entry: RecepcaoEntry,
  where: Ambiente,
  connection: Connection,
): Promise<Availability> => {
  if (need === 'earlier') {
    const named = await others.earlier(entry);
    const missing = missingEarlier(entry.frozen, named, await readSince(named));
    return { kind: missing.length === 0 ? 'at-hand' : 'absent' };
  }
  if (need === 'unlock') return { kind: pdfSignerOf(entry) ? 'at-hand' : 'absent' };
  const signal = AbortSignal.timeout(60_000);
  if (need === 'token') return ensureToken(where, entry.representacao, signal);
  // Judged by what the very server says, never by `navigator.onLine`.
  const reached = await courts.reach(where.id, () => reachCourt(connection, entry.frozen, signal));
  noteReach(reached.kind === 'at-hand');
  return reached;
};
