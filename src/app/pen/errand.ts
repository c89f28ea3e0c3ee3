import type { Ambiente } from '../../base/environment.ts';
import type { Availability, OutboxDeps } from '../../outbox/ports.ts';
import type { Need } from '../../outbox/types.ts';
import { type PenClient, penClient } from '../../protocol/pen/client.ts';
import { pauseFor } from '../../protocol/pen/outcome.ts';
import { penProtocol } from '../../protocol/pen/protocol.ts';
import { toReceive } from '../../protocol/pen/steps/receive.ts';
import type { PenEntry, PenFrozen, PenProgress } from '../../protocol/pen/types.ts';
import { reachability } from '../queue/reachability.ts';
import { wait } from '../queue/wait.ts';
import { ambientes } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { mayRead } from './enter-office.ts';
import { sha256Of } from './hashing.ts';
import { hasRole, isInOfficeOf, penClockSkew, reader } from './office.ts';
import { penHttp } from './office-http.ts';
import { penQueueStore } from './queue-records.ts';
import { receivingFor } from './receiving.ts';

export type PenErrandDeps = OutboxDeps<PenFrozen, PenProgress>;

/**
 * What the outbox needs to run an entry of PEN; `undefined` where its environment has no PEN any more.
 * `goesOn`: asked between two steps, whether the next one may begin at once.
 */
export const penErrandOf = (entry: PenEntry, goesOn: () => boolean): PenErrandDeps | undefined => {
  const where = ambientes.value.find(({ id }) => id === entry.ambiente);
  const base = where?.pen?.base;
  if (!where || base === undefined) return undefined;
  const http = penHttp({ ambiente: entry.ambiente, orgao: entry.frozen.orgao });
  const pen = penClient({ http, base, origin: location.origin });
  const tools = { pen, blobs: stores.files, sha256: (content: Blob) => sha256Of(content) };
  const receiving = receivingFor(entry, { http, base }, tools);
  return {
    protocol: penProtocol(tools, (known, idt) => toReceive(known, idt, receiving)),
    store: penQueueStore,
    clock,
    courtClock: { now: () => clock.now() + (penClockSkew.value ?? 0) },
    random: Math.random,
    ensure: (need) => ensure(need, entry, where, pen),
    mayFollow: (needs) => goesOn() && needs.every((need) => isAtHand(need, entry)),
    wait,
    // A step under way is never cut off: its answer would be lost.
    signal: new AbortController().signal,
  };
};

const platforms = reachability(clock);

/** What failed lately is tried anew: the person did something about it. */
export const forgetPenFailures = (): void => {
  for (const { id } of ambientes.value) platforms.forget(id);
};

/** Whether somebody who may do it is in the office of the entry's body. */
const isInOffice = ({ ambiente, frozen: { orgao, errand } }: PenEntry): boolean =>
  isInOfficeOf({ ambiente, orgao }) && hasRole(errand.kind === 'send' ? 'enviar' : 'receber');

/** Epoch ms from which a need of an entry may be at hand; `undefined` while only somebody's doing brings it. */
export const penNeedFrom = (entry: PenEntry, need: Need): number | undefined =>
  need === 'network' || (need === 'token' && isInOffice(entry)) ? 0 : undefined;

const isAtHand = (need: Need, entry: PenEntry): boolean =>
  need === 'network'
    ? platforms.isReached(entry.ambiente)
    : need === 'token' && isInOffice(entry) && (!isReading(entry) || reader.value.kind === 'here');

/** Reading and answering moves states for everybody with the certificate: one browser does it at a time. */
const isReading = ({ frozen }: PenEntry): boolean => frozen.errand.kind === 'receive';

const ensure = async (
  need: Exclude<Need, 'consent'>,
  entry: PenEntry,
  where: Ambiente,
  pen: PenClient,
): Promise<Availability> => {
  if (need === 'token' && isInOffice(entry)) {
    return { kind: !isReading(entry) || (await mayRead()).ok ? 'at-hand' : 'absent' };
  }
  if (need !== 'network') return { kind: 'absent' };
  return platforms.reach(where.id, () => askPlatform(pen));
};

const LONGEST_MS = 60_000;

/** Judged by what the platform itself says, never by `navigator.onLine`. */
const askPlatform = async (pen: PenClient): Promise<Availability> => {
  const answer = await pen.healthcheck(AbortSignal.timeout(LONGEST_MS));
  if (answer.ok || answer.error.kind === 'fault') return { kind: 'at-hand' };
  const pause = pauseFor(answer.error);
  return pause.kind === 'pause' ? pause : { kind: 'at-hand' };
};
