import Lock from 'lucide-react/icons/lock';
import { useTranslations } from 'use-intl';
import { Icon } from '../../ui/icon.tsx';
import type { GoalView } from './goals.ts';
import styles from './goal.module.css';

type GoalSeenProps = {
  readonly audiences: NonNullable<GoalView['audiences']>;
  /** The owner's name, for their buddy. */
  readonly owner?: string;
  /** Who agreed to be the buddy, for the owner. */
  readonly buddy?: string | undefined;
};

type Pair = 'me.me' | 'buddy.me' | 'buddy.buddy' | 'team.me' | 'team.buddy' | 'team.team';

/** Who sees what, as it is at this moment. */
export function GoalSeen({ audiences: { stepAudience, planAudience }, owner, buddy }: GoalSeenProps) {
  const t = useTranslations('goals.seen');
  // A plan is never for more people than its step (rule L2.3).
  const pair = `${stepAudience}.${planAudience}` as Pair;
  return (
    <p className={styles.lock}>
      <Icon of={Lock} small />
      <span>
        {owner === undefined
          ? t(`own.${pair}`, { has: buddy === undefined ? 'no' : 'yes', buddy: buddy ?? '' })
          : t(`buddy.${pair}`, { owner })}
      </span>
    </p>
  );
}
