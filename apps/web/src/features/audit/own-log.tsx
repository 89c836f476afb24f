import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useAuditWords } from './audit-words.ts';
import { useOwnLog } from './use-audit.ts';
import styles from './audit.module.css';

/** What was done with one's own account, a reset by an administrator among it, once one asks (rule AU10). */
export function OwnLog() {
  const t = useTranslations('audit');
  const format = useFormatter();
  const sentence = useFailureSentence();
  const words = useAuditWords();
  const [isOpen, setOpen] = useState(false);
  const { data: lines, error, refetch } = useOwnLog(isOpen);
  return (
    <section className={styles.own}>
      <SectionHeading>{t('own.title')}</SectionHeading>
      <p className={styles.quiet}>{t('own.words')}</p>
      {!isOpen && <Button onClick={() => setOpen(true)}>{t('own.show')}</Button>}
      {isOpen && !lines && !error && <SkeletonRows rows={3} />}
      {isOpen && !lines && error && (
        <ErrorNotice
          title={sentence(failureOf(error))}
          action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
        />
      )}
      {lines?.length === 0 && <p className={styles.quiet}>{t('own.none')}</p>}
      {lines && lines.length > 0 && (
        <>
          {lines.some(({ actor }) => actor.kind !== 'provider') && <p className={styles.quiet}>{t('own.strange')}</p>}
          {lines.some(({ actor }) => actor.kind === 'provider') && <p className={styles.quiet}>{t('own.provider')}</p>}
        </>
      )}
      {lines && (
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              <time dateTime={new Date(line.at).toISOString()}>
                {format.dateTime(line.at, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })}
              </time>
              <p>{words.sentence(line)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
