import type { Ambiente } from '../base/environment.ts';
import { type Call, type Connection, call } from '../protocol/recepcao/call.ts';
import { type Reply, readReply } from '../protocol/recepcao/reply.ts';
import { ambiente, reach } from './state.ts';
import { clock } from './stores.ts';

/** Every request to the court passes here, so that the strip can say when it last answered. */
const watchedFetch = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch (error) {
    noteReach(false);
    throw error;
  }
};

export const noteReach = (reached: boolean): void => {
  const kind = reached ? 'reached' : 'not-reached';
  // "Without answer since" keeps the first time.
  if (!reached && reach.value.kind === 'not-reached') return;
  reach.value = { kind, at: clock.now() };
};

export const connectionTo = ({ hosts }: Ambiente): Connection => ({
  http: watchedFetch,
  host: hosts.recepcao,
  origin: location.href,
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
