import { escape, foldLines } from 'ical-generator';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';

/** One date for a calendar program. Without `time` it is a whole day; `time` is `HH:MM` in Amsterdam. */
export type CalendarEvent = {
  uid: string;
  title: string;
  description: string;
  on: LocalDate;
  time: string | null;
  /** Grows with every change, so that a program takes the latest. */
  sequence: number;
  /** Epoch milliseconds. */
  changedAt: number;
};

const zone = 'Europe/Amsterdam';
/** As short as programs still show: it is a moment before which something is done, not an appointment. */
const duration = 'PT15M';

// The rules of the European Union since 1996 (directive 2000/84/EC): the clock turns at 01:00 UTC on the last Sundays of
// March and October.
const timeZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * A calendar in the format of RFC 5545, the same bytes for the same events. Lines are written here and not by
 * ical-generator, which in a calendar with a time zone writes LAST-MODIFIED in local time, where the format asks for UTC.
 */
export const calendarText = ({ name, events }: { name: string; events: readonly CalendarEvent[] }): string =>
  foldLines(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Roer//Roer//NL',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `NAME:${text(name)}`,
      `X-WR-CALNAME:${text(name)}`,
      `X-WR-TIMEZONE:${zone}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      // Also when nothing has a time: a calendar without anything in it would not be one (§3.6).
      ...timeZone,
      ...events.flatMap(linesOf),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

const linesOf = ({ uid, title, description, on, time, sequence, changedAt }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${text(uid)}`,
  // Not when the file was made: then it would differ at every look.
  `DTSTAMP:${moment(changedAt)}`,
  `LAST-MODIFIED:${moment(changedAt)}`,
  `SEQUENCE:${sequence}`,
  ...(time === null
    ? [`DTSTART;VALUE=DATE:${day(on)}`, `DTEND;VALUE=DATE:${day(addDays(on, 1))}`]
    : [`DTSTART;TZID=${zone}:${day(on)}T${time.replace(':', '')}00`, `DURATION:${duration}`]),
  `SUMMARY:${text(title)}`,
  `DESCRIPTION:${text(description)}`,
  'STATUS:CONFIRMED',
  // Nobody is busy all day because something is due that day.
  'TRANSP:TRANSPARENT',
  'CLASS:PRIVATE',
  'END:VEVENT',
];

const day = (date: LocalDate): string => date.replaceAll('-', '');
const moment = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
/** Control characters other than the end of a line have no place in the format. */
const text = (words: string): string =>
  escape(
    words.replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\r' ? sign : ' ')),
    false,
  );
