import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildApp } from '../test/support/build.ts';
import { buildFiller, type List, openList } from './deliveries/list.ts';
import { benchHomologation } from './homologation.ts';
import type { Outcome } from './outcome.ts';
import { race } from './race.ts';

const FEW = 200;
const MANY = Number(process.env.BENCH_LIST ?? 20_000);
const ROUNDS = 21;
const SCROLLS = 3;
const THROTTLED = 4;
const MOST_OF_FEW = 1.2;
const MOST_FRAME_MS = 50;

interface Times {
  opening: number;
  filtering: number;
  frame: number;
}

const PERCENT_95 = 0.95;

/** The frame (ms) that 95 % of the others are shorter than, over some screens several times. */
const frameOf = async (list: List): Promise<number> => {
  const frames: number[] = [];
  for (let n = 0; n < SCROLLS; n++) {
    await list.open(1);
    frames.push(...(await list.scroll(THROTTLED)));
  }
  return frames.toSorted((a, b) => a - b)[Math.floor(frames.length * PERCENT_95)] ?? 0;
};

/** Both in turn, so that they share the machine's noise; medians of opening and filtering. */
const timesOf = async (few: List, many: List): Promise<[Times, Times]> => {
  const opening = await race({ few: () => few.open(1), many: () => many.open(1) }, ROUNDS);
  const filtering = await race({ few: () => few.filter(1), many: () => many.filter(1) }, ROUNDS);
  const frames = { few: await frameOf(few), many: await frameOf(many) };
  const times = (name: 'few' | 'many'): Times => ({
    ...{ opening: opening(name), filtering: filtering(name), frame: frames[name] },
  });
  return [times('few'), times('many')];
};

const line = (count: number, { opening, filtering, frame }: Times): string =>
  `${String(count).padEnd(10)}${opening.toFixed(1).padStart(12)}${filtering.toFixed(1).padStart(12)}${frame.toFixed(1).padStart(16)}`;

const benchList = async (): Promise<Outcome> => {
  const filler = await mkdtemp(join(tmpdir(), 'estafeta-bench-filler-'));
  await buildApp();
  await buildFiller(filler);
  const lists: List[] = [];
  try {
    const fewOpened = await openList(filler, FEW);
    lists.push(fewOpened);
    const manyOpened = await openList(filler, MANY);
    lists.push(manyOpened);
    const [few, many] = await timesOf(fewOpened, manyOpened);
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
          // Three frames at 60 Hz, told to a tenth.
          met: Math.round(many.frame) <= MOST_FRAME_MS,
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
