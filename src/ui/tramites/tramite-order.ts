import type { Tramite } from '../../app/pen/types.ts';
import { SITUACOES } from '../text/tramites.ts';
import { nameOfUnit } from './name-of-unit.ts';

/** The columns of the list of trâmites, as they stand. */
export const COLUMNS = ['process', 'person', 'date', 'where', 'state'] as const;

type Column = (typeof COLUMNS)[number];

/** By which column; words begin with A and dates with the newest, unless it is turned. */
export interface TramiteOrder {
  column: Column;
  isTurned: boolean;
}

export const directionOf = ({ column, isTurned }: TramiteOrder): 'ascending' | 'descending' =>
  (column === 'date') === isTurned ? 'ascending' : 'descending';

/** The unit at the other end. */
export const otherUnit = ({ direction, destinatario, remetente }: Tramite) =>
  direction === 'sent' ? destinatario : remetente;

const WORDS: Record<Exclude<Column, 'date'>, (tramite: Tramite) => string> = {
  process: ({ protocolo }) => protocolo,
  person: ({ usuario }) => usuario ?? '',
  where: (tramite) => nameOfUnit(otherUnit(tramite)),
  state: ({ direction, situacao }) => SITUACOES[direction][situacao],
};

/** The same trâmites, which come with the newest first. */
export const inOrder = (
  tramites: readonly Tramite[],
  { column, isTurned }: TramiteOrder,
): Tramite[] => {
  const ordered = [...tramites];
  if (column !== 'date') {
    const words = WORDS[column];
    ordered.sort((a, b) => words(a).localeCompare(words(b), 'pt-BR'));
  }
  return isTurned ? ordered.reverse() : ordered;
};
