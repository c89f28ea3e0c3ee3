import { effect } from '@preact/signals';
import { type CivilDate, civilDateOf } from '../../base/civil-date.ts';
import { workCalendar } from '../../deadline/business-days.ts';
import type { Month } from '../../deadline/rules.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente, deliveriesWritten, draftsWritten, entries } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { choices, loadChoices } from './choices.ts';
import type { Reckoning } from './due-of.ts';
import { homologatedOf, openObligations, type Reading } from './obligations.ts';
import {
  type Obligation,
  openDeadlines,
  readLast,
  urgency,
  urgencyLast,
  urgencyOf,
  whoseNow,
} from './open.ts';

/** After what was written last it is read again (ms): many things are written in a row. */
const PAUSE_MS = 1_000;
/** A window that stays open over midnight learns of the new day so soon (ms). */
const NEW_DAY_MS = 600_000;
/** Pages that are read of each list for the few words on the first screen: an office may have 20,000 open. */
const FEW_PAGES = 1;

export const todayHere = (): CivilDate => civilDateOf(clock.now());

const reckoningNow = async (): Promise<Reckoning> => {
  await loadChoices();
  const { rules, holidays } = choices.value;
  return { rules, offOn: workCalendar(holidays), today: todayHere() };
};

let reading: Promise<void> | undefined;

/** A reading under way is waited for first. */
const read = async (wanted: Reading): Promise<void> => {
  const before = reading;
  reading = (async () => {
    await before?.catch(() => undefined);
    await readOnce(wanted);
  })();
  await reading;
};

/** Reads again all that is due in the ambiente in use. */
const readDeadlines = (signal: AbortSignal): Promise<void> => read({ signal });

/** Reads again what is urgent in the ambiente in use, of the newest that is open only. */
export const readUrgency = (signal?: AbortSignal): Promise<void> =>
  read({ pages: FEW_PAGES, signal });

/**
 * Reads what is urgent now, and again for another name, by other rules and on another day, until it is ended: what is being
 * read then is left, for the next screen waits to read.
 */
export const followUrgency = (): (() => void) => {
  const end = new AbortController();
  const stop = effect(() => {
    void [ambiente.value, representacaoInUse.value, choices.value];
    // In a task of its own: the effect would follow what the reading looks at, too.
    setTimeout(() => void readUrgency(end.signal));
  });
  const newDay = setInterval(() => {
    if (urgency.value?.today !== todayHere()) void readUrgency(end.signal);
  }, NEW_DAY_MS);
  return () => {
    end.abort();
    stop();
    clearInterval(newDay);
  };
};

const readOnce = async (wanted: Reading): Promise<void> => {
  const where = ambiente.value;
  const { signal } = wanted;
  if (!where || signal?.aborted) return;
  const whose = whoseNow();
  const reckoning = await reckoningNow();
  const { today } = reckoning;
  const { watches } = choices.value;
  const found = await openObligations(where.id, watches, reckoning, wanted).catch((error) => {
    if (!signal?.aborted) throw error;
  });
  if (!found) return;
  const { obligations, isAll } = found;
  urgencyLast.value = { whose, ...urgencyOf(obligations), isAll, today };
  if (isAll) readLast.value = { whose, obligations, today };
};

/** Reads what is due now, and again whenever something of it may be different, until it is ended, as above. */
export const followDeadlines = (): (() => void) => {
  const end = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let wait = 0;
  const stop = effect(() => {
    void [draftsWritten.value, deliveriesWritten.value, entries.value];
    void [ambiente.value, representacaoInUse.value, choices.value];
    clearTimeout(pause);
    pause = setTimeout(() => void readDeadlines(end.signal), wait);
    wait = PAUSE_MS;
  });
  const newDay = setInterval(() => {
    if (openDeadlines.value?.today !== todayHere()) void readDeadlines(end.signal);
  }, NEW_DAY_MS);
  return () => {
    end.abort();
    stop();
    clearTimeout(pause);
    clearInterval(newDay);
  };
};

/** The homologated ones whose last day is in a month, among the accounts of that month and of the one before. */
export const doneIn = async ({ mes, ano }: Month): Promise<Obligation[]> => {
  const where = ambiente.value;
  if (!where) return [];
  const before = mes === 1 ? { mes: 12, ano: ano - 1 } : { mes: mes - 1, ano };
  const found = await homologatedOf(where.id, [{ mes, ano }, before], await reckoningNow());
  const month = `${ano}-${String(mes).padStart(2, '0')}-`;
  return found.filter(({ at }) => at?.deadline.due.startsWith(month));
};

/** How many deliveries of the accounts of a month there are, by what is known of them. */
export interface MonthCount extends Month {
  homologated: number;
  /** With those of which the court has another content. */
  pending: number;
}

/** The counts of twelve months, the last one of them given. */
export const countMonths = async ({ mes, ano }: Month): Promise<MonthCount[]> => {
  const where = ambiente.value?.id;
  if (where === undefined) return [];
  const representacao = representacaoInUse.value;
  const last = ano * 12 + mes - 1;
  const months = Array.from({ length: 12 }, (_, index) => last - 11 + index);
  return Promise.all(
    months.map(async (each) => {
      const month = { mes: (each % 12) + 1, ano: Math.floor(each / 12) };
      const count = (state: 'homologated' | 'pending' | 'differs') =>
        stores.courtDeliveries.count({ ambiente: where, representacao, ...month, state });
      const [homologated, pending, differs] = await Promise.all([
        count('homologated'),
        count('pending'),
        count('differs'),
      ]);
      return { ...month, homologated, pending: pending + differs };
    }),
  );
};
