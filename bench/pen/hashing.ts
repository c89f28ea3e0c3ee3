import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { generateFile } from '../../test/pen-large/generated-file.ts';
import { findChromium } from '../../test/support/chromium.ts';
import { startStaticServer } from '../../test/support/static-server.ts';
import type { Outcome } from '../outcome.ts';
import { race } from '../race.ts';

const ONE_PART_MB = 50;
const LARGE_MB = 300;
const ROUNDS = 5;
const LEAST_WHOLE = 0.4;
const LEAST_STREAMED = 0.08;

const PEER = 'openssl';

const openssl = (path: string) => (): number => {
  const start = performance.now();
  const { status, error } = spawnSync(PEER, ['dgst', '-sha256', path]);
  if (error || status !== 0) throw new Error(`${PEER} is missing`);
  return performance.now() - start;
};

/** How fast contents are hashed in the browser, as a share of `openssl dgst -sha256` of the same file. */
export const benchHashing = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-hash-'));
  const [part, large] = [join(folder, 'part'), join(folder, 'large')];
  await generateFile(part, ONE_PART_MB);
  await generateFile(large, LARGE_MB);
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    build: { outDir: join(folder, 'page'), target: 'es2023' },
    worker: { format: 'es' },
    logLevel: 'error',
  });
  const server = await startStaticServer(join(folder, 'page'));
  const browser = await chromium.launch({ ...(await findChromium()), headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => 'hashBench' in globalThis);
    const whole = await ratio(page, part, () => page.evaluate(() => globalThis.hashBench.whole()));
    const streamed = await ratio(page, large, () =>
      page.evaluate(() => globalThis.hashBench.streamed()),
    );
    return {
      lines: [
        `SHA-256, share of openssl  one part (${ONE_PART_MB} MB, WebCrypto) ${whole.toFixed(2)}, larger (${LARGE_MB} MB, in the worker) ${streamed.toFixed(2)}`,
      ],
      targets: [
        { name: `hashing of one part ≥ ${LEAST_WHOLE} × openssl`, met: whole >= LEAST_WHOLE },
        { name: `hashing in parts ≥ ${LEAST_STREAMED} × openssl`, met: streamed >= LEAST_STREAMED },
      ],
    };
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const ratio = async (page: Page, path: string, own: () => Promise<number>): Promise<number> => {
  await page.setInputFiles('input', path);
  const median = await race({ openssl: openssl(path), own }, ROUNDS);
  return median('openssl') / median('own');
};
