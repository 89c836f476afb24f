import { addDays } from '@roer/domain/dates';
import { weekdayOf } from '@roer/domain/holidays';

/** A rule as its parts, for writing it down and for counting it day by day without any library. */
export type RuleParts = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** `MO`, or with a place in the month: `1TU`, `-1FR`. */
  byDay?: string[];
  byMonthDay?: number[];
  byMonth?: number[];
  bySetPos?: number[];
};

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const ruleText = ({ freq, interval, byDay, byMonthDay, byMonth, bySetPos }: RuleParts): string =>
  [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(byMonth ? [`BYMONTH=${byMonth.join(',')}`] : []),
    ...(byMonthDay ? [`BYMONTHDAY=${byMonthDay.join(',')}`] : []),
    ...(byDay ? [`BYDAY=${byDay.join(',')}`] : []),
    ...(bySetPos ? [`BYSETPOS=${bySetPos.join(',')}`] : []),
  ].join(';');

const yearOf = (date: string): number => Number(date.slice(0, 4));
const monthOf = (date: string): number => Number(date.slice(5, 7));
const dayOf = (date: string): number => Number(date.slice(8));
const daysInMonth = (date: string): number => new Date(Date.UTC(yearOf(date), monthOf(date), 0)).getUTCDate();
const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
const mondayOf = (date: string): string => addDays(date, -weekdayOf(date));

/** How many periods of the rule's frequency lie between the start and the date. */
const periodsSince = (start: string, date: string, freq: RuleParts['freq']): number => {
  switch (freq) {
    case 'DAILY':
      return daysBetween(start, date);
    case 'WEEKLY':
      return daysBetween(mondayOf(start), mondayOf(date)) / 7;
    case 'MONTHLY':
      return (yearOf(date) - yearOf(start)) * 12 + monthOf(date) - monthOf(start);
    case 'YEARLY':
      return yearOf(date) - yearOf(start);
  }
};

/** Whether a weekday with a place in the month (or the year, for a yearly rule without months) is that date. */
const fallsOn = (entry: string, date: string): boolean => {
  const place = Number(entry.slice(0, -2));
  if (names[weekdayOf(date)] !== entry.slice(-2)) return false;
  if (place === 0) return true;
  return place > 0
    ? Math.ceil(dayOf(date) / 7) === place
    : Math.ceil((daysInMonth(date) - dayOf(date) + 1) / 7) === -place;
};

const matches = (rule: RuleParts, start: string, date: string): boolean => {
  const { freq, byDay, byMonthDay, byMonth } = rule;
  if (byMonth && !byMonth.includes(monthOf(date))) return false;
  if (byMonthDay && !byMonthDay.some((day) => (day > 0 ? day : daysInMonth(date) + 1 + day) === dayOf(date)))
    return false;
  if (byDay && !byDay.some((entry) => fallsOn(entry, date))) return false;
  if (freq === 'WEEKLY' && !byDay && weekdayOf(date) !== weekdayOf(start)) return false;
  const named = byDay !== undefined || byMonthDay !== undefined;
  if ((freq === 'MONTHLY' || freq === 'YEARLY') && !named && dayOf(date) !== dayOf(start)) return false;
  if (freq === 'YEARLY' && !byMonth && !byDay && !byMonthDay && monthOf(date) !== monthOf(start)) return false;
  return true;
};

/** Every date on [start, until) by trying each day: RFC 5545 for whole days, as plainly as it can be written. */
export const countedDates = (rule: RuleParts, { start, until }: { start: string; until: string }): string[] => {
  const periods = new Map<number, string[]>();
  const first = rule.freq === 'DAILY' ? start : rule.freq === 'WEEKLY' ? mondayOf(start) : `${start.slice(0, 4)}-01-01`;
  for (let date = first; date < addDays(until, 400); date = addDays(date, 1)) {
    const period = periodsSince(start, date, rule.freq);
    if (period < 0 || period % rule.interval !== 0 || !matches(rule, start, date)) continue;
    periods.set(period, [...(periods.get(period) ?? []), date]);
  }
  return [...periods.values()]
    .flatMap((dates) => {
      const { bySetPos } = rule;
      if (!bySetPos) return dates;
      const picked = bySetPos.flatMap((place) => dates.at(place > 0 ? place - 1 : place) ?? []);
      return [...new Set(picked)].toSorted();
    })
    .filter((date) => date >= start && date < until);
};
