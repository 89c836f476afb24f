import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { PlainShell } from '../../shell/plain-shell.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useFields } from '../../ui/use-fields.ts';
import { useFirstRun } from './first-run.ts';
import { ForgottenPassword } from './forgotten-password.tsx';
import styles from './identity.module.css';
import { startAfresh } from './me.ts';
import { PasskeyDoor } from './passkey-door.tsx';
import { arePasskeysHere } from './passkeys-here.ts';
import { PasswordField } from './password-field.tsx';
import { ProviderDoor, ProviderRefusal, refusedBecause } from './provider-door.tsx';
import { returnTo } from './return-to.ts';
import { signIn } from './sign-in-doors.ts';

/**
 * Signing in, by the identity provider, with e-mail and password or by a passkey, whichever there is. An unknown address and a wrong password get the same answer; why the
 * provider did not let somebody in stands in the address.
 */
export default function SignInPage() {
  const t = useTranslations('identity.signIn');
  const client = useQueryClient();
  const search = useSearch();
  const [, navigate] = useLocation();
  const firstRun = useFirstRun();
  const sentence = useFailureSentence();
  const { values, bind } = useFields({ email: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [tried, setTried] = useState(false);
  const [forgot, setForgot] = useState(false);
  usePageTitle(t('title'));

  const missing = { email: !values.email.includes('@'), password: values.password === '' };
  const submit = async () => {
    setTried(true);
    if (missing.email || missing.password || busy) return;
    setBusy(true);
    const refused = await signIn(values);
    setFailure(refused ?? undefined);
    if (!refused) {
      await startAfresh(client);
      navigate(returnTo(search), { replace: true });
    }
    setBusy(false);
  };
  const ended = new URLSearchParams(search).get('ended') !== null;
  const why = refusedBecause(search);
  // Which doors there are decides what the page looks like.
  if (firstRun.isPending) return <PlainShell>{null}</PlainShell>;
  const { provider = null, passwords = true, passkeys } = firstRun.data ?? {};
  if (forgot) {
    return (
      <PlainShell>
        <ForgottenPassword email={values.email} mail={firstRun.data?.mail ?? false} onBack={() => setForgot(false)} />
      </PlainShell>
    );
  }
  const words = failure && (failure.code === 'wrongPassword' ? t('wrong') : sentence(failure));
  return (
    <PlainShell>
      <div className={styles.page}>
        {provider !== null && why !== undefined ? (
          <ProviderRefusal why={why} name={provider} />
        ) : (
          <PageLead quiet={ended ? t('ended') : undefined}>{ended ? t('endedLead') : t('lead')}</PageLead>
        )}
        {provider !== null && <ProviderDoor name={provider} again={why !== undefined} />}
        {passwords && (
          <Form
            onSubmit={() => void submit()}
            failure={words}
            actions={
              <>
                <Button kind={provider === null ? 'primary' : 'secondary'} type="submit" busy={busy}>
                  {t('submit')}
                </Button>
                <Button kind="tertiary" onClick={() => setForgot(true)}>
                  {t('forgot')}
                </Button>
              </>
            }
          >
            <TextField
              {...bind('email')}
              label={t('email')}
              type="email"
              autoComplete="username"
              error={tried && missing.email ? t('emailMissing') : undefined}
            />
            <PasswordField
              {...bind('password')}
              label={t('password')}
              autoComplete="current-password"
              error={tried && missing.password ? t('passwordMissing') : undefined}
            />
          </Form>
        )}
        {arePasskeysHere(passkeys) && <PasskeyDoor />}
        {firstRun.data && firstRun.data.state !== 'own' && (
          <p className={styles.beside}>
            <Link href="/start" className={buttonLook({ kind: 'tertiary' })}>
              {t('toStart')}
            </Link>
          </p>
        )}
      </div>
    </PlainShell>
  );
}
