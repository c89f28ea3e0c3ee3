/**
 * Opens the page of a dossier from disk in Chromium and in Firefox and hands it the dossier with one byte changed, a
 * thousand times over. Prints what was detected by file; ends with one line, and exit code 0 only if all of it was.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildPage } from '../../dossier/build-page.ts';
import { dossierZip, sampleDelivery } from '../support/dossier.ts';
import { changesOf } from './changes.ts';
import { inChromium, inFirefox, type OpenedPage } from './opened-page.ts';

const CHANGES = 1_000;
const SEED = 5;
/** Verdicts by which a change counts as detected. */
const DETECTED = ['broken', 'refused'];
const BROWSERS = { Chromium: inChromium, Firefox: inFirefox };

type Counts = Map<string, { changes: number; detected: number }>;

const countIn = (counts: Counts, member: string, isDetected: boolean): void => {
  const count = counts.get(member) ?? { changes: 0, detected: 0 };
  counts.set(member, {
    changes: count.changes + 1,
    detected: count.detected + (isDetected ? 1 : 0),
  });
};

/** Hands the page the ZIP as it was made, then each changed one. */
const judge = async (
  page: OpenedPage,
  zip: Uint8Array<ArrayBuffer>,
  folder: string,
): Promise<{ untouched: string; counts: Counts }> => {
  const on = async (bytes: Uint8Array, name: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return page.verdictOn(path).finally(() => rm(path));
  };
  const untouched = await on(zip, 'dossie.zip');
  const counts: Counts = new Map();
  let made = 0;
  for await (const { member, at, written, zip: changed } of changesOf(zip, CHANGES, SEED)) {
    const verdict = await on(changed, `dossie-${++made}.zip`);
    countIn(counts, member, DETECTED.includes(verdict));
    if (!DETECTED.includes(verdict)) console.log(`missed: ${member} at ${at}, ${written}`);
  }
  return { untouched, counts };
};

const folder = await mkdtemp(join(tmpdir(), 'estafeta-dossier-'));
const html = await buildPage();
const zip = await dossierZip(await sampleDelivery(html));
const page = join(folder, 'index.html');
await writeFile(page, html);

let holds = true;
const summary: string[] = [];
for (const [browser, open] of Object.entries(BROWSERS)) {
  const profile = join(folder, browser);
  await mkdir(profile);
  const opened = await open(pathToFileURL(page).href, profile);
  const { untouched, counts } = await judge(opened, zip, folder).finally(opened.close);
  console.log(`${browser}: untouched ${untouched}`);
  for (const [member, { changes, detected }] of counts)
    console.log(`  ${String(detected).padStart(3)} of ${changes}  ${member}`);
  const detected = [...counts.values()].reduce((sum, count) => sum + count.detected, 0);
  holds &&= untouched === 'sound' && detected === CHANGES;
  summary.push(`${browser}: untouched ${untouched}, ${detected} of ${CHANGES} changes detected`);
}
await rm(folder, { recursive: true, force: true });
console.log(summary.join('; '));
process.exit(holds ? 0 : 1);
