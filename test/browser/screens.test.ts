import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { barriersOn, isWiderThanTheWindow as isWiderThan } from '../support/barriers.ts';
import { openBrowser, type PersonsBrowser } from '../support/browser.ts';
import { clerkAt } from '../support/clerk.ts';
import { entriesInStates } from '../support/entries-in-states.ts';
import { keepEntries } from '../support/kept-entries.ts';
import { startNewOffice } from '../support/office-server.ts';
import type { ServerProcess } from '../support/server-process.ts';

let data: string;
let server: ServerProcess;
let browser: PersonsBrowser;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'estafeta-screens-'));
  server = await startNewOffice(data);
  browser = await openBrowser({ reducedMotion: 'reduce' });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(data, { recursive: true, force: true });
});

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const barriers = () => barriersOn(browser.page);
const isWiderThanTheWindow = () => isWiderThan(browser.page);

it('would find a barrier and a sideways scroll', async () => {
  await clerkAt(browser.page, server.url).open();
  await browser.page.setViewportSize(PHONE);
  await browser.page.evaluate(() => {
    const picture = document.createElement('img');
    picture.width = 500;
    document.querySelector('main')?.append(picture);
  });
  expect(await barriers()).toEqual([expect.stringMatching(/^image-alt at/)]);
  expect(await isWiderThanTheWindow()).toBe(true);
  await browser.page.reload();
});

/** Looks at screens at both widths; `found`: barriers, sideways scrolls and what the console told meanwhile. */
const inspection = () => {
  const { page } = browser;
  onTestFailed(() => browser.screenshot('screens'));
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  const look = async (screen: string) => {
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      for (const barrier of await barriers()) found.push(`${screen} ${size.width}: ${barrier}`);
      if (await isWiderThanTheWindow()) found.push(`${screen} ${size.width}: scrolls sideways`);
    }
  };
  /** The sheet that a click is about to open, which is closed again. */
  const lookAtSheet = async (screen: string) => {
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await look(screen);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  };
  return { found, look, lookAtSheet, page, clerk: clerkAt(page, server.url) };
};

