import { signal } from '@preact/signals';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { parallel } from '../queue/parallel.ts';
import { type LookFault, lookAtCourt } from './look.ts';

/** A look at many deliveries, one after the other. */
export interface Looks {
  /** How many there are to look at, as far as that is known. */
  total: number;
  /** How many the court answered for, and what of them is not as it is here. */
  looked: number;
  differing: number;
  gone: number;
  /** The court does not show these to us. */
  notShown: number;
  state: 'running' | 'stopped' | 'ended';
  /** Why it was stopped, where not by the person. */
  fault?: LookFault;
}

/** The look that is under way or was the last one; it goes on while other screens are shown. */
export const looks = signal<Looks | undefined>(undefined);

let running = new AbortController();

const note = (change: Partial<Looks>): void => {
  if (looks.value) looks.value = { ...looks.value, ...change };
};

/** Looks at deliveries as they come, a few at a time; without network or access it ends there. */
export const lookAtMany = async (
  wanted: Iterable<CourtDelivery> | AsyncIterable<CourtDelivery>,
  total: number,
): Promise<void> => {
  if (looks.value?.state === 'running') return;
  running = new AbortController();
  const { signal: ends } = running;
  looks.value = { total, looked: 0, differing: 0, gone: 0, notShown: 0, state: 'running' };
  const next = oneAfterTheOther(wanted);
  const turn = async () => {
    for await (const each of next) {
      if (ends.aborted) return;
      await lookAtOne(each, ends);
    }
  };
  await Promise.all(Array.from({ length: parallel.value }, turn));
  note({ state: ends.aborted ? 'stopped' : 'ended' });
};

/** One row of them, from which several take. */
async function* oneAfterTheOther<T>(all: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* all;
}

const lookAtOne = async (delivery: CourtDelivery, ends: AbortSignal): Promise<void> => {
  const seen = await lookAtCourt(delivery, ends);
  if (!looks.value || ends.aborted) return;
  const { looked, differing, gone, notShown } = looks.value;
  if (seen.ok) {
    return note({
      looked: looked + 1,
      differing: differing + (seen.value.look?.differs === undefined ? 0 : 1),
      gone: gone + (seen.value.goneAt === undefined ? 0 : 1),
    });
  }
  if (seen.error === 'not-shown') return note({ notShown: notShown + 1 });
  note({ fault: seen.error });
  stopLooking();
};

/** What is under way is not waited for. */
export const stopLooking = (): void => running.abort();

/** The last look is not shown any more. */
export const forgetLooks = (): void => {
  looks.value = undefined;
};
