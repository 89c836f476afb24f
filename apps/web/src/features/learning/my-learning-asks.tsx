import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { ownLearningAddress, useOwnGoals } from './goals.ts';
import { useRoomInvitations } from './intervisie.ts';
import styles from './handover.module.css';

/** On Vandaag: a colleague who asks me to be their buddy, and one who invites the team to think along. Only while it waits. */
export default function MyLearningAsks({ teams }: { readonly teams: readonly { readonly teamId: TeamId }[] }) {
  const t = useTranslations('goals.today');
  const asked = useOwnGoals().data?.buddies.filter(({ mine, state }) => !mine && state === 'asked') ?? [];
  const rooms = useRoomInvitations(teams.map(({ teamId }) => teamId));
  if (asked.length + rooms.length === 0) return null;
  return (
    <section>
      <SectionHeading>{t('heading')}</SectionHeading>
      <ul>
        {asked.map(({ id, name, teamId }) => (
          <li key={id} className={styles.line}>
            <Link href={ownLearningAddress(teamId)}>{t('buddy', { name })}</Link>
            <p>{t('buddyWords')}</p>
          </li>
        ))}
        {rooms.map(({ id, ownerName, teamId }) => (
          <li key={id} className={styles.line}>
            <Link href={`/team/${teamId}/intervisie/${id}`}>{t('room', { name: ownerName })}</Link>
            <p>{t('roomWords')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
