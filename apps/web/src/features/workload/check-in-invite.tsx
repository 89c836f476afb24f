import Lock from 'lucide-react/icons/lock';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { epochAt, isAccepting } from '@roer/domain/workload/epoch';
import { now } from '../../live/clock.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import rows from '../../ui/button-row.module.css';
import { useCheckInCopy } from './check-in-copy.ts';
import { rosterToConfirm } from './check-in-step.ts';
import type { CheckInCopy } from './check-in-copy.ts';
import type { CheckInView } from '@roer/domain/workload/check-in';
import { useAnswerDays } from './epoch-words.ts';
import { useOwnView } from './own.ts';
import styles from './invite.module.css';

/**
 * The invitation on Vandaag: from Thursday to Sunday the same for everybody of a group, whoever answered (rule P11). Only what
 * this device remembers itself may change its words.
 */
export default function CheckInInvite() {
  const { data: view } = useOwnView();
  const { copy } = useCheckInCopy();
  if (!view || !copy) return null;
  if (view.state === 'none') return <NotInGroup because={view.because} />;
  return view.state === 'group' && <Invitation {...{ view, copy }} />;
}

type InvitationProps = {
  readonly view: Extract<CheckInView, { state: 'group' }>;
  readonly copy: CheckInCopy;
};

function Invitation({ view, copy }: InvitationProps) {
  const t = useTranslations('check-in.invite');
  const { daysOf, daysAfter } = useAnswerDays();
  const roster = rosterToConfirm(view, copy);
  const epoch = view.now;
  const isOpen = view.accepting && epoch !== null;
  // Before Thursday there is something to do only while there are names to look at.
  if (!isOpen && !roster) return null;
  const isSent = isOpen && copy.sent === epoch.number;
  const days = epoch ? daysOf(epoch) : roster && daysAfter(roster.opensOn);
  return (
    <section className={styles.invite}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>
        {isSent ? t('sent', { until: daysOf(epoch).until }) : isOpen ? t('open', daysOf(epoch)) : t('before', days)}
      </p>
      <div className={rows.row}>
        <Link href="/check-in" className={buttonLook({ kind: isOpen && !isSent ? 'primary' : 'secondary' })}>
          {t(isSent ? 'edit' : isOpen ? 'go' : 'names')}
        </Link>
      </div>
      <p className={styles.secret}>
        <Icon of={Lock} small />
        {t('secret')}
      </p>
    </section>
  );
}

/** Who is in no group hears it while the others are invited, once and without a block (rule P3). */
function NotInGroup({ because }: { readonly because: Extract<CheckInView, { state: 'none' }>['because'] }) {
  const t = useTranslations('check-in.invite');
  const moment = now();
  if (because === 'governs' || because === 'starting' || !isAccepting(epochAt(moment), moment)) return null;
  return (
    <p className={styles.outside}>
      {t('outside')} <Link href="/check-in">{t('why')}</Link>
    </p>
  );
}
