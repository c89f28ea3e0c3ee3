import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';

const { demo, sitDown } = useOffice('pen-process');

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

it('a process is prepared without network, by mouse or keyboard, at a desk or on a phone', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce' });
  const { page, context } = browser;
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  let shots = 0;
  const look = async (what: string) => {
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${String(++shots).padStart(2, '0')}-${what}-${size.width}.png`, fullPage: true });
      for (const barrier of await barriersOn(page)) found.push(`${what} ${size.width}: ${barrier}`);
      if (await isWiderThanTheWindow(page)) found.push(`${what} ${size.width}: scrolls sideways`);
    }
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await clerk.comesToWork(demo('maria.pfx'));
  await clerk.waitsUntilReadyOffline();
  await clerk.open('processos');
  await page.getByLabel('Órgão').selectOption('prefeitura');
  await look('no process');
  await context.setOffline(true);

  await button('Novo processo').click();
  await look('new process');
  await page.getByLabel('Número do processo').fill('12345123456202418');
  await page.getByLabel('Tipo de processo').fill('Pessoal: Aposentadoria');
  await button('Começar').click();
  await page.getByRole('heading', { name: '12345.123456/2024-18', level: 1 }).waitFor();
  await look('empty process');

  await page.getByLabel('Especificação').fill('Aposentadoria de Ana Souza');
  await page.getByLabel('Nome do interessado 1').fill('Ana Souza');
  await page.getByLabel('Nível de acesso').selectOption('2');
  const text = demo('oficio 7.txt');
  await writeFile(text, 'Ofício');
  await page
    .getByLabel('Trazer arquivos')
    .setInputFiles([demo('edital.pdf'), text]);
  await page.getByRole('link', { name: /^2\. / }).waitFor();
  await look('two documents');

  await button('Escrever um documento').click();
  const sheet = page.getByRole('textbox', { name: 'Texto do documento' });
  await sheet.click();
  await button('Título').click();
  await page.keyboard.type('Despacho');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Encaminhe-se ao Ministério.');
  await clerk.waitsUntilSaved();
  await look('writing');
  await button('Assinar').click();
  await page.getByRole('dialog').getByText('.html').first().waitFor();
  await look('before signing');
  await page.getByRole('dialog').getByRole('button', { name: 'Assinar agora' }).click();
  await page.getByText('Assinado por').waitFor();
  await clerk.waitsUntilSaved();
  await look('signed document');
  await page.getByRole('button', { name: /^Ver / }).click();
  await page.frameLocator('iframe').getByText('Encaminhe-se ao Ministério.').waitFor();
  await look('seen document');
  await button('Fechar').click();
  await page.getByRole('link', { name: /Processo 12345/ }).click();
  await look('process with documents');
  expect(found).toEqual([]);
});
