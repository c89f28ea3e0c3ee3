import type { Clock } from '../../../src/base/clock.ts';
import type { PenReader } from '../../../src/base/environment.ts';

/** A browser that goes away without giving the lease back is waited for this long (ms). */
const LASTS_MS = 60_000;

/** Who reads for each body: one at a time, because reading moves states for everybody with that certificate. */
export interface Readers {
  /** Gives or renews the lease of `body`; what comes back names its holder, asked (`isGiven`) or other. */
  ask(body: string, leitor: string, nome: string): { isGiven: boolean; holder: PenReader };
  giveBack(body: string, leitor: string): void;
  holds(body: string, leitor: string): boolean;
  /** Who holds it now. What would let another one act as the holder is not told. */
  holderOf(body: string): PenReader | undefined;
}

export const createReaders = ({ now }: Clock): Readers => {
  const leases = new Map<string, PenReader & { leitor: string }>();
  const leaseOf = (body: string) => {
    const lease = leases.get(body);
    return lease && lease.ate > now() ? lease : undefined;
  };
  const told = ({ nome, ate }: PenReader): PenReader => ({ nome, ate });
  return {
    holderOf: (body) => {
      const lease = leaseOf(body);
      return lease && told(lease);
    },
    ask: (body, leitor, nome) => {
      const other = leaseOf(body);
      if (other && other.leitor !== leitor) return { isGiven: false, holder: told(other) };
      const lease = { leitor, nome, ate: now() + LASTS_MS };
      leases.set(body, lease);
      return { isGiven: true, holder: told(lease) };
    },
    giveBack: (body, leitor) => {
      if (leases.get(body)?.leitor === leitor) leases.delete(body);
    },
    holds: (body, leitor) => leaseOf(body)?.leitor === leitor,
  };
};
