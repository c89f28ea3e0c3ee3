import type { Ambiente } from '../../base/environment.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { PauseReason } from '../../outbox/types.ts';
import { type Court, courtOf } from '../../protocol/recepcao/court.ts';
import { pauseFor } from '../../protocol/recepcao/outcome.ts';
import type { Reply } from '../../protocol/recepcao/reply.ts';
import { connectionTo, noteReach } from '../connection.ts';
import { ensureToken, resetBackoff, tokensOf } from '../session/session.ts';
import { ambientes } from '../state.ts';

/** Why the court did not answer what it was asked. */
export type AskFault =
  | 'no-network'
  | 'server-unavailable'
  | 'not-the-server'
  | 'token-refused'
  /** The environment is no longer known. */
  | 'no-ambiente'
  /** Nobody is logged in for that representação. */
  | 'no-token'
  /** The court does not show it to us (403, or a refusal of its own). */
  | 'not-shown';

/** The court as one representação sees it, logged in. */
export const courtFor = async (
  { ambiente, representacao }: { ambiente: string; representacao: number },
  signal: AbortSignal,
): Promise<Result<Court, AskFault>> => {
  const where = ambientes.value.find(({ id }) => id === ambiente);
  if (!where) return err('no-ambiente');
  // The person asks: a login that failed a moment ago is tried anew.
  resetBackoff();
  const logged = await ensureToken(where, representacao, signal);
  if (logged.kind === 'absent') return err('no-token');
  if (logged.kind === 'pause') return err(reasonOf(logged.reason));
  return ok(courtOf(connectionTo(where), sessionOf(where, representacao)));
};

const sessionOf = (where: Ambiente, representacao: number) => ({
  ...tokensOf(where, representacao),
  signer: () => undefined,
});

/** What an answer without success says of why. */
export const faultOf = (reply: Exclude<Reply, { kind: 'success' }>): AskFault => {
  if (reply.kind === 'problem') return 'not-shown';
  const pause = pauseFor(reply);
  if (pause.kind === 'missing') return 'no-token';
  noteReach(false);
  return reasonOf(pause.reason);
};

const reasonOf = (reason: PauseReason): AskFault =>
  reason === 'no-network' || reason === 'not-the-server' || reason === 'token-refused'
    ? reason
    : 'server-unavailable';
