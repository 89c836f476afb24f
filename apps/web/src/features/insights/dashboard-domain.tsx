import ChevronDown from 'lucide-react/icons/chevron-down';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { teamsCounted } from '@roer/domain/insights/dashboard';
import type { DomainDashboard, DomainSummary } from '@roer/domain/insights/dashboard';
import { lastYear } from '@roer/domain/insights/last-year';
import { summaryOf } from '@roer/domain/insights/series';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { BandWords } from '../../ui/band.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useDomainLine } from './coverage-words.ts';
import { DashboardExport } from './dashboard-export.tsx';
import { DashboardRow } from './dashboard-row.tsx';
import { DashboardTable } from './dashboard-table.tsx';
import { groupColumns } from './group-columns.ts';
import { quarterAddress } from './quarter-choice.ts';
import { useDomain } from './use-dashboard.ts';
import styles from './dashboard.module.css';

type DashboardDomainProps = { readonly summary: DomainSummary; readonly isFirst: boolean };

/** A domain: one line, and its teams once it is opened. */
export function DashboardDomain({ summary, isFirst }: DashboardDomainProps) {
  const t = useTranslations('dashboard');
  const sentence = useFailureSentence();
  const [isOpen, setOpen] = useState(isFirst);
  const { data: domain, error, refetch } = useDomain(summary.id, isOpen);
  const line = useDomainLine();
  const { name, teams } = summary;
  return (
    <details className={styles.domain} open={isFirst} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{name}</h2>
        <small>{isOpen ? t('teams', { count: teams }) : line(summary)}</small>
        <Icon of={ChevronDown} />
      </summary>
      {!domain && isOpen && !error && <SkeletonRows rows={teams * 2} />}
      {!domain && error && (
        <ErrorNotice
          title={sentence(failureOf(error))}
          action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
        />
      )}
      {domain && <Teams domain={{ ...domain, groups: lastYear(domain.groups) }} />}
    </details>
  );
}

/** The rows, or the same as a table; and the same as a file. */
function Teams({ domain }: { readonly domain: DomainDashboard }) {
  const t = useTranslations('dashboard');
  const [asTable, setAsTable] = useState(false);
  const columns = groupColumns(domain.groups);
  const hasNone = domain.groups.some(({ picture }) =>
    picture?.epochs.some(({ bands }) => summaryOf(bands) === null || bands.learn === null),
  );
  return (
    <>
      <div className={styles.tools}>
        <BandWords signs={['light', 'middle', 'heavy', 'none', 'now']} />
        <div>
          <Button kind="tertiary" dense aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t('asTable')}
          </Button>
          <DashboardExport domain={domain} />
          <Link href={quarterAddress(domain.id)} className={buttonLook({ kind: 'tertiary', dense: true })}>
            {t('toQuarter')}
          </Link>
        </div>
      </div>
      {hasNone && <p className={styles.none}>{t('noResult')}</p>}
      {asTable ? (
        <DashboardTable domain={domain} />
      ) : (
        <>
          <div className={styles.head} aria-hidden>
            {(['team', 'coverage', 'load', 'summary', 'learn'] as const).map((column) => (
              <span key={column}>{t(`row.${column}`)}</span>
            ))}
          </div>
          <ul>
            {domain.groups.map((group) => (
              <DashboardRow key={teamsCounted(group)[0]?.id} {...{ group, columns }} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
