import { useFormatter, useTranslations } from 'use-intl';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { Avatar } from '../../ui/avatar.tsx';
import { useOthersAt } from './use-others.ts';
import styles from './presence.module.css';

type NameOf = (personId: PersonId) => string | undefined;
type LooksHereProps = {
  readonly responsibilityId: ResponsibilityId;
  readonly names: { full: NameOf; short: NameOf };
  /** In a row there is room for a face only on a phone. */
  readonly isRow?: boolean;
};

/** "Bas kijkt hier": a colleague has this very responsibility open. */
export function LooksHere({ responsibilityId, names, isRow = false }: LooksHereProps) {
  const t = useTranslations('shell.presence');
  const format = useFormatter();
  const people = useOthersAt(responsibilityId).flatMap((personId) => {
    const full = names.full(personId);
    return full === undefined ? [] : [{ personId, full, short: names.short(personId) ?? full }];
  });
  const [first] = people;
  if (!first) return null;
  return (
    <span className={styles.looks}>
      <span className={styles.ring} aria-hidden>
        <Avatar name={first.full} size="small" />
      </span>
      <span className={isRow ? styles.looksWords : undefined}>
        {t('looks', { names: format.list(people.map(({ short }) => short)), count: people.length })}
      </span>
    </span>
  );
}
