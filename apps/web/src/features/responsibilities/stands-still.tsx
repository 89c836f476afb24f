import { useId, useMemo } from 'react';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useFormatter, useTranslations } from 'use-intl';
import type { PersonId } from '@roer/domain/ids';
import type { PlannedAbsence, StandsStill as Found } from '@roer/domain/workload/stands-still';
import { today } from '../../live/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import { namesIn } from './people-names.ts';
import { StillActions } from './still-actions.tsx';
import { stillLines } from './still-lines.ts';
import type { StillLine } from './still-lines.ts';
import type { KnownTeam, TeamAct } from './team-act.ts';
import { useRecurrence } from './use-recurrence.ts';
import { useShortDate } from './use-short-date.ts';
import styles from './stands-still.module.css';

type StandsStillProps = {
  readonly teams: readonly KnownTeam[];
  readonly planned: PlannedAbsence;
  readonly act: TeamAct['act'];
};

/**
 * *Wat valt er stil?* (R5): while somebody plans not to be there, what nobody present sees to, what goes on with whom, and what has to be
 * done by a day in it, with a way to arrange each. Over all their teams.
 */
export function StandsStill({ teams, planned, act }: StandsStillProps) {
  const t = useTranslations('planning.still');
  const recurrence = useRecurrence();
  const headingId = useId();
  const { personId, from, until, replaces } = planned;
  const found = useMemo(
    () =>
      recurrence &&
      teams.map((team) => ({
        team,
        still: recurrence.deriveStandsStill(team.snapshot, {
          planned: { personId, from, until, ...(replaces && { replaces }) },
          today: today(),
        }),
      })),
    [recurrence, teams, personId, from, until, replaces],
  );
  if (!found) return null;
  const open = found.reduce((sum, { still }) => sum + stillLines(still).length + still.deadlines.length, 0);
  const carries = found.some(({ still }) => still.covered.length > 0);
  return (
    <section className={styles.still} aria-labelledby={headingId}>
      <h3 id={headingId}>{t('heading')}</h3>
      <p role="status" className={styles.lead}>
        {open === 0 && <Icon of={CircleCheck} small />}
        {open === 0 ? t(carries ? 'nothing' : 'nothingAtAll') : t('some', { count: open })}
      </p>
      {found.map((each) => (
        <OfTeam key={each.team.teamId} {...each} {...{ planned, act }} isNamed={teams.length > 1} />
      ))}
    </section>
  );
}

type OfTeamProps = Pick<StandsStillProps, 'planned' | 'act'> & {
  readonly team: KnownTeam;
  readonly still: Found;
  readonly isNamed: boolean;
};

function OfTeam({ team, still, planned, act, isNamed }: OfTeamProps) {
  const t = useTranslations('planning.still');
  const date = useShortDate();
  const words = useLineWords();
  const lines = stillLines(still);
  if (lines.length + still.deadlines.length + still.covered.length === 0) return null;
  return (
    <>
      {isNamed && <p className={styles.team}>{team.teamName}</p>}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.responsibility.id}>
            <b>{line.responsibility.title}</b>
            <p>{words(line)}</p>
            <StillActions {...{ team, planned, act }} about={{ responsibility: line.responsibility, work: null }} />
          </li>
        ))}
        {still.deadlines.map(({ work, percent }) => (
          <li key={work.id}>
            <b>{work.title}</b>
            <p>{t('deadline', { date: date(work.due), share: percent })}</p>
            <StillActions
              {...{ team, planned, act }}
              about={{ responsibility: team.snapshot.responsibility[work.responsibilityId], work, percent }}
            />
          </li>
        ))}
      </ul>
      <GoesOn {...{ team, still }} me={planned.personId} />
    </>
  );
}

const useLineWords = (): ((line: StillLine) => string) => {
  const t = useTranslations('planning.still');
  const format = useFormatter();
  const date = useShortDate();
  return ({ workdays, firstDay, dates }) =>
    [
      ...(firstDay === null ? [] : [t('days', { count: workdays, from: date(firstDay) })]),
      ...(dates.length === 0
        ? []
        : [
            t('dates', {
              list: format.list(
                dates.map(({ title, on }) =>
                  t('duty', { title, first: on[0] === undefined ? '' : date(on[0]), more: on.length - 1 }),
                ),
              ),
            }),
          ]),
    ].join(' ');
};

/** What needs nothing: with whom it is in those days. */
function GoesOn({ team, still, me }: { readonly team: KnownTeam; readonly still: Found; readonly me: PersonId }) {
  const t = useTranslations('planning.still');
  const format = useFormatter();
  const names = namesIn(team.snapshot);
  if (still.covered.length === 0) return null;
  return (
    <details className={styles.goesOn} open={still.covered.length < 6}>
      <summary>{t('goesOn', { count: still.covered.length })}</summary>
      <ul>
        {still.covered.map(({ responsibility, by }) => (
          <li key={responsibility.id}>
            {t('covered', {
              title: responsibility.title,
              names: format.list(by.filter((id) => id !== me).flatMap((id) => names.short(id) ?? [])),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
