import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { Actor } from '@roer/domain/access/may';
import { deriveGoalOffer } from '@roer/domain/learning/goal-offer';
import type { GoalChoices } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { today } from '../../live/clock.ts';
import { teamQuery } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { useLongDate } from '../insights/obstacle-when.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { useOwnLoad } from '../workload/use-own-load.ts';
import { useOwnGoals } from './goals.ts';
import type { GoalPlan, GoalStep, OwnGoal } from './goals.ts';
import styles from './goal.module.css';

type GoalOfferNoticeProps = {
  readonly goal: GoalStep;
  readonly plan: GoalPlan;
  readonly actor: Actor;
  readonly set: (changed: Partial<GoalChoices>, done?: string) => void;
  readonly act: (work: () => Promise<unknown>, done?: string) => Promise<boolean>;
};

/** What can be done about a goal when my weeks do not fit, besides the pause that always can be. Worked out here, from my own picture, and told to nobody (rule L5.4). */
export function GoalOfferNotice(props: GoalOfferNoticeProps) {
  const { actor, goal } = props;
  const teams = useQueries({ queries: actor.memberships.map(({ teamId }) => teamQuery(teamId)) });
  const { data: own } = useOwnGoals();
  const known = actor.memberships.flatMap(({ teamId, teamName }, index) => {
    const snapshot = teams[index]?.data;
    return snapshot ? [{ teamId, teamName, snapshot }] : [];
  });
  if (goal.state !== 'active' || !own || known.length < actor.memberships.length) return null;
  return <Offer {...props} teams={known} goals={own.goals} />;
}

type OfferProps = GoalOfferNoticeProps & { readonly teams: readonly KnownTeam[]; readonly goals: readonly OwnGoal[] };

function Offer({ goal, plan, actor, set, act, teams, goals }: OfferProps) {
  const t = useTranslations('goals.offer');
  const longDate = useLongDate();
  const day = today();
  const { load } = useOwnLoad({ teams, me: actor.personId, today: day });
  const offer = deriveGoalOffer(
    { ...goal, nextMoment: plan.nextMoment },
    { goals: goals.map((each) => ({ ...each, nextMoment: each.plan.nextMoment })), load, today: day },
  );
  if (!offer) return null;
  const { easier, moment } = offer;
  const inPlace = goals.filter(({ id }) => offer.inPlace.includes(id));
  return (
    <div className={styles.offer}>
      <p>{t('words', { week: isoWeek(offer.fullMonday) })}</p>
      <div className={styles.buttons}>
        <Button
          dense
          onClick={() =>
            set({ stretch: 'comfort', ...(easier === null ? {} : { targetLevel: easier }) }, t('smaller.done'))
          }
        >
          {easier === null ? t('smaller.free') : t('smaller.level', { level: easier })}
        </Button>
        {moment !== null && (
          <Button dense onClick={() => set({ nextMoment: moment }, t('moved'))}>
            {t('move', { date: longDate(moment) })}
          </Button>
        )}
        {inPlace.map(({ id, title }) => (
          <Button
            key={id}
            dense
            onClick={() =>
              void act(() => api.learning.swapGoals.mutate({ goalId: goal.id, inPlace: id }), t('swapped'))
            }
          >
            {t('swap', { title: title === '' ? t('untitled') : title })}
          </Button>
        ))}
      </div>
      <p className={styles.quiet}>{t('quiet')}</p>
    </div>
  );
}
