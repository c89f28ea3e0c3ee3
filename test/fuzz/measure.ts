import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Bytes } from '../../src/base/bytes.ts';
import type { Target } from './target.ts';

/** What became of one input. */
export interface Outcome {
  /** Stack of what the product threw and should not have. */
  foreign?: string;
  /** Bytes it held, where that is more than it may. */
  overMemory?: number;
}

const MEGABYTE = 1024 * 1024;

v8.setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes of the heap in use and of array buffers. */
const held = (): number => {
  const { used_heap_size, external_memory } = v8.getHeapStatistics();
  return used_heap_size + external_memory;
};

interface Reading {
  foreign?: string;
  /** The most that was held at once beyond what was held before, garbage included. */
  memory: number;
  collections: number;
}

const read = async (target: Target, input: Bytes): Promise<Reading> => {
  const profiler = new v8.GCProfiler();
  profiler.start();
  const before = held();
  let foreign: string | undefined;
  try {
    await target.read(input);
  } catch (error) {
    foreign = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const after = held();
  const { statistics } = profiler.stop();
  // Between two collections what is held only grows, so the peaks lie right before them, and at the end.
  const peaks = statistics.map(
    ({ beforeGC: { heapStatistics: at } }) => at.usedHeapSize + at.externalMemory,
  );
  const memory = Math.max(after, ...peaks) - before;
  return { memory, collections: statistics.length, ...(foreign !== undefined && { foreign }) };
};

/**
 * Reads an input and says what came of it. Memory is what V8 holds, garbage included: too much rather than too little.
 * A collection during the reading may also free what earlier inputs left, so the input is then read once more after
 * everything was collected.
 */
export const measure = async (target: Target, input: Bytes): Promise<Outcome> => {
  let reading = await read(target, input);
  const most = 10 * input.length + 16 * MEGABYTE;
  if (reading.foreign === undefined && (reading.collections > 0 || reading.memory > most)) {
    collect();
    reading = await read(target, input);
  }
  const { foreign, memory } = reading;
  return {
    ...(foreign !== undefined && { foreign }),
    ...(memory > most && { overMemory: memory }),
  };
};
