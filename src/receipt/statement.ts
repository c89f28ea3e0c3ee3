import type { Ambiente } from '../base/environment.ts';
import type { Delivery } from './types.ts';

/** What may be said of a delivery, never more than was read. `asOf`: epoch ms UTC of that reading. */
export interface Statement {
  code: /** The court said HOMOLOGADO of the very content that was sent. Only this counts as delivered (colare-doc). */
    | 'homologated'
    /** The court holds the very content that was sent; it is not homologated, so it does not count yet. */
    | 'held-not-homologated'
    /** The court gave an id and a recibo; what it holds was not read back yet. */
    | 'accepted-not-read-back';
  asOf: number;
  /** Said by a simulator or a test server: no delivery to the court at all. */
  worth: 'real' | 'test' | 'simulated';
}

const WORTH = { producao: 'real', testes: 'test', simulado: 'simulated' } as const;

export const statementOf = (delivery: Delivery, tipo: Ambiente['tipo']): Statement => {
  const worth = WORTH[tipo];
  const { confirmedAt, comparedAt, deliveredAt } = delivery;
  if (confirmedAt !== undefined) return { code: 'homologated', asOf: confirmedAt, worth };
  if (comparedAt !== undefined) return { code: 'held-not-homologated', asOf: comparedAt, worth };
  return { code: 'accepted-not-read-back', asOf: deliveredAt, worth };
};
