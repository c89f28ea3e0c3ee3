import type { Situacao } from '../../base/situacao.ts';
import type { KeptReceipt, Refusal, SituacaoChange, Tramite } from './tramite.ts';

/** What the platform says of a trâmite when it is asked. */
export interface HeardStatus {
  situacao: Situacao;
  changes: SituacaoChange[];
  recusa?: Refusal;
}

/** How far each situação is on the ways of C.1, of which none leads back. */
const RANK: Record<Situacao, number> = {
  0: 0,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  8: 5,
  6: 6,
  7: 6,
  9: 6,
  10: 6,
};

/**
 * What a trâmite is after an answer of the platform (`at`: when it was asked, epoch ms). The situações only go forward:
 * an answer that was overtaken on its way changes nothing.
 */
export const afterStatus = (tramite: Tramite, heard: HeardStatus, at: number): Tramite => {
  if (RANK[heard.situacao] < RANK[tramite.situacao]) return tramite;
  const { situacao, changes, recusa } = heard;
  return {
    ...tramite,
    situacao,
    heardAt: Math.max(tramite.heardAt, at),
    changes: changes.length >= tramite.changes.length ? inOrder(changes) : tramite.changes,
    ...(recusa && { recusa }),
  };
};

const inOrder = (changes: readonly SituacaoChange[]): SituacaoChange[] =>
  [...changes].sort((a, b) => a.at - b.at || RANK[a.situacao] - RANK[b.situacao]);

/** After the sender fetched the receipt of conclusion, which by itself ends the trâmite (5 → 6). */
export const afterConclusion = (tramite: Tramite, receipt: KeptReceipt): Tramite =>
  movedTo({ ...tramite, reciboDeTramite: receipt }, 6, receipt.fetchedAt);

/** After the sender took note of the refusal (8 → 9), epoch ms. */
export const afterCiencia = (tramite: Tramite, at: number): Tramite =>
  movedTo({ ...tramite, cienciaAt: at }, 9, at);

/** After the platform agreed to the sender's cancelling, epoch ms. */
export const afterCancelling = (tramite: Tramite, at: number): Tramite =>
  movedTo({ ...tramite, cancelledAt: at }, 7, at);

/**
 * After our own act moved it, or where it was heard that it stands there (`at`: epoch ms); the platform's own instant takes the place of ours
 * when it is asked again.
 */
export const movedTo = (tramite: Tramite, situacao: Situacao, at: number): Tramite =>
  RANK[situacao] <= RANK[tramite.situacao]
    ? tramite
    : {
        ...tramite,
        situacao,
        heardAt: at,
        changes: [...tramite.changes, { situacao, at }],
      };
