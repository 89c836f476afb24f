import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { api, failureOf } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './account.module.css';
import identity from './identity.module.css';
import { SecretAddress } from './secret-address.tsx';

const queryKey = ['account', 'calendar'];

/** A secret address for one's calendar program: made, made anew, taken away. */
export function CalendarSection({ hasTeam }: { readonly hasTeam: boolean }) {
  const t = useTranslations('account.calendar');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const { language } = useLanguage();
  const state = useQuery({ queryKey, queryFn: () => api.calendar.state.query() });
  const { busy, failure, ask } = useAsk();
  const [address, setAddress] = useState<string>();
  const [revoked, setRevoked] = useState(false);
  const renew = async () => {
    const asked = await ask(() => api.calendar.renew.mutate());
    if (!asked.ok) return;
    client.setQueryData(queryKey, { exists: true });
    setRevoked(false);
    setAddress(`${location.origin}${asked.answer.path}${language === 'en' ? '?lang=en' : ''}`);
  };
  const revoke = async () => {
    const asked = await ask(() => api.calendar.revoke.mutate(), { again: true });
    if (!asked.ok) return;
    client.setQueryData(queryKey, { exists: false });
    setAddress(undefined);
    setRevoked(true);
  };
  // Who left their teams can still take it away.
  if (!hasTeam && !state.data?.exists) return null;
  const problem = failure ?? (state.isError ? failureOf(state.error) : undefined);
  return (
    <section className={identity.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('words')}</p>
      {problem && <ErrorNotice title={sentence(problem)} />}
      {address !== undefined && <SecretAddress key={address} address={address} />}
      {address !== undefined && <HowTo />}
      {state.data?.exists && address === undefined && <p>{t('exists')}</p>}
      {state.data && (
        <div className={rows.row}>
          <Button busy={busy} onClick={() => void renew()}>
            {t(state.data.exists ? 'renew' : 'make')}
          </Button>
          {state.data.exists && (
            <Button kind="tertiary" busy={busy} onClick={() => void revoke()}>
              {t('revoke')}
            </Button>
          )}
        </div>
      )}
      {state.data?.exists && <p className={styles.quiet}>{t('renewWords')}</p>}
      <p role="status">{revoked && t('revoked')}</p>
    </section>
  );
}

function HowTo() {
  const t = useTranslations('account.calendar');
  return (
    <div className={styles.how}>
      <h3>{t('how')}</h3>
      <ul>
        <li>{t('outlook')}</li>
        <li>{t('apple')}</li>
        <li>{t('google')}</li>
      </ul>
      <p className={styles.quiet}>{t('later')}</p>
    </div>
  );
}
