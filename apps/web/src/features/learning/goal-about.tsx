import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useTeam } from '../../live/team.ts';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { GoalStep } from './goals.ts';
import styles from './goal.module.css';

/** The responsibility that a goal is about, and the level to reach. Nothing for a free goal. */
export function GoalAbout({ goal: { teamId, responsibilityId, targetLevel } }: { readonly goal: GoalStep }) {
  const t = useTranslations('goals');
  const { data: snapshot } = useTeam(teamId);
  const responsibility = responsibilityId === null ? undefined : snapshot?.responsibility[responsibilityId];
  if (!responsibility && targetLevel === null) return null;
  return (
    <p className={styles.about}>
      {responsibility && <Link href={boardAddress(teamId, responsibility.id)}>{responsibility.title}</Link>}
      {responsibility && targetLevel !== null && ' · '}
      {targetLevel !== null && t('target', { level: t(`levels.${targetLevel}`) })}
    </p>
  );
}
