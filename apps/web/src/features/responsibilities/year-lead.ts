import { useFormatter, useTranslations } from 'use-intl';
import { monthName } from './rule-words.ts';
import type { MonthDates, ResponsibilityMonths } from './coming-months.ts';
import { isRegular } from './year-cell.ts';

/** The sentence that answers the page: how much recurs, and which month asks most if one does. */
export const useYearLead = ({
  rows,
  year,
}: {
  rows: readonly ResponsibilityMonths[];
  /** Null for this month and the eleven after it. */
  year: number | null;
}): string => {
  const t = useTranslations('duties.yearPage');
  const format = useFormatter();
  const duties = new Set(rows.flatMap(({ months }) => months.flatMap(({ dates }) => dates.map(({ duty }) => duty.id))));
  const which = year === null ? 'coming' : 'year';
  const given = { year: String(year), count: duties.size };
  if (duties.size === 0) return t('leadQuiet', { which, ...given });
  // What comes every week fills each month alike: the others tell which month is fuller.
  const busiest = busiestOf(rows.filter((row) => !isRegular(row)));
  const first = t('lead', { which, ...given });
  if (!busiest) return first;
  const month = monthName(busiest.month, { format });
  return `${first} ${t('leadMost', { month })}`;
};

const busiestOf = (rows: readonly ResponsibilityMonths[]): Omit<MonthDates, 'dates'> | null => {
  const counted = (rows[0]?.months ?? []).map(({ year, month }, index) => ({
    year,
    month,
    count: rows.reduce((sum, row) => sum + (row.months[index]?.dates.length ?? 0), 0),
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  const those = counted.filter(({ count }) => count === most);
  return those.length === 1 ? (those[0] ?? null) : null;
};
