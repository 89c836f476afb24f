import { useTranslations } from 'use-intl';
import type { PersonId } from '@roer/domain/ids';
import type { RosterView } from '@roer/domain/workload/check-in';
import { usePersonName } from '../../i18n/person-name.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './roster.module.css';

type RosterTeamProps = { readonly team: RosterView['teams'][number]; readonly meId: PersonId };

/** The people of one team of a group, by name. Who is new is said in words. */
export function RosterTeam({ team, meId }: RosterTeamProps) {
  const t = useTranslations('check-in.names');
  const called = usePersonName();
  return (
    <div className={styles.team}>
      <h2>
        {team.name} <small>{t('people', { count: team.people.length })}</small>
      </h2>
      <ul>
        {team.people.map(({ personId, name, isNew }) => (
          <li key={personId} className={classNames(isNew && styles.new)}>
            <Avatar name={called(name)} isMe={personId === meId} />
            <span className={styles.name}>{called(name)}</span>
            {personId === meId && <em>{t('me')}</em>}
            {isNew && <em className={styles.newWord}>{t('new')}</em>}
          </li>
        ))}
      </ul>
    </div>
  );
}
