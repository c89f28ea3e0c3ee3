import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useOffice } from '../support/office.ts';

// The other ways a file comes to its signature: inside the PDF by choice, or signed before it was chosen.

const { sitDown, sitDownAtOwnPc, demo, door } = useOffice('signed-files');

it('signs a file inside the PDF where the person chooses so, and the court takes it', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.checks();
  await page.getByRole('button', { name: 'Assinar', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Assinatura dentro do PDF').check();
  await page.getByRole('button', { name: 'Assinar agora' }).click();
  await desk.clerk.putsOnQueue();
  await desk.clerk.waitsForState('needs-person');
  await page.getByRole('button', { name: 'Conferir e homologar' }).waitFor();
  expect((await door.deliveries()).at(-1)).toMatchObject({ statusEnvio: 'NAO_HOMOLOGADO' });
});

it('takes a file that bears its signature already as signed, by whom it says, and asks for no other', async () => {
  const desk = await sitDownAtOwnPc();
  const { page } = desk.browser;
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.checks();
  await desk.clerk.signs();
  await desk.clerk.putsOnQueue();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  await page.getByRole('button', { name: 'Assinar e homologar' }).click();
  await desk.clerk.waitsForState('done');
  await page.getByRole('link', { name: 'Ver a entrega' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salvar', exact: true }).click(),
  ]);
  const signed = join(desk.browser.profile, 'assinado.p7s');
  await download.saveAs(signed);

  await desk.clerk.beginsDraft('Março', '2019');
  await desk.clerk.fillsIn();
  await desk.clerk.attaches(signed);
  await page.getByText('assinado por JOÃO').waitFor();
  // Told of the PDF inside.
  await page.getByText('Não diz ser PDF/A.').waitFor();
  await desk.clerk.checks();
  await page.getByRole('button', { name: 'Pôr na fila', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Assinar', exact: true }).count()).toBe(0);
});

it('keeps a PDF that only looks signed as one to be signed', async () => {
  const desk = await sitDownAtOwnPc();
  const { page } = desk.browser;
  const path = join(desk.browser.profile, 'falso.pdf');
  await writeFile(path, '%PDF-1.7\n% /Type /Sig assinado por ninguém\n%%EOF\n');
  await desk.clerk.open();
  await desk.clerk.beginsDraft('Abril', '2019');
  await desk.clerk.attaches(path);
  await page.getByText('ainda não assinado').waitFor();
});
