import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { openBrowser, type PersonsBrowser } from '../support/browser.ts';
import { clerkAt } from '../support/clerk.ts';
import { startNewOffice, startOffice } from '../support/office-server.ts';
import type { ServerProcess } from '../support/server-process.ts';

// Kept for `npm run verify:external`, which asks OpenSSL and poppler about them.
const SIGNED = 'test-results/signed';

let data: string;
let server: ServerProcess;
let browser: PersonsBrowser;

const demo = (name: string) => join(data, 'demo', name);

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'estafeta-main-job-'));
  server = await startNewOffice(data);
  browser = await openBrowser({ acceptDownloads: true });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(data, { recursive: true, force: true });
});

/** The same ports again, so that the app finds its origin and its court where they were. */
const startAgain = async () => {
  server = await startOffice(data, {
    PORT: new URL(server.url).port,
    PASSAPORTE_PORT: new URL(server.passaporteUrl ?? '').port,
  });
};

const ask = async (path: string): Promise<unknown> => {
  const headers = { 'X-Sandbox-Secret': server.testSecret ?? '' };
  return (await fetch(server.url + path, { headers })).json();
};

const saves = async (button: string, as: string): Promise<void> => {
  const [download] = await Promise.all([
    browser.page.waitForEvent('download'),
    browser.page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await download.saveAs(join(SIGNED, as));
};

it('delivers one draft, prepared offline, up to its homologated receipt, exactly once', async () => {
  onTestFailed(() => browser.screenshot('main-job'));
  let clerk = clerkAt(browser.page, server.url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();

  // The network is gone: the server's process is stopped.
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
  await browser.page.reload();
  await clerk.beginsDraft('Fevereiro', '2019');
  await clerk.fillsIn();
  await clerk.attaches(demo('edital.pdf'));
  await browser.page.getByText('ainda não assinado').waitFor();
  await browser.page.locator('[data-saving="saved"]').waitFor();
  await browser.page.goto(`${server.url}/#/certificados`);
  await clerk.opensCertificate(demo('maria.pfx'), 'senha123');
  await browser.page.getByText('Aberto', { exact: true }).waitFor();
  await browser.page.goto(`${server.url}/#/rascunhos`);
  await browser.page.getByRole('link', { name: 'Regulamentação de licitações' }).click();
  await clerk.checks();
  await clerk.signs();
  await clerk.putsOnQueue();
  await clerk.waitsForState('paused');

  // The browser is closed and opened again: the queue waits and asks to unlock once.
  await browser.reopen();
  clerk = clerkAt(browser.page, server.url);
  await clerk.open('fila');
  await expect.poll(() => browser.page.locator('[data-entry]').count()).toBe(1);

  await startAgain();
  await clerk.opensCertificate(demo('maria.pfx'), 'senha123');
  await browser.page
    .getByRole('button', { name: /PREFEIT|Prefeit/ })
    .first()
    .click();
  await browser.page.getByRole('button', { name: 'Conferir e homologar' }).waitFor();
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');

  await browser.page.getByRole('link', { name: 'Ver a entrega' }).click();
  await browser.page.getByText('O tribunal confirmou esta entrega como HOMOLOGADA').waitFor();
  await mkdir(SIGNED, { recursive: true });
  await saves('PDF de homologação assinado', 'homologacao-assinado.pdf');
  await saves('Salvar', 'edital.pdf.p7s');
  await copyFile(demo('edital.pdf'), join(SIGNED, 'edital.pdf'));
  await copyFile(demo('raiz.pem'), join(SIGNED, 'raiz.pem'));

  const deliveries = await ask('/sandbox/test/deliveries');
  await writeFile(join(SIGNED, 'deliveries.json'), JSON.stringify(deliveries, null, 2));
  expect(deliveries).toMatchObject([{ statusEnvio: 'HOMOLOGADO' }]);
  const requests = (await ask('/sandbox/test/requests')) as { method: string; path: string }[];
  const posts = requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/2019'));
  expect(posts).toHaveLength(1);
});
