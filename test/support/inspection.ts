import { barriersOn, isWiderThanTheWindow } from './barriers.ts';
import type { GuestBrowser } from './browser.ts';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Looks at screens at both widths; `found`: barriers, sideways scrolls and what the console told meanwhile. */
export const inspection = ({ page }: GuestBrowser) => {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isOffline = message.text().includes('ERR_INTERNET_DISCONNECTED');
    if (message.type() === 'error' && !isOffline) found.push(`console: ${message.text()}`);
  });
  const look = async (what: string) => {
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      for (const barrier of await barriersOn(page)) found.push(`${what} ${size.width}: ${barrier}`);
      if (await isWiderThanTheWindow(page)) found.push(`${what} ${size.width}: scrolls sideways`);
    }
  };
  return { found, look };
};
