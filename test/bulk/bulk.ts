/**
 * Brings a month of 500 payloads with their files into a real Chromium, signs and queues all that is good in one go, has it
 * delivered through every documented error and lost answers, and holds the report against what stands at the court:
 * `npm run bulk`, or with `-- --count 100`. Ends with `N files, N lines, N delivered, N faults`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openGuestBrowser } from '../support/browser.ts';
import { buildApp } from '../support/build.ts';
import { clerkAt } from '../support/clerk.ts';
import { startServer } from '../support/server-process.ts';
import { testDoor } from '../support/test-door.ts';
import { exportMonth } from './month.ts';
import { runMonth } from './run.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '500' } } });
const count = Number(values.count);

process.once('SIGINT', () => process.exit(130));
await buildApp();
const folder = await mkdtemp(join(tmpdir(), 'estafeta-bulk-'));
const data = join(folder, 'data');
const server = await startServer({ env: { ESTAFETA_DATA: data, ESTAFETA_TEST: '1' } });
const demo = (file: string) => join(data, 'demo', file);
const browser = await openGuestBrowser();
const { page } = browser;
page.setDefaultTimeout(120_000);

const began = Date.now();
let isWell = false;
try {
  await clerkAt(page, server.url).comesToWork(demo('joao.pfx'));
  const month = await exportMonth(count, await readFile(demo('edital.pdf')));
  const door = testDoor(() => server);
  const tell = (reached: string) =>
    console.log(`${Math.round((Date.now() - began) / 1000)} s: ${reached}`);
  const stage = { page, url: server.url, door, folder, tell };
  const { lines, delivered, faults } = await runMonth(stage, month);
  for (const fault of faults) console.log(fault);
  console.log(
    `${month.files.length} files, ${lines} lines, ${delivered} delivered, ${faults.length} faults`,
  );
  isWell = faults.length === 0;
} catch (error) {
  console.error(error);
  await browser.screenshot('bulk');
} finally {
  await browser.close();
  await server.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(isWell ? 0 : 1);
