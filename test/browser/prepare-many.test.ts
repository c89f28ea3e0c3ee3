import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportMonth } from '../bulk/month.ts';
import { bringsMonth, writeMonth } from '../bulk/run.ts';
import { barriersOn, cutInTables, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';

const { sitDown, demo, door, url } = useOffice('prepare-many');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-prepare-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('signs and queues the selected drafts with one word, and says of each other why it stays', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce' });
  const { page } = browser;
  await clerk.comesToWork(demo('joao.pfx'));
  const month = await exportMonth(4, await readFile(demo('edital.pdf')), { flawless: true });
  await bringsMonth(page, url(), await writeMonth(month, folder));
  await clerk.open('rascunhos');
  await clerk.beginsDraft('Fevereiro', '2019');
  const before = (await door.deliveries()).length;

  await clerk.open('rascunhos');
  const rows = page.locator('tr[data-draft]');
  await expect.poll(() => rows.count()).toBe(5);
  await page.getByRole('button', { name: /^Selecionar os 5/ }).click();
  const bar = page.getByRole('region', { name: 'Com os selecionados' });
  await bar.getByText('5 rascunhos selecionados').waitFor();
  await rows.last().getByRole('checkbox').uncheck();
  await bar.getByText('4 rascunhos selecionados').waitFor();
  const looks = async () => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await barriersOn(page)).toEqual([]);
      expect(await isWiderThanTheWindow(page)).toBe(false);
      expect(await cutInTables(page)).toEqual([]);
    }
  };
  await looks();
  await bar.getByRole('button', { name: 'Preparar os selecionados' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('3 rascunhos vão para a fila de envio.').waitFor();
  await sheet.getByText('Um não pode ir agora:').waitFor();
  expect(await sheet.getByRole('listitem').first().innerText()).toContain('Falta escolher');
  await looks();
  await sheet.getByRole('button', { name: 'Assinar e pôr na fila' }).click();
  await page.getByText('3 rascunhos foram para a fila.').waitFor();
  await expect.poll(() => rows.filter({ hasText: 'Em preenchimento' }).count()).toBe(2);
  await bar.getByText('1 rascunho selecionado').waitFor();
  await expect.poll(async () => (await door.deliveries()).length).toBe(before + 3);
});
