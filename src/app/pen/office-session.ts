import type { PenPapel, PenSession } from '../../base/environment.ts';
import { isJsonObject, type Json } from '../../base/json.ts';

const PAPEIS: readonly PenPapel[] = ['enviar', 'receber', 'configurar'];

/** Reads what the gateway answers to a login; `undefined` where it is something else. */
export const readSession = (json: Json | undefined): PenSession | undefined => {
  if (!isJsonObject(json)) return undefined;
  const { sessao, usuario, nome, orgao, papeis, ate, conhecido } = json;
  if (typeof sessao !== 'string' || typeof usuario !== 'string') return undefined;
  if (typeof nome !== 'string' || typeof orgao !== 'string') return undefined;
  if (typeof conhecido !== 'string' || typeof ate !== 'number' || !Array.isArray(papeis))
    return undefined;
  const known = PAPEIS.filter((papel) => papeis.includes(papel));
  return { sessao, usuario, nome, orgao, papeis: known, ate, conhecido };
};
