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
  /** The most that was held at once. */
  peak: number;
}

const read = async (target: Target, input: Bytes): Promise<Reading> => {
  const profiler = new v8.GCProfiler();
  profiler.start();
  let foreign: string | undefined;
  try {
    await target.read(input);
  } catch (error) {
    foreign = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const after = held();
  // Between two collections what is held only grows, so the peaks lie right before them, and at the end.
  const peaks = profiler
    .stop()
    .statistics.map(({ beforeGC: { heapStatistics: at } }) => at.usedHeapSize + at.externalMemory);
  return { peak: Math.max(after, ...peaks), ...(foreign !== undefined && { foreign }) };
};

/** What is held between two inputs, once everything that can be was collected. */
let floor = held();

/**
 * Reads an input and says what came of it. Its memory is the most that V8 held above the floor, so the garbage of this
 * and of earlier inputs counts as well: too much rather than too little. Where that is more than an input may take,
 * everything is collected and the input read once more.
 */
export const measure = async (target: Target, input: Bytes): Promise<Outcome> => {
  const most = 10 * input.length + 16 * MEGABYTE;
  let reading = await read(target, input);
  if (reading.foreign === undefined && reading.peak - floor > most) {
    collect();
    floor = held();
    reading = await read(target, input);
  }
  const { foreign, peak } = reading;
  const memory = peak - floor;
  return {
    ...(foreign !== undefined && { foreign }),
    ...(memory > most && { overMemory: memory }),
  };
};
