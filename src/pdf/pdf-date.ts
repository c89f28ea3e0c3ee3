const DATE =
  /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(?:(\d{2})'?)?)?/;

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant (epoch ms) as a PDF date in UTC (ISO 32000-1 §7.9.4). */
export const formatPdfDate = (instant: number): string => {
  const date = new Date(instant);
  const day = `${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}`;
  const time = `${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}`;
  return `D:${day}${time}+00'00'`;
};

/** Epoch ms of a PDF date; one without a zone is read as UTC (ISO 32000-2 §7.9.4). */
export const parsePdfDate = (text: string): number | undefined => {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(local)) return undefined;
  const [sign, zoneHours = '0', zoneMinutes = '0'] = match.slice(7);
  const ahead = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return sign === '-' ? local + ahead : local - ahead;
};
