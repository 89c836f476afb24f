import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { EpochView } from '@roer/domain/workload/check-in';
import { deviceKeepsNothing } from '../../live/device.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { DeviceCopySection } from './device-copy-section.tsx';
import { useAnswerDays, useResultDay } from './epoch-words.ts';
import type { CheckIn } from './use-check-in.ts';
import styles from './check-in.module.css';

/** After sending: what happened, what comes, and that it can still be changed. */
export function SentStep({ epoch, checkIn }: { readonly epoch: EpochView; readonly checkIn: CheckIn }) {
  const t = useTranslations('check-in.sent');
  const { daysOf } = useAnswerDays();
  const resultDay = useResultDay();
  const { choices, share, keep } = checkIn.draftOf(epoch.number);
  const isEmpty = choices.every((choice) => choice === 0);
  return (
    <div className={styles.main}>
      <PageLead quiet={t('leadQuiet', { until: daysOf(epoch).until })}>{t('lead')}</PageLead>
      <p className={styles.intro}>
        {t(isEmpty ? 'empty' : share ? 'shared' : 'counted', { date: resultDay(epoch.publishesAt) })}
      </p>
      {keep && deviceKeepsNothing() && <p className={styles.again}>{t('keepsNothing')}</p>}
      <div className={styles.actions}>
        <Link href="/" className={buttonLook({ kind: 'primary' })}>
          {t('home')}
        </Link>
        <Button onClick={checkIn.edit}>{t('edit')}</Button>
      </div>
      <DeviceCopySection checkIn={checkIn} />
    </div>
  );
}
