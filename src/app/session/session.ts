import { effect, signal } from '@preact/signals';
import type { Ambiente } from '../../base/environment.ts';
import { err, type Result } from '../../base/result.ts';
import { waitAfter } from '../../outbox/backoff.ts';
import type { Availability } from '../../outbox/ports.ts';
import { askToken, type LoginFault } from '../../protocol/recepcao/passaporte.ts';
import type { Session } from '../../protocol/recepcao/session.ts';
import { ambiente } from '../state.ts';
import { clock } from '../stores.ts';
import { holderOf } from './login-way.ts';
import { recallRepresentacoes } from './remembered.ts';
import { askWhich, wasAsked } from './representacoes.ts';
import { isOffered } from './represented.ts';
import { dropToken, keepToken, usableToken } from './tokens.ts';
import { wayTo } from './way-to-passaporte.ts';

/** Why the last login did not succeed. */
export const loginFault = signal<LoginFault | undefined>(undefined);

/** Another environment, way or certificate begins anew: nothing of the last holder's is shown. */
export const followHolder = (): void => {
  effect(() => {
    loginFault.value = undefined;
    resetBackoff();
    void recallRepresentacoes();
  });
};

// A login that fails is not tried again at every look at the queue.
let failures = 0;
let notBefore = 0;

/** The next login is tried at once: the person did something about it. */
export const resetBackoff = (): void => {
  failures = 0;
  notBefore = 0;
};

const ABSENT: Availability = { kind: 'absent' };

/** Whether the holder is known to have it: another person's certificate gets no token of it. */
const isTheHolders = (where: Ambiente, representacao: number): boolean =>
  where.id !== ambiente.value?.id || isOffered(representacao) === true;

/** Epoch ms from which a token may be had without the person; `undefined` while only she can bring it. */
export const tokenFrom = (
  where: Ambiente,
  representacao: number | undefined,
): number | undefined => {
  if (representacao !== undefined && usableToken(where, representacao)) return 0;
  const isChosen = representacao !== undefined && isTheHolders(where, representacao);
  if (!isChosen && wasAsked(where)) return undefined;
  return wayTo(where) ? notBefore : undefined;
};

// One login serves all entries that wait for it.
const loggingIn = new Map<string, Promise<Availability>>();

/**
 * Makes sure of a token for one representação: what is in memory, else a login, else absent. Without a chosen
 * representação, or with one that is not the holder's, Passaporte is asked once what there is to choose from.
 */
export const ensureToken = async (
  where: Ambiente,
  representacao: number | undefined,
  signal: AbortSignal,
): Promise<Availability> => {
  if (representacao !== undefined && usableToken(where, representacao)) return { kind: 'at-hand' };
  const name = `${holderOf(where)}/${representacao}`;
  const underWay =
    loggingIn.get(name) ??
    login(where, representacao, signal).finally(() => loggingIn.delete(name));
  loggingIn.set(name, underWay);
  return underWay;
};

const login = async (
  where: Ambiente,
  representacao: number | undefined,
  signal: AbortSignal,
): Promise<Availability> => {
  const way = wayTo(where);
  if (!way || clock.now() < notBefore) return ABSENT;
  if (representacao === undefined || !isTheHolders(where, representacao)) {
    if (wasAsked(where)) return ABSENT;
    const told = await askWhich(where, way, signal);
    const isNowKnown = representacao !== undefined && isTheHolders(where, representacao);
    if (!told.ok || !isNowKnown) return settled(told, ABSENT);
  }
  const asked = await askToken(way, representacao, clock, signal);
  if (asked.ok) keepToken(where, asked.value);
  return settled(asked, { kind: 'at-hand' });
};

const settled = (outcome: Result<unknown, LoginFault>, whenDone: Availability): Availability => {
  loginFault.value = outcome.ok ? undefined : outcome.error;
  if (outcome.ok) {
    resetBackoff();
    return whenDone;
  }
  notBefore = clock.now() + waitAfter(failures++, Math.random);
  return pauseFor(outcome.error);
};

const pauseFor = (fault: LoginFault): Availability => {
  switch (fault) {
    case 'no-answer':
      return { kind: 'pause', reason: 'no-network' };
    case 'server-unavailable':
    case 'not-the-server':
      return { kind: 'pause', reason: fault };
    case 'expired-on-arrival':
      return { kind: 'pause', reason: 'token-refused' };
    case 'certificate-refused':
    case 'keys-not-taken':
      return ABSENT;
  }
};

/** Asks Passaporte in whose name the person may work; `absent`: while there is no way to it. */
export const askInWhoseName = async (): Promise<Result<void, LoginFault | 'absent'>> => {
  const where = ambiente.value;
  const way = where && wayTo(where);
  if (!way) return err('absent');
  return askWhich(where, way, new AbortController().signal);
};

/** The token of one representação, as far as this window holds it. */
export const tokensOf = (
  where: Ambiente,
  representacao: number | undefined,
): Pick<Session, 'token' | 'tokenRefused'> => ({
  token: () => (representacao === undefined ? undefined : usableToken(where, representacao)),
  tokenRefused: (token) => dropToken(where, token),
});
