import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type MortalBrowser, openMortalBrowser } from '../crash/mortal-browser.ts';
import { keyboardAt } from '../support/keyboard.ts';
import { useOffice } from '../support/office.ts';

const { url } = useOffice('payroll');

const ROWS = 10_000;
/** Stands in a cell that wants a number. */
const UNREADABLE = '12x';
const FAULTY_ROW = 7_000;

/** Kind of situation and number of each person, as a spreadsheet gives them to the clipboard. */
const PAYROLL = Array.from(
  { length: ROWS },
  (_, index) => `${(index % 3) + 1}\t${index + 1 === FAULTY_ROW ? UNREADABLE : 100_000 + index}`,
).join('\n');

/** A clerk without a mouse before a browser that can be killed. */
const sitsDown = async (browser: MortalBrowser) => {
  const { page, context } = browser;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard, ...does } = keyboardAt(page);
  return {
    ...does,
    keyboard,
    /** What the cell that has the focus is called, with what it holds. */
    cell: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
    rows: () => page.locator('table.grid').first().getAttribute('aria-rowcount'),
    copies: (text: string) => page.evaluate((each) => navigator.clipboard.writeText(each), text),
    isSaved: () => page.locator('[data-saving="saved"]').waitFor(),
  };
};

it('what was typed in a payroll of ten thousand rows is there after the browser was killed', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'estafeta-payroll-'));
  let browser = await openMortalBrowser(profile);
  onTestFinished(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });
  await browser.page.goto(`${url()}/#/rascunhos`);
  let clerk = await sitsDown(browser);
  const header = String(ROWS + 1);

  await clerk.presses('Novo rascunho');
  await clerk.tabsToId('periodo-spc');
  await clerk.keyboard.type('Folha');
  await clerk.presses('Começar');
  await clerk.presses('Ver como tabela');
  await clerk.tabsToCell();
  await clerk.copies(PAYROLL);
  await clerk.keyboard.press('Control+v');
  await expect.poll(clerk.rows).toBe(header);

  await browser.page.locator('button:enabled', { hasText: 'Próximo erro' }).first().waitFor();
  await clerk.keyboard.press('F8');
  await expect.poll(clerk.cell).toMatch(`linha ${FAULTY_ROW}: ${UNREADABLE}`);
  await clerk.keyboard.type('424242');
  await clerk.keyboard.press('Enter');
  await clerk.keyboard.type('999');
  await clerk.keyboard.press('Enter');
  await clerk.keyboard.press('ArrowUp');
  await expect.poll(clerk.cell).toMatch(`linha ${FAULTY_ROW + 1}: 999`);
  await clerk.keyboard.press('Control+z');
  await expect.poll(clerk.cell).toMatch(`linha ${FAULTY_ROW + 1}: ${100_000 + FAULTY_ROW}`);
  await clerk.isSaved();
  await browser.kill();

  browser = await openMortalBrowser(profile);
  await browser.page.goto(`${url()}/#/rascunhos`);
  clerk = await sitsDown(browser);
  await clerk.presses('Folha de pagamento');
  await expect.poll(clerk.rows).toBe(header);
  await clerk.tabsToSearch();
  await clerk.keyboard.type('424242');
  const found = () => browser.page.locator('.grid-row').allInnerTexts();
  await expect.poll(found).toEqual([expect.stringMatching(/^7000\s.*424242/s)]);
  await clerk.presses('Desfazer');
  await expect.poll(found).toEqual([expect.stringContaining(UNREADABLE)]);
  await clerk.presses('Refazer');
  await expect.poll(found).toEqual([expect.stringContaining('424242')]);
});
