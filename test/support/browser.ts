import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { findChromium } from './chromium.ts';

/** A person's browser: closing and opening it again keeps its profile, as on a real PC. */
export interface PersonsBrowser {
  page: Page;
  context: BrowserContext;
  /** Folder of what the browser keeps on disk. */
  profile: string;
  /** Closes the browser and opens it again with the same profile. */
  reopen(): Promise<void>;
  /** For whoever reads a failed test: the screen as it was, under test-results. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

type ContextOptions = Parameters<typeof chromium.launchPersistentContext>[1];

export const openBrowser = async (options: ContextOptions = {}): Promise<PersonsBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'estafeta-profile-'));
  const launch = await findChromium();
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launch,
      headless: true,
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    context.setDefaultTimeout(60_000);
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  const browser: PersonsBrowser = {
    ...(await start()),
    profile,
    reopen: async () => {
      await browser.context.close();
      Object.assign(browser, await start());
    },
    screenshot: async (name) => {
      await browser.page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
    },
    close: async () => {
      await browser.context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return browser;
};
