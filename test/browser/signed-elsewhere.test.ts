import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { useOffice } from '../support/office.ts';

// Without any key in the page: the file and the court's PDF are signed with another program and brought back.

const { sitDown, sitDownAtOwnPc, demo, door, tokenOfJoao, joaoElsewhere, url } =
  useOffice('signed-elsewhere');

const logsInByToken = async (page: Page): Promise<void> => {
  await page.goto(`${url()}/#/ajustes`);
  await page.getByLabel('Colando um acesso (token)').check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await page.getByLabel('Acesso (token)', { exact: true }).fill(await tokenOfJoao());
  await page.getByRole('button', { name: 'Usar este acesso' }).click();
  await page.getByText('Acesso aceito').waitFor();
};

/** Saves the file that is handed out and gives its bytes. */
const handedOut = async (page: Page, place: Locator): Promise<Uint8Array<ArrayBuffer>> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    place.getByRole('button', { name: /^Salvar / }).click(),
  ]);
  return new Uint8Array(await readFile(await download.path()));
};

const workersWithKey = (page: Page) =>
  page.workers().filter((worker) => worker.url().includes('signing.worker'));

it('delivers and homologates with signatures of another program, each taken only if it is of that very file', async () => {
  const desk = await sitDownAtOwnPc();
  const { page } = desk.browser;
  const joao = await joaoElsewhere();
  const brings = async (place: Locator, name: string, content: Blob | Uint8Array<ArrayBuffer>) => {
    const path = join(desk.browser.profile, name);
    await writeFile(path, new Uint8Array(await new Blob([content]).arrayBuffer()));
    await place.getByLabel('Escolher o arquivo assinado').setInputFiles(path);
  };

  await desk.clerk.open();
  await logsInByToken(page);
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.checks();
  await page.getByRole('button', { name: 'Assinar', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Assinar com outro programa').click();
  const edital = await handedOut(page, sheet);
  expect(edital).toEqual(new Uint8Array(await readFile(demo('edital.pdf'))));
  await brings(sheet, 'outro.p7s', await joao.signP7s(new Blob(['outro']), Date.now()));
  await sheet.getByText('não contém exatamente este documento').waitFor();
  await brings(sheet, 'edital.pdf.p7s', await joao.signP7s(new Blob([edital]), Date.now()));
  await sheet.waitFor({ state: 'detached' });
  await page.getByText('assinado por JOÃO').waitFor();

  await desk.clerk.putsOnQueue();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  await sheet.getByRole('button', { name: 'Homologar assinando com outro programa' }).click();
  await desk.clerk.waitsForState('waiting');
  const card = page.locator('[data-state="waiting"]');
  const pdf = await handedOut(page, card);
  await brings(card, 'homologacao.p7s', await joao.signP7s(new Blob([pdf]), Date.now()));
  await card.getByText('o tribunal quer a assinatura dentro do PDF').waitFor();
  await brings(card, 'homologacao.pdf', await joao.signPdf(pdf, Date.now()));
  await desk.clerk.waitsForState('done');
  expect((await door.deliveries()).at(-1)).toMatchObject({ statusEnvio: 'HOMOLOGADO' });

  expect(workersWithKey(page)).toHaveLength(0);
  await page.getByRole('link', { name: 'Ver a entrega' }).click();
  await page.getByText('Homologação assinada por').waitFor();
});

it('no open key signs what the person wants to sign with another program, until she agrees to that key', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.signsAndQueues();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Homologar assinando com outro programa' }).click();
  await desk.clerk.waitsForState('waiting');
  await page.getByLabel('Escolher o arquivo assinado').waitFor();
  expect((await door.deliveries()).at(-1)).toMatchObject({ statusEnvio: 'NAO_HOMOLOGADO' });
  await page.getByRole('button', { name: 'Mudar com o que assinar' }).click();
  await sheet.getByRole('button', { name: 'Assinar e homologar' }).click();
  await desk.clerk.waitsForState('done');
});

it('a PDF of the court that cannot be signed here is told with the way out, not tried for ever', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  const encrypted = new URL('../fixtures/pdf/encrypted.pdf', import.meta.url);
  const body = await readFile(encrypted);
  await page.route('**/pdf/homologacao/**', (route) =>
    route.fulfill({ body, contentType: 'application/pdf' }),
  );
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await expect.poll(() => workersWithKey(page)).toHaveLength(1);
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.signsAndQueues();
  await desk.clerk.confirmsHomologation();
  await page.getByText('ele está protegido por senha').waitFor();
  await page.getByLabel('Escolher o arquivo assinado').waitFor();
});
