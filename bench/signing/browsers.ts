import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../../test/support/chromium.ts';
import { findFirefox } from '../../test/support/firefox.ts';
import { type JobServer, startJobServer } from './job-server.ts';
import { processWith } from './processes.ts';

/** A real browser that shows the page of the benchmark. */
export interface Browser {
  /** Process id. */
  pid: number;
  run: JobServer['run'];
  /** Puts files of the folder into the page's hands. */
  choose(files: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Where the page was built, and where the files lie that it works on. */
export interface Folders {
  page: string;
  files: string;
}

/** Chooses files as a person does: the page gets them from disk. */
export const startChromium = async ({ page, files }: Folders): Promise<Browser> => {
  const server = await startJobServer(page, files);
  const profile = join(files, 'chromium');
  const context = await chromium.launchPersistentContext(profile, await findChromium());
  const tab = await context.newPage();
  await tab.goto(server.url);
  return {
    pid: processWith(profile),
    run: server.run,
    choose: async (names) => {
      await tab.setInputFiles(
        'input',
        names.map((name) => join(files, name)),
      );
      await server.run({ act: 'choose', files: names });
    },
    stop: async () => {
      await context.close();
      await server.stop();
    },
  };
};

/** Playwright drives no Firefox but its own, so the page fetches the files; they are Blobs then, not chosen Files. */
export const startFirefox = async ({ page, files }: Folders): Promise<Browser> => {
  const path = findFirefox();
  const server = await startJobServer(page, files);
  const profile = join(files, 'firefox');
  await mkdir(profile);
  await writeFile(join(profile, 'user.js'), QUIET);
  const firefox = spawn(path, ['--headless', '--no-remote', '--profile', profile, server.url], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => firefox.once('exit', resolve));
  if (firefox.pid === undefined) throw new Error('Firefox does not start');
  return {
    pid: firefox.pid,
    run: server.run,
    choose: async (names) => {
      await server.run({ act: 'choose', files: names });
    },
    stop: async () => {
      firefox.kill();
      await ended;
      await server.stop();
    },
  };
};

/** No pages of its own beside ours. */
const QUIET = [
  'datareporting.policy.dataSubmissionEnabled',
  'browser.aboutwelcome.enabled',
  'browser.shell.checkDefaultBrowser',
]
  .map((preference) => `user_pref("${preference}", false);`)
  .join('\n');
