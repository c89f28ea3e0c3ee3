import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildPage, type Office, openOffice } from './outbox/office.ts';
import type { Outcome } from './outcome.ts';

const DELIVERIES = Number(process.env.BENCH_HOMOLOGATIONS ?? 200);
const WIDTH = 3;
const MOST_RATIO = 1.3;

const HOST = '/gateway/simulado';

/** A browser in which João's key is open. */
const withOffice = async <T>(folder: string, work: (office: Office) => Promise<T>): Promise<T> => {
  const office = await openOffice(folder, {
    prepare: async (page, demo) => {
      const [pfx = '', pdf = ''] = await Promise.all(
        ['joao.pfx', 'edital.pdf'].map((file) => readFile(demo(file), 'base64')),
      );
      await page.evaluate(([key, file]) => globalThis.outboxBench.openKey(key, 'senha123', file), [
        pfx,
        pdf,
      ] as const);
    },
  });
  try {
    return await work(office);
  } finally {
    await office.stop();
  }
};

/** Sends so many, and homologates them with nothing written down. */
const bare = async ({ page, token }: Office, first: number, count: number): Promise<number> => {
  const options = { first, count, schemas: 0, width: WIDTH };
  await page.evaluate(
    ([host, secret, asked]) => globalThis.outboxBench.sendBare(host, secret, asked),
    [HOST, token, options] as const,
  );
  return page.evaluate(
    ([host, secret, width]) => globalThis.outboxBench.homologateBare(host, secret, width),
    [HOST, token, WIDTH] as const,
  );
};

/** All at once by one word, from the word to the court's confirmation. */
const ours = async ({ page, representacao }: Office): Promise<number> => {
  await page.evaluate(([count, of]) => globalThis.outboxBench.seed(0, count, of), [
    DELIVERIES,
    representacao,
  ] as const);
  await page.evaluate(() => globalThis.outboxBench.drain());
  await page.evaluate(() => globalThis.outboxBench.drained());
  return page.evaluate(() => globalThis.outboxBench.homologate());
};

/**
 * Homologating a whole list by one word, beside the same signatures (by the same worker, with the same key) and requests in
 * the same browser, half of them before and half after. `BENCH_HOMOLOGATIONS`: fewer of them.
 */
export const benchHomologation = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-'));
  try {
    await buildPage(folder);
    return await withOffice(folder, (own) =>
      withOffice(folder, async (plain) => {
        const half = Math.ceil(DELIVERIES / 2);
        const before = await bare(plain, 0, half);
        const list = await ours(own);
        const after = await bare(plain, half, DELIVERIES - half);
        const ratio = list / (before + after);
        return {
          lines: [
            `homologation, ${DELIVERIES} deliveries by one word, ${WIDTH} at a time`,
            `list                      ${(list / 1000).toFixed(1)} s`,
            `bare signing and fetch    ${((before + after) / 1000).toFixed(1)} s (${(before / 1000).toFixed(1)} before, ${(after / 1000).toFixed(1)} after)`,
            `list / bare               ${ratio.toFixed(2)}`,
          ],
          targets: [
            {
              name: `homologating ${DELIVERIES} ≤ ${MOST_RATIO} × bare signing and fetch`,
              met: ratio <= MOST_RATIO,
            },
          ],
        };
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
};
