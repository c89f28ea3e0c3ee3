import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildApp } from '../test/support/build.ts';
import { buildFiller, type List, openList } from './deliveries/list.ts';
import { benchHomologation } from './homologation.ts';
import type { Outcome } from './outcome.ts';

const FEW = 200;
const MANY = Number(process.env.BENCH_LIST ?? 20_000);
const ROUNDS = 9;
const THROTTLED = 4;
const MOST_OF_FEW = 1.2;
const MOST_FRAME_MS = 50;

interface Times {
  opening: number;
  filtering: number;
  frame: number;
}

const quantile = (list: readonly number[], share: number): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] ?? 0;

const again = async (work: () => Promise<number>): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await work());
  return quantile(times, 0.5);
};

/** Medians of opening and filtering, and the frame that 95 % of the others are shorter than. */
const timesOf = async (list: List): Promise<Times> => ({
  opening: await again(() => list.open(1)),
  filtering: await again(() => list.filter(1)),
  frame: quantile(await list.scroll(THROTTLED), 0.95),
});

const line = (count: number, { opening, filtering, frame }: Times): string =>
  `${String(count).padEnd(10)}${opening.toFixed(1).padStart(12)}${filtering.toFixed(1).padStart(12)}${frame.toFixed(1).padStart(16)}`;

const benchList = async (): Promise<Outcome> => {
  const filler = await mkdtemp(join(tmpdir(), 'estafeta-bench-filler-'));
  await buildApp();
  await buildFiller(filler);
  const lists: List[] = [];
  try {
    const measured: Times[] = [];
    for (const count of [FEW, MANY]) {
      const list = await openList(filler, count);
      lists.push(list);
      measured.push(await timesOf(list));
    }
    const [few, many] = measured;
    if (!few || !many) throw new Error('nothing was measured');
    const ratio = many.opening / few.opening;
    return {
      lines: [
        `deliveries, ms    opening   filtering   frame p95, ${THROTTLED} ×`,
        line(FEW, few),
        line(MANY, many),
      ],
      targets: [
        {
          name: `opening ${MANY} deliveries ≤ ${MOST_OF_FEW} × ${FEW} (${ratio.toFixed(2)})`,
          met: ratio <= MOST_OF_FEW,
        },
        {
          name: `scrolling ${MANY} deliveries, p95 frame ≤ ${MOST_FRAME_MS} ms (${many.frame.toFixed(1)})`,
          met: many.frame <= MOST_FRAME_MS,
        },
      ],
    };
  } finally {
    for (const list of lists) await list.stop();
    await rm(filler, { recursive: true });
  }
};

/** The list of all deliveries, and homologating many in one go. `BENCH_LIST`: other than 20,000 in the list. */
export const benchDeliveries = async (): Promise<Outcome> => {
  const list = await benchList();
  const homologation = await benchHomologation();
  return {
    lines: [...list.lines, '', ...homologation.lines],
    targets: [...list.targets, ...homologation.targets],
  };
};
