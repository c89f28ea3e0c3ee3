import { computed, signal } from '@preact/signals';
import type { Ambiente } from '../../base/environment.ts';
import { ok, type Result } from '../../base/result.ts';
import { type Representacao, readRepresentacoes } from '../../protocol/recepcao/messages.ts';
import {
  askRepresentacoes,
  type LoginFault,
  type PassaporteWay,
} from '../../protocol/recepcao/passaporte.ts';
import { ambiente, token } from '../state.ts';
import { stores } from '../stores.ts';
import { holderOf, loginWay } from './login-way.ts';

/** The holder's representações as Passaporte told them last; kept to be chosen offline. */
const representacoes = signal<Representacao[]>([]);

/** In whose name an entry can go: what Passaporte told, or with a pasted token only whom that token stands for. */
export const offered = computed((): { codigo: number; told?: Representacao }[] => {
  const told = representacoes.value.map((each) => ({ codigo: each.codigo, told: each }));
  if (loginWay.value !== 'pasted-token') return told;
  const pasted = token.value?.representacao;
  if (pasted === undefined) return [];
  return [told.find(({ codigo }) => codigo === pasted) ?? { codigo: pasted }];
});

/** The one representação there is to choose, where there is only one. */
export const onlyRepresentacao = (): number | undefined => {
  const [only, ...others] = offered.value;
  return others.length === 0 ? only?.codigo : undefined;
};

const settingName = (where: Ambiente) => `representacoes/${holderOf(where)}`;

// Holders whom Passaporte was asked about since the start; it is not asked again.
const askedAbout = new Set<string>();

export const wasAsked = (where: Ambiente): boolean => askedAbout.has(holderOf(where));

/** Asks Passaporte whom the holder may stand for, and remembers it. */
export const askWhich = async (
  where: Ambiente,
  way: PassaporteWay,
  signal: AbortSignal,
): Promise<Result<void, LoginFault>> => {
  const asked = await askRepresentacoes(way, signal);
  if (!asked.ok) return asked;
  const { nome, representacoes: listed } = asked.value;
  representacoes.value = listed;
  askedAbout.add(holderOf(where));
  // A member that Passaporte left out is no JSON.
  const known = listed.map(({ dataFimRepresentacao = '', ...one }) => ({
    ...one,
    dataFimRepresentacao,
  }));
  await stores.settings.set(settingName(where), { nome, representacoes: known });
  return ok(undefined);
};

/** Shows the representações remembered for whoever is at work now, also without network. */
export const recallRepresentacoes = (where: Ambiente | undefined): void => {
  representacoes.value = [];
  if (!where) return;
  const name = settingName(where);
  void stores.settings.get(name).then((kept) => {
    const remembered = readRepresentacoes(kept)?.representacoes ?? [];
    const isStillHere = ambiente.value === where && settingName(where) === name;
    if (isStillHere && representacoes.value.length === 0) representacoes.value = remembered;
  });
};
