import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { DeadlineWorkRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { sharesOfWork } from '@roer/domain/workload/deadline-shares';
import type { PeopleNames } from './people-names.ts';
import styles from './deadline.module.css';

type DeadlineWhoProps = {
  readonly work: DeadlineWorkRow;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly me: PersonId;
  readonly today: LocalDate;
};

/** Who took which part of a work with a date, and with whom the rest is (rule W1.5). */
export function DeadlineWho({ work, snapshot, names, me, today }: DeadlineWhoProps) {
  const t = useTranslations('planning.deadline.who');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const nameOf = (personId: PersonId, role: 'you' | 'withYou' = 'you'): string =>
    personId === me ? t(role) : (names.short(personId) ?? words('formerColleague'));
  const taken = work.shares.filter(({ percent }) => percent > 0);
  const left = 100 - taken.reduce((sum, { percent }) => sum + percent, 0);
  // What nobody took, as if nobody had taken anything: with whom it is does not depend on how much it is.
  const holders = sharesOfWork({ ...work, shares: [] }, Object.values(snapshot.assignment), today);
  const rest = left > 1 ? (holders.length > 0 ? 'holders' : 'nobody') : null;
  return (
    <p>
      {taken.length > 0 &&
        `${t('taken', { names: format.list(taken.map(({ personId, percent }) => t('part', { name: nameOf(personId), share: percent }))) })} `}
      {rest === 'holders' &&
        t(taken.length > 0 ? 'rest' : 'all', {
          names: format.list(holders.map(({ personId }) => nameOf(personId, 'withYou'))),
        })}
      {rest === 'nobody' && (
        <span className={styles.nobody}>{t(taken.length > 0 ? 'restNobody' : 'nobody', { share: left })}</span>
      )}
    </p>
  );
}
