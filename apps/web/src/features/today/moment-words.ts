import type { useFormatter, useTranslations } from 'use-intl';
import { addDays, dateAt } from '@roer/domain/dates';

type Tools = {
  t: ReturnType<typeof useTranslations<'news.moment'>>;
  format: ReturnType<typeof useFormatter>;
  now: number;
};

const justNow = 10 * 60_000;

/** When something changed as people say it ("vanochtend", "gisteren"): work has no timestamps. Both in epoch milliseconds. */
export const momentWords = (at: number, { t, format, now }: Tools): string => {
  const [day, today] = [dateAt(at), dateAt(now)];
  if (now - at < justNow) return t('now');
  if (day === today) {
    const hour = Number(format.dateTime(at, { hour: 'numeric', hourCycle: 'h23' }).slice(0, 2));
    return t(hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');
  }
  if (day === addDays(today, -1)) return t('yesterday');
  if (day > addDays(today, -7)) return format.dateTime(at, { weekday: 'long' });
  return format.dateTime(at, { day: 'numeric', month: 'long' });
};
