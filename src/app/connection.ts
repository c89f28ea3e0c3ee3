import type { Ambiente } from '../base/environment.ts';
import { type Call, type Connection, call } from '../protocol/recepcao/call.ts';
import { type Reply, readReply } from '../protocol/recepcao/reply.ts';
import { dateTold } from './date-told.ts';
import { ambiente, clockSkew, reach } from './state.ts';
import { clock } from './stores.ts';

/** Every request to the court passes here, so that the strip can say when it last answered. */
const watchedFetch = async (request: Request): Promise<Response> => {
  const asked = performance.now();
  try {
    const answer = await fetch(request);
    noteClock(answer.headers, performance.now() - asked);
    return answer;
  } catch (error) {
    noteReach(false);
    throw error;
  }
};

let heard: { courtAt: number; at: number } | undefined;

/** What the court last said, gone on by the page's own count: a clock that somebody sets must not end a wait for proof. */
export const courtClock = {
  now: () => (heard ? heard.courtAt + performance.now() - heard.at : clock.now()),
};

const noteClock = (headers: Headers, tookMs: number): void => {
  const told = dateTold(headers, tookMs);
  if (told === undefined) return;
  clockSkew.value = told - clock.now();
  heard = { courtAt: told, at: performance.now() };
};

export const noteReach = (reached: boolean): void => {
  const kind = reached ? 'reached' : 'not-reached';
  // "Without answer since" keeps the first time.
  if (!reached && reach.value.kind === 'not-reached') return;
  reach.value = { kind, at: clock.now() };
};

export const connectionTo = ({ hosts, validar }: Ambiente): Connection => ({
  http: watchedFetch,
  host: hosts.recepcao,
  origin: location.href,
  ...(validar !== undefined && { validar }),
});

/** Asks Recepção something for which no token is needed; `undefined` without an environment. */
export const askCourt = async (
  what: Call,
  signal: AbortSignal = AbortSignal.timeout(20_000),
): Promise<Reply | undefined> => {
  const where = ambiente.value;
  if (!where) return undefined;
  const reply = await readReply(await call(connectionTo(where), what, undefined, signal));
  noteReach(reply.kind === 'success' || reply.kind === 'problem');
  return reply;
};
