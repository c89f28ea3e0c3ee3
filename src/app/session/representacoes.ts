import type { Ambiente } from '../../base/environment.ts';
import { ok, type Result } from '../../base/result.ts';
import {
  askRepresentacoes,
  type LoginFault,
  type PassaporteWay,
} from '../../protocol/recepcao/passaporte.ts';
import { ambiente } from '../state.ts';
import { stores } from '../stores.ts';
import { holderOf } from './login-way.ts';
import { listName } from './remembered.ts';
import { representacoes } from './represented.ts';

// Holders whom Passaporte was asked about since the start; it is not asked again by itself.
const askedAbout = new Set<string>();

export const wasAsked = (where: Ambiente): boolean => askedAbout.has(holderOf(where));

/** Asks Passaporte whom the holder may stand for, and remembers it. */
export const askWhich = async (
  where: Ambiente,
  way: PassaporteWay,
  signal: AbortSignal,
): Promise<Result<void, LoginFault>> => {
  const name = listName(where);
  const holder = holderOf(where);
  const asked = await askRepresentacoes(way, signal);
  if (!asked.ok) return asked;
  const { nome, representacoes: listed } = asked.value;
  askedAbout.add(holder);
  const here = ambiente.value;
  if (here && holderOf(here) === holder) representacoes.value = listed;
  // A member that Passaporte left out is no JSON.
  const known = listed.map(({ dataFimRepresentacao = '', ...one }) => ({
    ...one,
    dataFimRepresentacao,
  }));
  await stores.settings.set(name, { nome, representacoes: known });
  return ok(undefined);
};
