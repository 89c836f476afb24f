import { useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { LoadWeek, TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { ChosenWeek } from './load-view.ts';
import { askedIn } from './week-figures.ts';
import styles from './weeks-table.module.css';

type WeeksTableProps = {
  readonly load: TeamLoad;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
  /** Left out where the table is only heard, beside the picture. */
  readonly onChoose?: (chosen: ChosenWeek) => void;
};

/** The twelve weeks in figures and words: hours asked, hours there are, and how full that is. */
export default function WeeksTable({ load, scenario, names, onChoose }: WeeksTableProps) {
  const t = useTranslations('workload.weeks');
  const words = useWeekWords();
  const cell = (personId: PersonId, week: LoadWeek) => {
    const { figures, word } = words(week, scenario);
    if (!onChoose) return `${figures} ${word}`;
    return (
      <button type="button" onClick={() => onChoose({ personId, monday: week.monday })}>
        <span>{figures}</span> <span>{word}</span>
      </button>
    );
  };
  return (
    <table className={onChoose && styles.table}>
      <caption>
        <span>{t('caption')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          {load.mondays.map((monday) => (
            <th key={monday} scope="col">
              {t('week', { week: isoWeek(monday) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {load.people.map(({ personId, name, weeks }) => (
          <tr key={personId}>
            <th scope="row">{names.short(personId) ?? name}</th>
            {weeks.map((week) => (
              <td key={week.monday} data-over={week.over[scenario] > 0 || undefined}>
                {cell(personId, week)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "43 van 36 uur" and "7 te veel": what a column shows. */
const useWeekWords = (): ((week: LoadWeek, scenario: Scenario) => { figures: string; word: string }) => {
  const t = useTranslations('workload.weeks');
  const hours = useLevelHours();
  return (week, scenario) => {
    const asked = askedIn(week, scenario);
    const over = week.over[scenario];
    const figures = t('figures', { asked: hours(asked), available: hours(week.available) });
    if (over > 0) return { figures, word: t('over', { over: hours(over) }) };
    if (week.available === 0 && asked === 0) return { figures: '', word: t('away') };
    return { figures, word: t(`band.${week.band[scenario]}`) };
  };
};
