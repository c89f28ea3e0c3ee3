import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { BrowserContext } from 'playwright';
import { openMortalBrowser } from '../test/crash/mortal-browser.ts';
import { generateFile } from '../test/pen-large/generated-file.ts';
import { prepareLarge, sends, untilSent } from '../test/pen-large/sending.ts';
import { buildApp } from '../test/support/build.ts';
import { startServer } from '../test/support/server-process.ts';
import type { Outcome } from './outcome.ts';
import { sendByCurl } from './pen/by-curl.ts';
import { benchHashing } from './pen/hashing.ts';

const FILES = 4;
const FILE_MB = Math.ceil(Number(process.env.BENCH_PEN_MB ?? 1_024) / FILES);
const PART_MB = 50;
const LEAST_RATIO = 0.8;
const MOST_PARTS = 4;
const SAMPLE_MS = 200;

/** What all renderers of a browser hold now, MB (`VmRSS`). */
const rendererMb = async (pids: readonly number[]): Promise<number> => {
  const held = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    }),
  );
  return held.reduce((sum, each) => sum + each, 0);
};

const renderersOf = async (context: BrowserContext): Promise<number[]> => {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const told = await devtools?.send('SystemInfo.getProcessInfo');
  await devtools?.detach();
  return (told?.processInfo ?? []).filter(({ type }) => type === 'renderer').map(({ id }) => id);
};

const benchSending = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-pen-'));
  await buildApp();
  const server = await startServer({ env: { ESTAFETA_DATA: join(folder, 'data') } });
  const { url } = server;
  const paths = Array.from({ length: FILES }, (_, n) => join(folder, `anexo-${n + 1}.bin`));
  for (const path of paths) await generateFile(path, FILE_MB);
  const browser = await openMortalBrowser(join(folder, 'profile'));
  try {
    const { page, context } = browser;
    await prepareLarge(page, { url, paths, megabytes: FILE_MB, partMb: PART_MB });
    const before = await sendByCurl(url, folder, paths, { partMb: PART_MB, protocolo: 'curl 1' });
    const pids = await renderersOf(context);
    const atRest = await rendererMb(pids);
    let most = atRest;
    const sampling = setInterval(async () => {
      most = Math.max(most, await rendererMb(pids));
    }, SAMPLE_MS);
    await sends(page);
    const start = performance.now();
    await untilSent(page);
    const own = performance.now() - start;
    clearInterval(sampling);
    const after = await sendByCurl(url, folder, paths, { partMb: PART_MB, protocolo: 'curl 2' });
    const ratio = (before + after) / 2 / own;
    const grown = (most - atRest) / PART_MB;
    const rate = (ms: number) => `${((FILES * FILE_MB * 1000) / ms).toFixed(0)} MB/s`;
    return {
      lines: [
        `sent, ${FILES * FILE_MB} MB in parts of ${PART_MB}  ${(own / 1000).toFixed(1)} s, ${rate(own)}`,
        `curl, the same parts       ${(before / 1000).toFixed(1)} s before, ${(after / 1000).toFixed(1)} s after`,
        `curl / sent                ${ratio.toFixed(2)}`,
        `renderers                  ${atRest.toFixed(0)} MB at rest, at most ${most.toFixed(0)} MB: ${grown.toFixed(2)} parts more`,
      ],
      targets: [
        { name: `sending ≥ ${LEAST_RATIO} × curl`, met: ratio >= LEAST_RATIO },
        { name: `renderer memory ≤ ${MOST_PARTS} parts`, met: grown <= MOST_PARTS },
      ],
    };
  } finally {
    await browser.close();
    await server.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** Sending a large process through the built app against curl, what its page holds meanwhile, and hashing. */
export const benchPen = async (): Promise<Outcome> => {
  const hashing = await benchHashing();
  const sending = await benchSending();
  return {
    lines: [...hashing.lines, ...sending.lines],
    targets: [...hashing.targets, ...sending.targets],
  };
};