it('has no barrier (WCAG 2.2 AA), no sideways scroll and no breach of its policy on any screen', async () => {
  const { found, look, lookAtSheet, page, clerk } = inspection();
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  await look('start');
  await clerk.open('layouts');
  await look('layouts');
  const buffer = Buffer.from(
    'codigo;descricao;vigencia\n1;Ativo;01/2018\n2;Inativo;01/2018 a 12/2020',
  );
  await page
    .getByLabel('Carregar arquivo de tabela')
    .setInputFiles({ name: 'situacao.csv', mimeType: 'text/csv', buffer });
  await page.getByText('2 códigos').click();
  await look('a code table for no field yet');
  await page.getByRole('button', { name: 'Escolher o campo: situacao' }).click();
  await lookAtSheet('the field of a code table');
  await clerk.open('fila');
  await look('empty queue');
  await clerk.open('entregas');
  await look('no deliveries');
  await clerk.open('certificados');
  await look('no certificate');
  await clerk.opensCertificate(join(data, 'demo/maria.pfx'), 'errada');
  await page.locator('.field-invalid').waitFor();
  await look('wrong password');
  await clerk.opensCertificate(join(data, 'demo/maria.pfx'), 'senha123');
  await page.getByText('Aberto', { exact: true }).waitFor();
  await look('certificate');
  await clerk.open('assinar');
  await look('nothing to sign');
  await page
    .locator('.drop-zone input')
    .first()
    .setInputFiles([
      join(data, 'demo/edital.pdf'),
      'test/fixtures/icp/cms/countersigned.p7s',
      'test/fixtures/icp/cms/detached.p7s',
    ]);
  await page.getByText('falta o documento').waitFor();
  await look('files to sign');
  await page.getByRole('button', { name: 'Assinar com outro programa: edital.pdf' }).click();
  await lookAtSheet('signing elsewhere');
  await page.getByRole('button', { name: 'Assinar 1 arquivo', exact: true }).click();
  await page.getByText('Mais opções').click();
  await page
    .getByLabel('Na primeira página')
    .or(page.getByLabel('Mostrar', { exact: true }))
    .check();
  await look('what will be signed');
  await page.getByRole('button', { name: 'Assinar 1 arquivo agora' }).click();
  await page.getByText('1 arquivo assinado.').waitFor();
  await look('signed files');
  for (const name of ['countersigned.p7s', 'detached.p7s']) {
    await clerk.open('assinar');
    await page.getByRole('link', { name: `Ver o relatório de ${name}` }).click();
    await page.locator('article .file-name', { hasText: name }).waitFor();
    for (const fold of await page.getByText('Parte técnica').all()) await fold.click();
    await look(`report of ${name}`);
  }
  await clerk.open('ajustes');
  await page.getByLabel('Colando um acesso (token)').check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await page.getByRole('button', { name: 'Usar este acesso' }).click();
  await look('settings');
  await page.getByLabel('Com o certificado aberto aqui').check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();

  await clerk.open('rascunhos');
  await page.getByRole('button', { name: 'Novo rascunho' }).click();
  await lookAtSheet('new draft');
  await clerk.beginsDraft('Fevereiro', '2019');
  await clerk.checks();
  await page.locator('.field-invalid').first().waitFor();
  await look('draft with errors');
  await clerk.fillsIn();
  await clerk.attaches(join(data, 'demo/edital.pdf'));
  await page.getByText('ainda não assinado').waitFor();
  await clerk.checks();
  await look('draft');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(`draft, ${await tab.textContent()}`);
  }
  await page.getByRole('button', { name: 'Assinar', exact: true }).click();
  await lookAtSheet('before signing');
  await clerk.signs();
  await page.getByRole('button', { name: 'Pôr na fila', exact: true }).click();
  await lookAtSheet('before queueing');
  await clerk.putsOnQueue();
  await page
    .getByRole('button', { name: /prefeit/i })
    .first()
    .waitFor();
  await look('choice of representação');
  await page
    .getByRole('button', { name: /prefeit/i })
    .first()
    .click();
  await page.getByText('O que aconteceu até agora').click();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  await lookAtSheet('before homologating');
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
  await look('queue');
  await clerk.open('entregas');
  await look('deliveries');
  await clerk.open('fila');
  await page.getByRole('link', { name: 'Ver a entrega' }).click();
  await page.getByText('O tribunal confirmou esta entrega como HOMOLOGADA').waitFor();
  await look('receipt');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salvar dossiê' }).click();
  const dossier = await (await saving).path();
  await clerk.open('entregas');
  await page.getByRole('link', { name: 'Conferir dossiê' }).click();
  const choice = page.getByLabel('Escolher o ZIP do dossiê');
  await choice.waitFor();
  await look('no dossier chosen');
  await choice.setInputFiles(join(data, 'demo/edital.pdf'));
  await page.locator('[data-verdict="refused"]').waitFor();
  await look('not a dossier');
  await choice.setInputFiles(dossier);
  await page.getByText('O que o dossiê diz').waitFor();
  await look('checked dossier');
  await clerk.open();
  await look('start, with work done');
  await clerk.open('rascunhos');
  await look('drafts');

  expect(found).toEqual([]);
});

const PASSPHRASE = 'a ponte sobre o rio Meia Ponte';

it('has none where much waits for the person, and where copies are made and restored', async () => {
  const { found, look, lookAtSheet, page, clerk } = inspection();
  await clerk.open();
  const states = entriesInStates(Date.now());
  await keepEntries(page, Object.values(states));
  await page.reload();
  await clerk.open('fila');
  await page.locator('[data-entry]').last().waitFor();
  for (const more of await page.getByText('O que mais se pode fazer').all()) await more.click();
  await look('queue of all states');
  const inQuestion = page.locator(`[data-entry="e${Object.keys(states).indexOf('too early')}"]`);
  const absent = { name: 'Procurei e não há entrega' };
  await inQuestion.getByRole('button', absent).click();
  await look('before stating an absence');
  await page.getByRole('dialog').getByRole('button', absent).click();
  await inQuestion.getByRole('alert').waitFor();
  await look('absence stated too early');
  await page.getByRole('button', { name: 'Cancelar os que esperam' }).click();
  await lookAtSheet('before cancelling many');

  await clerk.open('ajustes');
  await look('no copy yet');
  await page.getByLabel('Frase da cópia (ao menos 12 caracteres)').fill(PASSPHRASE);
  await page.getByLabel('Repita a frase da cópia').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Usar esta frase' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salvar cópia em arquivo' }).click();
  const copy = await (await saving).path();
  await page.getByLabel('Arquivo da cópia (.estafeta)').setInputFiles(copy);
  await page.getByLabel('Frase da cópia', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Abrir cópia' }).click();
  await page.getByRole('button', { name: 'Restaurar', exact: true }).waitFor();
  await look('copy to restore');
  await page.getByRole('button', { name: 'Restaurar', exact: true }).click();
  await page.getByText('Restaurado:').waitFor();
  await look('copy restored');

  expect(found).toEqual([]);
});
