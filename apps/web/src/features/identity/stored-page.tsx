import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { storedGroups, storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import type { StoredKind } from '@roer/domain/identity/stored';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { DownloadSection } from './download-section.tsx';
import { StoredKindRow } from './stored-kind.tsx';
import styles from './stored.module.css';

/** Kinds of which there is one or none: a number says nothing there. */
const uncounted = new Set<StoredKind>(['account', 'digest']);
const notStored = ['lastSeen', 'read', 'reason', 'place', 'presence', 'tries'] as const;
const onDevice = ['cookie', 'choices', 'offline', 'drafts', 'checkIn'] as const;

/** Everything that is kept about me, in plain words, with my own numbers. What it tells of is proved by the tests (rule I16). */
export default function StoredPage() {
  const t = useTranslations('account.stored');
  const shared = useTranslations('shell.failed');
  const sentence = useFailureSentence();
  const stored = useQuery({ queryKey: ['account', 'stored'], queryFn: () => api.identity.stored.query() });
  usePageTitle(t('title'));
  const mineOf = (kind: StoredKind): string | undefined => {
    if (!stored.data || uncounted.has(kind)) return undefined;
    const { name, email, counts } = stored.data;
    return kind === 'person' ? t('fact', { name, email }) : t('count', { count: counts[kind] });
  };
  return (
    <div className={styles.page}>
      <PageLead quiet={t('quiet')}>{t('lead')}</PageLead>
      {stored.isError && (
        <ErrorNotice
          title={sentence(failureOf(stored.error))}
          action={<Button onClick={() => void stored.refetch()}>{shared('retry')}</Button>}
        />
      )}
      {storedGroups.map((group) => (
        <section key={group}>
          <SectionHeading>{t(`groups.${group}`)}</SectionHeading>
          <div className={styles.kinds}>
            {storedKindNames
              .filter((kind) => storedKinds[kind].group === group)
              .map((kind) => (
                <StoredKindRow key={kind} kind={kind} mine={mineOf(kind)} />
              ))}
          </div>
        </section>
      ))}
      {stored.data && <DownloadSection name={stored.data.name} />}
      <section>
        <SectionHeading>{t('not.title')}</SectionHeading>
        <ul className={styles.list}>
          {notStored.map((key) => (
            <li key={key}>{t(`not.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHeading>{t('device.title')}</SectionHeading>
        <ul className={styles.list}>
          {onDevice.map((key) => (
            <li key={key}>{t(`device.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHeading>{t('log.title')}</SectionHeading>
        <p className={styles.words}>{t('log.words')}</p>
      </section>
      <p>
        <Link href="/account" className={buttonLook({ kind: 'secondary' })}>
          {t('back')}
        </Link>
      </p>
    </div>
  );
}
