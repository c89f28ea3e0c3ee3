/** A civil date `yyyy-MM-dd`, without time and zone. */
export type CivilDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const BRAZILIAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const THIRTY_DAYS = [4, 6, 9, 11];

const isRealDay = (year: number, month: number, day: number): boolean => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const february = isLeap ? 29 : 28;
  const last = month === 2 ? february : THIRTY_DAYS.includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
};

/** Whether a text is `yyyy-MM-dd` and names a day that exists. */
export const isCivilDate = (text: string): boolean => {
  const parts = ISO.exec(text);
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** Reads `dd/MM/yyyy` (leading zeros optional); `undefined` where it names no day that exists. */
export const fromBrazilianDate = (text: string): CivilDate | undefined => {
  const parts = BRAZILIAN.exec(text.trim());
  if (!parts) return undefined;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (!isRealDay(year, month, day)) return undefined;
  return `${parts[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** `dd/MM/yyyy` of a civil date; any other text is given back as it is. */
export const toBrazilianDate = (date: CivilDate): string => {
  const parts = ISO.exec(date);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : date;
};

const OFFICE_ZONE = 'America/Sao_Paulo';

const shown = new Intl.DateTimeFormat('pt-BR', {
  timeZone: OFFICE_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant (epoch ms) as `dd/MM/yyyy HH:mm` in America/Sao_Paulo, whatever the PC's zone. */
export const showInstant = (epochMs: number): string => shown.format(epochMs).replace(',', '');

const fields = new Intl.DateTimeFormat('en-CA', {
  timeZone: OFFICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The civil date of an instant (epoch ms) in America/Sao_Paulo. */
export const civilDateOf = (epochMs: number): CivilDate => fields.format(epochMs);
