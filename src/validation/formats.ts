import { isCivilDate } from '../base/civil-date.ts';
import { isEmail, isHostname, isIpv4, isIpv6, isUri } from './internet-formats.ts';

/** A format of strings as the court's library checks it. */
interface Format {
  accepts: (text: string) => boolean;
  /** What the report tells as `expected`. */
  expected?: string | string[];
}

const HOUR = '(?:[01]\\d|2[0-3])';
const SIXTY = '[0-5]\\d';
const OFFSET = `[+-]${HOUR}(?:${SIXTY}(?:${SIXTY}\\d{0,3})?|:${SIXTY}(?::${SIXTY}(?:[.,]\\d{1,3})?)?)?`;
const DATE_TIME = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})T${HOUR}:${SIXTY}:${SIXTY}(?:\\.\\d{1,12})?(?:Z|${OFFSET})$`,
  'i',
);

/** RFC 3339 with the library's latitude: offset without colon, without minutes or with seconds. */
const isDateTime = (text: string): boolean => {
  const parts = DATE_TIME.exec(text);
  return parts?.[1] !== undefined && isCivilDate(parts[1]);
};

/** Java's reading of a UUID: five hexadecimal groups of any length, each fitting 63 bits. */
const isJavaUuid = (text: string): boolean =>
  text.length <= 36 &&
  /^\+?[0-9a-f]+(?:-\+?[0-9a-f]+){4}$/i.test(text) &&
  text.split('-').every((group) => BigInt(`0x${group.replace('+', '')}`) < 2n ** 63n);

/** An ECMAScript 5 regular expression: no look-behind, no named groups. */
const isRegex = (text: string): boolean => {
  if (/\(\?</.test(text.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, ''))) return false;
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

/**
 * The formats that the report and the verdict check; any other is not looked at. `arquivo-ged`
 * stands apart, for it needs to know which files the court has.
 */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['date', { accepts: isCivilDate, expected: 'yyyy-MM-dd' }],
  [
    'date-time',
    {
      accepts: isDateTime,
      expected: ["yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z"],
    },
  ],
  ['email', { accepts: isEmail }],
  ['hostname', { accepts: isHostname }],
  ['ipv4', { accepts: isIpv4 }],
  ['ipv6', { accepts: isIpv6 }],
  ['regex', { accepts: isRegex }],
  ['uri', { accepts: isUri }],
  ['uuid', { accepts: isJavaUuid }],
]);
