import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, Redirect, useSearch } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { PlainShell } from '../../shell/plain-shell.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { firstRunQuery, useFirstRun } from './first-run.ts';
import styles from './identity.module.css';
import { PersonaChooser } from './persona-chooser.tsx';

/** The first page ever: look around in the example municipality, or start one's own organisation. */
export default function StartPage() {
  const t = useTranslations('identity.start');
  const search = useSearch();
  const sentence = useFailureSentence();
  const firstRun = useFirstRun();
  usePageTitle(t('title'));
  if (firstRun.data?.state === 'own') return <Redirect to={`/sign-in${search ? `?${search}` : ''}`} replace />;
  return (
    <PlainShell>
      {firstRun.isError && !firstRun.data && (
        <ErrorNotice
          title={sentence(failureOf(firstRun.error))}
          action={<Button onClick={() => void firstRun.refetch()}>{t('again')}</Button>}
        />
      )}
      {firstRun.data?.state === 'needed' && <Choice />}
      {firstRun.data?.state === 'demo' && <PersonaChooser />}
    </PlainShell>
  );
}

function Choice() {
  const t = useTranslations('identity.start');
  const client = useQueryClient();
  const sentence = useFailureSentence();
  const { busy, failure, ask } = useAsk();
  const lookAround = async () => {
    await ask(() => api.identity.firstRun.lookAround.mutate(), { again: true });
    await client.invalidateQueries({ queryKey: firstRunQuery.queryKey });
  };
  return (
    <div className={styles.page}>
      <PageLead quiet={t('quiet')}>{t('lead')}</PageLead>
      <div>
        <section className={styles.choice}>
          <h2>{t('look')}</h2>
          <p>{t('lookWords')}</p>
          <Button kind="primary" busy={busy} onClick={() => void lookAround()}>
            {t('lookAction')}
          </Button>
          <div role="status">{busy && <p className={styles.words}>{t('filling')}</p>}</div>
          {failure && <ErrorNotice title={sentence(failure)} />}
        </section>
        <section className={styles.choice}>
          <h2>{t('own')}</h2>
          <p>{t('ownWords')}</p>
          <Link href="/start/own" className={buttonLook({ kind: 'secondary' })}>
            {t('ownAction')}
          </Link>
        </section>
      </div>
    </div>
  );
}
