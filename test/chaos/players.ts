import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Breach, count, type Tally } from './tally.ts';

/** What is sent in a history: deliveries to the court, or processes through PEN. */
export const WORLDS = ['recepcao', 'pen'] as const;

/** The histories of one thread: seeds `seed + first`, `seed + first + step`, … below `seed + runs`. */
export interface Share {
  world: (typeof WORLDS)[number];
  seed: number;
  first: number;
  step: number;
  runs: number;
  stopAtFirst: boolean;
}

/** What came of some histories. */
export interface Played {
  runs: number;
  tally: Tally;
  failed: { seed: number; breaches: Breach[] }[];
}

/** Plays the histories of the seeds from `seed` on, on all cores; tells what has come of them as they are played. */
export const playAll = async (
  options: Pick<Share, 'world' | 'seed' | 'runs' | 'stopAtFirst'>,
  onPlayed: (all: Played) => void = () => {},
): Promise<Played> => {
  const all: Played = { runs: 0, tally: {}, failed: [] };
  const step = Math.min(availableParallelism(), options.runs);
  const workers = Array.from({ length: step }, (_, first) => {
    const workerData: Share = { ...options, first, step };
    const resourceLimits = { maxYoungGenerationSizeMb: 64 };
    return new Worker(new URL('player.worker.mjs', import.meta.url), {
      workerData,
      resourceLimits,
    });
  });
  for (const worker of workers) {
    worker.on('message', (played: Played) => {
      add(all, played);
      onPlayed(all);
      // Asked, not terminated: Node 20 ends the whole program where a stream of a terminated thread moves a buffer.
      if (options.stopAtFirst && all.failed.length > 0) {
        for (const one of workers) one.postMessage('stop');
      }
    });
  }
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  return all;
};

const add = (all: Played, { runs, tally, failed }: Played): void => {
  all.runs += runs;
  all.failed.push(...failed);
  for (const [name, times] of Object.entries(tally)) count(all.tally, name, times);
};
