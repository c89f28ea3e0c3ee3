import type { BrowserContext } from 'playwright';
import { installKeyClock, type KeyTimes, throttle, timeKeys } from './key-clock.ts';

const ROWS = 20;
const COLUMNS = 20;

/** Typing in a table of inputs without any framework: what a key costs the browser itself. */
export const timeBareTable = async (context: BrowserContext, rate: number): Promise<KeyTimes> => {
  const page = await context.newPage();
  await installKeyClock(page);
  await page.goto('about:blank');
  await page.evaluate(
    ([rows, columns]) => {
      const table = document.createElement('table');
      const typed: string[] = [];
      for (let row = 0; row < rows; row++) {
        const line = table.insertRow();
        for (let column = 0; column < columns; column++) {
          const input = document.createElement('input');
          input.value = `texto ${row} ${column}`;
          input.addEventListener('input', () => {
            typed[row * columns + column] = input.value;
          });
          line.insertCell().append(input);
        }
      }
      document.body.append(table);
    },
    [ROWS, COLUMNS] as const,
  );
  await throttle(page, rate);
  await page
    .locator('input')
    .nth((ROWS / 2) * COLUMNS)
    .focus();
  const times = await timeKeys(page, 'a');
  await page.close();
  return times;
};
