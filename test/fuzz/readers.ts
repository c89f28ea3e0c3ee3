import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { isLate, lastInput, makeStopwatch, type Stopwatch } from './stopwatch.ts';

/** Something that an input led to and must not. */
export interface Finding {
  /** Number of the input (`inputOf`). */
  input: number;
  what: 'hang' | 'foreign exception' | 'over memory';
  said: string;
}

/** The inputs that one thread reads: `first`, `first + step`, … below `total`. */
export interface Share {
  seed: number;
  first: number;
  step: number;
  total: number;
  watch: Stopwatch;
}

const THREADS = 4;
const LOOK_EVERY_MS = 50;
/** An input that takes no end of memory shall end its thread, not the machine. */
const MAX_HEAP_MB = 512;
/** Small, so that garbage counts for little where memory is measured. */
const MAX_YOUNG_MB = 8;

/** How a thread came to its end, and at which input. */
type End = { by: 'itself' } | { by: 'watch' } | { by: 'error'; error: Error };

const readShare = async (
  share: Omit<Share, 'watch'>,
  onFinding: (finding: Finding) => void,
): Promise<End & { input: number }> => {
  const watch = makeStopwatch();
  const worker = new Worker(new URL('reader.worker.mjs', import.meta.url), {
    workerData: { ...share, watch } satisfies Share,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: MAX_YOUNG_MB },
  });
  let end: End = { by: 'itself' };
  const looking = setInterval(() => {
    if (!isLate(watch)) return;
    end = { by: 'watch' };
    void worker.terminate();
  }, LOOK_EVERY_MS);
  worker.on('message', onFinding);
  worker.on('error', (error) => {
    end = { by: 'error', error };
  });
  await once(worker, 'exit');
  clearInterval(looking);
  return { ...end, input: lastInput(watch) };
};

const whatOf = (error: Error & { code?: string }): Finding['what'] =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'over memory' : 'foreign exception';

/** Reads a share to its end, past the inputs that end a thread; gives those that took too long. */
const readOn = async (
  share: Omit<Share, 'watch'>,
  onFinding: (finding: Finding) => void,
): Promise<number[]> => {
  const late: number[] = [];
  for (let { first } = share; first < share.total; ) {
    const end = await readShare({ ...share, first }, onFinding);
    if (end.by === 'itself') break;
    if (end.by === 'watch') late.push(end.input);
    else {
      if (end.input < 0) throw end.error;
      onFinding({ input: end.input, what: whatOf(end.error), said: String(end.error.stack) });
    }
    first = end.input + share.step;
  }
  return late;
};

const RETRIES = 3;

/** Reads a late input by itself, as being late once may be a busy machine: it hangs if it is late each time. */
const readAgain = async (
  seed: number,
  input: number,
  onFinding: (finding: Finding) => void,
): Promise<void> => {
  for (let i = 0; i < RETRIES; i++) {
    const late = await readOn({ seed, first: input, step: 1, total: input + 1 }, onFinding);
    if (late.length === 0) return;
  }
  onFinding({ input, what: 'hang', said: '' });
};

/** Has every input of a run read, and tells what must not be. */
export const readInputs = async (
  seed: number,
  total: number,
  onFinding: (finding: Finding) => void,
): Promise<void> => {
  const threads = Math.min(THREADS, availableParallelism());
  const shares = Array.from({ length: threads }, (_, first) =>
    readOn({ seed, first, step: threads, total }, onFinding),
  );
  for (const input of (await Promise.all(shares)).flat()) {
    await readAgain(seed, input, onFinding);
  }
};
