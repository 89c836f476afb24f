import { RRuleTemporal } from 'rrule-temporal';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';

// Loaded after the first paint in a browser: the library is a third of what a page may weigh.

/** The longest stretch between two dates of a rule that we take: 29 February may be eight years away. */
const longestWait = 8 * 366;

const remembered = new Map<string, LocalDate[]>();
const rememberedLimit = 4000;

const moment = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

/**
 * The dates on [from, until) that an RFC 5545 rule gives, counted from the local date `start` (rule R3.1). A date of a duty
 * is a whole day in Amsterdam, so it is counted in days without hours: daylight saving moves nothing.
 */
export const recurrenceDates = (
  { rrule, start }: { rrule: string; start: LocalDate },
  { from, until }: { from: LocalDate; until: LocalDate },
): LocalDate[] => {
  if (rrule === '' || from >= until) return [];
  const key = `${rrule} ${start} ${from} ${until}`;
  const known = remembered.get(key);
  if (known) return known;
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start.replaceAll('-', '')}T000000\nRRULE:${rrule}`,
  });
  const dates = rule
    .between(moment(from), moment(addDays(until, -1)), true)
    .map((date) => new Date(date.epochMilliseconds).toISOString().slice(0, 10));
  if (remembered.size >= rememberedLimit) remembered.clear();
  remembered.set(key, dates);
  return dates;
};

/** Whether a text is an RRULE that the library can read. */
export const isRule = (rrule: string): boolean => {
  try {
    return (
      new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:20260101T000000\nRRULE:${rrule}` }).options().freq !==
      undefined
    );
  } catch {
    return false;
  }
};

/** Whether a rule gives any date at all: "30 February" never comes, and nobody would notice. */
export const everRecurs = (schedule: { rrule: string; start: LocalDate }): boolean =>
  recurrenceDates(schedule, { from: schedule.start, until: addDays(schedule.start, longestWait + 1) }).length > 0;
