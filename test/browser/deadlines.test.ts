import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { civilDateOf, toBrazilianDate } from '../../src/base/civil-date.ts';
import { businessDaysAfter, workCalendar } from '../../src/deadline/business-days.ts';
import { addDays } from '../../src/deadline/days.ts';
import { USUAL_HOLIDAYS } from '../../src/deadline/holidays.ts';
import { monthName } from '../../src/ui/text/units.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { type Desk, useOffice } from '../support/office.ts';

const office = useOffice('deadlines');

const today = civilDateOf(Date.now());
const usual = workCalendar(USUAL_HOLIDAYS);
/** The town has a holiday on the next business day. */
const townDay = businessDaysAfter(today, 1, usual).date;
const withTownDay = workCalendar({
  ...USUAL_HOLIDAYS,
  own: [{ date: townDay, name: 'Aniversário da cidade', yearly: true }],
});
const due = businessDaysAfter(today, 3, withTownDay).date;
const longAgo = addDays(today, -30);

const looks = async ({ browser }: Desk, name: string): Promise<void> => {
  for (const width of [1280, 390]) {
    await browser.page.setViewportSize({ width, height: 800 });
    expect([name, width, await barriersOn(browser.page)]).toEqual([name, width, []]);
    expect([name, width, await isWiderThanTheWindow(browser.page)]).toEqual([name, width, false]);
  }
  await browser.page.setViewportSize({ width: 1280, height: 800 });
};

/** Sets a deadline for the layout of the demo, and the town's holiday. */
const setsRules = async ({ clerk, browser: { page } }: Desk): Promise<void> => {
  await clerk.open('ajustes/prazos');
  await page.getByRole('button', { name: 'Acrescentar regra' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Layout').selectOption('LIC/REG_LICITACAO');
  await sheet.getByLabel('Como conta').selectOption('business-days');
  await sheet.getByLabel('Data do formulário').selectOption('/dataPublicacao');
  await sheet.getByRole('button', { name: 'Guardar' }).click();
  await sheet.getByText('Escreva um número inteiro').waitFor();
  await sheet.getByLabel('Dias úteis', { exact: true }).fill('3');
  await sheet.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('cell', { name: 'Regulamentação de licitações', exact: true }).waitFor();

  const table = `Data;Nome;Todo ano\n${toBrazilianDate(townDay)};Aniversário da cidade;sim\n31/02/2026;Nunca;não\n`;
  const buffer = Buffer.from(table);
  const file = { name: 'feriados.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel('Trazer de planilha (CSV)').setInputFiles(file);
  await page.getByText('Linha 3: a data não existe').waitFor();
  await page.getByRole('cell', { name: 'Aniversário da cidade', exact: true }).waitFor();
};

const watches = async ({ clerk, browser: { page } }: Desk): Promise<void> => {
  await clerk.open('inicio/prazos');
  await page.getByText('Nada com prazo em aberto').waitFor();
  await page.getByRole('button', { name: 'Anotar o que falta enviar' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Layout').selectOption({ label: 'Contrato inicial' });
  await sheet.getByLabel('Publicado ou acontecido em').fill('31/02/2026');
  await sheet.getByLabel('Anotação').fill('Contrato 12, merenda');
  await sheet.getByRole('button', { name: 'Anotar' }).click();
  await sheet.getByText('Escreva uma data que exista').waitFor();
  await sheet.getByLabel('Publicado ou acontecido em').fill(toBrazilianDate(longAgo));
  await sheet.getByRole('button', { name: 'Anotar' }).click();
  await page
    .getByRole('cell', { name: 'Contrato inicial: Contrato 12, merenda', exact: true })
    .waitFor();
};

/** What the browser was told to remind of. */
const remindersOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ body }) => body);
  });

/** The demo's regulation of this month, published today. */
const prepares = async ({ clerk, browser: { page } }: Desk): Promise<void> => {
  const [ano = '', mes] = today.split('-');
  await clerk.beginsDraft(monthName(Number(mes)), ano);
  await clerk.fillsIn({ 'campo-dataPublicacao': toBrazilianDate(today) });
  await clerk.attaches(office.demo('edital.pdf'));
  await page.getByText('ainda não assinado').waitFor();
  await clerk.waitsUntilSaved();
};

