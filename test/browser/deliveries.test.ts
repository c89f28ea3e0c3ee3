import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { documentedPayload } from '../support/documented-payload.ts';
import { type Desk, useOffice } from '../support/office.ts';

const office = useOffice('deliveries');
const PERIOD = 'LIC/REG_LICITACAO/2/2019';

/** What João delivers with another program. */
const deliversElsewhere = async () => {
  const { signP7s } = await office.joaoElsewhere();
  const file = await signP7s(new Blob([`edital ${crypto.randomUUID()}`]), Date.now());
  return office.deliversElsewhere(PERIOD, documentedPayload, file);
};

const asksToTakeIn = async ({ browser: { page } }: Desk, how: string, named?: string) => {
  const sheet = page.getByRole('dialog');
  if (!(await sheet.isVisible())) {
    await page.getByRole('button', { name: 'Trazer do tribunal' }).click();
    await sheet.getByLabel('Mês de referência').selectOption({ label: 'Fevereiro' });
    await sheet.getByLabel('Ano').fill('2019');
  }
  await sheet.getByLabel(how).check();
  if (named !== undefined) await sheet.getByRole('textbox').last().fill(named);
  await sheet.getByRole('button', { name: 'Trazer' }).click();
  return sheet;
};

const rows = ({ browser: { page } }: Desk) => page.locator('[data-row]');

const looks = async ({ browser: { page } }: Desk): Promise<void> => {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
};

it('takes in what was delivered elsewhere, tells where the court differs field by field, and what is gone', async () => {
  const desk = await office.sitDown();
  const {
    clerk,
    browser: { page },
  } = desk;
  const [one, two, three] = [
    await deliversElsewhere(),
    await deliversElsewhere(),
    await deliversElsewhere(),
  ];
  await clerk.comesToWork(office.demo('joao.pfx'));
  await clerk.open('entregas');

  let sheet = await asksToTakeIn(desk, 'Uma, pelo número', '12x');
  await sheet.getByText('só algarismos').waitFor();
  await looks(desk);
  sheet = await asksToTakeIn(desk, 'Uma, pelo número', '999999');
  await sheet.getByText('não tem entrega com este número').waitFor();
  sheet = await asksToTakeIn(desk, 'Uma, pelo número', String(one.id));
  await sheet.getByText('1 entrega foi trazida.').waitFor();
  sheet = await asksToTakeIn(desk, 'Uma, pelo recibo', two.recibo);
  await sheet.getByText('1 entrega foi trazida.').waitFor();
  await office.door.offersList(false);
  sheet = await asksToTakeIn(desk, 'Uma, pelo recibo', three.recibo);
  await sheet.getByText('não oferece a lista de entregas').waitFor();
  await office.door.offersList(true);
  sheet = await asksToTakeIn(desk, 'Todas deste mês e layout');
  await sheet.getByText('1 entrega foi trazida. 2 entregas já estavam aqui.').waitFor();
  await sheet.getByRole('button', { name: 'Fechar' }).click();
  await expect.poll(() => rows(desk).count()).toBe(3);

  await page.getByLabel('Ano').fill('2020');
  await page.getByText('Nenhuma entrega corresponde aos filtros.').waitFor();
  await page.getByRole('button', { name: 'Tirar os filtros' }).click();
  await rows(desk).first().getByRole('checkbox').check();
  await page.getByText('1 entrega selecionada').waitFor();
  await page.getByRole('button', { name: 'Salvar dossiês' }).click();
  await page.getByText('Entregas feitas fora daqui não têm dossiê.').waitFor();
  await looks(desk);
  await page.getByRole('button', { name: 'Desfazer a seleção' }).click();

  await office.altersElsewhere(PERIOD, one.id, { numeroDecretoMunicipal: '700' });
  await office.deletesElsewhere(PERIOD, two.id);
  await page.getByRole('button', { name: 'Conferir todas no tribunal' }).click();
  await page.getByText('O tribunal respondeu por 3 entregas.').waitFor();
  await page.getByText('1 difere do que está aqui.').waitFor();
  await page.getByText('1 não está mais lá.').waitFor();
  await page.locator(`[data-row="${two.id}"][data-state="gone"]`).waitFor();
  await page.getByRole('button', { name: 'Diferem do tribunal' }).click();
  await page.locator(`[data-row="${two.id}"]`).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Diferem do tribunal',
  );
  await rows(desk).getByRole('link').click();

  const difference = page.locator('tr', { hasText: 'Número do decreto' }).first();
  await difference.waitFor();
  expect(await difference.getByRole('cell').allInnerTexts()).toEqual([
    expect.any(String),
    '700',
    '659',
  ]);
  await page.getByText('Feita fora deste programa').first().waitFor();
  await looks(desk);
  await page.getByRole('button', { name: 'Trazer os dados do tribunal' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Trazer os dados do tribunal' })
    .click();
  await page.getByText('guarda exatamente os dados que estão aqui').waitFor();
  expect(await page.locator('#conteudos ~ ol li').count()).toBe(2);
});

it('who has not logged in yet can do so on the way; a file is had again from the court and compared with what is held', async () => {
  const desk = await office.sitDown();
  const {
    clerk,
    browser: { page },
  } = desk;
  const { id } = await deliversElsewhere();
  await clerk.open('entregas');
  let sheet = await asksToTakeIn(desk, 'Uma, pelo número', String(id));
  await sheet.getByText('Falta entrar').waitFor();
  await clerk.opensCertificate(office.demo('joao.pfx'), 'senha123');
  await sheet.getByText('O certificado está aberto agora.').waitFor();
  sheet = await asksToTakeIn(desk, 'Uma, pelo número', String(id));
  await sheet.getByText('1 entrega foi trazida.').waitFor();
  await sheet.getByRole('button', { name: 'Fechar' }).click();
  await page.getByLabel('Procurar por recibo ou número').fill(String(id));
  await page.getByRole('button', { name: 'Procurar' }).click();

  const fetches = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Baixar do tribunal/ }).click(),
    ]);
    return download.suggestedFilename();
  };
  expect(await fetches()).toMatch(/^[0-9a-f-]{36}\.p7s$/);
  await page.getByText('Não há aqui com que comparar').waitFor();
  await fetches();
  await page.getByText('Igual ao que está guardado aqui').waitFor();
  await office.door.plan('GET', '/anexo/', { kind: 'answer', json: { outro: 'conteúdo' } });
  await fetches();
  await page.getByText('Diferente do que está guardado aqui').waitFor();

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Conferir no tribunal' }).click();
  await page
    .getByText('O tribunal não respondeu. O que se sabia antes continua guardado.')
    .waitFor();
});
