/**
 * `npm run test:install`: a full Chromium finds nothing that keeps the app from being installed.
 * Ends with `N passed, N failed`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openBrowser } from '../support/browser.ts';
import { buildApp } from '../support/build.ts';
import { findChromium } from '../support/chromium.ts';
import { clerkAt } from '../support/clerk.ts';
import { startServer } from '../support/server-process.ts';
import { startStaticServer } from '../support/static-server.ts';

let passed = 0;
let failed = 0;

const check = (title: string, fault: string): void => {
  if (fault) failed++;
  else passed++;
  console.log(`${fault ? 'FAIL' : 'ok  '} ${title}${fault && `: ${fault}`}`);
};

const scratch = await mkdtemp(join(tmpdir(), 'estafeta-install-'));
await buildApp();
await writeFile(join(scratch, 'index.html'), '<!doctype html><title>No manifest</title>');
const poor = await startStaticServer(scratch);
const server = await startServer({ env: { ESTAFETA_DATA: join(scratch, 'data') } });
// Only a profile of its own: in a private window nothing can be installed.
const browser = await openBrowser();

/** What Chromium says against installing the page that is open. */
const hindrances = async (): Promise<string[]> => {
  const devtools = await browser.context.newCDPSession(browser.page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  await devtools.detach();
  return installabilityErrors.map(({ errorId }) => errorId);
};

try {
  await browser.page.goto(poor.url);
  const canTell = (await hindrances()).includes('no-manifest');
  const { executablePath } = await findChromium();
  check(
    'the browser can tell: a page without manifest cannot be installed',
    canTell
      ? ''
      : `${executablePath} finds nothing against it. It is no full browser (a headless shell?); ` +
          'install Chromium or set CHROMIUM_PATH to one.',
  );

  const clerk = clerkAt(browser.page, server.url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  const against = (await hindrances()).join(', ');
  check('nothing keeps the app from being installed', canTell ? against : 'nobody could tell');
} finally {
  await browser.close();
  await server.stop();
  await poor.stop();
  await rm(scratch, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
