import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { documentedPayload } from '../support/documented-payload.ts';
import { createGate, type Gate } from './gate.ts';
import { openMortalBrowser } from './mortal-browser.ts';
import type { Office } from './office.ts';
import { MOMENT_PATH } from './relay.ts';
import { type Errand, finishes } from './story.ts';
import { watchWrites } from './watch-writes.ts';

/** What a run came to. All is well where `faults` is empty. */
export interface Verdict {
  /** Moments reached before the kill, or all of them. */
  reached: readonly string[];
  killed: boolean;
  /** Deliveries of this errand at the court. */
  deliveries: number;
  /** What the app had said to be kept, and was gone. */
  lost: string[];
  /** What is not as it must be, in words. */
  faults: string[];
}

export interface RunOptions {
  /** Tells the runs of an office apart; from 0. */
  number: number;
  /** The moment of the kill; none: the undisturbed run. */
  point?: string;
  /** Whether the court lists deliveries. */
  list: boolean;
  /** She comes back at once, before an absence could prove anything. */
  atOnce: boolean;
}

const MONTHS =
  'Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro'.split(
    ' ',
  );

/** One errand from an empty draft to its homologation, with a kill on the way, and what stands at the court then. */
export const runErrand = async (office: Office, options: RunOptions): Promise<Verdict> => {
  const { number, point, list, atOnce } = options;
  const profile = join(office.folder, `profile-${number}`);
  const errand: Errand = {
    mark: `queda ${number}`,
    month: MONTHS[number % 12] ?? '',
    year: String(2019 + (Math.floor(number / 12) % 6)),
    kept: new Set(),
    lost: [],
  };
  const faults: string[] = [];
  const posts = office.relay.posts.length;
  await cp(office.profile, profile, { recursive: true });
  await office.door.resetClock();
  await office.door.offersList(list).catch(() => undefined);

  let gate: Gate | undefined;
  const sit = async (at?: string): Promise<void> => {
    const browser = await openMortalBrowser(profile);
    gate = createGate(browser.kill, at);
    const mine = gate;
    office.relay.watchedBy(mine);
    await browser.context.addInitScript(watchWrites, MOMENT_PATH);
    browser.page.on('pageerror', ({ message }) => faults.push(`error in the page: ${message}`));
    try {
      await finishes(errand, office.desk(browser.page, mine));
    } catch (error) {
      if (mine.hasKilled()) return;
      faults.push(`not finished: ${error instanceof Error ? error.message : error}`);
      await browser.page
        .screenshot({ path: join('test-results', `crash-${number}.png`), fullPage: true })
        .catch(() => undefined);
    }
    if (!mine.hasKilled()) await browser.close();
  };
  await sit(point);
  const verdict = { reached: gate?.reached ?? [], killed: gate?.hasKilled() ?? false };
  if (verdict.killed) {
    if (!atOnce) await office.court.fiveMinutesPass();
    await sit();
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });

  const there = (await office.door.deliveries()).filter(({ text }) => isMarked(text, errand.mark));
  if (there.length !== 1) faults.push(`${there.length} deliveries at the court`);
  if (there.some(({ statusEnvio }) => statusEnvio !== 'HOMOLOGADO')) faults.push('not homologated');
  if (there.some(({ text }) => !isHers(text, errand.mark))) faults.push('other content');
  const [first, ...more] = office.relay.posts.slice(posts);
  if (first?.status === 200 && more.length > 0) faults.push('sent again after it had been taken');
  if (errand.lost.length > 0) faults.push(`lost: ${errand.lost.join(', ')}`);
  return { ...verdict, deliveries: there.length, lost: errand.lost, faults };
};

const isMarked = (text: string, mark: string): boolean =>
  JSON.parse(text).numeroDecretoMunicipal === mark;

/** The documented payload with her mark, whatever id the court gave the file. */
const isHers = (text: string, mark: string): boolean => {
  const { idDocumentoPDF, ...data } = JSON.parse(text);
  const { idDocumentoPDF: _, ...documented } = documentedPayload;
  return (
    typeof idDocumentoPDF === 'string' &&
    isDeepStrictEqual(data, { ...documented, numeroDecretoMunicipal: mark })
  );
};
