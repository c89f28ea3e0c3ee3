import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inspection } from '../support/inspection.ts';
import { useOffice } from '../support/office.ts';

const { demo, door, sitDown } = useOffice('pen-process');

it('a process is prepared, written and signed without network, and told all that it lacks at once', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
  const { page, context } = browser;
  const { found, look } = inspection(browser);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const sheet = page.getByRole('dialog');

  await clerk.comesToWork(demo('maria.pfx'));
  await clerk.waitsUntilReadyOffline();
  await clerk.open('processos');
  await page.getByLabel('Órgão').selectOption('prefeitura');
  await context.setOffline(true);

  await button('Novo processo').click();
  await sheet.getByRole('button', { name: 'Começar' }).click();
  await sheet.getByText('Escreva o número do processo.').waitFor();
  await page.getByLabel('Número do processo').fill('12345123456202418');
  await page.getByLabel('Tipo de processo').fill('Pessoal: Aposentadoria');
  await sheet.getByText('Os dois últimos algarismos não conferem').waitFor();
  await look('new process');
  await button('Começar').click();
  await page.getByRole('heading', { name: '12345.123456/2024-18', level: 1 }).waitFor();
  await expect.poll(() => page.title()).toBe('12345.123456/2024-18 · Estafeta');
  await page.getByText('3 coisas impedem o envio').waitFor();
  expect(await button('Enviar para outro órgão').isDisabled()).toBe(true);
  await look('what is missing');

  await link('Falta a especificação').click();
  expect(await clerk.focus()).toBe('campo-descricao');
  await page.keyboard.type('Aposentadoria de Ana Souza');
  await page.getByLabel('Nome do interessado 1').fill('Ana Souza');
  await button('Acrescentar interessado').click();
  await link('Há um interessado sem nome').click();
  expect(await clerk.focus()).toBe('campo-interessado-1');
  await button('Tirar o interessado 2').click();
  await writeFile(demo('oficio 7.txt'), 'Ofício');
  await writeFile(demo('vazio.pdf'), '');
  await page
    .getByLabel('Trazer arquivos')
    .setInputFiles([demo('vazio.pdf'), demo('edital.pdf'), demo('oficio 7.txt')]);
  await page.getByText('vazio.pdf: O arquivo está vazio').waitFor();
  await link('2. Ofício').waitFor();

  await button('Escrever um documento').click();
  await page.getByRole('textbox', { name: 'Texto do documento' }).click();
  await button('Título').click();
  await page.keyboard.type('Despacho');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Encaminhe-se ao Ministério.');
  await clerk.waitsUntilSaved();
  await look('writing');
  await link(/← Processo/).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await link('Documento 3: Foi escrito aqui e ainda não está assinado.').click();
  expect(await clerk.focus()).toBe('assinar-documento');
  await page.keyboard.press('Enter');
  await sheet.getByText('Identificação do conteúdo').waitFor();
  await sheet.getByText('Assinar com outro programa').click();
  await look('before signing');
  await sheet.getByRole('button', { name: 'Assinar agora' }).click();
  await page.getByText('Assinado por MARIA').waitFor();
  await link(/← Processo/).click();
  await button('Subir: 3. Despacho').press('Enter');
  await link('2. Despacho').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.ariaLabel))
    .toBe('Subir: 2. Despacho');
  await page.getByText('Pode ser enviado. Veja ainda:').waitFor();
  await button('Enviar para outro órgão').click();
  await sheet.getByText('Nenhuma ainda.').waitFor();
  expect(found).toEqual([]);
});

it('a process goes to a unit of another body, and can only be read from then on', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce' });
  const { page } = browser;
  const { found, look } = inspection(browser);
  const sheet = page.getByRole('dialog');
  const number = '9/2026';

  await clerk.open('processos');
  await clerk.beginsProcess(number);
  await page.getByLabel('Especificação').fill('Aposentadoria de Ana Souza');
  await page.getByLabel('Nome do interessado 1').fill('Ana Souza');
  await page.getByLabel('Trazer arquivos').setInputFiles([demo('edital.pdf')]);
  await page.getByRole('link', { name: '1. Edital' }).waitFor();
  await clerk.waitsUntilSaved();

  await clerk.entersOffice('protocolo');
  await clerk.open('processos');
  await look('one process');
  await page.getByRole('link', { name: number }).click();
  await page.getByLabel('Nível de acesso').selectOption('Restrito');
  await page.getByLabel('Hipótese legal').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Enviar para outro órgão' }).click();
  await page.getByLabel('Unidade de destino').fill('Protocolo');
  await page.keyboard.press('Enter');
  await sheet.getByRole('radio').first().check();
  await sheet.getByText('Vai para:').waitFor();
  await look('destination');
  await sheet.getByRole('button', { name: 'Enviar', exact: true }).click();
  await page.locator('[data-receipt="envio"]').waitFor();
  const came = (await door.pen.tramites()).filter(({ protocolo }) => protocolo === number);
  expect(came).toHaveLength(1);
  // All files are there (2), or the other body has them by now.
  expect(came[0]?.situacao).toBeGreaterThanOrEqual(2);
  expect(await page.getByLabel('Especificação').getAttribute('readonly')).not.toBeNull();
  expect(await page.getByRole('heading', { name: 'Envio', exact: true }).count()).toBe(0);
  await look('sent');
  expect(found).toEqual([]);
});
