import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportMonth } from '../bulk/month.ts';
import { bringsMonth, homologatesAll, runMonth, sendsAll, writeMonth } from '../bulk/run.ts';
import { barriersOn, cutInTables, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';

// Twenty-five of the deliveries that `npm run bulk` brings five hundred of.

const { sitDown, sitDownAtOwnPc, demo, door, url } = useOffice('bulk');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-bulk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const looks = async (page: Page): Promise<void> => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
    expect(await cutInTables(page)).toEqual([]);
  }
};

it('reports of every file exactly what became of it, whatever went wrong with its delivery', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce' });
  const { page } = browser;
  await clerk.comesToWork(demo('joao.pfx'));
  const month = await exportMonth(25, await readFile(demo('edital.pdf')));
  const stage = {
    ...{ page, url: url(), door, folder: join(folder, 'whole') },
    tell: () => undefined,
  };
  const verdict = await runMonth(stage, month);
  expect(verdict.faults).toEqual([]);
  await looks(page);
});

it('goes on where the browser was closed in the middle, and makes nothing twice', async () => {
  const desk = await sitDownAtOwnPc({ reducedMotion: 'reduce' });
  const month = await exportMonth(8, await readFile(demo('edital.pdf')), { flawless: true });
  const path = await writeMonth(month, join(folder, 'broken'));
  const before = (await door.deliveries()).length;
  const line = (state: string) => desk.browser.page.locator(`tr[data-line-state="${state}"]`);
  const opensBatch = async () => {
    await desk.clerk.open('rascunhos/lote');
    await desk.browser.page.getByLabel('Lote', { exact: true }).selectOption({ index: 1 });
  };

  await desk.clerk.open('rascunhos/lote');
  await desk.browser.page.locator('.drop-zone input').last().setInputFiles(path);
  await desk.browser.page.locator('tr[data-line]').nth(1).waitFor();
  await desk.reopen();
  await opensBatch();
  await desk.browser.page.getByText('Escolha de novo a mesma pasta').waitFor();
  await desk.browser.page.locator('.drop-zone input').last().setInputFiles(path);
  await expect.poll(() => line('ready').count()).toBe(8);
  expect(await desk.browser.page.locator('tr[data-line]').count()).toBe(month.files.length);

  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.open('rascunhos/lote');
  await sendsAll(desk.browser.page);
  // Wherever it is by then.
  await desk.reopen();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await opensBatch();
  await line('attached').first().waitFor();
  await expect.poll(() => line('left').count()).toBe(0);
  if ((await line('ready').count()) > 0) await sendsAll(desk.browser.page);
  await expect.poll(() => line('delivered').count()).toBe(8);
  await homologatesAll(desk.browser.page, url(), 8);
  await opensBatch();
  await expect.poll(() => line('homologated').count()).toBe(8);
  const court = await door.deliveries();
  expect(court).toHaveLength(before + 8);
  expect(court.slice(before).every(({ statusEnvio }) => statusEnvio === 'HOMOLOGADO')).toBe(true);

  await desk.browser.page.getByLabel('Lote', { exact: true }).selectOption({ index: 0 });
  await bringsMonth(desk.browser.page, url(), path);
  await expect.poll(() => line('repeated').count()).toBe(8);
  await desk.browser.page.getByRole('button', { name: 'Relatório', exact: true }).click();
  await desk.browser.page.getByRole('heading', { name: 'Relatório do lote' }).waitFor();
  await looks(desk.browser.page);
});
