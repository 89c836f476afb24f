import { useFormatter, useTranslations } from 'use-intl';
import { addDays, middayOf } from '@roer/domain/dates';
import type { StoredGroup, StoredKind } from '@roer/domain/identity/stored';
import type { OwnRow } from './my-data.ts';

/** A Monday, from which the names of the days are told. */
const monday = '2026-01-05';

/** How kinds, columns and values of what is kept are called in the language of the reader. */
export const useDataWords = () => {
  const stored = useTranslations('account.stored');
  const t = useTranslations('account.myData');
  const audit = useTranslations('audit');
  const format = useFormatter();
  const named = (of: 'columns' | 'values', key: string): string => {
    const path = `${of}.${key}`;
    // Checked here; a test holds the words against every column.
    return /^\w+$/.test(key) && t.has(path as 'columns.name') ? t(path as 'columns.name') : key;
  };
  // Contract hours are kept as a date and the minutes of each day, Monday first.
  const hours = (line: string): string | undefined => {
    const [, from, minutes] = /^(\d{4}-\d\d-\d\d): (\d+(?: \d+){6})$/.exec(line) ?? [];
    if (from === undefined || minutes === undefined) return undefined;
    const days = minutes.split(' ').flatMap((each, index) => {
      const weekday = format.dateTime(middayOf(addDays(monday, index)), { weekday: 'long' });
      return Number(each) > 0 ? t('weekdayHours', { weekday, hours: Number(each) / 60 }) : [];
    });
    return t('hoursSince', { from, days: format.list(days) });
  };
  return {
    kind: (kind: StoredKind): string => stored(`kinds.${kind}.title`),
    group: (group: StoredGroup): string => stored(`groups.${group}`),
    column: (column: string): string => named('columns', column),
    value: (value: OwnRow[string]): string => {
      if (value === null) return '–';
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      const text = String(value);
      // A moment is told to the minute, on the clock here; without a zone it was kept in UTC.
      const moment = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-][\d:]+)?$/.exec(text);
      if (moment)
        return format.dateTime(new Date(moment[1] ? text : `${text}Z`), { dateStyle: 'medium', timeStyle: 'short' });
      // What was done, as the log says it.
      const action = `action.${text}`;
      if (/^[a-z]+[.]\w+$/i.test(text) && audit.has(action as 'action.domain.create'))
        return audit(action as 'action.domain.create');
      const told = text.split('; ').map(hours);
      return told.includes(undefined) ? named('values', text) : told.join('; ');
    },
  };
};
