import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGate, type Gate } from './gate.ts';
import { faultsOf, isMarked } from './judge.ts';
import { openMortalBrowser } from './mortal-browser.ts';
import type { Office } from './office.ts';
import { MOMENT_PATH } from './relay.ts';
import { type Errand, finishes } from './story.ts';
import { watchWrites } from './watch-writes.ts';

/** What a run came to. All is well where `faults` is empty. */
export interface Verdict {
  /** Moments up to the kill, or all of them. */
  reached: readonly string[];
  killed: boolean;
  /** Deliveries of this errand at the court. */
  deliveries: number;
  /** What the app had said to be kept, and was gone. */
  lost: string[];
  /** What is not as it must be, in words. */
  faults: string[];
}

interface RunOptions {
  /** Tells the runs of an office apart; from 0. */
  number: number;
  /** The moment of the kill; none: the undisturbed run. */
  point?: string;
  /** Whether the court lists deliveries. */
  list: boolean;
  /** She comes back at once, when no absence proves anything yet. */
  atOnce: boolean;
}

/** One errand from an empty draft to its homologation, with a kill on the way, and what stands at the court then. */
export const runErrand = async (
  office: Office,
  { number, point, list, atOnce }: RunOptions,
): Promise<Verdict> => {
  const { door, relay, court } = office;
  const errand = errandOf(number);
  const profile = join(office.folder, `profile-${number}`);
  const before = relay.posts.length;
  await cp(office.profile, profile, { recursive: true });
  await door.resetClock();
  await door.offersList(list);

  const { gate, faults } = await sitDown(office, errand, profile, point);
  if (point !== undefined && !gate.hasKilled()) faults.push('this moment did not come again');
  if (gate.hasKilled()) {
    if (!atOnce) await court.settles();
    faults.push(...(await sitDown(office, errand, profile)).faults);
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });

  const { mark, lost } = errand;
  const deliveries = (await door.deliveries()).filter((each) => isMarked(each, mark));
  faults.push(...faultsOf(deliveries, relay.posts.slice(before), mark));
  if (lost.length > 0) faults.push(`lost: ${lost.join(', ')}`);
  return {
    reached: gate.reached,
    killed: gate.hasKilled(),
    deliveries: deliveries.length,
    lost,
    faults,
  };
};

const MONTHS = [
  ...['Janeiro', 'Fevereiro', 'Março', 'Abril', 'Maio', 'Junho'],
  ...['Julho', 'Agosto', 'Setembro', 'Outubro', 'Novembro', 'Dezembro'],
];

/** Deliveries of one month are listed together, so the runs are spread over months. */
const errandOf = (number: number): Errand => ({
  mark: `queda ${number}`,
  month: MONTHS[number % 12] ?? '',
  year: String(2019 + (Math.floor(number / 12) % 6)),
  kept: new Set(),
  lost: [],
});

/** She works until all is done, or until the browser dies at `point`. */
const sitDown = async (
  office: Office,
  errand: Errand,
  profile: string,
  point?: string,
): Promise<{ gate: Gate; faults: string[] }> => {
  const faults: string[] = [];
  const { page, context, kill, close } = await openMortalBrowser(profile);
  const gate = createGate(kill, point);
  office.relay.watchedBy(gate);
  await context.addInitScript(watchWrites, MOMENT_PATH);
  page.on('pageerror', ({ message }) => faults.push(`error in the page: ${message}`));
  try {
    await finishes(errand, office.desk(page, gate));
  } catch (error) {
    // What was under way when the browser died fails.
    if (!gate.hasKilled()) {
      faults.push(`not finished: ${error instanceof Error ? error.message : error}`);
      const path = join('test-results', `crash-${errand.mark.replace(' ', '-')}.png`);
      await page.screenshot({ path, fullPage: true }).catch(() => undefined);
    }
  }
  if (!gate.hasKilled()) await close();
  return { gate, faults };
};
