import { type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../../draft/types.ts';
import { type DraftQuery, findDrafts } from './find-drafts.ts';

export type { Draft, DraftQuery };

/** What a search has found so far, the newest first. `paused`: it found as many as were asked for, or was stopped. */
export interface Found {
  drafts: readonly Draft[];
  state: 'searching' | 'paused' | 'ended';
}

/** A search that goes on only as far as it is asked to. */
export interface DraftSearch {
  found: ReadonlySignal<Found>;
  /** Looks for so many more. */
  more(count: number): Promise<void>;
  stop(): void;
}

export const searchDrafts = (ambiente: string, query: DraftQuery): DraftSearch => {
  const found = signal<Found>({ drafts: [], state: 'searching' });
  const steps = findDrafts(ambiente, query);
  let isStopped = false;
  return {
    found,
    more: async (count) => {
      isStopped = false;
      let { drafts } = found.value;
      const enough = drafts.length + count;
      found.value = { drafts, state: 'searching' };
      while (!isStopped && drafts.length < enough) {
        const step = await steps.next();
        if (step.done) {
          found.value = { drafts, state: 'ended' };
          return;
        }
        if (step.value.length === 0) continue;
        drafts = [...drafts, ...step.value];
        found.value = { drafts, state: 'searching' };
      }
      found.value = { drafts, state: 'paused' };
    },
    stop: () => {
      isStopped = true;
    },
  };
};
