import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import type { testDoor } from '../support/test-door.ts';
import { faultsOf, rowsOf } from './judge.ts';
import type { ExportedMonth } from './month.ts';
import { actsForUncertain } from './person.ts';
import { countRefusals, troubleHomologation, troublesFor } from './troubles.ts';

/** Where a month is brought, and the court it goes to. */
export interface BulkStage {
  page: Page;
  url: string;
  door: ReturnType<typeof testDoor>;
  /** A folder for the exported files. */
  folder: string;
  /** Told what was reached. */
  tell(reached: string): void;
}

/** What a run came to; all is well where `faults` is empty. */
export interface BulkVerdict {
  lines: number;
  delivered: number;
  faults: string[];
}

/** Writes the exported files to `mes/` in a folder; gives that folder. */
export const writeMonth = async ({ files }: ExportedMonth, folder: string): Promise<string> => {
  for (const { path, content } of files) {
    const at = join(folder, 'mes', path);
    await mkdir(dirname(at), { recursive: true });
    await writeFile(at, content);
  }
  return join(folder, 'mes');
};

/** Brings a month, has it signed, queued and delivered through all troubles, and holds the report against the court. */
export const runMonth = async (stage: BulkStage, month: ExportedMonth): Promise<BulkVerdict> => {
  const { page, url, door, folder, tell } = stage;
  const before = new Set((await door.deliveries()).map(({ id }) => id));
  await bringsMonth(page, url, await writeMonth(month, folder));
  tell('brought and checked');
  await door.forgetRequests();
  const troubles = troublesFor(door, month);
  await troubles(0);
  await sendsAll(page);
  await followsToTheEnd(stage, month, troubles);
  tell('delivered or refused');
  await door.forgetFaults();
  const { delivered } = await countsOn(page);
  await troubleHomologation(door, delivered);
  await homologatesAll(page, url, delivered);
  tell('homologated');
  const rows = await savesReport(page, url);
  const court = (await door.deliveries()).filter(({ id }) => !before.has(id));
  return {
    lines: rows.length,
    delivered: court.length,
    faults: faultsOf(rows, month, { deliveries: court, refusals: await countRefusals(door) }),
  };
};

/** Chooses the folder, and waits until every file was read and every draft checked. */
export const bringsMonth = async (page: Page, url: string, path: string): Promise<void> => {
  await page.goto(`${url}/#/rascunhos/lote`);
  await page.getByRole('heading', { name: 'Um mês de uma vez' }).waitFor();
  await page.locator('.drop-zone input').last().setInputFiles(path);
  await page.locator('[data-line]').first().waitFor();
  await isAtRest(page);
  await saysMonth(page);
};

/** What neither name nor content says is asked once for all files. */
const saysMonth = async (page: Page): Promise<void> => {
  if ((await page.locator('[data-count="asked"]').count()) === 0) return;
  await page.getByLabel('Mês de referência').selectOption({ label: 'Março' });
  await page.getByLabel('Ano').fill('2019');
  await page.getByRole('button', { name: 'Usar nos marcados' }).click();
  await page.locator('[data-count="asked"]').waitFor({ state: 'detached' });
  await isAtRest(page);
};

/** Nothing is being brought, checked, signed or queued. */
const isAtRest = async (page: Page): Promise<void> => {
  for (let still = 0; still < 3; ) {
    still = (await page.locator('progress').count()) === 0 ? still + 1 : 0;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
};

/** One agreement for all that is ready. */
export const sendsAll = async (page: Page): Promise<void> => {
  const name = /^(Assinar e pôr|Pôr) na fila/;
  await page.getByRole('button', { name }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name }).click();
  await sheet.waitFor({ state: 'detached' });
};

const LOOK_MS = 500;

/** Looks again and again; what needs a person is done by one, until nothing is on its way any more. */
const followsToTheEnd = async (
  stage: BulkStage,
  month: ExportedMonth,
  troubles: (share: number) => Promise<void>,
): Promise<void> => {
  const { page, door } = stage;
  let last = '';
  for (;;) {
    const counts = await countsOn(page);
    const settled = counts.delivered + counts.refused;
    const total = counts.onWay + counts.uncertain + settled;
    await troubles(settled / total);
    // In the second half the court lists nothing, and only a person finds out what became of a lost answer.
    await door.offersList(settled < total / 2);
    if (counts.onWay + counts.uncertain === 0) return;
    // While it goes on by itself she waits.
    if (JSON.stringify(counts) === last) await actsForUncertain(stage, month);
    last = JSON.stringify(counts);
    await page.waitForTimeout(LOOK_MS);
  }
};

const countsOn = async (page: Page) => {
  const of = async (state: string) => {
    const text = await page
      .locator(`[data-count="${state}"]`)
      .textContent({ timeout: 500 })
      .catch(() => '');
    return Number(/\d+$/.exec(text ?? '')?.[0] ?? 0);
  };
  const isSending = (await page.locator('progress').count()) > 0;
  return {
    delivered: await of('delivered'),
    refused: await of('refused'),
    onWay: (await of('on-queue')) + (await of('ready')) + (isSending ? 1 : 0),
    uncertain: await of('uncertain'),
  };
};

/** What was delivered is homologated by one word, as soon as all `count` of them ask for it. */
export const homologatesAll = async (page: Page, url: string, count: number): Promise<void> => {
  await page.getByRole('button', { name: `Homologar (${count})` }).click();
  await page.getByRole('button', { name: /^Homologar \d+ entrega/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: /^Assinar e homologar/ }).click();
  await sheet.waitFor({ state: 'detached' });
  // As long as it takes: after a fault each waits before it asks again.
  await page.locator('[data-run="0"]').waitFor({ timeout: 0 });
  await page.goto(`${url}/#/rascunhos/lote`);
};

/** The report as it was saved: its table, line by line. */
export const savesReport = async (page: Page, url: string) => {
  await page.goto(`${url}/#/rascunhos/lote`);
  await page.getByRole('button', { name: 'Relatório', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salvar planilha (CSV)' }).click(),
  ]);
  return rowsOf(await readFile(await download.path(), 'utf8'));
};
