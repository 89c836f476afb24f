import { Suspense, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { useFormerTeams } from './reorganising-queries.ts';
import styles from './reorganising.module.css';

const TeamResults = lazyWithSentences(() => import('../insights/team-results.tsx'));
const TeamMirror = lazyWithSentences(() => import('../insights/team-mirror.tsx'));

/** The teams that somebody was in when they closed: who was in them, and where the work went. Nothing for who has none. */
export function FormerTeams() {
  const t = useTranslations('reorganising.former');
  const format = useFormatter();
  const { data: teams = [] } = useFormerTeams();
  if (teams.length === 0) return null;
  return (
    <section className={styles.former} aria-labelledby="former-teams">
      <h2 id="former-teams">{t('heading')}</h2>
      <ul className={styles.plans}>
        {teams.map(({ id, name, closedOn, people, responsibilities }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p className={styles.state}>
              {t('closed', { date: format.dateTime(middayOf(closedOn), { dateStyle: 'long' }) })}
            </p>
            <p>{t('people', { people: format.list(people) })}</p>
            <ul className={styles.steps}>
              {responsibilities.map(({ title, teamName }) => (
                <li key={`${title} ${teamName}`}>{t('went', { title, team: teamName })}</li>
              ))}
            </ul>
            <FormerResults teamId={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever was counted with a team goes on being so until its groups change, and sees what comes of it (rule I1.13). */
function FormerResults({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('reorganising.former');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('results')}</summary>
      {isOpen && (
        <Suspense>
          <TeamResults teamId={teamId} isMember={false} />
          <TeamMirror teamId={teamId} />
        </Suspense>
      )}
    </details>
  );
}
