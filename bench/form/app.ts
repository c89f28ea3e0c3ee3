import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import type { JsonObject } from '../../src/base/json.ts';
import { buildApp } from '../../test/support/build.ts';
import { findChromium } from '../../test/support/chromium.ts';
import { startServer } from '../../test/support/server-process.ts';
import { testDoor } from '../../test/support/test-door.ts';
import { installKeyClock, type KeyTimes, throttle, timeKeys } from './key-clock.ts';

/** The two layouts that lend their names to the benchmark's own schemas. */
export const WIDE = { spc: 'LIC', slp: 'REG_LICITACAO' };
export const NARROW = { spc: 'LIC', slp: 'SITUACAO_PROCED' };

type Lent = typeof WIDE;

/** The built app in a Chromium of its own, before a court that takes the benchmark's schemas. */
export interface App {
  context: BrowserContext;
  publish(layout: Lent, schema: JsonObject): Promise<void>;
  /** Begins a draft and pastes rows into it; gives its id and the milliseconds up to their report. */
  paste(layout: Lent, text: string): Promise<{ id: string; ms: number }>;
  /** Milliseconds from the link to the painted rows of a draft. */
  open(id: string, rate: number): Promise<number>;
  /** Typing in a row of the draft that is open: letters, and the Enter that hands them on. */
  type(row: number, rate: number): Promise<{ letter: KeyTimes; enter: KeyTimes }>;
  stop(): Promise<void>;
}

export const openApp = async (): Promise<App> => {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-form-'));
  const env = { ESTAFETA_DATA: join(folder, 'data'), ESTAFETA_TEST: '1' };
  const server = await startServer({ env });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(await findChromium()),
    headless: true,
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(300_000);
  // tsx calls it around every named function, also where the function is sent to the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await installKeyClock(page);
  const door = testDoor(() => server);

  return {
    context,
    publish: async (layout, schema) => {
      await door.publishLayout({ ...layout, mes: 1, ano: 2020 }, schema);
    },
    paste: async (layout, text) => {
      await beginDraft(page, server.url, layout);
      const ms = await pasteRows(page, text);
      await page.locator('[data-saving="saved"]').waitFor();
      return { id: new URL(page.url()).hash.split('/').at(-1) ?? '', ms };
    },
    open: async (id, rate) => {
      await page.goto(`${server.url}/#/inicio`);
      await page.locator('table.grid').waitFor({ state: 'detached' });
      await throttle(page, rate);
      const ms = await openDraft(page, id);
      await throttle(page, 1);
      return ms;
    },
    type: async (row, rate) => {
      await page.locator('table.grid').evaluate((grid, index) => {
        grid.scrollTop = (grid.scrollHeight * index) / Number(grid.getAttribute('aria-rowcount'));
      }, row);
      const cell = `tr[aria-rowindex="${row + 2}"] td[aria-colindex="2"]`;
      await page.locator(cell).click();
      await throttle(page, rate);
      const letter = await timeKeys(page, 'a');
      await page.keyboard.press('Enter');
      const enter = await timeKeys(page, 'Enter', 'b');
      await throttle(page, 1);
      await page.locator('[data-saving="saved"]').waitFor();
      return { letter, enter };
    },
    stop: async () => {
      await context.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

const beginDraft = async (page: Page, url: string, { spc, slp }: Lent): Promise<void> => {
  await page.goto(`${url}/#/rascunhos`);
  await page.getByRole('button', { name: 'Novo rascunho' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Prestação de contas').selectOption(spc);
  await sheet.getByLabel('Layout').selectOption(slp);
  await sheet.getByRole('button', { name: 'Começar' }).click();
  const asTable = page.getByRole('button', { name: 'Ver como tabela' });
  await asTable.or(page.locator('table.grid')).first().waitFor();
  if (await asTable.isVisible()) await asTable.click();
  await page.locator('table.grid td[tabindex="0"]').waitFor();
};

/** The last row has an error: once the outline counts it, all rows were judged. */
const pasteRows = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (pasted) =>
      new Promise<number>((resolve) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const paste = new ClipboardEvent('paste', {
          ...{ clipboardData, bubbles: true, cancelable: true },
        });
        const start = performance.now();
        document.querySelector('table.grid td[tabindex="0"]')?.dispatchEvent(paste);
        const look = () =>
          document.querySelector('.outline .chip')
            ? resolve(performance.now() - start)
            : requestAnimationFrame(look);
        look();
      }),
    text,
  );

const openDraft = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    (draft) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        location.hash = `#/rascunhos/${draft}`;
        const look = () => {
          if (!document.querySelector('.grid-row')) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(undefined);
        };
        look();
      }),
    id,
  );
