import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildPage, type Office, openOffice } from './outbox/office.ts';
import type { Outcome } from './outcome.ts';

const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 1_000);
const WIDTH = 3;
const LEAST_RATIO = 0.8;
const LONGEST_BLOCK_MS = 50;
const MOST_GROWTH = 1.1;
const MB = 1024 * 1024;

const withOffice = async <T>(page: string, work: (office: Office) => Promise<T>): Promise<T> => {
  const office = await openOffice(page);
  try {
    return await work(office);
  } finally {
    await office.stop();
  }
};

const seed = ({ page, representacao }: Office): Promise<void> =>
  page.evaluate(([count, of]) => globalThis.outboxBench.seed(0, count, of), [
    DELIVERIES,
    representacao,
  ] as const);

const bare = ({ page, token }: Office, first: number, count: number, schemas: number) =>
  page.evaluate(
    ([secret, options]) => globalThis.outboxBench.sendBare('/gateway/simulado', secret, options),
    [token, { first, count, schemas, width: WIDTH }] as const,
  );

const SILENCE_MS = 900_000;

const untilDrained = async ({ page }: Office): Promise<number> => {
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, SILENCE_MS, new Error('the queue is not drained')).unref();
  });
  const ms = await Promise.race([page.evaluate(() => globalThis.outboxBench.drained()), late]);
  if (ms === undefined) throw new Error('nothing was drained');
  return ms;
};

/** How long the queue takes while nobody looks on, and the bare loop of the same requests, half before and half after. */
const measureSpeed = (page: string): Promise<Outcome> =>
  withOffice(page, (own) =>
    withOffice(page, async (plain) => {
      const half = Math.ceil(DELIVERIES / 2);
      await seed(own);
      const before = await bare(plain, 0, half, 0);
      await own.page.evaluate(() => globalThis.outboxBench.drain());
      const ours = await untilDrained(own);
      const asked = await own.page.evaluate(() => globalThis.outboxBench.asked());
      const after = await bare(plain, half, DELIVERIES - half, asked['GET schema'] ?? 0);
      const block = await own.page.evaluate(() => globalThis.outboxBench.longestBlock());
      const ratio = (before + after) / ours;
      return {
        lines: [
          `requests of the queue     ${JSON.stringify(asked)}`,
          `queue                     ${(ours / 1000).toFixed(1)} s, ${((DELIVERIES / ours) * 1000).toFixed(1)} deliveries a second`,
          `bare fetch loop           ${((before + after) / 1000).toFixed(1)} s (${(before / 1000).toFixed(1)} before, ${(after / 1000).toFixed(1)} after)`,
          `bare / queue              ${ratio.toFixed(2)}`,
          `longest main-thread task  ${block === 0 ? '< 50' : block.toFixed(0)} ms`,
        ],
        targets: [
          { name: `outbox ≥ ${LEAST_RATIO} × bare fetch`, met: ratio >= LEAST_RATIO },
          {
            name: `main thread never blocked over ${LONGEST_BLOCK_MS} ms`,
            met: block <= LONGEST_BLOCK_MS,
          },
        ],
      };
    }),
  );

const SAMPLE_MS = 500;

const usedHeap = async ({ devtools }: Office): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
};

const mean = (numbers: number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

/** The heap after a garbage collection, again and again while the queue is drained. */
const measureHeap = (page: string): Promise<Outcome> =>
  withOffice(page, async (office) => {
    await seed(office);
    await office.page.evaluate(() => globalThis.outboxBench.drain());
    const samples: { done: number; used: number }[] = [];
    for (let done = 0; done < DELIVERIES; ) {
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      done =
        (await office.page.evaluate(() => globalThis.outboxBench.states()))['needs-person'] ?? 0;
      samples.push({ done, used: await usedHeap(office) });
    }
    const quarter = (from: number, to: number) =>
      mean(
        samples
          .filter(({ done }) => done > from * DELIVERIES && done <= to * DELIVERIES)
          .map(({ used }) => used),
      );
    const [first, last] = [quarter(0, 0.25), quarter(0.75, 1)];
    const growth = last / first;
    return {
      lines: [
        `heap, first quarter       ${(first / MB).toFixed(1)} MB`,
        `heap, last quarter        ${(last / MB).toFixed(1)} MB, ${growth.toFixed(2)} × the first`,
      ],
      targets: [
        { name: `heap ≤ ${MOST_GROWTH} × the first quarter's`, met: growth <= MOST_GROWTH },
      ],
    };
  });

/**
 * The queue's own time: deliveries drained up to what the person is asked to agree to, in a real Chromium against the
 * sandbox's process, beside a bare loop of the same requests in the same browser. `BENCH_DELIVERIES`: fewer of them.
 */
export const benchOutbox = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-'));
  try {
    await buildPage(folder);
    const outcomes = [await measureSpeed(folder), await measureHeap(folder)];
    return {
      lines: [
        `outbox, ${DELIVERIES} deliveries of 20 kB with a file of 200 kB, ${WIDTH} at a time`,
        ...outcomes.flatMap(({ lines }) => lines),
      ],
      targets: outcomes.flatMap(({ targets }) => targets),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
