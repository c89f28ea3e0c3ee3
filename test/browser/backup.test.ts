import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { choosesPassphrase, opensCopy, savesCopy } from '../support/copies.ts';
import { useOffice } from '../support/office.ts';

// Copies of the work: made by a click or by themselves, restored into another browser.

const { sitDown, demo, url } = useOffice('backup');

it('reminds of what no copy holds, saves it as a file and brings it into an empty browser', async () => {
  const first = await sitDown();
  const { page } = first.browser;
  await first.clerk.open();
  await first.clerk.comesToWork(demo('joao.pfx'));
  await first.clerk.prepares(demo('edital.pdf'));
  await page.getByText('Sem cópia de segurança').waitFor();
  await page.getByText('Só neste navegador').waitFor();
  await first.clerk.open();
  await page.getByText('ainda não tem cópia de segurança').waitFor();
  await choosesPassphrase(first);
  const { path: file, name } = await savesCopy(first);
  expect(name).toMatch(/^estafeta \d{4}-\d\d-\d\d [\d.]{8} \w{8}\.estafeta$/);
  await page.getByText('Tudo o que está aqui está na última cópia.').waitFor();
  await first.clerk.open('rascunhos');
  await page.getByText('Copiado em').waitFor();

  const second = await sitDown();
  const other = second.browser.page;
  await second.clerk.open();
  await other.getByText('Tem uma cópia de segurança?').waitFor();
  await opensCopy(second, file, 'outra frase qualquer');
  await other.getByText('A frase não abre esta cópia').waitFor();
  await opensCopy(second, demo('edital.pdf'));
  await other.getByText('não é uma cópia de segurança').waitFor();
  await opensCopy(second, file);
  await other.getByText('Nela há 1 rascunho, 0 itens da fila de envio e 0 entregas.').waitFor();
  await other.getByRole('button', { name: 'Restaurar', exact: true }).click();
  await other.getByText('Restaurado: 1 rascunho').waitFor();
  await second.clerk.open('rascunhos');
  await other.getByRole('link', { name: 'Regulamentação de licitações' }).click();
  await other.getByText('ainda não assinado').waitFor();
  const decree = other.locator('[id="campo-numeroDecretoMunicipal"]');
  await expect.poll(() => decree.inputValue()).toBe('659');
});

/** A folder of the browser's own, which has the same interface as one on disk. */
const hasFolder = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory();
        return root.getDirectoryHandle('cópias', { create: true });
      },
    });
  });

const copiesInFolder = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('cópias', { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) if (name.endsWith('.estafeta')) names.push(name);
    return names.sort();
  });

it('copies into the folder by itself after what weighs, keeps three, and says when the folder is gone', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await hasFolder(page);
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.prepares(demo('edital.pdf'));
  await choosesPassphrase(desk);
  await page.getByRole('button', { name: 'Escolher pasta' }).click();
  await page.getByText('Tudo o que está aqui está na última cópia.').waitFor();
  const first = await copiesInFolder(page);
  expect(first).toHaveLength(1);

  await page.goto(`${url()}/#/rascunhos`);
  await page.getByRole('link', { name: 'Regulamentação de licitações' }).click();
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  await desk.clerk.confirmsHomologation();
  await desk.clerk.waitsForState('done');
  await page.goto(`${url()}/#/ajustes`);
  await page.getByText('Tudo o que está aqui está na última cópia.').waitFor();
  await expect.poll(async () => (await copiesInFolder(page)).length).toBeGreaterThan(1);
  const made = await copiesInFolder(page);
  // Names tell seconds: a copy of the same second takes the place of the one before.
  const copyNow = page.getByRole('button', { name: 'Copiar agora' });
  const copies = async () => {
    await copyNow.click();
    // It may be used again once the copy is made.
    await copyNow.click({ trial: true });
    return copiesInFolder(page);
  };
  await expect.poll(copies, { timeout: 10_000 }).not.toContain(made.at(-1));
  // The new one is there before an old one goes.
  await expect.poll(() => copiesInFolder(page)).toHaveLength(3);

  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('cópias', { recursive: true });
  });
  await copyNow.click();
  await page.getByText('a pasta não foi encontrada').waitFor();
});
