import type { Ambiente } from '../../base/environment.ts';
import { readRepresentacoes } from '../../protocol/recepcao/representacoes.ts';
import { ambiente } from '../state.ts';
import { stores } from '../stores.ts';
import { holderOf } from './login-way.ts';
import { chosenRepresentacao, representacoes } from './represented.ts';

/** The setting that keeps what Passaporte told of a holder. */
export const listName = (where: Ambiente) => `representacoes/${holderOf(where)}`;
const choiceName = (where: Ambiente) => `representacao/${holderOf(where)}`;

/** Works in the name of a representação from now on; without room for the choice, until this window is closed. */
export const chooseRepresentacao = async (codigo: number): Promise<void> => {
  chosenRepresentacao.value = codigo;
  const where = ambiente.value;
  if (where) await stores.settings.set(choiceName(where), codigo);
};

let recalled: string | undefined;

/** What is remembered of whoever is at work now: her representações and the one she chose, also without network. */
export const recallRepresentacoes = async (): Promise<void> => {
  const where = ambiente.value;
  const holder = where && holderOf(where);
  if (holder === recalled) return;
  recalled = holder;
  representacoes.value = undefined;
  chosenRepresentacao.value = undefined;
  if (!where) return;
  const [list, choice] = await Promise.all([
    stores.settings.get(listName(where)),
    stores.settings.get(choiceName(where)),
  ]);
  if (recalled !== holder) return;
  // What was asked or chosen meanwhile is newer.
  representacoes.value ??= readRepresentacoes(list)?.representacoes;
  if (typeof choice === 'number') chosenRepresentacao.value ??= choice;
};
