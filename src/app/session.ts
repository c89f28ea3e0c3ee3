import { signal } from '@preact/signals';
import type { Ambiente } from '../base/environment.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Availability } from '../outbox/ports.ts';
import { type Representacao, readRepresentacoes } from '../protocol/recepcao/messages.ts';
import {
  askRepresentacoes,
  askToken,
  byBrowserStore,
  type LoginFault,
  type PassaporteWay,
} from '../protocol/recepcao/passaporte.ts';
import type { Session } from '../protocol/recepcao/session.ts';
import { isUsable, readToken, type Token, type TokenFault } from '../protocol/recepcao/token.ts';
import { openSigner } from './certificates.ts';
import { wayOfOpenKey } from './signing/signing-client.ts';
import { ambiente, key, token as shownToken } from './state.ts';
import { clock, stores } from './stores.ts';

/** How the person proves to Passaporte who she is (D11). */
export type LoginWay = 'certificate' | 'browser-store' | 'pasted-token';

export const LOGIN_WAYS: readonly LoginWay[] = ['certificate', 'browser-store', 'pasted-token'];

export const loginWay = signal<LoginWay>('certificate');

/** The holder's representações as Passaporte told them last, by ambiente; kept to be chosen offline. */
export const representacoes = signal<Representacao[]>([]);

/** Why the last login did not succeed. */
export const loginFault = signal<LoginFault | undefined>(undefined);

// In memory only: a token is never stored.
const tokens = new Map<string, Token>();
const nameOf = (where: Ambiente, representacao: number) => `${where.id}/${representacao}`;

/** Whether a login way can be used in an environment. */
export const canLogin = (way: LoginWay, where: Ambiente | undefined): boolean => {
  if (way === 'certificate') return where?.hosts.login !== undefined;
  return way === 'pasted-token' || where?.hosts.passaporte !== undefined;
};

const wayTo = (where: Ambiente): PassaporteWay | undefined => {
  const { login, passaporte } = where.hosts;
  if (loginWay.value === 'certificate') {
    if (!login || key.value.kind !== 'unlocked') return undefined;
    return wayOfOpenKey(new URL(login, location.href));
  }
  if (loginWay.value === 'browser-store' && passaporte) {
    return byBrowserStore((request) => fetch(request), passaporte);
  }
  return undefined;
};

const keep = (where: Ambiente, token: Token): void => {
  tokens.set(nameOf(where, token.representacao), token);
  shownToken.value = token;
};

/** Takes a token that the person got elsewhere. */
export const pasteToken = (value: string): Result<Token, TokenFault | 'no-ambiente'> => {
  const where = ambiente.value;
  if (!where) return err('no-ambiente');
  const read = readToken(value, clock.now(), { fresh: false });
  if (read.ok) keep(where, read.value);
  return read;
};

/** Asks Passaporte for the holder's representações and remembers them. */
export const refreshRepresentacoes = async (
  signal: AbortSignal,
): Promise<Result<Representacao[], LoginFault | 'locked'>> => {
  const where = ambiente.value;
  const way = where && wayTo(where);
  if (!way) return err('locked');
  const asked = await askRepresentacoes(way, signal);
  loginFault.value = asked.ok ? undefined : asked.error;
  if (!asked.ok) return asked;
  representacoes.value = asked.value.representacoes;
  const { nome, representacoes: listed } = asked.value;
  // A member that Passaporte left out is no JSON.
  const known = listed.map(({ dataFimRepresentacao = '', ...one }) => ({
    ...one,
    dataFimRepresentacao,
  }));
  await stores.settings.set(settingName(where), { nome, representacoes: known });
  return ok(representacoes.value);
};

const settingName = (where: Ambiente) => `representacoes/${where.id}`;

/** The representações remembered for an environment, for the time without network. */
export const loadRepresentacoes = async (where: Ambiente): Promise<void> => {
  const kept = await stores.settings.get(settingName(where));
  representacoes.value = readRepresentacoes(kept)?.representacoes ?? [];
};

/** The one representação there is to choose: that of a pasted token, or the holder's only one. */
export const onlyRepresentacao = (): number | undefined => {
  const where = ambiente.value;
  if (loginWay.value === 'pasted-token') {
    const pasted = shownToken.value?.representacao;
    return where && pasted !== undefined && usable(where, pasted) ? pasted : undefined;
  }
  const [only, ...others] = representacoes.value;
  return others.length === 0 ? only?.codigo : undefined;
};

const ABSENT: Availability = { kind: 'absent' };

/** Makes sure of a token for one representação: what is in memory, else a login, else absent. */
export const ensureToken = async (
  representacao: number | undefined,
  signal: AbortSignal,
): Promise<Availability> => {
  const where = ambiente.value;
  if (!where) return ABSENT;
  if (representacao === undefined) return askWhichOne(where, signal);
  if (usable(where, representacao)) return { kind: 'at-hand' };
  const way = wayTo(where);
  if (!way) return ABSENT;
  const asked = await askToken(way, representacao, clock, signal);
  loginFault.value = asked.ok ? undefined : asked.error;
  if (asked.ok) {
    keep(where, asked.value);
    return { kind: 'at-hand' };
  }
  return pauseFor(asked.error);
};

// Without a chosen representação the person has to choose; the choice needs the list.
const askWhichOne = async (where: Ambiente, signal: AbortSignal): Promise<Availability> => {
  if (!wayTo(where)) return ABSENT;
  const asked = await refreshRepresentacoes(signal);
  return asked.ok || asked.error === 'locked' ? ABSENT : pauseFor(asked.error);
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

const usable = (where: Ambiente, representacao: number): Token | undefined => {
  const token = tokens.get(nameOf(where, representacao));
  return token && isUsable(token, clock.now()) ? token : undefined;
};

/** What is unlocked in this tab for one representação. */
export const sessionOf = (where: Ambiente, representacao: number | undefined): Session => ({
  token: () => (representacao === undefined ? undefined : usable(where, representacao)),
  tokenRefused: (token) => {
    tokens.delete(nameOf(where, token.representacao));
    if (shownToken.value === token) shownToken.value = undefined;
  },
  signer: openSigner,
});
