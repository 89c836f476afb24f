import { useFormatter, useTranslations } from 'use-intl';
import type { TeamId } from '@roer/domain/ids';
import { useTeam } from '../../live/team.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useOthers } from '../presence/use-others.ts';
import styles from '../presence/presence.module.css';
import { namesIn } from './people-names.ts';

/** More and the line says how many. */
const mostNamed = 2;
const mostShown = 3;

/** "Bas en Mei-Lin zijn er ook": who else looks at this team's pages at this moment. Quiet: it is not read out. */
export default function WhoIsHere({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('shell.presence');
  const format = useFormatter();
  const { data: snapshot } = useTeam(teamId);
  const others = useOthers(teamId);
  if (!snapshot) return null;
  const names = namesIn(snapshot);
  const people = others.flatMap((personId) => {
    const full = names.full(personId);
    return full === undefined ? [] : [{ personId, full, short: names.short(personId) ?? full }];
  });
  if (people.length === 0) return null;
  const named = people.slice(0, people.length > mostNamed ? 1 : mostNamed).map(({ short }) => short);
  return (
    <div className={styles.here}>
      <span className={styles.avatars} aria-hidden>
        {people.slice(0, mostShown).map(({ personId, full }) => (
          <Avatar key={personId} name={full} size="small" />
        ))}
      </span>
      <span className={styles.words}>
        {t('here', { names: format.list(named), named: named.length, more: people.length - named.length })}
      </span>
    </div>
  );
}
