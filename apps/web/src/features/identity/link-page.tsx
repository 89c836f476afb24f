import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { PlainShell } from '../../shell/plain-shell.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useFields } from '../../ui/use-fields.ts';
import styles from './identity.module.css';
import { startAfresh } from './me.ts';
import { PasswordField } from './password-field.tsx';
import { usePasswordProblem } from './use-password-problem.ts';

const useHash = (): string =>
  useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );

/**
 * What an invitation or a reset opens: choose a password, and be signed in. The token stands behind the #, where it
 * reaches no server's log.
 */
export default function LinkPage() {
  const t = useTranslations('identity.link');
  const token = useHash().slice(1);
  const sentence = useFailureSentence();
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => api.identity.linkInfo.mutate({ token }),
    gcTime: 0,
    retry: (count, error) => count < 2 && failureOf(error).code === 'unreachable',
  });
  usePageTitle(t('title'));
  if (link.isPending) return <PlainShell>{null}</PlainShell>;
  if (link.isError) {
    const failure = failureOf(link.error);
    const gone = failure.code === 'linkExpired';
    return (
      <PlainShell>
        <div className={styles.page}>
          <PageLead quiet={gone ? t('goneWords') : undefined}>{gone ? t('gone') : sentence(failure)}</PageLead>
          <p>
            {gone ? (
              <Link href="/sign-in" className={buttonLook({ kind: 'secondary' })}>
                {t('toSignIn')}
              </Link>
            ) : (
              <Button onClick={() => void link.refetch()}>{t('again')}</Button>
            )}
          </p>
        </div>
      </PlainShell>
    );
  }
  return (
    <PlainShell>
      <ChoosePassword token={token} link={link.data} />
    </PlainShell>
  );
}

type LinkInfo = Awaited<ReturnType<typeof api.identity.linkInfo.mutate>>;

function ChoosePassword({ token, link }: { readonly token: string; readonly link: LinkInfo }) {
  const t = useTranslations('identity.link');
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const sentence = useFailureSentence();
  const problemOf = usePasswordProblem();
  const { values, bind } = useFields({ password: '' });
  const { busy, failure, ask } = useAsk();
  const [tried, setTried] = useState(false);
  const problem = problemOf(values.password, link);
  const submit = async () => {
    setTried(true);
    if (problem !== undefined) return;
    const asked = await ask(() => api.identity.acceptLink.mutate({ token, password: values.password }));
    if (!asked.ok) return;
    await startAfresh(client);
    navigate('/', { replace: true });
  };
  const first = link.name.split(' ')[0] ?? link.name;
  const invited = link.kind === 'invitation';
  const resetWords = link.losesPasskeys ? `${t('resetWords')} ${t('losesPasskeys')}` : t('resetWords');
  const words = invited ? t('invitedWords', { organisation: link.organisation }) : resetWords;
  return (
    <div className={styles.page}>
      <PageLead quiet={words}>{invited ? t('invited', { name: first }) : t('reset', { name: first })}</PageLead>
      <Form
        onSubmit={() => void submit()}
        failure={failure && sentence(failure)}
        actions={
          <Button kind="primary" type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
        {/* Password managers keep the password with this address. */}
        <TextField label={t('email')} name="username" autoComplete="username" value={link.email} readOnly />
        <PasswordField
          {...bind('password')}
          label={t('password')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          error={tried ? problem : undefined}
        />
      </Form>
    </div>
  );
}
