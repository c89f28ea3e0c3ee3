import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { type Desk, useOffice } from '../support/office.ts';

const { sitDown, door, demo } = useOffice('change');

const NUMBER = 'campo-numeroDecretoMunicipal';

/** Delivers, up to the question whether to homologate; gives the id of the entry, which names the delivery here. */
const delivers = async ({ clerk, browser: { page } }: Desk, file?: string): Promise<string> => {
  await clerk.comesToWork(demo('joao.pfx'));
  if (file) {
    await clerk.prepares(file);
    await clerk.signsAndQueues();
  } else {
    await clerk.beginsDraft('Fevereiro', '2019');
    await clerk.fillsIn();
    await clerk.checks();
    await clerk.putsOnQueue();
  }
  await clerk.waitsForState('needs-person');
  return (await page.locator('[data-entry]').first().getAttribute('data-entry')) ?? '';
};

const held = async (id: number): Promise<{ statusEnvio: string; data: JsonObject }> => {
  const delivery = (await door.deliveries()).find((each) => each.id === id);
  const data = parseJson(delivery?.text ?? '');
  return { statusEnvio: delivery?.statusEnvio ?? 'none', data: isJsonObject(data) ? data : {} };
};

const lastId = async () => Math.max(...(await door.deliveries()).map(({ id }) => id));

const begins = async (page: Page, action: string, motive: string, begin: string) => {
  await page.getByRole('button', { name: action, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Motivo').fill(motive);
  await sheet.getByRole('button', { name: begin }).click();
  await page.locator('.next-step').waitFor();
};

const checksAndQueues = async ({ clerk }: Desk) => {
  await clerk.waitsUntilSaved();
  await clerk.checks();
  await clerk.putsOnQueue();
};

/** On the queue's screen, where the entry stands open that was just put there. */
const homologates = async ({ clerk, browser: { page } }: Desk) => {
  const open = page.locator('[data-entry]').filter({ has: page.getByText('Conferir e homologar') });
  await open.first().waitFor();
  const id = await open.first().getAttribute('data-entry');
  await clerk.confirmsHomologation();
  await page.locator(`[data-entry="${id}"][data-state="done"]`).waitFor();
  return id ?? '';
};

const looks = async (page: Page): Promise<void> => {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
};

const story = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('[data-thread]')
    .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-thread')));

it('alters a delivery with its file kept, and what was homologated once it is opened again', async () => {
  const desk = await sitDown();
  const { clerk, browser } = desk;
  const { page } = browser;
  const first = await delivers(desk, demo('edital.pdf'));
  const id = await lastId();
  const before = await held(id);

  await clerk.open(`entregas/${first}`);
  await page.getByRole('button', { name: 'Alterar', exact: true }).click();
  await looks(page);
  await page.keyboard.press('Escape');
  await begins(page, 'Alterar', 'Número errado', 'Começar a alteração');
  await page.getByText(`Altera a entrega ${id} no tribunal.`).waitFor();
  await page.getByText('edital.pdf.p7s, já no tribunal: fica como está').waitFor();
  await clerk.types(NUMBER, '660');
  await checksAndQueues(desk);
  const second = await homologates(desk);
  expect(await held(id)).toEqual({
    statusEnvio: 'HOMOLOGADO',
    data: {
      ...before.data,
      codTipoEnvio: 3,
      motivoAtualizacaoCorrecao: 'Número errado',
      numeroDecretoMunicipal: '660',
    },
  });
  expect(await door.count('POST', /upload/)).toBe(1);

  await clerk.open(`entregas/${second}`);
  await expect.poll(() => story(page)).toEqual(['delivered', 'altered', 'homologated']);
  expect(await page.getByRole('button', { name: 'Excluir' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Alterar' }).isDisabled()).toBe(true);
  await page.getByText('Esta entrega está homologada. Para mudá-la').waitFor();

  await begins(page, 'Retificar', 'Faltou um artigo', 'Começar o pedido');
  await page.getByText(`Pede que a entrega ${id} seja reaberta`).waitFor();
  await clerk.types('campo-codTipoRetificacao', '1');
  await checksAndQueues(desk);
  await homologates(desk);
  expect(await held(id)).toMatchObject({ statusEnvio: 'NAO_HOMOLOGADO' });

  await clerk.open(`entregas/${second}`);
  await page.getByText('Reaberta: o tribunal a mostrou como não homologada').waitFor();
  await browser.screenshot('change-reopened');
  await begins(page, 'Alterar', 'Faltou um artigo', 'Começar a alteração');
  await clerk.types(NUMBER, '661');
  await checksAndQueues(desk);
  const third = await homologates(desk);
  expect(await held(id)).toMatchObject({
    statusEnvio: 'HOMOLOGADO',
    data: { numeroDecretoMunicipal: '661' },
  });

  await clerk.open(`entregas/${third}`);
  const whole = ['delivered', 'altered', 'homologated', 'requested', 'reopened', 'altered'];
  await expect.poll(() => story(page)).toEqual([...whole, 'homologated']);
  await page.getByText('Homologada de novo', { exact: true }).waitFor();
  await looks(page);
  await browser.screenshot('change-thread');
});

it('deletes a delivery that is not homologated, and keeps what it was', async () => {
  const desk = await sitDown();
  const { clerk, browser } = desk;
  const { page } = browser;
  const first = await delivers(desk);
  const id = await lastId();
  await clerk.open(`entregas/${first}`);
  await page.getByRole('button', { name: 'Excluir', exact: true }).click();
  await looks(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Excluir no tribunal' }).click();
  await clerk.waitsForState('done');
  expect(await held(id)).toMatchObject({ statusEnvio: 'none' });
  await clerk.open(`entregas/${first}`);
  await page.locator('[data-thread="gone"]').waitFor();
  await page.getByText('659').first().waitFor();
});

it('shows a checked draft to the court, which takes nothing, and tells its objections in the list', async () => {
  const desk = await sitDown();
  const { clerk, browser } = desk;
  const { page } = browser;
  await clerk.comesToWork(demo('joao.pfx'));
  const before = (await door.deliveries()).length;
  await clerk.beginsDraft('Fevereiro', '2019');
  await clerk.fillsIn({ 'campo-detalhamentoLc123.percentualSubContratacaoMEEPP': '12,5' });
  await clerk.checks();
  const ask = page.getByRole('button', { name: 'Conferir no tribunal' });
  await ask.click();
  await page.getByText('1 objeção, na lista. Isto não é uma entrega').waitFor();
  const panel = page.getByRole('tabpanel');
  await panel.getByText('Dito pelo tribunal (regra 6)').waitFor();
  await looks(page);
  await browser.screenshot('change-dry-run');

  await clerk.types('campo-detalhamentoLc123.percentualSubContratacaoMEEPP', '5,5');
  await clerk.attaches(demo('edital.pdf'));
  await page.getByText('ainda não assinado').waitFor();
  await page.getByText('O rascunho mudou depois da última conferência').waitFor();
  await ask.click();
  await page.getByText('só porque ainda não foram enviados').waitFor();
  await page.getByText('ele não chegou às regras de recepção').waitFor();
  expect(await door.deliveries()).toHaveLength(before);
  expect(await door.count('POST', /upload/)).toBe(0);
});
