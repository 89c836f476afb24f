import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { goalAddress, useTeamGoals } from './goals.ts';
import styles from './goal.module.css';

/** What colleagues show of what they learn, by name. Nothing when nobody shows anything: that says nothing about anybody. */
export default function TeamGoals({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('goals');
  const { data: goals = [] } = useTeamGoals(teamId);
  if (goals.length === 0) return null;
  return (
    <section>
      <SectionHeading aside={t('team.aside')}>{t('team.heading')}</SectionHeading>
      <ul className={styles.list}>
        {goals.map(({ id, title, personName, targetLevel, state }) => (
          <li key={id}>
            <Link href={goalAddress(teamId, id)}>
              {t('team.goal', { name: personName, title: title === '' ? t('untitled') : title })}
            </Link>
            <span className={styles.quiet}>
              {[
                ...(targetLevel === null ? [] : [t('target', { level: t(`levels.${targetLevel}`) })]),
                ...(state === 'active' ? [] : [t(`state.${state}`)]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
