import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from './avatar.tsx';
import { classNames } from './class-names.ts';
import styles from './strand-pair.module.css';

export type StrandPerson = {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
  /** Percent; only shown when there is more than one holder or it is not 100. */
  readonly share?: number;
  /** What is shown instead of the name: a link with it. */
  readonly words?: ReactNode;
};

type StrandPairProps = {
  readonly holders: readonly StrandPerson[];
  readonly substitutes: readonly StrandPerson[];
  /** Percent that nobody carries yet, of an unclear division; 0 when all is divided. */
  readonly openShare?: number;
  /** A tertiary button inside the open slot ("Dat wil ik wel"), or beside the names. */
  readonly substituteAction?: ReactNode;
};

/** The large pair of the panel: who carries it above, who stands in below, names inside. */
export function StrandPair({ holders, substitutes, openShare = 0, substituteAction }: StrandPairProps) {
  const t = useTranslations('ui');
  const gap = holders.length === 0;
  const several = holders.length > 1 || openShare > 0;
  return (
    <dl className={styles.pair}>
      <div className={classNames(styles.upper, gap ? styles.nobody : styles.carried)}>
        <dt>{t('carries')}</dt>
        <dd>
          {gap ? (
            <span className={styles.open}>{t('nobodyYet')}</span>
          ) : (
            <People people={holders} shares={several} onStrand />
          )}
        </dd>
      </div>
      {openShare > 0 && !gap && (
        <div className={classNames(styles.rest, styles.slot)}>
          <dt className={styles.open}>{t('openShare', { share: openShare })}</dt>
        </div>
      )}
      <div
        className={classNames(styles.lower, substitutes.length > 0 ? styles.backed : gap ? styles.nobody : styles.slot)}
      >
        <dt>{t('standsIn')}</dt>
        <dd>
          {substitutes.length === 0 ? (
            <span className={styles.open}>{t('nobodyYet')}</span>
          ) : (
            <People people={substitutes} />
          )}
        </dd>
        {substituteAction && <dd className={styles.action}>{substituteAction}</dd>}
      </div>
    </dl>
  );
}

type PeopleProps = {
  readonly people: readonly StrandPerson[];
  readonly shares?: boolean;
  /** On the dark strand mine would have no edge, so all are light there. */
  readonly onStrand?: boolean;
};

function People({ people, shares = false, onStrand = false }: PeopleProps) {
  const t = useTranslations('ui');
  return (
    <span className={styles.people}>
      {people.map((person) => (
        <span key={person.id} className={styles.person}>
          <Avatar name={person.name} isMe={person.isMe && !onStrand} />
          <span>
            {person.words ?? person.name}
            {shares && person.share !== undefined && <small> {t('percent', { share: person.share })}</small>}
          </span>
        </span>
      ))}
    </span>
  );
}
