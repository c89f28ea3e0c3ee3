import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openBrowser, type PersonsBrowser } from '../support/browser.ts';
import { buildApp } from '../support/build.ts';
import { clerkAt } from '../support/clerk.ts';
import { startNewOffice, startOffice } from '../support/office-server.ts';
import { startStaticServer } from '../support/static-server.ts';

let scratch: string;
let browser: PersonsBrowser;

/** A build for one court; for another one the policy in `index.html` is another. */
const buildFor = async (court: string): Promise<string> => {
  const ambientes = join(scratch, `${court}.json`);
  const hosts = { recepcao: `https://${court}.example` };
  const ambiente = { id: court, tipo: 'testes', nome: court, hosts, anchors: [] };
  await writeFile(ambientes, JSON.stringify([ambiente]));
  const folder = join(scratch, court);
  await buildApp(folder, ambientes);
  return folder;
};

const publish = (folder: string) => cp(folder, join(scratch, 'www'), { recursive: true });

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'estafeta-update-'));
});

beforeEach(async () => {
  browser = await openBrowser();
});

afterEach(() => browser.close());

afterAll(() => rm(scratch, { recursive: true, force: true }));

const policyOf = (page: Page) =>
  page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');

it('tells of a new version and starts it in every window without losing what is being typed', async () => {
  const { page, context } = browser;
  await publish(await buildFor('antes'));
  const host = await startStaticServer(join(scratch, 'www'));
  onTestFinished(host.stop);
  const clerk = clerkAt(page, host.url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  expect(await policyOf(page)).toContain('https://antes.example');
  const other = await context.newPage();
  await clerkAt(other, host.url).open();
  await clerk.beginsDraft('Maio', '2019');

  await publish(await buildFor('depois'));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const update = page.getByRole('button', { name: 'Atualizar agora' });
  await update.waitFor();
  await clerk.types('campo-numeroDecretoMunicipal', '659');
  await Promise.all([
    page.waitForEvent('load'),
    other.waitForEvent('load'),
    // By program: a person's click would first end the typing.
    update.evaluate((button: HTMLButtonElement) => button.click()),
  ]);

  await page.getByRole('heading', { name: 'Regulamentação de licitações' }).waitFor();
  const decree = page.locator('[id="campo-numeroDecretoMunicipal"]');
  await expect.poll(() => decree.inputValue()).toBe('659');
  for (const window of [page, other]) {
    expect(await policyOf(window)).toContain('https://depois.example');
  }
  // Offline too it is the new one.
  await host.stop();
  await page.reload();
  expect(await policyOf(page)).toContain('https://depois.example');
});

it('learns of other hosts of the gateway as of a new version', async () => {
  const { page } = browser;
  const data = join(scratch, 'data');
  let server = await startNewOffice(data);
  onTestFinished(async () => {
    await server.stop();
  });
  const before = server.passaporteUrl;
  const clerk = clerkAt(page, server.url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  expect(await policyOf(page)).toContain(before);

  await server.stop();
  server = await startOffice(data, { PORT: new URL(server.url).port });
  expect(server.passaporteUrl).not.toBe(before);
  await page.reload();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Atualizar agora' }).click(),
  ]);
  expect(await policyOf(page)).toContain(server.passaporteUrl);
});

it('says that a window sends nothing where a part of the app could not be loaded, until it is loaded again', async () => {
  const { page } = browser;
  await publish(await buildFor('antes'));
  const host = await startStaticServer(join(scratch, 'www'));
  onTestFinished(host.stop);
  const work = /\/assets\/work-[^/]*\.js$/;
  await page.route(work, (route) => route.abort());
  await clerkAt(page, host.url).open();
  const missing = page.getByText('Esta janela não envia nada');
  await missing.waitFor();
  await page.unroute(work);
  await page.getByRole('button', { name: 'Recarregar' }).click();
  await clerkAt(page, host.url).waitsUntilReadyOffline();
  expect(await missing.count()).toBe(0);
});
