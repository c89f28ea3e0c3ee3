import type { CivilDate } from '../base/civil-date.ts';
import { addDays } from './days.ts';

/** A day in a calendar. */
export interface CalendarEvent {
  /** The same for the same thing at every export, so that a calendar replaces it. */
  uid: string;
  date: CivilDate;
  summary: string;
  description: string;
}

const LONGEST_LINE = 75;
const encoder = new TextEncoder();

/**
 * An iCalendar text (RFC 5545) of whole-day events, each with a reminder the morning before. `now`: epoch ms UTC.
 */
export const calendarFile = (events: readonly CalendarEvent[], now: number): string => {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Estafeta//Prazos//PT',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(({ uid, date, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      // The end is not part of the event (§3.6.1).
      `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      'TRIGGER:-PT16H',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};

const compact = (date: CivilDate): string => date.replaceAll('-', '');

/** RFC 5545 §3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Lines of at most 75 octets, never broken within a character; the next one begins with a blank (§3.1). */
const folded = (line: string): string => {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
};
