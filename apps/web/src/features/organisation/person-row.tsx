import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { Avatar } from '../../ui/avatar.tsx';
import type { Person } from './organisation-queries.ts';
import styles from './organisation.module.css';

/** One person in the list of people: who, which teams, and what is still needed to let them in. */
export function PersonRow({ person }: { readonly person: Person }) {
  const t = useTranslations('organisation.people');
  const format = useFormatter();
  const roles = new Set(person.appointments.map(({ kind }) => t(`role.${kind}`)));
  const teams = person.memberships.map(({ teamName }) => teamName);
  const belongs = [...roles, ...teams];
  return (
    <li className={styles.row}>
      <div className={styles.person}>
        <Avatar name={person.name} />
        <div>
          <div className={styles.name}>
            <Link href={`/organisation/people/${person.id}`}>{person.name}</Link>
          </div>
          <div className={styles.note}>
            {person.state !== 'active' && (
              <>
                <b>{t(`state.${person.state}`)}</b>
                {belongs.length > 0 && ', '}
              </>
            )}
            {belongs.length > 0 ? format.list(belongs, { type: 'unit' }) : person.state === 'active' && t('nowhere')}
          </div>
        </div>
      </div>
    </li>
  );
}
