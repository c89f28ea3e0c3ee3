import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { SETTLE_MS } from '../../src/protocol/recepcao/steps/step.ts';
import { type Desk, type OwnDesk, useOffice } from '../support/office.ts';

// The drill: a profile is lost in the middle of sending, and the work goes on in a fresh browser from the copy.

const { sitDownAtOwnPc, door, demo, url } = useOffice('drill');

const PASSPHRASE = 'a ponte sobre o rio Meia Ponte';
const MINUTE = 60_000;
const SEND = '^/recepcao/LIC/REG_LICITACAO/2/2019$';

const posts = () => door.count('POST', /^\/recepcao\/LIC\/REG_LICITACAO\/2\/2019$/);

const savesCopy = async ({ browser: { page } }: Desk): Promise<string> => {
  await page.getByRole('link', { name: 'Ajustes', exact: true }).click();
  await page.getByLabel('Frase da cópia (ao menos 12 caracteres)').fill(PASSPHRASE);
  await page.getByLabel('Repita a frase da cópia').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Usar esta frase' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salvar cópia em arquivo' }).click();
  const download = await downloading;
  const drive = await mkdtemp(join(tmpdir(), 'estafeta-pen-drive-'));
  onTestFinished(() => rm(drive, { recursive: true, force: true }));
  const path = join(drive, download.suggestedFilename());
  await download.saveAs(path);
  return path;
};

/** The page ends without a last word, and the profile is gone with all that was in it. */
const losesEverything = async ({ browser }: OwnDesk) => {
  const devtools = await browser.context.newCDPSession(browser.page);
  const crashed = browser.page.waitForEvent('crash');
  // The answer to this never comes.
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await browser.context.close();
  await rm(browser.profile, { recursive: true, force: true, maxRetries: 3 });
};

/** Prepares one delivery of its own decree, and has it go as far as the court lets it. */
const sends = async ({ clerk, browser: { page } }: Desk, decree: string) => {
  await clerk.prepares(demo('edital.pdf'), { 'campo-numeroDecretoMunicipal': decree });
  await clerk.signsAndQueues();
  await page.locator('[data-state]').first().waitFor();
};

const restores = async ({ clerk, browser: { page } }: Desk, file: string) => {
  await clerk.open('ajustes');
  await page.getByLabel('Arquivo da cópia (.estafeta)').setInputFiles(file);
  await page.getByLabel('Frase da cópia', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Abrir cópia' }).click();
  await page.getByRole('button', { name: 'Restaurar', exact: true }).click();
  await page.getByText('Restaurado: 3 rascunhos, 3 itens da fila').waitFor();
};

const inState = (page: Page, state: string) => page.locator(`[data-state="${state}"]`);

it('finishes from the copy, once each, what was under way when the profile was lost', async () => {
  const first = await sitDownAtOwnPc();
  await first.clerk.comesToWork(demo('joao.pfx'));
  // The court took this one, and its answer was lost.
  await door.plan('POST', SEND, { kind: 'lost' });
  // Nor does the court say yet what it holds.
  await door.plan('GET', SEND, { kind: 'refuse', status: 503 }, 100);
  await sends(first, '701');
  await inState(first.browser.page, 'uncertain')
    .or(inState(first.browser.page, 'needs-person'))
    .first()
    .waitFor();
  // This one was refused for now, after its file was taken: no POST of it was applied.
  await door.plan('POST', SEND, { kind: 'refuse', status: 503 }, 100);
  await sends(first, '702');
  await expect.poll(() => posts()).toBeGreaterThan(1);
  // Of this one not even the file arrived.
  await door.plan('POST', '/arquivo', { kind: 'refuse', status: 503 }, 100);
  await sends(first, '703');
  const copy = await savesCopy(first);
  await losesEverything(first);
  await door.forgetFaults();
  expect(await door.deliveries()).toHaveLength(1);

  const second = await sitDownAtOwnPc();
  const { page } = second.browser;
  await second.clerk.comesToWork(demo('joao.pfx'));
  await door.forgetRequests();
  await restores(second, copy);
  expect(await posts()).toBe(0);
  await page.getByRole('button', { name: 'Continuar os 3 aqui' }).click();
  await page.goto(`${url()}/#/fila`);
  // Only once nothing of it can still be on its way, no trace proves that a delivery was not made.
  await page.getByRole('button', { name: 'Conferir e homologar' }).waitFor();
  await expect.poll(() => inState(page, 'uncertain').count()).toBe(2);
  await door.moveClock((await door.now()) + SETTLE_MS + MINUTE);
  const homologates = async (done: number) => {
    await page.getByRole('button', { name: 'Conferir e homologar' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Assinar e homologar' }).click();
    await expect.poll(() => inState(page, 'done').count()).toBe(done);
  };
  // The one that the court has is found by asking; of the others it has nothing, and they are sent.
  await homologates(1);
  expect(await posts()).toBe(0);
  const tryAll = { name: 'Tentar tudo agora' };
  await page.getByRole('button', tryAll).click();
  await page.getByRole('dialog').getByRole('button', tryAll).click();
  await homologates(2);
  await homologates(3);
  expect(await posts()).toBe(2);
  const deliveries = await door.deliveries();
  expect(deliveries.map(({ statusEnvio }) => statusEnvio)).toEqual(Array(3).fill('HOMOLOGADO'));
});
