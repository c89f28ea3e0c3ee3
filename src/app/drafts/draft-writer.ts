import { type ReadonlySignal, signal } from '@preact/signals';
import { compacted } from '../../draft/compaction.ts';
import type { Draft, DraftChange } from '../../draft/types.ts';
import type { DraftSaveFault } from '../../store/drafts.ts';
import { clock, stores } from '../stores.ts';

/** Whether all that was typed is on the disk. With a fault it is on the screen only. */
export type SaveState = 'saved' | 'saving' | DraftSaveFault;

export interface DraftWriter {
  state: ReadonlySignal<SaveState>;
  /** Adds a change to what is to be written, and writes. `all`: every change since the snapshot. */
  add(change: DraftChange, all: readonly DraftChange[]): void;
  /** Resolves when nothing is left to write, or writing failed. */
  flush(): Promise<SaveState>;
}

/** While there is no room, how often it is looked whether there is. */
const RETRY_MS = 3_000;

/** Writes the changes of one draft one after another; what could not be written is kept and tried again. */
export const draftWriter = (first: Draft, onSaved: (draft: Draft) => void): DraftWriter => {
  const state = signal<SaveState>('saved');
  let draft = first;
  let waiting: DraftChange[] = [];
  let history: readonly DraftChange[] = [];
  let running: Promise<void> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const current = compacted(draft, history) ?? draft;
      const next = { ...current, rev: draft.rev + 1, changedAt: clock.now() };
      const saved = await stores.drafts.save(next, batch);
      if (!saved.ok) {
        waiting = [...batch, ...waiting];
        state.value = saved.error;
        if (saved.error === 'storage-full') retry = setTimeout(start, RETRY_MS);
        return;
      }
      draft = next;
      onSaved(next);
    }
    state.value = 'saved';
  };

  const start = (): Promise<void> => {
    clearTimeout(retry);
    // A fault stays on the screen until it is over.
    if (state.value === 'saved') state.value = 'saving';
    running ??= writeAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    state,
    add: (change, all) => {
      waiting.push(change);
      history = all;
      void start();
    },
    flush: async () => {
      if (waiting.length > 0 || running) await start();
      return state.value;
    },
  };
};
