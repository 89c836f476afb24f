import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { SavedState } from './saver.ts';
import styles from './contribution.module.css';

/** Whether what was written is kept: a quiet line, and a loud one only when it is not. */
export function SavedLine({ state }: { readonly state: SavedState }) {
  const t = useTranslations('contribution.saved');
  const sentence = useFailureSentence();
  return (
    <div className={styles.saved}>
      <p role="status">{state.is === 'failed' || state.is === 'idle' ? '' : t(state.is)}</p>
      {state.is === 'failed' && <ErrorNotice title={t('failed')}>{sentence(state.failure)}</ErrorNotice>}
    </div>
  );
}
