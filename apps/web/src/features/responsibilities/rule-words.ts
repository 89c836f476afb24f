import type { useFormatter, useTranslations } from 'use-intl';
import type { DutySchedule } from '@roer/domain/feed';
import { everyDay, isEveryWorkday, placeInQuarter, rhythmOf } from './rule-rhythm.ts';
import type { Place, Rhythm } from './rule-rhythm.ts';

export type RuleTools = {
  t: ReturnType<typeof useTranslations<'duties'>>;
  format: Pick<ReturnType<typeof useFormatter>, 'dateTime' | 'list'>;
};

// The fifth of January 2026 is a Monday.
/** Monday is 0. */
export const weekdayName = (weekday: number, { format }: Pick<RuleTools, 'format'>): string =>
  format.dateTime(new Date(Date.UTC(2026, 0, 5 + weekday, 12)), { weekday: 'long' });
/** 1 is January. */
export const monthName = (
  month: number,
  { format, length = 'long' }: Pick<RuleTools, 'format'> & { length?: 'long' | 'short' | 'narrow' },
): string => format.dateTime(new Date(Date.UTC(2026, month - 1, 15, 12)), { month: length });

/** How often, in words ("elke maandag", "laatste werkdag van het kwartaal"). A rule without words is given as it is. */
export const rhythmWords = (rhythm: Rhythm, tools: RuleTools): string => {
  const { t } = tools;
  switch (rhythm.kind) {
    case 'other':
      return t('rule.other', { rrule: rhythm.rrule });
    case 'weeks':
      return weekWords(rhythm, tools);
    case 'months':
      return monthWords(rhythm, tools);
  }
};

const weekWords = (rhythm: Rhythm & { kind: 'weeks' }, tools: RuleTools): string => {
  const { t, format } = tools;
  const { every, weekdays } = rhythm;
  if (isEveryWorkday(rhythm)) return t('rule.workdays');
  if (every === 1 && weekdays.length === everyDay.length) return t('rule.everyDay');
  const days = format.list(weekdays.map((weekday) => weekdayName(weekday, tools)));
  return t('rule.weeks', { every, days });
};

const monthWords = ({ every, months, place }: Rhythm & { kind: 'months' }, tools: RuleTools): string => {
  const { t, format } = tools;
  if (months.length === 0) return t('rule.months', { every, place: placeWords(place, tools) });
  const names = format.list(months.map((month) => monthName(month, tools)));
  const inQuarter = placeInQuarter(months);
  if (inQuarter === 2 && place.kind === 'lastWorkday') return t('rule.quarterLastWorkday');
  if (inQuarter === 2 && place.kind === 'day' && place.day === -1) return t('rule.quarterLastDay');
  if (inQuarter !== null) return t('rule.quarter', { place: placeWords(place, tools), months: names });
  const [month] = months;
  if (months.length === 1 && month !== undefined && place.kind === 'day' && place.day > 0)
    return t('rule.yearDay', { day: place.day, month: names });
  return t('rule.year', { place: placeWords(place, tools), months: names });
};

const placeWords = (place: Place, tools: RuleTools): string => {
  const { t } = tools;
  switch (place.kind) {
    case 'day':
      return place.day === -1 ? t('rule.place.lastDay') : t('rule.place.day', { day: place.day });
    case 'weekday':
      return t('rule.place.weekday', { nth: nthName(place.nth), weekday: weekdayName(place.weekday, tools) });
    case 'lastWorkday':
      return t('rule.place.lastWorkday');
  }
};

/** The word of a place in a message: ICU selects on texts. */
export const nthName = (nth: number): string => (nth === -1 ? 'last' : `n${nth}`);

/** A whole schedule in words: how often, by what time, and what a day off changes. */
export const scheduleWords = (schedule: Omit<DutySchedule, 'from'>, tools: RuleTools): string => {
  const { t } = tools;
  const rhythm = rhythmOf(schedule);
  const saysWorkday = isEveryWorkday(rhythm) || (rhythm.kind === 'months' && rhythm.place.kind === 'lastWorkday');
  return [
    rhythmWords(rhythm, tools),
    schedule.dueTime !== null && t('rule.before', { time: schedule.dueTime }),
    schedule.shift === 'previousWorkday' && !saysWorkday && t('rule.shifted'),
  ]
    .filter((part) => part !== false)
    .join(', ');
};
