import type { CivilDate } from '../base/civil-date.ts';

const DAY_MS = 86_400_000;

const utcOf = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (utc: number): CivilDate => new Date(utc).toISOString().slice(0, 10);

/** The date so many calendar days later; before, where `count` is negative. */
export const addDays = (date: CivilDate, count: number): CivilDate =>
  dateOf(utcOf(date) + count * DAY_MS);

/** Calendar days from one date to another; negative where the other is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  (utcOf(to) - utcOf(from)) / DAY_MS;

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: CivilDate): number => new Date(utcOf(date)).getUTCDay();

/** The date of a day of a month (1 to 12); of the last one where the month has fewer days. */
export const dayOfMonth = (ano: number, mes: number, day: number): CivilDate => {
  const last = new Date(Date.UTC(ano, mes, 0)).getUTCDate();
  return dateOf(Date.UTC(ano, mes - 1, Math.min(day, last)));
};
