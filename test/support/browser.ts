import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { findChromium } from './chromium.ts';

/** A browser as a person finds it at a PC that is not hers: nothing of anybody's is in it, and nothing stays. */
export interface GuestBrowser {
  page: Page;
  context: BrowserContext;
  /** For whoever reads a failed test: the screen as it was, under test-results. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A person's browser: closing and opening it again keeps its profile, as on a real PC. */
export interface PersonsBrowser extends GuestBrowser {
  /** Folder of what the browser keeps on disk. */
  profile: string;
  /** Closes the browser and opens it again with the same profile. */
  reopen(): Promise<void>;
}

export type BrowserOptions = Parameters<Browser['newContext']>[0];

const VIEWPORT = { width: 1280, height: 800 };

const opened = async (context: BrowserContext) => {
  context.setDefaultTimeout(60_000);
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
};

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
};

let program: Promise<Browser> | undefined;

/** One program for all guests of a worker, in all its files: to start one takes longer than many a test. It ends with the worker. */
const guestProgram = async (): Promise<Browser> => {
  if (!(await program)?.isConnected()) {
    program = chromium.launch({ ...(await findChromium()), headless: true });
  }
  return program ?? guestProgram();
};

/**
 * Without a service worker, unless asked for (`serviceWorkers: 'allow'`): to have it fetch every file of the app takes
 * longer than many a test that is not about it.
 */
export const openGuestBrowser = async (options: BrowserOptions = {}): Promise<GuestBrowser> => {
  const own = await guestProgram();
  const guest = await opened(
    await own.newContext({ viewport: VIEWPORT, serviceWorkers: 'block', ...options }),
  );
  return {
    ...guest,
    screenshot: (name) => shoot(guest.page, name),
    close: () => guest.context.close(),
  };
};

export const openBrowser = async (options: BrowserOptions = {}): Promise<PersonsBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'estafeta-profile-'));
  const launch = await findChromium();
  const start = async () =>
    opened(
      await chromium.launchPersistentContext(profile, {
        ...launch,
        headless: true,
        viewport: VIEWPORT,
        ...options,
      }),
    );
  const browser: PersonsBrowser = {
    ...(await start()),
    profile,
    reopen: async () => {
      await browser.context.close();
      Object.assign(browser, await start());
    },
    screenshot: (name) => shoot(browser.page, name),
    close: async () => {
      await browser.context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return browser;
};
