/** Why there is no layout for a month. */
export type PeriodFault = 'no-such-month' | 'before-first-period';

/** First year of Colare; the oldest entry of its code tables is valid from 1/2018. */
const FIRST_YEAR = 2018;

/** What is wrong with a month (1 to 12) and year of reference, if anything. */
export const periodFault = (mes: number, ano: number): PeriodFault | undefined => {
  if (!Number.isInteger(mes) || mes < 1 || mes > 12 || !Number.isInteger(ano)) {
    return 'no-such-month';
  }
  return ano < FIRST_YEAR ? 'before-first-period' : undefined;
};
