import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { findChromium } from '../support/chromium.ts';

/** A Chromium whose processes are ours to kill. */
export interface MortalBrowser {
  page: Page;
  context: BrowserContext;
  /** SIGKILL for the whole tree: nothing is flushed, no handler runs. Resolves when no process of it is left. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a browser with a profile on disk, the one a killed browser left behind too. */
export const openMortalBrowser = async (profile: string): Promise<MortalBrowser> => {
  const context = await chromium.launchPersistentContext(profile, {
    ...(await findChromium()),
    headless: true,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(60_000);
  const browser = await processOf(context);
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    context,
    kill: async () => {
      // Playwright starts it as the head of a group of its own, which one signal reaches.
      const group = signal(-browser, 'SIGKILL');
      signal(browser, 'SIGKILL');
      while (signal(group ? -browser : browser, 0)) await pause(5);
    },
    close: () => context.close(),
  };
};

/** Id of the browser's own process. */
const processOf = async (context: BrowserContext): Promise<number> => {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const told = await devtools?.send('SystemInfo.getProcessInfo');
  await devtools?.detach();
  const browser = told?.processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('the browser does not tell its process');
  return browser.id;
};

/** Whether there was a process to get it. */
const signal = (id: number, name: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(id, name);
    return true;
  } catch {
    return false;
  }
};
