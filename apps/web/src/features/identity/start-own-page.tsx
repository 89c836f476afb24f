import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, Redirect, useLocation } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { PlainShell } from '../../shell/plain-shell.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useFields } from '../../ui/use-fields.ts';
import { firstRunQuery, useFirstRun } from './first-run.ts';
import styles from './identity.module.css';
import { startAfresh } from './me.ts';
import { PasswordField } from './password-field.tsx';
import { usePasswordProblem } from './use-password-problem.ts';

/** Starts somebody's own organisation; whoever fills this in is its first administrator. */
export default function StartOwnPage() {
  const t = useTranslations('identity.own');
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const sentence = useFailureSentence();
  const problemOf = usePasswordProblem();
  const firstRun = useFirstRun();
  const { values, bind } = useFields({ organisationName: '', name: '', email: '', password: '' });
  const { busy, failure, ask } = useAsk();
  const [tried, setTried] = useState(false);
  const [signedIn, setSignedIn] = useState(false);
  usePageTitle(t('title'));
  if (firstRun.data?.state === 'own' && !busy && !signedIn) return <Redirect to="/sign-in" replace />;

  const asksPassword = firstRun.data?.passwords ?? true;
  const problems = {
    organisationName: values.organisationName.trim() === '' ? t('organisationMissing') : undefined,
    name: values.name.trim() === '' ? t('nameMissing') : undefined,
    email: values.email.includes('@') ? undefined : t('emailMissing'),
    password: asksPassword ? problemOf(values.password, values) : undefined,
  };
  const submit = async () => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    const asked = await ask(() =>
      api.identity.firstRun.startOwn.mutate(asksPassword ? values : { ...values, password: undefined }),
    );
    if (!asked.ok) return;
    setSignedIn(true);
    client.removeQueries({ queryKey: firstRunQuery.queryKey });
    await startAfresh(client);
    navigate('/organisation', { replace: true });
  };
  const wrong = (name: keyof typeof problems) => (tried ? problems[name] : undefined);
  return (
    <PlainShell>
      <div className={styles.page}>
        <PageLead quiet={firstRun.data?.state === 'demo' ? t('removes') : t('quiet')}>{t('lead')}</PageLead>
        <Form
          onSubmit={() => void submit()}
          failure={failure && sentence(failure)}
          actions={
            <>
              <Button kind="primary" type="submit" busy={busy}>
                {t('submit')}
              </Button>
              <Link href="/start" className={buttonLook({ kind: 'tertiary' })}>
                {t('back')}
              </Link>
            </>
          }
        >
          <TextField
            {...bind('organisationName')}
            label={t('organisation')}
            autoComplete="organization"
            maxLength={120}
            error={wrong('organisationName')}
          />
          <TextField {...bind('name')} label={t('name')} autoComplete="name" maxLength={120} error={wrong('name')} />
          <TextField
            {...bind('email')}
            label={t('email')}
            hint={asksPassword ? t('emailHint') : t('emailHintProvider', { name: firstRun.data?.provider ?? '' })}
            type="email"
            autoComplete="username"
            error={wrong('email')}
          />
          {asksPassword && (
            <PasswordField
              {...bind('password')}
              label={t('password')}
              hint={t('passwordHint')}
              autoComplete="new-password"
              error={wrong('password')}
            />
          )}
        </Form>
      </div>
    </PlainShell>
  );
}
