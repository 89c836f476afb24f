import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays, isoWeek, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { explainWeek } from '@roer/domain/workload/explain-week';
import type { LoadWeek } from '@roer/domain/workload/load';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { ChosenWeek, LoadView } from './load-view.ts';
import { askedIn } from './week-figures.ts';
import { WeekReasons } from './week-reasons.tsx';
import { WeekTime } from './week-time.tsx';
import styles from './week-panel.module.css';

type WeekPanelProps = {
  readonly teamId: TeamId;
  /** The team as it is shown: with what is tried out, when something is. */
  readonly snapshot: TeamSnapshot;
  readonly today: LocalDate;
  readonly chosen: ChosenWeek;
  readonly week: LoadWeek;
  readonly scenario: LoadView['scenario'];
  readonly names: PeopleNames;
  readonly onClose: () => void;
  /** Tries something out with work of this person. */
  readonly onTry: () => void;
};

/** Why a week of somebody asks what it asks, and why they have the hours that they have. */
export default function WeekPanel(props: WeekPanelProps) {
  const { teamId, snapshot, today, chosen, week, scenario, names, onClose, onTry } = props;
  const t = useTranslations('workload.why');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const hours = useLevelHours();
  const { personId, monday } = chosen;
  const explanation = useMemo(
    () => explainWeek(snapshot, { personId, monday, today }),
    [snapshot, personId, monday, today],
  );
  if (!explanation) return null;
  const asked = askedIn(week, scenario);
  const name = names.short(personId) ?? words('formerColleague');
  const day = (date: LocalDate): string => format.dateTime(middayOf(date), { day: 'numeric', month: 'short' });
  const over = week.over[scenario];
  return (
    <Panel
      subject={`${personId} ${monday}`}
      above={t('above', { name, week: isoWeek(monday), from: day(monday), last: day(addDays(monday, 6)) })}
      title={t(asked === 0 ? 'nothing' : 'title', { hours: hours(asked) })}
      onClose={onClose}
    >
      <div className={styles.body}>
        {asked > 0 && (
          <>
            <p className={over > 0 ? styles.over : styles.quiet}>
              {over > 0
                ? t('over', { available: hours(week.available), over: hours(over) })
                : t('fits', { available: hours(week.available) })}
            </p>
            <WeekReasons {...{ teamId, snapshot, explanation, scenario, names }} person={name} />
          </>
        )}
        <WeekTime week={week} less={explanation.less} />
        <Button dense onClick={onTry}>
          {t('try')}
        </Button>
      </div>
    </Panel>
  );
}
