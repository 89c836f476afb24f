import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { Avatar } from '../../ui/avatar.tsx';
import { Level } from '../../ui/level.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { hiddenMisfit } from './full-weeks.ts';
import { useSpan } from './span-words.ts';
import { levelWeekIn } from './week-figures.ts';
import styles from './people-weeks.module.css';

type PersonWeeksProps = {
  readonly person: PersonLoad;
  readonly label: string;
  readonly isMe: boolean;
  readonly scenario: Scenario;
  readonly selected: LocalDate | undefined;
  readonly onSelect: (monday: LocalDate) => void;
};

/** One person in twelve weeks. Every week is a button that tells why it is what it is. */
export function PersonWeeks({ person, label, isMe, scenario, selected, onSelect }: PersonWeeksProps) {
  const t = useTranslations('workload.weeks');
  const format = useFormatter();
  const hours = useLevelHours();
  const span = useSpan();
  const weeks = person.weeks.map((week) => levelWeekIn(week, scenario));
  const contract = Math.max(0, ...person.weeks.map((week) => week.contract));
  const misfit = hiddenMisfit(person, scenario);
  return (
    <li className={styles.row}>
      <span className={styles.person}>
        <Avatar name={person.name} isMe={isMe} />
        <span>
          <b>{label}</b>
          <span>
            {contract === 0
              ? t('noHours')
              : t('hours', { hours: format.number(contract / 60, { maximumFractionDigits: 1 }) })}
          </span>
        </span>
      </span>
      <div className={styles.levels}>
        <Level
          size="small"
          sentence={t('personSentence', { name: label })}
          weeks={weeks}
          nowId={weeks[0]?.id}
          selectedId={selected}
          onSelect={onSelect}
        />
        {misfit && (
          <p className={styles.misfit}>
            {t('misfit', { span: span(misfit), demand: hours(misfit.demand), capacity: hours(misfit.capacity) })}
          </p>
        )}
      </div>
    </li>
  );
}
