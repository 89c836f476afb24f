import { useFormatter, useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { useNumberWords } from '../../i18n/number-words.ts';
import { fullWeeksOf } from './full-weeks.ts';

/** More weeks than this are counted and not named. */
const mostNamed = 4;

/** The sentence that answers the page: which weeks do not fit. */
export const useLoadLead = (): ((load: TeamLoad, scenario: Scenario) => string) => {
  const t = useTranslations('workload.lead');
  const format = useFormatter();
  const { wordAtStart } = useNumberWords();
  return (load, scenario) => {
    const hasHours = load.people.some(({ weeks }) => weeks.some(({ contract }) => contract > 0));
    if (!hasHours) return t('noHours');
    const { weeks, together } = fullWeeksOf(load, scenario);
    const named = (mondays: readonly string[]): string => format.list(mondays.map((monday) => String(isoWeek(monday))));
    const fits = t('fits', { count: load.mondays.length, word: wordAtStart(load.mondays.length).toLowerCase() });
    if (weeks.length === 0) return together.length === 0 ? fits : t('together', { weeks: named(together) });
    if (weeks.length === load.mondays.length) return t('none');
    if (weeks.length > mostNamed) return t('many', { count: weeks.length, start: wordAtStart(weeks.length) });
    return t('weeks', { count: weeks.length, weeks: named(weeks) });
  };
};
