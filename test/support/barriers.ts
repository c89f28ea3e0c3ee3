import axe from 'axe-core';
import type { Page } from 'playwright';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeWindow extends Window {
  axe?: typeof axe;
}

/** What axe finds on the screen as it stands (WCAG 2.2 AA), one line each. */
export const barriersOn = async (page: Page): Promise<string[]> => {
  const isThere = await page.evaluate(() => (window as Window as AxeWindow).axe !== undefined);
  if (!isThere) await page.evaluate(axe.source);
  const results = await page.evaluate(
    (values) =>
      (window as Window as AxeWindow).axe?.run({
        runOnly: { type: 'tag', values },
        // To name all that passed takes as long as the search.
        resultTypes: ['violations'],
      }),
    RULES,
  );
  if (!results) throw new Error('axe is not there');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target}: ${any.map((each) => each.message)}`),
  );
};

/** What stands in a table's lines beyond the right edge of the window. */
export const cutInTables = (page: Page): Promise<string[]> =>
  page
    .locator('tbody *')
    .evaluateAll((all) =>
      all
        .filter((each) => each.getBoundingClientRect().right > innerWidth)
        .map((each) => `${each.tagName} ${each.textContent}`),
    );

/** Whether the page scrolls sideways. */
export const isWiderThanTheWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
