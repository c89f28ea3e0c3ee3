import { isFinalSituacao, type Situacao } from './situacao.ts';

/**
 * Where a process stands; it may be changed only while `open`. `sending`: on the queue, or its files on their way.
 * `in-transit`: with the platform or the other body. `refused`: until the refusal is acknowledged. `receiving`: it
 * came, and its receipt is not given yet. `concluded`: with the other body; here to be read only.
 */
export type Standing = 'open' | 'sending' | 'in-transit' | 'refused' | 'receiving' | 'concluded';

/** What of a trâmite tells where its process stands; a `Tramite` has this shape. */
export interface TramiteFact {
  idt: number;
  direction: 'sent' | 'received';
  situacao: Situacao;
}

/** What of an entry does; an entry of PEN has this shape. */
interface EntryFact {
  frozen: { errand: { kind: string; processId?: string } };
  state: { kind: string };
}

const FINAL: ReadonlySet<string> = new Set(['done', 'rejected', 'cancelled']);

/** Derived, never stored but as the place of a process on a shelf. `tramites`, `entries`: those of the process at least; those of others do not count. */
export const standingOf = (
  { id }: { id: string },
  tramites: readonly (TramiteFact & { processId?: string })[],
  entries: readonly EntryFact[],
): Standing => {
  const isBeingSent = entries.some(
    ({ frozen: { errand }, state }) =>
      errand.kind === 'send' && errand.processId === id && !FINAL.has(state.kind),
  );
  return standingBy(
    isBeingSent,
    tramites.filter(({ processId }) => processId === id),
  );
};

/** The same by what is known of its own trâmites, and whether an entry that sends it is not at its end. */
export const standingBy = (isBeingSent: boolean, tramites: readonly TramiteFact[]): Standing => {
  if (isBeingSent) return 'sending';
  const [last] = tramites
    .filter((tramite) => !cameToNothing(tramite))
    .sort((a, b) => b.idt - a.idt);
  if (!last) return 'open';
  if (last.direction === 'received') return last.situacao >= 5 ? 'open' : 'receiving';
  if (last.situacao === 8) return 'refused';
  return isFinalSituacao(last.situacao) ? 'concluded' : 'in-transit';
};

// What was cancelled, or refused and acknowledged, leaves the process where it was before; what we refused, too.
const cameToNothing = ({ direction, situacao }: TramiteFact): boolean =>
  situacao === 7 ||
  situacao === 9 ||
  situacao === 10 ||
  (direction === 'received' && situacao === 8);
