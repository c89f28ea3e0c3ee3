import type { Clock } from '../../../src/base/clock.ts';
import type { PenReader } from '../../../src/base/environment.ts';

/** A browser that goes away without giving the lease back is waited for this long (ms). */
const LASTS_MS = 60_000;

/** Who reads for each body: one at a time, because reading moves states for everybody with that certificate. */
export interface Readers {
  /** Gives or renews the lease of `body`; what comes back names its holder, asked or other. */
  ask(body: string, leitor: string, nome: string): PenReader;
  giveBack(body: string, leitor: string): void;
  holds(body: string, leitor: string | null): boolean;
  /** Who holds it now. */
  holderOf(body: string): PenReader | undefined;
}

export const createReaders = ({ now }: Clock): Readers => {
  const leases = new Map<string, PenReader>();
  const holderOf = (body: string): PenReader | undefined => {
    const lease = leases.get(body);
    return lease && lease.ate > now() ? lease : undefined;
  };
  return {
    holderOf,
    ask: (body, leitor, nome) => {
      const holder = holderOf(body);
      if (holder && holder.leitor !== leitor) return holder;
      const lease = { leitor, nome, ate: now() + LASTS_MS };
      leases.set(body, lease);
      return lease;
    },
    giveBack: (body, leitor) => {
      if (leases.get(body)?.leitor === leitor) leases.delete(body);
    },
    holds: (body, leitor) => leitor !== null && holderOf(body)?.leitor === leitor,
  };
};
