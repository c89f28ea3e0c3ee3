import { computed, effect, signal } from '@preact/signals';
import type { Ambiente } from '../base/environment.ts';
import { err, ok, type Result } from '../base/result.ts';
import { waitAfter } from '../outbox/backoff.ts';
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

/** The way the person chose. */
export const chosenWay = signal<LoginWay>('certificate');

/** The way in use: the chosen one, else the first that the environment has. */
export const loginWay = computed(
  () =>
    [chosenWay.value, ...LOGIN_WAYS].find((way) => canLogin(way, ambiente.value)) ??
    chosenWay.value,
);

/** The holder's representações as Passaporte told them last; kept to be chosen offline. */
export const representacoes = signal<Representacao[]>([]);

/** In whose name an entry can go: what Passaporte told, or with a pasted token only whom that token stands for. */
export const offered = computed((): { codigo: number; told?: Representacao }[] => {
  const told = representacoes.value.map((each) => ({ codigo: each.codigo, told: each }));
  if (loginWay.value !== 'pasted-token') return told;
  const pasted = shownToken.value?.representacao;
  if (pasted === undefined) return [];
  return [told.find(({ codigo }) => codigo === pasted) ?? { codigo: pasted }];
});

/** Why the last login did not succeed. */
export const loginFault = signal<LoginFault | undefined>(undefined);

/** Whether a login way can be used in an environment. */
export const canLogin = (way: LoginWay, where: Ambiente | undefined): boolean => {
  if (way === 'certificate') return where?.hosts.login !== undefined;
  return way === 'pasted-token' || where?.hosts.passaporte !== undefined;
};

/** Whose session it is: another environment, way or certificate shares neither tokens nor representações. */
const holder = (where: Ambiente): string => {
  const person =
    loginWay.value === 'certificate' && key.value.kind !== 'none'
      ? key.value.certificate.fingerprint
      : '';
  return `${where.id}/${loginWay.value}/${person}`;
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

// In memory only: a token is never stored.
const tokens = new Map<string, Token>();
const nameOf = (where: Ambiente, representacao: number) => `${holder(where)}/${representacao}`;

const keep = (where: Ambiente, token: Token): void => {
  tokens.set(nameOf(where, token.representacao), token);
  shownToken.value = token;
};

const usable = (where: Ambiente, representacao: number): Token | undefined => {
  const token = tokens.get(nameOf(where, representacao));
  return token && isUsable(token, clock.now()) ? token : undefined;
};

/** Takes a token that the person got elsewhere. */
export const pasteToken = (value: string): Result<Token, TokenFault | 'no-ambiente'> => {
  const where = ambiente.value;
  if (!where) return err('no-ambiente');
  const read = readToken(value, clock.now(), { fresh: false });
  if (read.ok) keep(where, read.value);
  return read;
};

const settingName = (where: Ambiente) => `representacoes/${holder(where)}`;

/** Those of a holder whom Passaporte was asked about in this session; it is not asked again. */
const askedAbout = new Set<string>();

const askWhich = async (
  where: Ambiente,
  way: PassaporteWay,
  signal: AbortSignal,
): Promise<Result<void, LoginFault>> => {
  const asked = await askRepresentacoes(way, signal);
  if (!asked.ok) return asked;
  const { nome, representacoes: listed } = asked.value;
  representacoes.value = listed;
  askedAbout.add(holder(where));
  // A member that Passaporte left out is no JSON.
  const known = listed.map(({ dataFimRepresentacao = '', ...one }) => ({
    ...one,
    dataFimRepresentacao,
  }));
  await stores.settings.set(settingName(where), { nome, representacoes: known });
  return ok(undefined);
};

/** Shows the representações remembered for whoever is at work now, also without network. */
export const followHolder = (): void => {
  effect(() => {
    const where = ambiente.value;
    loginFault.value = undefined;
    representacoes.value = [];
    resetBackoff();
    if (!where) return;
    const name = settingName(where);
    void stores.settings.get(name).then((kept) => {
      const remembered = readRepresentacoes(kept)?.representacoes ?? [];
      if (ambiente.value === where && settingName(where) === name && !representacoes.value.length) {
        representacoes.value = remembered;
      }
    });
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

/** The one representação there is to choose, where there is only one. */
export const onlyRepresentacao = (): number | undefined => {
  const [only, ...others] = offered.value;
  return others.length === 0 ? only?.codigo : undefined;
};

const ABSENT: Availability = { kind: 'absent' };

/**
 * Makes sure of a token for one representação: what is in memory, else a login, else absent. Without a chosen
 * representação the person has to choose, and Passaporte is asked what there is to choose from.
 */
export const ensureToken = async (
  representacao: number | undefined,
  signal: AbortSignal,
): Promise<Availability> => {
  const where = ambiente.value;
  if (!where) return ABSENT;
  if (representacao !== undefined && usable(where, representacao)) return { kind: 'at-hand' };
  const way = wayTo(where);
  if (!way || clock.now() < notBefore) return ABSENT;
  if (representacao === undefined) {
    if (askedAbout.has(holder(where))) return ABSENT;
    return settled(await askWhich(where, way, signal), ABSENT);
  }
  const asked = await askToken(way, representacao, clock, signal);
  if (asked.ok) keep(where, asked.value);
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

/** What is unlocked in this tab for one representação. */
export const sessionOf = (where: Ambiente, representacao: number | undefined): Session => ({
  token: () => (representacao === undefined ? undefined : usable(where, representacao)),
  tokenRefused: (token) => {
    tokens.delete(nameOf(where, token.representacao));
    if (shownToken.value === token) shownToken.value = undefined;
  },
  signer: openSigner,
});
