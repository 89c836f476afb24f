import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { DomainSummary } from '@roer/domain/insights/dashboard';
import type { QuarterChoice } from '@roer/domain/insights/quarter-rows';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { InsightLimits } from './insight-limits.tsx';
import { InsightMirror } from './insight-mirror.tsx';
import { useQuarterChoice } from './quarter-choice.ts';
import { QuarterMeaning } from './quarter-meaning.tsx';
import { QuarterSheet } from './quarter-sheet.tsx';
import { QuarterTools } from './quarter-tools.tsx';
import { useQuarterName, useQuarterTitle } from './quarter-words.ts';
import { useDashboard, useDomain } from './use-dashboard.ts';
import styles from './quarter.module.css';

/** A quarter of the domains that somebody leads, beside an earlier one if they like, for the screen and for paper (rules I1.8, I1.11). */
export default function QuarterPage() {
  const t = useTranslations('dashboard');
  const sentence = useFailureSentence();
  const name = useQuarterName();
  const chosen = useQuarterChoice();
  const { data: domains, error, refetch } = useDashboard();
  const { asked, choice } = chosen;
  const titleOf = useQuarterTitle();
  const title = titleOf(choice.quarter);
  usePageTitle(title);
  if (!domains) {
    if (!error) return <SkeletonRows rows={8} />;
    return (
      <ErrorNotice
        title={sentence(failureOf(error))}
        action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
      />
    );
  }
  const own = domains.filter(({ id }) => id === asked.domain);
  const shown = own.length > 0 ? own : domains;
  return (
    <div className={styles.quarterPage}>
      <PageLead
        above={t('quarter.above')}
        quiet={choice.against ? t('quarter.beside', { quarter: name(choice.against) }) : undefined}
      >
        {title}
      </PageLead>
      <InsightMirror />
      <QuarterTools
        chosen={chosen}
        {...(domains.length > 1 && {
          domains: [
            { value: 'all', label: t('quarter.choose.all') },
            ...domains.map((each) => ({ value: each.id, label: each.name })),
          ],
        })}
      />
      <QuarterMeaning />
      {shown.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      {shown.map((summary) => (
        <DomainQuarter key={summary.id} {...{ summary, choice }} />
      ))}
      <InsightLimits />
      <p className={styles.back}>
        <Link href="/insight">{t('quarter.back')}</Link>
      </p>
    </div>
  );
}

function DomainQuarter({ summary, choice }: { readonly summary: DomainSummary; readonly choice: QuarterChoice }) {
  const t = useTranslations('dashboard');
  const sentence = useFailureSentence();
  const { data: domain, error, refetch } = useDomain(summary.id, true);
  if (domain) return <QuarterSheet name={domain.name} groups={domain.groups} choice={choice} />;
  if (!error) return <SkeletonRows rows={summary.teams * 2} />;
  return (
    <ErrorNotice
      title={sentence(failureOf(error))}
      action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
    />
  );
}
