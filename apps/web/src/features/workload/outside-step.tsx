import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { middayOf } from '@roer/domain/dates';
import { PageLead } from '../../ui/page-lead.tsx';
import type { Outside } from './check-in-step.ts';
import { DeviceCopySection } from './device-copy-section.tsx';
import type { CheckIn } from './use-check-in.ts';
import styles from './check-in.module.css';

/** Why somebody takes part in no check-in now, what that means, and who can change it. */
export function OutsideStep({ view, checkIn }: { readonly view: Outside; readonly checkIn: CheckIn }) {
  const t = useTranslations('check-in.outside');
  const format = useFormatter();
  const rosterOn = view.state === 'none' ? view.rosterOn : null;
  return (
    <div className={styles.main}>
      <PageLead quiet={t(`${view.because}.quiet`)}>{t(`${view.because}.lead`)}</PageLead>
      <p className={styles.intro}>{t(`${view.because}.words`)}</p>
      {rosterOn !== null && view.because !== 'governs' && (
        <p className={styles.intro}>
          {t('rosterOn', {
            date: format.dateTime(middayOf(rosterOn), { weekday: 'long', day: 'numeric', month: 'long' }),
          })}
        </p>
      )}
      <p className={styles.intro}>
        <Link href="/check-in/about-me">{t('about')}</Link>
      </p>
      <DeviceCopySection checkIn={checkIn} />
    </div>
  );
}
