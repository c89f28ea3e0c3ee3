/**
 * Takes the screenshots of README.md, LEIAME.md and docs/guia.md: builds the app, starts a sandbox with invented people in
 * an empty folder, and does the main job in a real Chromium. `npm run docs:images`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { openBrowser } from '../../test/support/browser.ts';
import { buildApp } from '../../test/support/build.ts';
import { clerkAt } from '../../test/support/clerk.ts';
import { startServer } from '../../test/support/server-process.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

await buildApp();
const data = await mkdtemp(join(tmpdir(), 'estafeta-images-'));
const server = await startServer({ env: { ESTAFETA_DATA: data, ESTAFETA_TEST: '1' } });
const browser = await openBrowser({ locale: 'pt-BR' });
const { page } = browser;
const clerk = clerkAt(page, server.url);

const take = async (name: string, what: Page | Locator = page): Promise<void> => {
  await page.evaluate(() => scrollTo(0, 0));
  await what.screenshot({ path: join(HERE, `${name}.png`), animations: 'disabled' });
};

const sheet = page.getByRole('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });

const door = (method: string, path: string, body: object) =>
  fetch(`${server.url}/sandbox/test/${path}`, {
    method,
    headers: { 'X-Sandbox-Secret': server.testSecret ?? '', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The answer to the next POST of data is lost after the court stored them, and it lists no deliveries. */
const losesTheNextAnswer = async () => {
  await door('PUT', 'list', { offered: false });
  await door('POST', 'faults', {
    method: 'POST',
    path: '^/recepcao/LIC/REG_LICITACAO/3/2019$',
    fault: { kind: 'lost', applied: true },
  });
};

const fillsInAndAttaches = async (month: string): Promise<void> => {
  await clerk.beginsDraft(month, '2019');
  await clerk.fillsIn();
  await clerk.attaches(join(data, 'demo', 'edital.pdf'));
  await page.getByText('ainda não assinado').waitFor();
};

try {
  await clerk.open('certificados');
  await clerk.waitsUntilReadyOffline();
  await clerk.opensCertificate(join(data, 'demo', 'maria.pfx'), 'senha123');
  await page.getByText('Aberto', { exact: true }).waitFor();

  await fillsInAndAttaches('Fevereiro');
  await clerk.types('campo-dataPublicacao', '31/02/2019');
  await clerk.checks();
  await page.locator('[data-saving="saved"]').waitFor();
  await take('rascunho');

  await clerk.types('campo-dataPublicacao', '02/01/2019');
  await clerk.checks();
  await button('Assinar').click();
  await take('assinar', sheet);
  await sheet.getByRole('button', { name: 'Assinar agora' }).click();
  await sheet.waitFor({ state: 'detached' });
  await clerk.putsOnQueue();
  await page.getByRole('button', { name: /PREFEITA/ }).click();
  await button('Conferir e homologar').waitFor();
  await take('fila');

  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
  await page.getByRole('link', { name: 'Ver a entrega' }).click();
  await page.getByText('HOMOLOGADA').waitFor();
  await take('recibo');

  await clerk.open('assinar');
  await page
    .locator('.drop-zone input')
    .first()
    .setInputFiles([join(data, 'demo', 'edital.pdf'), 'test/fixtures/icp/cms/cosigned.p7s']);
  await button('Assinar 1 arquivo').click();
  await button('Assinar 1 arquivo agora').click();
  await page.getByText('1 arquivo assinado.').waitFor();
  await page.getByText('Indeterminada').waitFor();
  await take('assinar-arquivos');
  await clerk.open('inicio');

  await losesTheNextAnswer();
  await fillsInAndAttaches('Março');
  await clerk.checks();
  await clerk.signs();
  await button('Pôr na fila').click();
  await sheet.getByRole('combobox').selectOption({ index: 1 });
  await sheet.getByRole('button', { name: 'Pôr na fila' }).click();
  await button('Conferir este número').waitFor();
  await take('incerto');
} finally {
  await browser.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
