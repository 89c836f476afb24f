import { useQuery } from '@tanstack/react-query';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { now } from '../../live/clock.ts';
import { useMoment } from '../../live/use-moment.ts';
import { PlainShell } from '../../shell/plain-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { ContributionSheet } from './contribution-sheet.tsx';
import styles from './contribution.module.css';

const useHash = (): string =>
  useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );

/** Search engines run pages, too: this one is for who got the link. */
const useUnlisted = (): void =>
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex, nofollow, noarchive';
    document.head.append(meta);
    return () => meta.remove();
  }, []);

/**
 * The page behind a link, for whoever got it, signed in or not. The secret stands behind the #, where it reaches no server's log.
 * What never was, was taken back and has ended look the same.
 */
export default function SharedPage() {
  const t = useTranslations('contribution');
  const sentence = useFailureSentence();
  const format = useFormatter();
  const token = useHash().slice(1);
  useUnlisted();
  const query = useQuery({
    queryKey: ['sharedContribution', token],
    queryFn: () => api.learning.sharedContribution.mutate({ token }),
    gcTime: 0,
    retry: (count, error) => count < 2 && failureOf(error).code === 'unreachable',
  });
  const { data, error, refetch } = query;
  usePageTitle(data ? t('titleOf', { name: data.name }) : t('title'));
  // An open page goes when its time is over.
  useMoment(data && !error && data.until > now() ? data.until : null, () => void refetch());
  if (error) {
    const failure = failureOf(error);
    const isGone = failure.code === 'linkExpired' || failure.code === 'badInput';
    return (
      <PlainShell>
        <PageLead quiet={isGone ? t('shared.goneWords') : undefined}>
          {isGone ? t('shared.gone') : sentence(failure)}
        </PageLead>
        {!isGone && (
          <p className={styles.section}>
            <Button onClick={() => void refetch()}>{t('again')}</Button>
          </p>
        )}
      </PlainShell>
    );
  }
  if (!data) return <PlainShell>{null}</PlainShell>;
  const until = format.dateTime(data.until, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <PlainShell isWide>
      <div className={styles.tools}>
        <Button icon={<Icon of={Printer} small />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <ContributionSheet {...data} below={t('shared.until', { name: data.name, until })} />
    </PlainShell>
  );
}
