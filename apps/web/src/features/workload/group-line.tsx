import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { RosterView } from '@roer/domain/workload/check-in';
import { Icon } from '../../ui/icon.tsx';
import { receiptOf } from './check-in-copy.ts';
import { announcedBeside, namesAddress, peopleIn } from './check-in-step.ts';
import type { CheckIn } from './use-check-in.ts';
import styles from './check-in.module.css';

/** One line once the names are right, and one more when other names are coming. */
export function GroupLine({ roster, checkIn }: { readonly roster: RosterView; readonly checkIn: CheckIn }) {
  const t = useTranslations('check-in.group');
  const { view, copy } = checkIn;
  const later = view && announcedBeside(view, roster);
  const isLaterConfirmed = later && copy && receiptOf(copy, later) !== undefined;
  return (
    <>
      <p className={styles.group}>
        <Icon of={CircleCheck} />
        <span>
          <b>{t('right')}</b> {t('who', { people: peopleIn(roster), teams: roster.teams.length })}
        </span>
        <Link href={namesAddress(roster.windowId)} className={styles.more}>
          {t('names')}
        </Link>
      </p>
      {later && !isLaterConfirmed && (
        <p className={styles.group}>
          <span>{t('later')}</span>
          <Link href={namesAddress(later.windowId)} className={styles.more}>
            {t('laterNames')}
          </Link>
        </p>
      )}
    </>
  );
}
