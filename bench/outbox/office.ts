import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMimeType } from 'hono/utils/mime';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../test/support/chromium.ts';
import { type ServerProcess, startServer } from '../../test/support/server-process.ts';

/** The app's queue without its screens. */
export const buildPage = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    worker: { format: 'es' },
    logLevel: 'error',
  });
};

/** A fresh court with a fresh browser before it, that shows the page of the benchmark. */
export interface Office {
  server: ServerProcess;
  page: Page;
  /** Another window of the same browser, with the same token. */
  newWindow(): Promise<Page>;
  devtools: CDPSession;
  token: string;
  representacao: number;
  /** The path of a demo person's file. */
  demo(file: string): string;
  stop(): Promise<void>;
}

const HEADERS = { 'x-estafeta': '1' };

const login = async (url: string, data: string) => {
  const base64 = async (file: string) =>
    (await readFile(join(data, 'demo', file), 'utf8')).replace(/-----[^-]+-----|\s/g, '');
  const keys = {
    privateKey: await base64('joao.key.pem'),
    certificates: [await base64('joao.pem')],
  };
  const ask = async (asked: object) => {
    const answer = await fetch(`${url}/gateway/simulado/login`, {
      method: 'POST',
      headers: { ...HEADERS, origin: url },
      body: JSON.stringify({ ...asked, ...keys }),
    });
    return answer.json();
  };
  const { representacoes } = await ask({ operation: 'representacoes' });
  const representacao: number = representacoes[0].codigo;
  const { token } = await ask({ operation: 'token', representacao });
  return { representacao, token: token.valor as string };
};

/** What is done with the page while its scripts can still be loaded. */
type Prepare = (page: Page, demo: Office['demo']) => Promise<void>;

/** Shows the page as if the gateway served it; once it is prepared nothing is intercepted any more. */
const show = async (
  page: Page,
  url: string,
  folder: string,
  prepare: () => Promise<void>,
): Promise<void> => {
  const own = `${url}/`;
  await page.route(`${own}**`, async (route) => {
    const path = route.request().url().slice(own.length) || 'index.html';
    if (path.startsWith('gateway/')) return route.continue();
    await route.fulfill({
      body: await readFile(join(folder, path)),
      contentType: getMimeType(path) ?? 'application/octet-stream',
    });
  });
  await page.goto(own);
  await page.waitForFunction(() => 'outboxBench' in globalThis);
  await prepare();
  await page.unroute(`${own}**`);
};

interface OfficeOptions {
  /** Starts the server over the data of a folder that is still to be made. */
  start?: (data: string) => Promise<ServerProcess>;
  prepare?: Prepare;
}

const startFromSource = (data: string) => startServer({ env: { ESTAFETA_DATA: data } });

export const openOffice = async (
  pageFolder: string,
  { start = startFromSource, prepare = async () => {} }: OfficeOptions = {},
): Promise<Office> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-outbox-'));
  const data = join(folder, 'data');
  const server = await start(data);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(await findChromium()),
    headless: true,
  });
  const person = await login(server.url, data);
  const demo = (file: string) => join(data, 'demo', file);
  const newWindow = async (): Promise<Page> => {
    const page = await context.newPage();
    await show(page, server.url, pageFolder, async () => {
      await page.evaluate((token) => globalThis.outboxBench.open(token), person.token);
      await prepare(page, demo);
    });
    return page;
  };
  const page = await newWindow();
  return {
    ...{ server, page, newWindow },
    devtools: await context.newCDPSession(page),
    ...person,
    demo,
    stop: async () => {
      await context.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
