import type { CivilDate } from '../base/civil-date.ts';
import { addDays, dayOfMonth } from './days.ts';

/** Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, ch. 8: the anonymous Gregorian computus). */
export const easterOf = (year: number): CivilDate => {
  const lunar = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * lunar + century - Math.floor(century / 4) - correction + 15) % 30;
  const leaps = 2 * (century % 4) + 2 * Math.floor(ofCentury / 4);
  const toSunday = (32 + leaps - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((lunar + 11 * epact + 22 * toSunday) / 451);
  return addDays(dayOfMonth(year, 3, 22), epact + toSunday - 7 * late);
};
