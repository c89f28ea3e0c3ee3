import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../test/support/chromium.ts';
import { icpChain, icpFile } from '../test/support/icp.ts';
import { startStaticServer } from '../test/support/static-server.ts';
import type { Outcome } from './outcome.ts';
import { type Openssl, prepareOpenssl } from './p7s/openssl.ts';
import type { BenchPage } from './p7s/page.ts';
import { race } from './race.ts';

/** MB as the court's limit is read: binary. */
const MB = 1024 * 1024;
const SIZES = [1, 10];
const MOST_OF_OPENSSL = 0.6;

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const buildPage = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./p7s/', import.meta.url)),
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    worker: { format: 'es' },
    logLevel: 'warn',
  });
};

const saveOwn = async (page: Page, path: string): Promise<void> => {
  const download = page.waitForEvent('download');
  await page.evaluate(() => window.bench.save());
  await (await download).saveAs(path);
};

const measure = async (
  page: Page,
  openssl: Openssl,
  folder: string,
  megabytes: number,
): Promise<Outcome> => {
  await writeFile(join(folder, 'content'), randomBytes(megabytes * MB));
  await page.setInputFiles('input', join(folder, 'content'));
  const median = await race({
    sign: () => page.evaluate(() => window.bench.sign()),
    openssl: openssl.sign,
    selfCheck: () => page.evaluate(() => window.bench.verify()),
  });
  await saveOwn(page, join(folder, 'own.p7s'));
  await openssl.verifyOwn();
  const [sign, peer, selfCheck] = [median('sign'), median('openssl'), median('selfCheck')];
  const cells = [
    `${megabytes} MB`.padStart(7),
    ...[sign, peer, selfCheck].map((ms) => ms.toFixed(1).padStart(11)),
    ...[sign / peer, (sign + selfCheck) / peer].map((times) => times.toFixed(2).padStart(17)),
  ];
  const name = `P7S of ${megabytes} MB ≤ ${MOST_OF_OPENSSL} × openssl`;
  const targets = megabytes === 10 ? [{ name, met: sign <= MOST_OF_OPENSSL * peer }] : [];
  return { lines: [cells.join('')], targets };
};

/**
 * Times an attached P7S made in a worker of a real Chromium, from chosen file to Blob, beside `openssl cms -sign`.
 * Throws where openssl or the browser is missing, or openssl does not accept a P7S of the page.
 */
export const benchP7s = async (): Promise<Outcome> => {
  const launch = await findChromium();
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-'));
  const server = await startStaticServer(join(folder, 'page'));
  const browser = await chromium.launch(launch);
  try {
    const pkcs8 = await icpFile('keys/ecpf.pk8');
    const files = { pkcs8, certificates: [await icpFile('certs/ecpf.der'), ...icpChain] };
    const openssl = await prepareOpenssl(folder, files);
    await buildPage(join(folder, 'page'));
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.evaluate((files) => window.bench.open(files), files);
    const outcomes: Outcome[] = [];
    for (const megabytes of SIZES) outcomes.push(await measure(page, openssl, folder, megabytes));
    const head = 'P7S, ms       sign    openssl self-check     sign/openssl   with self-check';
    return {
      lines: [head, ...outcomes.flatMap(({ lines }) => lines)],
      targets: outcomes.flatMap(({ targets }) => targets),
    };
  } finally {
    await server.stop();
    await browser.close();
    await rm(folder, { recursive: true });
  }
};
