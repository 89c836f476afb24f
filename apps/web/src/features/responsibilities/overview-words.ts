import { useMemo } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { DutyRow, TeamSnapshot } from '@roer/domain/feed';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { overviewColumns } from '@roer/domain/responsibilities/overview-csv';
import type { OverviewWords } from '@roer/domain/responsibilities/overview-csv';
import { namesIn } from './people-names.ts';
import { scheduleWords } from './rule-words.ts';

/** The words of the overview in the reader's language, the same on paper and in the file. */
export const useOverviewWords = (snapshot: TeamSnapshot): OverviewWords => {
  const t = useTranslations('overview');
  const words = useTranslations('responsibilities');
  const rules = useTranslations('duties');
  const format = useFormatter();
  const locale = useLocale();
  return useMemo(() => {
    const names = namesIn(snapshot);
    const coverage = ({ coverage: is }: CoveredResponsibility): string => {
      switch (is.state) {
        case 'covered':
        case 'gap':
          return t(`coverage.${is.state}`);
        case 'fragile':
          return t('coverage.fragile', { name: names.short(is.holder) ?? words('formerColleague') });
        case 'unclear':
          return t('coverage.unclear', { share: is.sharePercent });
        case 'asleep':
          return t('asleepSince', { on: format.dateTime(middayOf(is.since), { dateStyle: 'medium' }) });
      }
    };
    const duty = ({ title, schedules }: DutyRow): string => {
      const latest = schedules.at(-1);
      return latest ? t('duty', { title, rule: scheduleWords(latest, { t: rules, format }) }) : title;
    };
    // A literal's entries, one for every column.
    const column = Object.fromEntries(
      overviewColumns.map((key) => [key, t(`column.${key}`)]),
    ) as OverviewWords['column'];
    return {
      column,
      criticality: (level) => words(`criticality.${level}.label`),
      coverage,
      duty,
      nameOf: (personId) => names.full(personId) ?? words('formerColleague'),
      ...(locale.startsWith('nl') ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }),
    };
  }, [snapshot, t, words, rules, format, locale]);
};
