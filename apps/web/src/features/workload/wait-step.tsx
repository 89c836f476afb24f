import { useTranslations } from 'use-intl';
import type { EpochView, RosterView } from '@roer/domain/workload/check-in';
import { now } from '../../live/clock.ts';
import { PageLead } from '../../ui/page-lead.tsx';
import { clockIsOff, closedBefore } from './check-in-step.ts';
import { DeviceCopySection } from './device-copy-section.tsx';
import { useAnswerDays, useResultDay } from './epoch-words.ts';
import { GroupLine } from './group-line.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import type { CheckIn } from './use-check-in.ts';
import styles from './check-in.module.css';

type WaitStepProps = {
  readonly epoch: EpochView | null;
  readonly roster: RosterView | undefined;
  readonly checkIn: CheckIn;
};

/** Nothing can be filled in now: when it can, and when the result comes of what is closed. */
export function WaitStep({ epoch, roster, checkIn }: WaitStepProps) {
  const t = useTranslations('check-in.wait');
  const { daysOf, daysAfter } = useAnswerDays();
  const resultDay = useResultDay();
  const { view } = checkIn;
  const closed = view && closedBefore(view, now());
  const startsOn = view?.state === 'group' ? view.next?.opensOn : undefined;
  const days = epoch ? daysOf(epoch) : startsOn === undefined ? undefined : daysAfter(startsOn);
  return (
    <div className={styles.main}>
      <PageLead quiet={days && t(closed ? 'closedQuiet' : 'leadQuiet', days)}>
        {t(closed ? 'closed' : days ? 'lead' : 'notNow')}
      </PageLead>
      <RefusedNotice checkIn={checkIn} />
      <p className={styles.intro}>
        {closed ? t('closedWords', { date: resultDay(closed.publishesAt) }) : t(days ? 'words' : 'notNowWords')}
      </p>
      {view && clockIsOff(view, now()) && <p className={styles.again}>{t('clock')}</p>}
      {roster && <GroupLine {...{ roster, checkIn }} />}
      <DeviceCopySection checkIn={checkIn} />
    </div>
  );
}
