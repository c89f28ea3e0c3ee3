import { type ReadonlySignal, signal } from '@preact/signals';
import { err, type Result } from '../../base/result.ts';
import type { Process } from '../../process/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { noteOpened } from '../pen/opened.ts';
import { penStores } from '../pen/stores.ts';
import { clock } from '../stores.ts';
import { type TabLock, takeLock, tryLock } from '../tabs.ts';
import { processLock } from './process-lock.ts';
import { readStanding } from './standing.ts';

/** Whether all that was typed is on the disk. With a fault it is on the screen only. */
export type ProcessSaving =
  | 'saved'
  | 'saving'
  | StorageFault
  | 'stale-revision'
  | 'locked'
  | 'not-kept';

/** A process as one window has it open. */
export interface ProcessSession {
  process: ReadonlySignal<Process>;
  saving: ReadonlySignal<ProcessSaving>;
  /** Whether another window has it: here it is shown, not changed. */
  elsewhere: ReadonlySignal<boolean>;
  /** `edit` makes the process as it is to be of what it is. Written at the next pause. */
  change(edit: (process: Process) => Process): void;
  /** Resolves when nothing is left to write, or writing failed. */
  flush(): Promise<ProcessSaving>;
  /** `tell`: of who holds typed words back for a moment; called before anything is flushed. Gives how to end that. */
  beforeFlush(tell: () => void): () => void;
  /** Takes the process over from the other window. */
  takeOver(): Promise<void>;
  /** Reads again what something else wrote, such as the sender, where nothing of the person's is unwritten. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

/** Typing that rests for so long is written. */
const PAUSE_MS = 400;
/** While nothing can be kept, how often it is looked whether there is room again. */
const RETRY_MS = 3_000;

const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Whether what is unwritten can never be written. */
const isLost = (saving: ProcessSaving): boolean =>
  saving === 'stale-revision' || saving === 'locked';

const save = async (
  process: Process,
): Promise<Result<Process, StorageFault | 'stale-revision' | 'locked' | 'not-kept'>> => {
  try {
    // It was sent meanwhile: what goes out is what lies here.
    if ((await readStanding(process)) !== 'open') return err('locked');
    return await penStores.processes.save(process);
  } catch (error) {
    console.error(error);
    return err('not-kept');
  }
};

/** Opens a process for editing, or for reading where another window has it; `undefined`: there is none. */
export const openProcess = async (id: string): Promise<ProcessSession | undefined> => {
  // Before it is read: what is written later would go over it.
  await noteOpened(id);
  const stored = await penStores.processes.load(id);
  if (!stored) return undefined;
  const process = signal(stored);
  const saving = signal<ProcessSaving>('saved');
  const elsewhere = signal(true);
  let isUnwritten = false;
  let due: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  const tellers = new Set<() => void>();

  const write = async (): Promise<void> => {
    while (isUnwritten) {
      const written = process.value;
      isUnwritten = false;
      const saved = await save({ ...written, changedAt: clock.now() });
      if (!saved.ok) {
        isUnwritten = true;
        saving.value = saved.error;
        // What another window wrote over, or sent, stays lost; the screen says so.
        if (isLost(saved.error)) isUnwritten = false;
        else due = setTimeout(start, RETRY_MS);
        break;
      }
      const { rev, changedAt } = saved.value;
      process.value = { ...process.value, rev, changedAt };
      saving.value = 'saved';
    }
    if (!isUnwritten) removeEventListener('beforeunload', askBeforeLeaving);
  };
  const start = (): Promise<void> => {
    clearTimeout(due);
    running ??= write().finally(() => {
      running = undefined;
    });
    return running;
  };
  const flush = async (): Promise<ProcessSaving> => {
    for (const tell of tellers) tell();
    if (isUnwritten || running) await start();
    return saving.value;
  };
  const load = async (): Promise<void> => {
    const latest = await penStores.processes.load(id);
    if (latest && !isUnwritten && latest.rev > process.value.rev) process.value = latest;
  };

  let lock: TabLock | undefined;
  const lockOptions = {
    beforeYield: async () => void (await flush()),
    onLost: () => {
      elsewhere.value = true;
    },
  };
  const held = (got: TabLock | undefined): void => {
    lock = got;
    elsewhere.value = got === undefined;
  };
  held(await tryLock(processLock(id), lockOptions));

  return {
    ...{ process, saving, elsewhere, flush },
    beforeFlush: (tell) => {
      tellers.add(tell);
      return () => void tellers.delete(tell);
    },
    change: (edit) => {
      if (elsewhere.value) return;
      const changed = edit(process.value);
      if (changed === process.value) return;
      process.value = changed;
      isUnwritten = true;
      // A fault stays on the screen until it is over.
      if (saving.value === 'saved') saving.value = 'saving';
      addEventListener('beforeunload', askBeforeLeaving);
      clearTimeout(due);
      due = setTimeout(start, PAUSE_MS);
    },
    takeOver: async () => {
      const got = await takeLock(processLock(id), lockOptions);
      if (got) {
        await load();
        saving.value = 'saved';
      }
      held(got);
    },
    reread: async () => {
      // What could not be written stays on the screen, to be copied.
      if (!isUnwritten && !running && !isLost(saving.value)) await load();
    },
    close: async () => {
      await flush();
      lock?.release();
    },
  };
};
