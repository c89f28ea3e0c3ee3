import { folded } from '../../base/text-comparison.ts';
import type { KnownUnit } from '../../process/tables.ts';
import { tables } from '../pen/tables.ts';

/** Structures of units to search in. */
export const repositories = (): readonly { id: number; nome: string }[] =>
  tables.value.repositorios;

/** Reasons of urgency, as the platform words them. */
export const reasonsOfUrgency = () => tables.value.motivosDeUrgencia;

/** Units that were looked up before and fit the words, the last used first: they can be chosen without network. */
export const unitsAtHand = (wanted: string): KnownUnit[] => {
  const words = folded(wanted).split(/\s+/);
  return tables.value.unidades.filter(({ nome, sigla, numero }) => {
    const all = folded(`${nome} ${sigla} ${numero}`);
    return words.every((word) => all.includes(word));
  });
};
