import { useTranslations } from 'use-intl';
import { PersonName } from '../../ui/avatar.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import type { Room } from './intervisie.ts';
import styles from './intervisie.module.css';

export const ownerOf = ({ people }: Pick<Room, 'people'>): string =>
  people.find(({ role }) => role === 'caseOwner')?.name ?? '';

/** Who is in a room, and what each of them does. */
export function RoomPeople({ room: { people, me } }: { readonly room: Room }) {
  const t = useTranslations('intervisie');
  return (
    <section>
      <SectionHeading>{t('running.people')}</SectionHeading>
      <ul className={styles.people}>
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <PersonName name={name} isMe={id === me.id} {...(id === me.id && { label: t('waiting.me', { name }) })} />
            <span className={styles.quiet}>{t(`role.${role}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
