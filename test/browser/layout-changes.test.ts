import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { type JsonObject, parseJson } from '../../src/base/json.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import type { Desk } from '../support/office.ts';
import { useOffice } from '../support/office.ts';

const { sitDown, demo, door } = useOffice('layout-changes');

const MONTH = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };

/** The layout without the number of the decree, with a limit as text, and with one field more. */
const newVersion = async (): Promise<JsonObject> => {
  const text = await readFile('public/layouts/LIC__REG_LICITACAO.schema.json', 'utf8');
  const changed = text
    .replace(
      /"numeroDecretoMunicipal": \{\s*"type": "string"/,
      '"numeroDaNorma": { "type": "string"',
    )
    .replace(
      /("valorLimiteRegParticipExclusivaMEEPP": \{\s*"type": )"number",\s*"minimum": 0/,
      '$1"string"',
    );
  return Object(parseJson(changed));
};

const looksWell = async ({ browser: { page } }: Desk): Promise<void> => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
};

it('tells a new version of a layout, moves a draft to it when asked, keeps what had no place, and sends', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  const { clerk } = desk;
  await clerk.comesToWork(demo('maria.pfx'));
  await clerk.prepares(demo('edital.pdf'));
  const draft = new URL(page.url()).hash.slice(2);

  await door.publishLayout(MONTH, await newVersion());
  await page.reload();
  await page
    .getByText('O tribunal publicou uma versão nova: Regulamentação de licitações')
    .waitFor();
  await clerk.open('layouts');
  await page.getByText('Um rascunho continua na versão anterior:').waitFor();
  await page.getByText('O que mudou').click();
  await page.getByText('Deixou de existir.').waitFor();
  await looksWell(desk);

  await clerk.open(draft);
  await page.getByText('O tribunal publicou uma versão nova deste layout').waitFor();
  expect(await page.locator('[id="campo-numeroDecretoMunicipal"]').inputValue()).toBe('659');
  await page.getByRole('button', { name: 'Ver o que muda' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Antes: número. Agora: texto.').waitFor();
  await sheet.getByText('659').waitFor();
  await looksWell(desk);
  await sheet.getByRole('button', { name: 'Passar para a versão nova' }).click();

  const list = page.getByRole('region', { name: 'O que não coube na versão nova do layout' });
  await list.getByText('659').waitFor();
  await page.locator('[id="campo-numeroDaNorma"]').waitFor();
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await list.waitFor({ state: 'detached' });
  await expect
    .poll(() => page.locator('[id="campo-numeroDecretoMunicipal"]').inputValue())
    .toBe('659');
  await page.getByRole('button', { name: 'Refazer' }).click();
  await page.locator('[id="campo-numeroDaNorma"]').waitFor();
  await clerk.waitsUntilSaved();
  await page.reload();
  await list.getByText('659').waitFor();
  await looksWell(desk);
  await clerk.types('campo-numeroDaNorma', '659');
  await list.getByRole('button', { name: /Dispensar/ }).click();
  await list.waitFor({ state: 'detached' });

  await clerk.comesToWork(demo('maria.pfx'));
  await clerk.open(draft);
  await clerk.signsAndQueues();
  await page
    .getByRole('button', { name: /prefeit/i })
    .first()
    .click();
  await clerk.waitsForState('needs-person');
  const sent = Object(parseJson((await door.deliveries()).at(-1)?.text ?? ''));
  expect(sent).toMatchObject({
    numeroDaNorma: '659',
    detalhamentoLc123: { valorLimiteRegParticipExclusivaMEEPP: '50000' },
  });
  expect(sent).not.toHaveProperty('numeroDecretoMunicipal');
});

it('goes over by itself from a sample to the layout of the court where all of the draft is kept', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  const month = { ...MONTH, mes: 5 };
  await desk.clerk.open();
  await door.plan('GET', '/5/2019/schema$', { kind: 'refuse', status: 503 }, 20);
  await desk.clerk.beginsDraft('Maio', '2019');
  await page.getByText('usa o layout de exemplo').waitFor();
  await desk.clerk.types('campo-dataPublicacao', '02/01/2019');
  await desk.clerk.waitsUntilSaved();
  await door.forgetFaults();
  await door.publishLayout(month, await newVersion());
  await page.reload();
  await page.getByText('tomou o lugar do exemplo').waitFor();
  await page.locator('[id="campo-numeroDaNorma"]').waitFor();
  expect(await page.locator('[id="campo-dataPublicacao"]').inputValue()).toBe('02/01/2019');
});
