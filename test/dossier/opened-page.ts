import { type BrowserContext, chromium } from 'playwright';
import { findChromium } from '../support/chromium.ts';
import { findFirefox } from '../support/firefox.ts';
import { startMarionette } from './marionette.ts';

/** The page of a dossier, opened from disk. */
export interface OpenedPage {
  /** Chooses a ZIP of the given path on the page, and gives the verdict that it comes to. */
  verdictOn(path: string): Promise<string>;
  close(): Promise<void>;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const verdictOf = (path: string) => `[data-file="${nameOf(path)}"] [data-verdict]`;

/** `profile`: an empty folder. */
export const inChromium = async (url: string, profile: string): Promise<OpenedPage> => {
  const context: BrowserContext = await chromium.launchPersistentContext(
    profile,
    await findChromium(),
  );
  const page = await context.newPage();
  await page.goto(url);
  return {
    verdictOn: async (path) => {
      await page.setInputFiles('input[type=file]', path);
      const found = page.locator(verdictOf(path)).first();
      return (await found.getAttribute('data-verdict')) ?? '';
    },
    close: () => context.close(),
  };
};

export const inFirefox = async (url: string, profile: string): Promise<OpenedPage> => {
  const firefox = await startMarionette(findFirefox(), profile);
  await firefox.send('WebDriver:Navigate', { url });
  return {
    verdictOn: async (path) => {
      const input = await firefox.find('input[type=file]');
      await firefox.send('WebDriver:ElementSendKeys', { id: input, text: path });
      const found = await firefox.find(verdictOf(path));
      const verdict = await firefox.send('WebDriver:GetElementAttribute', {
        id: found,
        name: 'data-verdict',
      });
      return String(verdict);
    },
    close: firefox.stop,
  };
};
