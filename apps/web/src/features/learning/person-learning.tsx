import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { useContributors } from './use-contribution.ts';
import { useTeamTalents } from './use-talents.ts';
import styles from './person-learning.module.css';

type PersonLearningProps = {
  readonly snapshot: TeamSnapshot;
  readonly teamId: TeamId;
  readonly personId: PersonId;
  readonly isMe: boolean;
};

/** On somebody's page in a team: what they show of themselves; on one's own the way to write it. */
export function PersonLearning({ snapshot, teamId, personId, isMe }: PersonLearningProps) {
  const t = useTranslations('contribution.person');
  const talents = useTeamTalents(teamId);
  const isPublished = useContributors(teamId).includes(personId);
  const of = <Item extends { personId: PersonId }>(items: readonly Item[] = []): Item[] =>
    items.filter((item) => item.personId === personId);
  const about = of(talents?.items).flatMap(({ responsibilityId, energy, wantsToLearn }) => {
    const title = snapshot.responsibility[responsibilityId]?.title;
    return title === undefined ? [] : [{ key: responsibilityId, title, energy, wantsToLearn }];
  });
  const free = of(talents?.free).map(({ text, ...talent }) => ({ key: text, title: text, ...talent }));
  const lines = [...about, ...free];
  const from = of(talents?.from)[0]?.text;
  if (!isMe && !isPublished && lines.length === 0 && from === undefined) return null;
  return (
    <section className={styles.group}>
      <GroupHeading>{t(isMe ? 'headingMine' : 'heading')}</GroupHeading>
      {from !== undefined && <p className={styles.from}>{from}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ key, title, energy, wantsToLearn }) => (
            <li key={key} className={styles.line}>
              <span>{title}</span>
              <small>
                {[energy && t(energy), wantsToLearn && t('learn')]
                  .filter((part) => typeof part === 'string')
                  .join(', ')}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.ways}>
        {isMe && <Link href="/contribution">{t('mine')}</Link>}
        {isMe && <Link href="/contribution/talents">{t('talents')}</Link>}
        {!isMe && isPublished && <Link href={`/contribution/${personId}`}>{t('page')}</Link>}
      </p>
    </section>
  );
}
