import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { type CDPSession, chromium, type Page } from 'playwright';
import { findChromium } from '../../test/support/chromium.ts';
import { startServer } from '../../test/support/server-process.ts';

/** A fresh court with a fresh browser before it, that shows the page of the benchmark. */
export interface Office {
  page: Page;
  devtools: CDPSession;
  token: string;
  representacao: number;
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

/** Shows the page as if the gateway served it; once it is loaded nothing is intercepted any more. */
const show = async (page: Page, url: string, folder: string): Promise<void> => {
  const own = `${url}/`;
  await page.route(`${own}**`, async (route) => {
    const path = route.request().url().slice(own.length) || 'index.html';
    await route.fulfill({
      body: await readFile(join(folder, path)),
      contentType: getMimeType(path) ?? 'application/octet-stream',
    });
  });
  await page.goto(own);
  await page.waitForFunction(() => 'outboxBench' in globalThis);
  await page.unroute(`${own}**`);
};

export const openOffice = async (pageFolder: string): Promise<Office> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-outbox-'));
  const data = join(folder, 'data');
  const server = await startServer({ env: { ESTAFETA_DATA: data } });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(await findChromium()),
    headless: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await show(page, server.url, pageFolder);
  const person = await login(server.url, data);
  await page.evaluate((token) => globalThis.outboxBench.open(token), person.token);
  return {
    page,
    devtools: await context.newCDPSession(page),
    ...person,
    stop: async () => {
      await context.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
