import { effect } from '@preact/signals';
import { type CivilDate, civilDateOf } from '../../base/civil-date.ts';
import { workCalendar } from '../../deadline/business-days.ts';
import type { Month } from '../../deadline/rules.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente, deliveriesWritten, draftsWritten, entries } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { choices, loadChoices } from './choices.ts';
import type { Reckoning } from './due-of.ts';
import { homologatedOf, openObligations } from './obligations.ts';
import { type Obligation, openDeadlines, readLast, whoseNow } from './open.ts';

/** After what was written last it is read again (ms): many things are written in a row. */
const PAUSE_MS = 1_000;
/** A window that stays open over midnight learns of the new day so soon (ms). */
const NEW_DAY_MS = 600_000;

export const todayHere = (): CivilDate => civilDateOf(clock.now());

const reckoningNow = async (): Promise<Reckoning> => {
  await loadChoices();
  const { rules, holidays } = choices.value;
  return { rules, offOn: workCalendar(holidays), today: todayHere() };
};

let reading: Promise<void> | undefined;

/** Reads again what is due in the ambiente in use; a reading under way is waited for first. */
export const readDeadlines = async (): Promise<void> => {
  const before = reading;
  reading = (async () => {
    await before?.catch(() => undefined);
    await readOnce();
  })();
  await reading;
};

const readOnce = async (): Promise<void> => {
  const where = ambiente.value;
  if (!where) return;
  const whose = whoseNow();
  const reckoning = await reckoningNow();
  const obligations = await openObligations(where.id, choices.value.watches, reckoning);
  readLast.value = { whose, obligations, today: reckoning.today };
};

/** Reads what is due now, and again whenever something of it may be different, until it is ended. */
export const followDeadlines = (): (() => void) => {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let wait = 0;
  const stop = effect(() => {
    void [draftsWritten.value, deliveriesWritten.value, entries.value];
    void [ambiente.value, representacaoInUse.value, choices.value];
    clearTimeout(pause);
    pause = setTimeout(() => void readDeadlines(), wait);
    wait = PAUSE_MS;
  });
  const newDay = setInterval(() => {
    if (openDeadlines.value?.today !== todayHere()) void readDeadlines();
  }, NEW_DAY_MS);
  return () => {
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