it('what must be homologated is told by its last business day, until it is homologated', async () => {
  const desk = await office.sitDown({ serviceWorkers: 'allow' });
  const { clerk, browser } = desk;
  const { page } = browser;
  await browser.context.grantPermissions(['notifications']);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  await setsRules(desk);
  await looks(desk, 'prazos-regras');
  await watches(desk);
  await expect.poll(() => remindersOn(page)).toEqual(['1 prazo atrasado.']);
  await clerk.comesToWork(office.demo('joao.pfx'));
  await prepares(desk);

  await clerk.open('inicio/prazos');
  const row = page.locator('[data-obligation^="rascunho-"]');
  await row.getByText(toBrazilianDate(due)).waitFor();
  await row.getByText(`${toBrazilianDate(townDay).slice(0, 5)} Aniversário da cidade`).waitFor();
  await row.getByText('Rascunho, não enviado').waitFor();
  await page
    .getByText(/atrasado há \d+ dias/)
    .first()
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salvar na agenda (.ics)' }).click(),
  ]);
  const calendar = await readFile(await download.path(), 'utf8');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}\r\n`);
  await looks(desk, 'prazos');

  await clerk.open('inicio');
  await page.getByRole('link', { name: 'Prazos' }).nth(1).waitFor();
  await page.getByText('1 prazo atrasado').waitFor();

  await page.goBack();
  await row.getByRole('link').click();
  await clerk.signsAndQueues();
  await page.getByRole('button', { name: 'Conferir e homologar' }).waitFor();
  await clerk.open('inicio/prazos');
  await page
    .locator('[data-obligation^="entrega-"]')
    .getByText('Entregue, não homologado')
    .waitFor();
  await clerk.open('fila');
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');

  await clerk.open('inicio/prazos');
  if (due.slice(0, 7) !== today.slice(0, 7)) {
    await page.getByRole('button', { name: 'Mês seguinte' }).click();
  }
  const done = page.getByRole('region', { name: 'Homologados' });
  await done.getByText('homologado no prazo').waitFor();
  await page.getByRole('button', { name: /^Tirar da lista: Contrato inicial/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tirar da lista' }).click();
  await page.getByText('Nada com prazo em aberto').waitFor();

  await findsAndPrintsReceipts(desk);
});

const findsAndPrintsReceipts = async (desk: Desk): Promise<void> => {
  const { clerk, browser } = desk;
  const { page, context } = browser;
  await clerk.open('entregas/recibos');
  const row = page.locator('[data-recibo]');
  await row.getByText('Homologado', { exact: true }).waitFor();
  const recibo = (await row.getAttribute('data-recibo')) ?? '';

  await row.getByRole('button', { name: /^Conferir/ }).click();
  const sheet = page.getByRole('dialog');
  const asks = () => sheet.getByRole('button', { name: 'Perguntar ao tribunal' }).click();
  await asks();
  await sheet.locator('[data-answer="200"]').getByText('HOMOLOGADO', { exact: true }).waitFor();
  await sheet.getByText('O formato desta resposta não é documentado').waitFor();
  await looks(desk, 'conferir-recibo');
  await sheet.getByLabel('Recibo').fill(crypto.randomUUID());
  await asks();
  await sheet.locator('[data-answer="404"]').getByText('não confirmou').waitFor();
  await sheet.getByLabel('Recibo').fill('123');
  await asks();
  await sheet.getByText('Um recibo tem 32').waitFor();
  await sheet.getByRole('button', { name: 'Fechar' }).click();

  await context.setOffline(true);
  const searches = (words: string) => page.getByLabel('Procurar').fill(words);
  await searches('palavra inexistente');
  await page.getByText('Nenhum recibo.').waitFor();
  for (const words of ['659', 'regulamentação', recibo, '50.000,00']) {
    await searches(words);
    await row.waitFor();
    await searches('palavra inexistente');
    await page.getByText('Nenhum recibo.').waitFor();
  }
  await searches('');
  await row.waitFor();
  await looks(desk, 'recibos');
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Imprimir 1 recibo' }).click();
  const receipt = page.getByRole('article');
  await receipt.getByText(recibo).first().waitFor();
  await receipt.getByText('Número do decreto').first().waitFor();
  // What the court said of the recibo before is kept with it.
  const said = receipt.getByRole('region', { name: 'Recibo conferido no tribunal' });
  await said.locator('[data-answer="200"]').getByText('HOMOLOGADO', { exact: true }).waitFor();
  await looks(desk, 'recibos-imprimir');
  await page.emulateMedia({ media: 'print' });
  await page
    .getByRole('button', { name: 'Imprimir ou salvar em PDF' })
    .waitFor({ state: 'hidden' });
};
