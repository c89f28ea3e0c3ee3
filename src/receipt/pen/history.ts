import type { Situacao } from '../../base/situacao.ts';
import type { Tramite } from './tramite.ts';

/** Something that happened to a trâmite; `at`: epoch ms UTC. */
export interface TramiteEvent {
  at: number;
  what: Situacao | 'envio-fetched' | 'conclusao-fetched';
}

/** All that is known to have happened, the oldest first: what the platform said, and the receipts that were fetched. */
export const historyOf = ({
  changes,
  reciboDeEnvio,
  reciboDeTramite,
}: Pick<Tramite, 'changes' | 'reciboDeEnvio' | 'reciboDeTramite'>): TramiteEvent[] =>
  [
    ...changes.map(({ situacao, at }): TramiteEvent => ({ at, what: situacao })),
    ...(reciboDeEnvio ? [{ at: reciboDeEnvio.fetchedAt, what: 'envio-fetched' } as const] : []),
    ...(reciboDeTramite
      ? [{ at: reciboDeTramite.fetchedAt, what: 'conclusao-fetched' } as const]
      : []),
  ].sort((a, b) => a.at - b.at);

/** A station of the line that is drawn of a trâmite. */
export interface Station {
  situacao: Situacao;
  state: 'done' | 'current' | 'ahead';
  /** Epoch ms UTC, where it was reached. */
  at?: number;
}

const WAY: Record<Tramite['direction'], readonly Situacao[]> = {
  sent: [1, 2, 3, 4, 5, 6],
  received: [3, 4, 5],
};

/**
 * The stations of C.1: those it reached and, while it goes on, those ahead. One that ended otherwise than concluded shows
 * its ending in the place of what it did not reach. For the receiver it ends with her own receipt.
 */
export const stationsOf = ({
  direction,
  situacao,
  changes,
}: Pick<Tramite, 'direction' | 'situacao' | 'changes'>): Station[] => {
  const reachedAt = new Map(changes.map((change) => [change.situacao, change.at]));
  const stationAt = (station: Situacao, state: Station['state']): Station => {
    const at = reachedAt.get(station);
    return { situacao: station, state, ...(at !== undefined && { at }) };
  };
  if (situacao >= 7) {
    const reached = WAY[direction].filter((station) => reachedAt.has(station));
    return [
      ...reached.map((station) => stationAt(station, 'done')),
      stationAt(situacao, 'current'),
    ];
  }
  const isOver = direction === 'received' ? situacao >= 5 : situacao === 6;
  return WAY[direction].map((station) => {
    if (station < situacao || isOver) return stationAt(station, 'done');
    return stationAt(station, station === situacao ? 'current' : 'ahead');
  });
};
