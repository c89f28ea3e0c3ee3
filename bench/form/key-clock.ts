import type { CDPSession, Page } from 'playwright';

/** Milliseconds of many keys. */
export interface KeyTimes {
  median: number;
  p95: number;
}

/** How many keys are timed, and how many before them warm up. */
const KEYS = 30;
const WARM_UP = 5;

declare global {
  /** Milliseconds from each key event's own timestamp to the first task behind the frame that shows it. */
  var keyTimes: number[];
}

/** Times the keys of a page from its next load on. */
export const installKeyClock = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    globalThis.keyTimes = [];
    const time = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => {
        // A message is delivered once the frame's style, layout and paint are done.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.keyTimes.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
    addEventListener('keydown', time, { capture: true });
  });
};

/** Presses a key where the focus is; gives the milliseconds until its frame was painted. */
const press = async (page: Page, key: string): Promise<number> => {
  await page.evaluate(() => {
    globalThis.keyTimes.length = 0;
  });
  await page.keyboard.press(key);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const [time] = globalThis.keyTimes;
          if (time === undefined) setTimeout(look, 5);
          else resolve(time);
        };
        look();
      }),
  );
};

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Times a key where the focus is, again and again. `before`: a key pressed before each of them, not timed. */
export const timeKeys = async (page: Page, key: string, before?: string): Promise<KeyTimes> => {
  const times: number[] = [];
  for (let pressed = 0; pressed < WARM_UP + KEYS; pressed++) {
    if (before) await press(page, before);
    const time = await press(page, key);
    if (pressed >= WARM_UP) times.push(time);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Slows a page's main thread down so many times; workers keep their speed. It lasts as long as its session. */
export const throttle = async (page: Page, rate: number): Promise<void> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  await (await session).send('Emulation.setCPUThrottlingRate', { rate });
};
