import { addDays, dateAt, dayInMilliseconds } from '../dates.ts';
import type { LocalDate } from '../dates.ts';

/** The Monday on which epoch 0 began. Never the parity of week numbers: 2026 has a week 53. */
const anchor: LocalDate = '2026-01-12';
const daysInEpoch = 14;
const hourInMilliseconds = 3_600_000;

/** Epochs that a roster window lasts. */
export const epochsInWindow = 6;

const amsterdamHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The moment (epoch milliseconds) at which it is `hour` o'clock in Amsterdam on a date; not for the hours in which clocks change. */
const momentAt = (date: LocalDate, hour: number): number => {
  const utc = Date.parse(`${date}T00:00:00Z`) + hour * hourInMilliseconds;
  // Amsterdam is two hours ahead of UTC in summer and one in winter.
  const inSummer = utc - 2 * hourInMilliseconds;
  const isSummer = dateAt(inSummer) === date && Number(amsterdamHour.format(inSummer)) === hour;
  return isSummer ? inSummer : utc - hourInMilliseconds;
};

/** Moments are in epoch milliseconds, days are whole days in Amsterdam. */
export type EpochTimes = {
  number: number;
  startsOn: LocalDate;
  /** The last day, a Sunday. */
  endsOn: LocalDate;
  opensAt: number;
  /** Thursday of the second week, 0:00. */
  answersFrom: number;
  /** The Monday after the last day, 0:00: from then on no answer counts. */
  closesAt: number;
  /** The Tuesday after it, 9:00. */
  publishesAt: number;
};

const known = new Map<number, EpochTimes>();

/** When an epoch begins, takes answers, closes and is published (rule P9.1). */
export const epochTimes = (number: number): EpochTimes => {
  const before = known.get(number);
  if (before) return before;
  const startsOn = addDays(anchor, daysInEpoch * number);
  const day = (days: number): LocalDate => addDays(startsOn, days);
  const times = {
    number,
    startsOn,
    endsOn: day(13),
    opensAt: momentAt(startsOn, 0),
    answersFrom: momentAt(day(10), 0),
    closesAt: momentAt(day(14), 0),
    publishesAt: momentAt(day(15), 9),
  };
  known.set(number, times);
  return times;
};

/** The number of the epoch that a date is in; below zero before the anchor. */
const epochOn = (date: LocalDate): number =>
  Math.floor((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${anchor}T00:00:00Z`)) / (daysInEpoch * dayInMilliseconds));

/** The number of the epoch in which `now` (epoch milliseconds) lies. */
export const epochAt = (now: number): number => epochOn(dateAt(now));

/** Whether an epoch takes answers at `now`. */
export const isAccepting = (number: number, now: number): boolean => {
  const { answersFrom, closesAt } = epochTimes(number);
  return now >= answersFrom && now < closesAt;
};

/**
 * The first epoch of the roster window that has to be announced at `now`, or null when none is (rule P9.2). `last` is the
 * first epoch of the window announced before, null when there was none. A roster is known for fourteen days before its
 * window opens; when it is announced late, the window opens later.
 */
export const windowDue = (now: number, last: number | null): number | null => {
  const earliest = epochOn(addDays(dateAt(now), 2 * daysInEpoch - 1));
  if (last === null) return earliest;
  const next = last + epochsInWindow;
  return now >= epochTimes(next - 1).opensAt ? Math.max(next, earliest) : null;
};

/** The day on which the roster of the window after the one that begins with epoch `first` is announced. */
export const nextRosterOn = (first: number): LocalDate => epochTimes(first + epochsInWindow - 1).startsOn;
