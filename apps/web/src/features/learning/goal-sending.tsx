import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { SharedText } from './shared-text.ts';
import { useSending } from './use-shared-text.ts';
import styles from './goal.module.css';

/** Whether what was typed is at the server, on this device, or was refused; in words and without a hurry. */
export function GoalSending({
  texts: [step, plan],
}: {
  readonly texts: readonly [SharedText | null, SharedText | null];
}) {
  const t = useTranslations('goals.sending');
  const sentence = useFailureSentence();
  const both = [useSending(step), useSending(plan)];
  const refused = both.find((sending) => sending.state === 'refused');
  if (refused) {
    // A field that is too long says so itself.
    const why = refused.failure.detail.field === undefined ? sentence(refused.failure) : t('tooLong');
    return (
      <div className={styles.sending}>
        <ErrorNotice title={t('refused')}>{why}</ErrorNotice>
      </div>
    );
  }
  const state = (['waiting', 'sending'] as const).find((each) => both.some((sending) => sending.state === each));
  return (
    <p role="status" className={styles.sending}>
      {t(state ?? 'sent')}
    </p>
  );
}
