import { useFormatter, useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { hiddenMisfit } from './full-weeks.ts';
import { useSpan } from './span-words.ts';
import styles from './move-sheet.module.css';

type ExcessWordsProps = {
  readonly now: TeamLoad;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
  readonly monday: LocalDate;
};

/** Who has how much too much in one week, and days that do not fit together. */
export function ExcessWords({ now, scenario, names, monday }: ExcessWordsProps) {
  const t = useTranslations('workload.sheet');
  const format = useFormatter();
  const hours = useLevelHours();
  const span = useSpan();
  const nameOf = ({ personId, name }: TeamLoad['people'][number]): string => names.short(personId) ?? name;
  const full = now.people.flatMap((person) => {
    const over = person.weeks.find((week) => week.monday === monday)?.over[scenario] ?? 0;
    return over > 0 ? [{ person, over }] : [];
  });
  const wide = now.people.flatMap((person) => {
    const misfit = hiddenMisfit(person, scenario);
    return misfit ? [{ person, misfit }] : [];
  });
  return (
    <p className={styles.words}>
      {full.length > 0 &&
        t('excess', {
          week: isoWeek(monday),
          count: full.length,
          people: format.list(full.map(({ person, over }) => t('person', { name: nameOf(person), over: hours(over) }))),
          all: String(full.length === now.people.length),
        })}
      {wide.map(({ person, misfit }) => (
        <span key={person.personId}>
          {' '}
          {t('misfit', {
            name: nameOf(person),
            span: span(misfit),
            demand: hours(misfit.demand),
            capacity: hours(misfit.capacity),
          })}
        </span>
      ))}
    </p>
  );
}

/** Of this week too little is left to move anything in it. */
export function AheadWords({ today }: { readonly today: LocalDate }) {
  const t = useTranslations('workload.sheet');
  return <p className={styles.words}>{t('ahead', { week: isoWeek(today) })}</p>;
}
