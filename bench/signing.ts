import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { icpChain, icpFile } from '../test/support/icp.ts';
import type { Outcome, Target } from './outcome.ts';
import { type Runner, race } from './race.ts';
import { type Browser, type Folders, startChromium, startFirefox } from './signing/browsers.ts';
import { type Openssl, prepareOpenssl } from './signing/openssl.ts';
import { peakGrowth } from './signing/processes.ts';

/** MB as the court's limit is read: binary. */
const MB = 1024 * 1024;

const BROWSERS = { Chromium: startChromium, Firefox: startFirefox };
type BrowserName = keyof typeof BROWSERS;

/** Something that the browsers and openssl do with the same files. */
interface Race {
  title: string;
  files: string[];
  act: 'sign' | 'verify';
  openssl(openssl: Openssl, files: string[]): number;
  rounds?: number;
  /** At most so many times openssl. */
  most?: Record<BrowserName, number>;
}

const signOne: Race['openssl'] = (openssl, [file = '']) => openssl.sign(file);

const BATCH = Array.from({ length: 100 }, (_, index) => `batch-${index}`);

const RACES: Race[] = [
  { title: 'sign 1 MB', files: ['1'], act: 'sign', openssl: signOne },
  {
    title: 'sign 10 MB',
    files: ['10'],
    act: 'sign',
    openssl: signOne,
    most: { Chromium: 0.5, Firefox: 0.7 },
  },
  {
    title: 'verify 10 MB',
    files: ['10'],
    act: 'verify',
    openssl: (openssl) => openssl.verify(),
    most: { Chromium: 2, Firefox: 2 },
  },
  {
    title: 'sign 100 MB',
    files: ['100'],
    act: 'sign',
    openssl: signOne,
    rounds: 5,
    most: { Chromium: 0.3, Firefox: 0.3 },
  },
  {
    title: 'sign 100 × 200 kB',
    files: BATCH,
    act: 'sign',
    openssl: (openssl, files) => openssl.signEach(files),
    rounds: 5,
    most: { Chromium: 1, Firefox: 1 },
  },
];

const MEASURED_SIZES = [10, 100];
const SPARE_BYTES = 16 * MB;

const buildPage = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./signing/', import.meta.url)),
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    worker: { format: 'es' },
    logLevel: 'warn',
  });
};

const writeContents = async (folder: string): Promise<void> => {
  for (const size of [1, ...MEASURED_SIZES]) {
    await writeFile(join(folder, String(size)), randomBytes(size * MB));
  }
  for (const name of BATCH) await writeFile(join(folder, name), randomBytes(200_000));
};

interface Started {
  name: BrowserName;
  browser: Browser;
}

const CERTIFICATES = ['leaf.der', 'above-0.der', 'above-1.der', 'root.der'];
const KEY = 'key.pk8';

const messageOf = (reason: unknown): string => {
  const message = reason instanceof Error ? reason.message : String(reason);
  return message.split('\n', 1)[0] ?? '';
};

/** The browsers that start, with the key open; one that does not is a missed target. */
const startBrowsers = async (
  folders: Folders,
): Promise<{ started: Started[]; missing: Target[] }> => {
  const started: Started[] = [];
  const missing: Target[] = [];
  const start = async (name: BrowserName) => {
    const browser = await BROWSERS[name](folders);
    started.push({ name, browser });
    await browser.run({ act: 'open', key: KEY, certificates: CERTIFICATES });
  };
  for (const name of ['Chromium', 'Firefox'] as const) {
    await start(name).catch((reason) => {
      missing.push({ name: `signing in ${name}: ${messageOf(reason)}`, met: false });
    });
  }
  return { started, missing };
};

/** Peak memory of the hungriest process while one file is signed, over what it held before. */
const measureMemory = async ({ name, browser }: Started, size: number): Promise<Outcome> => {
  await browser.choose([String(size)]);
  const growth = await peakGrowth(browser.pid, () => browser.run({ act: 'sign' }));
  const most = 2 * size * MB + SPARE_BYTES;
  const title = `memory, ${size} MB in ${name}`;
  return {
    lines: [`${title.padEnd(24)}${(growth / MB).toFixed(1).padStart(8)} MB`],
    targets: [{ name: `${title} ≤ ${most / MB} MB`, met: growth <= most }],
  };
};

const runRace = async (
  { title, files, act, openssl: peer, rounds, most }: Race,
  started: readonly Started[],
  openssl: Openssl,
): Promise<Outcome> => {
  for (const { browser } of started) await browser.choose(files);
  const own = started.map(({ name, browser }): [string, Runner] => [
    name,
    () => browser.run({ act }),
  ]);
  const runners = { openssl: () => peer(openssl, files), ...Object.fromEntries(own) };
  const median = await race<string>(runners, rounds);
  const times = Object.keys(runners).map((name) =>
    `${name} ${median(name).toFixed(1)}`.padStart(18),
  );
  const ratios = started.map(({ name }) => ({ name, ratio: median(name) / median('openssl') }));
  const cells = ratios.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)} ×`.padStart(18));
  return {
    lines: [`${title.padEnd(18)}${[...times, ...cells].join('')}`],
    targets: ratios.flatMap(({ name, ratio }) =>
      most
        ? [{ name: `${title} in ${name} ≤ ${most[name]} × openssl`, met: ratio <= most[name] }]
        : [],
    ),
  };
};

/** openssl has to accept the P7S of each browser. */
const checkOwn = async ({ browser }: Started, openssl: Openssl, file: string): Promise<void> => {
  await browser.choose([file]);
  await browser.run({ act: 'sign' });
  await browser.run({ act: 'save' });
  await openssl.checkOwn(file);
};

const measure = async (started: readonly Started[], openssl: Openssl): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const each of started) {
    await checkOwn(each, openssl, '1');
    for (const size of MEASURED_SIZES) outcomes.push(await measureMemory(each, size));
    await checkOwn(each, openssl, '10');
  }
  for (const each of RACES) outcomes.push(await runRace(each, started, openssl));
  return outcomes;
};

/**
 * Times P7S made and verified in a worker of real browsers, each signature with the app's own check of it, beside openssl
 * on the same files, and measures the memory it takes. Throws where openssl is missing or does not accept a P7S.
 */
export const benchSigning = async (): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-'));
  const folders = { page: join(folder, 'page'), files: join(folder, 'files') };
  const started: Started[] = [];
  try {
    await mkdir(folders.files);
    const pkcs8 = await icpFile('keys/ecpf.pk8');
    const chain = [await icpFile('certs/ecpf.der'), ...icpChain, await icpFile('certs/raiz.der')];
    await writeFile(join(folders.files, KEY), pkcs8);
    for (const [at, der] of chain.entries()) {
      await writeFile(join(folders.files, CERTIFICATES[at] ?? ''), der);
    }
    const openssl = await prepareOpenssl(folders.files, pkcs8, chain);
    await writeContents(folders.files);
    await buildPage(folders.page);
    const browsers = await startBrowsers(folders);
    started.push(...browsers.started);
    const outcomes = await measure(started, openssl);
    return {
      lines: ['signing, ms', ...outcomes.flatMap(({ lines }) => lines)],
      targets: [...outcomes.flatMap(({ targets }) => targets), ...browsers.missing],
    };
  } finally {
    for (const { browser } of started) await browser.stop();
    await rm(folder, { recursive: true });
  }
};
