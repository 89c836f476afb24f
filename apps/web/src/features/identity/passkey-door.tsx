import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import styles from './identity.module.css';
import { startAfresh } from './me.ts';
import { returnTo } from './return-to.ts';
import { signInByPasskey } from './passkey-sign-in.ts';
import type { PasskeyFailure } from './passkey-sign-in.ts';

/** Signs in with what the device asks: no address, no password. Whoever stops has the password beside it (rule I32). */
export function PasskeyDoor() {
  const t = useTranslations('identity.passkey');
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const search = useSearch();
  const sentence = useFailureSentence();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PasskeyFailure>();
  const enter = async () => {
    setBusy(true);
    setFailure(undefined);
    const refused = await signInByPasskey();
    setFailure(refused ?? undefined);
    if (!refused) {
      await startAfresh(client);
      navigate(returnTo(search), { replace: true });
    }
    setBusy(false);
  };
  return (
    <div className={styles.passkey}>
      {failure && (
        <ErrorNotice title={'why' in failure ? t(`${failure.why}.title`) : sentence(failure)}>
          {'why' in failure && t(`${failure.why}.words`)}
        </ErrorNotice>
      )}
      <Button busy={busy} onClick={() => void enter()}>
        {t('submit')}
      </Button>
      <p>{t('hint')}</p>
    </div>
  );
}
