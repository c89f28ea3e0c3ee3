import { KNOWN_HOLIDAYS } from '../../deadline/holidays.ts';
import { choose } from './choices.ts';
import type { HolidayId, OwnHoliday } from './types.ts';

export { KNOWN_HOLIDAYS } from '../../deadline/holidays.ts';

/** Whether a known holiday is none of the business days from now on. */
export const countHoliday = (id: HolidayId, isOff: boolean) =>
  choose(({ holidays }) => ({
    holidays: {
      ...holidays,
      known: KNOWN_HOLIDAYS.flatMap((each) =>
        (each.id === id ? isOff : holidays.known.includes(each.id)) ? [each.id] : [],
      ),
    },
  }));

/** Adds holidays of the office; the same day with the same name is one. */
export const addHolidays = (added: readonly OwnHoliday[]) =>
  choose(({ holidays }) => {
    const byName = new Map(
      [...holidays.own, ...added].map((each) => [`${each.date} ${each.name}`, each]),
    );
    const own = [...byName.values()].sort((one, other) => one.date.localeCompare(other.date));
    return { holidays: { ...holidays, own } };
  });

export const removeHoliday = (removed: OwnHoliday) =>
  choose(({ holidays }) => ({
    holidays: { ...holidays, own: holidays.own.filter((each) => each !== removed) },
  }));
