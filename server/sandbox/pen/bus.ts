import type { Bytes } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import type { Result } from '../../../src/base/result.ts';
import type { PenBodyId } from './bodies.ts';
import type { ContentStore } from './content-store.ts';
import type { PenFault } from './fault.ts';
import type { PenSigner } from './receipts.ts';
import { dateTime, moved, SITUACAO, type Situacao, type Tramite } from './tramite.ts';
import type { TramiteStore } from './tramite-store.ts';

/** "More than 8 calendar days" stuck between sending and receiving (pen.md C.1). */
const STUCK_MS = 8 * 24 * 60 * 60 * 1000;

/** What the endpoints of the Barramento work on. */
export interface Bus {
  clock: Clock;
  tramites: TramiteStore;
  contents: ContentStore;
  signer: PenSigner;
  /** One change of trâmites at a time: what was read still holds when it is written. */
  inTurn<T>(change: () => Promise<T>): Promise<T>;
  /** Writes another situação and tells those who wait. */
  move(tramite: Tramite, situacao: Situacao): Promise<Tramite>;
  /** Cancels what has been stuck too long; checked whenever somebody asks, as no clock of its own runs. */
  cancelStuck(): Promise<void>;
  /** Told of each new situação, until the returned function is called. */
  onMove(listener: (tramite: Tramite) => void): () => void;
}

/** The Hono environment of the endpoints: who asks, by certificate. */
export interface PenEnv {
  Bindings: { clientCertificate?: Bytes };
  Variables: { body: PenBodyId };
}

export type Answer<T> = Promise<Result<T, PenFault>>;

export const createBus = ({
  clock,
  tramites,
  contents,
  signer,
}: Pick<Bus, 'clock' | 'tramites' | 'contents' | 'signer'>): Bus => {
  const listeners = new Set<(tramite: Tramite) => void>();
  let last: Promise<unknown> = Promise.resolve();

  const bus: Bus = {
    clock,
    tramites,
    contents,
    signer,
    inTurn: (change) => {
      const mine = last.then(change);
      last = mine.catch(() => undefined);
      return mine;
    },
    move: async (tramite, situacao) => {
      const next = moved(tramite, situacao, clock.now());
      await tramites.save(next);
      for (const listener of listeners) listener(next);
      return next;
    },
    cancelStuck: () =>
      bus.inTurn(async () => {
        for (const stuck of await tramites.stuckSince(clock.now() - STUCK_MS)) {
          await bus.move(stuck, SITUACAO.canceladoAutomaticamente);
        }
      }),
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return bus;
};

/** The instant of a change, as the platform writes it. */
export const instant = ({ clock }: Bus): string => dateTime(clock.now());
