import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { CheckIn } from './use-check-in.ts';
import styles from './check-in.module.css';

type NotSentProps = { readonly checkIn: CheckIn; readonly keeps: boolean };

/** Why it could not be sent, where what was filled in is now, and what to do. It is not sent later by itself. */
export function NotSent({ checkIn: { failure }, keeps }: NotSentProps) {
  const t = useTranslations('check-in.notSent');
  const sentence = useFailureSentence();
  if (!failure) return null;
  const isSilent = failure.code === 'unreachable';
  return (
    <ErrorNotice title={isSilent ? t('silent') : sentence(failure)}>
      <div className={styles.paragraphs}>
        {isSilent && <p>{t('maybe')}</p>}
        <p>{t(keeps ? 'kept' : 'onScreen')}</p>
      </div>
    </ErrorNotice>
  );
}
