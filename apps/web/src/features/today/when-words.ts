import type { useFormatter, useTranslations } from 'use-intl';
import { addDays, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { mondayOf } from '@roer/domain/holidays';
import { rhythmWords } from '../responsibilities/rule-words.ts';
import { rhythmOf } from '../responsibilities/rule-rhythm.ts';
import type { WeekRow } from './week-items.ts';

export type WhenTools = {
  t: ReturnType<typeof useTranslations<'week'>>;
  rules: ReturnType<typeof useTranslations<'duties'>>;
  format: ReturnType<typeof useFormatter>;
  today: LocalDate;
  /** Who did it, when that is somebody else. */
  doneBy: (personId: PersonId) => string | undefined;
};

/** A day in words: "vrijdag" in this week, else "vrijdag 4 dec". */
export const dayWords = (date: LocalDate, { format, today }: Pick<WhenTools, 'format' | 'today'>): string => {
  const monday = mondayOf(today);
  const isThisWeek = date >= monday && date < addDays(monday, 7);
  return format.dateTime(middayOf(date), {
    weekday: 'long',
    ...(!isThisWeek && { day: 'numeric', month: 'short' }),
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
};

/** When a row is due, in words; of what was done its rhythm, because its day no longer matters. */
export const rowWhen = ({ date: { occurrence }, later }: WeekRow, tools: WhenTools): string => {
  const { t, rules, format } = tools;
  const { state, on, dueTime, duty, row } = occurrence;
  const again = later[0] && t('when.again', { date: dayWords(later[0].occurrence.on, tools) });
  const withAgain = (words: string): string => (again === undefined ? words : `${words}, ${again}`);
  if (state === 'skipped') return withAgain(t('when.skipped'));
  const schedule = duty.schedules.findLast(({ from }) => from <= occurrence.recurrenceDate) ?? duty.schedules[0];
  if (state === 'done') {
    const name = row ? tools.doneBy(row.personId) : undefined;
    if (name !== undefined) return withAgain(t('when.doneBy', { name }));
    if (again !== undefined || !schedule) return withAgain(t('when.done'));
    return row?.movedTo ? dayWords(on, tools) : rhythmWords(rhythmOf(schedule), { t: rules, format });
  }
  const first =
    state === 'overdue'
      ? t('when.overdue', { date: dayWords(on, tools) })
      : on === tools.today
        ? dueTime === null
          ? t('when.today')
          : t('when.todayBefore', { time: dueTime })
        : dueTime === null
          ? dayWords(on, tools)
          : t('when.before', { date: dayWords(on, tools), time: dueTime });
  const [next, ...more] = later;
  if (!next) return first;
  if (more.length > 0) return t('when.more', { first, count: later.length });
  return t('when.two', { first, second: dayWords(next.occurrence.on, tools) });
};
