import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { PlainShell } from '../../shell/plain-shell.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import styles from './identity.module.css';

/** What the link of a weekly mail opens: one button that stops it, for whoever has the mail. Opening it stops nothing yet. */
export default function UnsubscribePage({ params }: { readonly params: { readonly token: string } }) {
  const t = useTranslations('account.unsubscribe');
  const sentence = useFailureSentence();
  const { busy, failure, ask } = useAsk();
  const [done, setDone] = useState(false);
  usePageTitle(t('title'));
  const stop = async () => {
    const asked = await ask(() => api.digest.unsubscribe.mutate({ token: params.token }), { again: true });
    if (asked.ok) setDone(true);
  };
  const gone = failure?.code === 'linkExpired';
  const step = done ? 'done' : gone ? 'gone' : 'lead';
  const words = done ? 'doneWords' : gone ? 'goneWords' : 'words';
  return (
    <PlainShell>
      <div className={styles.page} role="status">
        <PageLead>{t(step)}</PageLead>
        <p>{t(words)}</p>
      </div>
      {failure && !gone && <ErrorNotice title={sentence(failure)} />}
      <p className={styles.step}>
        {done || gone ? (
          <Link href="/account" className={buttonLook({ kind: 'secondary' })}>
            {t('toRoer')}
          </Link>
        ) : (
          <Button kind="primary" busy={busy} onClick={() => void stop()}>
            {t('stop')}
          </Button>
        )}
      </p>
    </PlainShell>
  );
}
