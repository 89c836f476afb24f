import { useEffect, useRef } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useTranslations } from 'use-intl';
import { Link, useSearch } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { now } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { CheckInAside } from './check-in-aside.tsx';
import { closedBefore, stepOf } from './check-in-step.ts';
import type { CheckInStep } from './check-in-step.ts';
import { DeviceCopySection } from './device-copy-section.tsx';
import { OutsideStep } from './outside-step.tsx';
import { RosterStep } from './roster-step.tsx';
import { SentStep } from './sent-step.tsx';
import { StatementsForm } from './statements-form.tsx';
import { useCheckIn } from './use-check-in.ts';
import type { CheckIn } from './use-check-in.ts';
import { WaitStep } from './wait-step.tsx';
import styles from './check-in.module.css';

/**
 * The check-in: the names, then the statements. Its title and its address are the same whatever somebody did, and it tells
 * nobody that it is looked at (rule P11).
 */
export default function CheckInPage({ actor }: { readonly actor: Actor }) {
  const t = useTranslations('check-in');
  const sentence = useFailureSentence();
  const names = new URLSearchParams(useSearch()).get('names');
  const checkIn = useCheckIn();
  const { view, copy, query } = checkIn;
  usePageTitle(t('title'));
  const step = view && copy && stepOf(view, copy, names);
  useHeadingFocus(step && `${step.step} ${checkIn.isSent}`);
  if (!step) {
    if (!query.isError) return <SkeletonRows rows={8} />;
    return (
      <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void query.refetch()}>{t('again')}</Button>}>
        {sentence(failureOf(query.error))}
      </ErrorNotice>
    );
  }
  return (
    <>
      <Link href="/" className={styles.back}>
        <Icon of={ArrowLeft} small />
        {t('back')}
      </Link>
      <StepOnScreen {...{ step, checkIn, actor }} />
    </>
  );
}

type InGroup = Exclude<CheckInStep, { step: 'outside' }>;
type StepProps = { readonly step: CheckInStep; readonly checkIn: CheckIn; readonly actor: Actor };

function StepOnScreen({ step, checkIn, actor }: StepProps) {
  if (step.step === 'outside') return <OutsideStep view={step.view} checkIn={checkIn} />;
  const closed = checkIn.view && closedBefore(checkIn.view, now());
  return (
    <div className={styles.columns}>
      <MainStep {...{ step, checkIn, actor }} />
      <CheckInAside publishesAt={step.step === 'names' ? undefined : (closed ?? step.epoch)?.publishesAt}>
        {step.step === 'form' && !checkIn.isSent && <DeviceCopySection checkIn={checkIn} />}
      </CheckInAside>
    </div>
  );
}

function MainStep({ step, checkIn, actor }: Omit<StepProps, 'step'> & { readonly step: InGroup }) {
  switch (step.step) {
    case 'names':
      return <RosterStep key={step.roster.windowId} {...step} checkIn={checkIn} meId={actor.personId} />;
    case 'wait':
      return <WaitStep {...step} checkIn={checkIn} />;
    case 'form':
      if (checkIn.isSent) return <SentStep {...step} checkIn={checkIn} />;
      return <StatementsForm key={step.epoch.number} {...step} checkIn={checkIn} />;
  }
}

/** The address stays while the step changes: who cannot see it hears where they are. */
const useHeadingFocus = (step: string | undefined): void => {
  const before = useRef(step);
  useEffect(() => {
    const isOther = before.current !== undefined && before.current !== step;
    before.current = step;
    if (!isOther) return;
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [step]);
};
