import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMimeType } from 'hono/utils/mime';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../test/support/chromium.ts';
import { startServer } from '../../test/support/server-process.ts';
import { throttle } from '../form/key-clock.ts';

/** The page that fills the database. */
export const buildFiller = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    logLevel: 'error',
  });
};

/** The list of deliveries in the built app, over so many of them. Milliseconds. */
export interface List {
  /** From its link, within the app, to its painted rows. */
  open(rate: number): Promise<number>;
  /** From a chip to the painted rows of the filter. */
  filter(rate: number): Promise<number>;
  /** Frames while it is scrolled through for some screens. */
  scroll(rate: number): Promise<number[]>;
  stop(): Promise<void>;
}

export const openList = async (filler: string, count: number): Promise<List> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-bench-deliveries-'));
  const server = await startServer({ env: { ESTAFETA_DATA: join(folder, 'data') } });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(await findChromium()),
    headless: true,
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(120_000);
  // tsx calls it around every named function, also where the function is sent to the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await fillThrough(page, server.url, filler, count);
  // The app in the place of the page that filled its database.
  await page.goto('about:blank');
  await page.goto(`${server.url}/#/entregas`);
  await page.locator('[data-row]').first().waitFor();
  const atRate = async <T>(rate: number, work: () => Promise<T>): Promise<T> => {
    await throttle(page, rate);
    const done = await work();
    await throttle(page, 1);
    return done;
  };
  return {
    open: async (rate) => {
      await page.evaluate(() => {
        location.hash = '#/inicio';
      });
      await page.locator('[data-row]').first().waitFor({ state: 'detached' });
      return atRate(rate, () => page.evaluate(untilRows, '#/entregas'));
    },
    filter: (rate) => atRate(rate, () => page.evaluate(untilFiltered)),
    scroll: (rate) => atRate(rate, () => page.evaluate(framesOfScrolling, 200)),
    stop: async () => {
      await context.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

/** As if the server had the page; once that is done nothing is intercepted any more. */
const fillThrough = async (page: Page, url: string, filler: string, count: number) => {
  const own = `${url}/`;
  await page.route(`${own}**`, async (route) => {
    const path = route.request().url().slice(own.length) || 'index.html';
    await route.fulfill({
      body: await readFile(join(filler, path)),
      contentType: getMimeType(path) ?? 'application/octet-stream',
    });
  });
  await page.goto(own);
  await page.waitForFunction(() => 'deliveriesBench' in globalThis);
  await page.evaluate((wanted) => globalThis.deliveriesBench.fill(wanted), count);
  await page.unroute(`${own}**`);
};

const untilRows = (hash: string) =>
  new Promise<number>((resolve) => {
    const start = performance.now();
    location.hash = hash;
    const look = () => {
      if (!document.querySelector('[data-row]')) return requestAnimationFrame(look);
      // A message is delivered once the frame's style, layout and paint are done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(undefined);
    };
    look();
  });

/** The chip that is not pressed: pending, then homologated, and so on. */
const untilFiltered = () =>
  new Promise<number>((resolve) => {
    const [, pending, homologated] = document.querySelectorAll<HTMLElement>('.chip-list button');
    const wanted = homologated?.ariaPressed === 'true' ? pending : homologated;
    const state = wanted === pending ? 'pending' : 'homologated';
    const start = performance.now();
    wanted?.click();
    const look = () => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const isShown = rows.length > 0 && rows.every(({ dataset }) => dataset.state === state);
      if (!isShown) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(undefined);
    };
    look();
  });

/** A third of a screen at each frame, as a wheel does; milliseconds from frame to frame. */
const framesOfScrolling = (frames: number) =>
  new Promise<number[]>((resolve) => {
    const scroller = document.querySelector('.delivery-scroll');
    if (!scroller) throw new Error('no list');
    const times: number[] = [];
    let last = performance.now();
    const step = (now: number) => {
      times.push(now - last);
      last = now;
      if (times.length > frames) return resolve(times.slice(1));
      scroller.scrollTop += scroller.clientHeight / 3;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
