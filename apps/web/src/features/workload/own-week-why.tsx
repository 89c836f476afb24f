import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { explainWeek } from '@roer/domain/workload/explain-week';
import type { LessReason } from '@roer/domain/workload/explain-week';
import type { LoadWeek } from '@roer/domain/workload/load';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { askedIn } from './week-figures.ts';
import { WeekReasons } from './week-reasons.tsx';
import { WeekTime } from './week-time.tsx';
import ownStyles from './own-load.module.css';
import styles from './week-panel.module.css';

type OwnWeekWhyProps = {
  readonly teams: readonly KnownTeam[];
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly week: LoadWeek;
};

/** Why a week of mine asks what it asks, and why I have the hours I have: part by part, over all my teams. */
export function OwnWeekWhy({ teams, me, today, week }: OwnWeekWhyProps) {
  const t = useTranslations('planning.own.why');
  const reasons = useTranslations('workload.why');
  const format = useFormatter();
  const whole = useLevelHours();
  const { monday, estimate } = week;
  const told = useMemo(
    () =>
      teams.flatMap((team) => {
        const explanation = explainWeek(team.snapshot, { personId: me, monday, today });
        return explanation ? [{ team, explanation }] : [];
      }),
    [teams, me, monday, today],
  );
  const number = isoWeek(monday);
  const asked = askedIn(week, 'likely');
  return (
    <section className={ownStyles.why} aria-label={t('label', { week: number })}>
      <div className={styles.body}>
        <h3 aria-live="polite">{t(asked === 0 ? 'nothing' : 'title', { week: number, hours: whole(asked) })}</h3>
        {told.map(({ team, explanation }) => (
          <div key={team.teamId}>
            {teams.length > 1 && <p className={ownStyles.team}>{team.teamName}</p>}
            <WeekReasons
              {...{ explanation }}
              teamId={team.teamId}
              snapshot={team.snapshot}
              scenario="likely"
              names={namesIn(team.snapshot)}
              person={null}
            />
          </div>
        ))}
        {estimate > 0 && (
          <ul className={styles.reasons}>
            <li>
              <span>
                {t('estimate')}
                <small>{t('estimateWords')}</small>
              </span>
              <b>{reasons('hours', { hours: format.number(estimate / 60, { maximumFractionDigits: 1 }) })}</b>
            </li>
          </ul>
        )}
        <WeekTime week={week} less={together(told.flatMap(({ explanation }) => explanation.less))} />
      </div>
    </section>
  );
}

/** The same reason in several teams is one: a holiday is one for all of them. */
const together = (less: readonly LessReason[]): LessReason[] =>
  [...Map.groupBy(less, ({ because }) => because)].map(([because, same]) => ({
    because,
    days: [...new Set(same.flatMap(({ days }) => days))].toSorted(),
    minutes: same.reduce((sum, { minutes }) => sum + minutes, 0),
  }));
