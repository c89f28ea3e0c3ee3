import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
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

const ARGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--window-size=1280,900',
];

/** Opens a browser with a profile on disk, the one a killed browser left behind too. */
export const openMortalBrowser = async (profile: string): Promise<MortalBrowser> => {
  const { executablePath, args } = await findChromium();
  // A group of its own, so that one signal reaches all its processes.
  const child = spawn(executablePath, [...args, ...ARGS, `--user-data-dir=${profile}`], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  // It does not die with the harness by itself.
  const clear = () => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', clear);
  void ended.then(() => process.off('exit', clear));
  const kill = async () => {
    signalGroup(child.pid, 'SIGKILL');
    await ended;
    while (signalGroup(child.pid, 0)) await pause(5);
  };
  const printed = createInterface(child.stderr);
  const address = new Promise<string>((resolve) => {
    printed.on('line', (line) => {
      const found = /^DevTools listening on (\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  const early = ended.then(() => {
    throw new Error('the browser ended before it was ready');
  });
  const browser = await chromium.connectOverCDP(await Promise.race([address, early]), {
    timeout: 90_000,
  });
  early.catch(() => undefined);
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  context.setDefaultTimeout(30_000);
  const close = async () => {
    const devtools = await browser.newBrowserCDPSession();
    await devtools.send('Browser.close').catch(() => undefined);
    await ended;
  };
  return { page: context.pages()[0] ?? (await context.newPage()), context, kill, close };
};

/** Whether there was a process to get it. */
const signalGroup = (leader: number | undefined, signal: NodeJS.Signals | 0): boolean => {
  if (leader === undefined) return false;
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
};
