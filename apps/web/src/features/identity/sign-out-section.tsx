import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { outboxNow } from '../../live/outbox-state.ts';
import { forgetWhoWasHere } from '../../live/remembered.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './identity.module.css';
import rows from '../../ui/button-row.module.css';

/** Signing out here, or on every device at once. */
export function SignOutSection({ onSignOut }: { readonly onSignOut: () => void }) {
  const t = useTranslations('identity.signOut');
  const sentence = useFailureSentence();
  const { busy, failure, ask } = useAsk();
  const everywhere = async () => {
    const asked = await ask(() => api.identity.signOutEverywhere.mutate(), { again: true });
    if (!asked.ok) return;
    const { next } = asked.answer;
    // Whoever has something unsent is asked first, and stays signed in at the provider.
    if (next === null || outboxNow().waiting.length > 0) onSignOut();
    else void forgetWhoWasHere().finally(() => location.assign(next));
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('words')}</p>
      {failure && <ErrorNotice title={sentence(failure)} />}
      <div className={rows.row}>
        <Button onClick={onSignOut}>{t('here')}</Button>
        <Button busy={busy} onClick={() => void everywhere()}>
          {t('everywhere')}
        </Button>
      </div>
    </section>
  );
}
