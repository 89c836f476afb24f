import Printer from 'lucide-react/icons/printer';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ContributionSheet } from './contribution-sheet.tsx';
import { useContributionOf } from './use-contribution.ts';
import styles from './contribution.module.css';

type ColleaguePageProps = {
  readonly personId: PersonId;
  /** What stands here when there is nothing that I may see. */
  readonly missing: ReactNode;
};

/** What a colleague published to a team of mine, as it was when they did. */
export default function ColleaguePage({ personId, missing }: ColleaguePageProps) {
  const t = useTranslations('contribution');
  const sentence = useFailureSentence();
  const format = useFormatter();
  const { data, error, refetch } = useContributionOf(personId);
  usePageTitle(data ? t('titleOf', { name: data.name }) : t('title'));
  // Taken back while it was open: what is here is no longer for me.
  if (error && ['notFound', 'badInput'].includes(failureOf(error).code)) return missing;
  if (data) {
    const on = format.dateTime(middayOf(data.on), { day: 'numeric', month: 'long', year: 'numeric' });
    return (
      <div className={styles.reader}>
        <div className={styles.tools}>
          <Button icon={<Icon of={Printer} small />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
        <ContributionSheet {...data} below={t('sheet.on', { name: data.name, on })} />
      </div>
    );
  }
  if (!error) return <SkeletonRows rows={8} />;
  return (
    <ErrorNotice
      title={sentence(failureOf(error))}
      action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
    />
  );
}
