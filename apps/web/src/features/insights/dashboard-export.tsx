import { useTranslations } from 'use-intl';
import type { DomainDashboard } from '@roer/domain/insights/dashboard';
import { dashboardLines, dashboardSheets } from '@roer/domain/insights/dashboard-lines';
import { useDashboardWords } from './dashboard-words.ts';
import { LinesExport } from './lines-export.tsx';

/** Gives what this domain shows as a file (rule I1.7). */
export function DashboardExport({ domain }: { readonly domain: DomainDashboard }) {
  const t = useTranslations('dashboard');
  const words = useDashboardWords();
  return (
    <LinesExport
      name={t('fileName')}
      of={domain.name}
      sheets={() => {
        const { teams, summary, learn } = dashboardSheets(domain, words);
        return [
          { name: t('sheet.teams'), lines: teams },
          { name: t('sheet.summary'), lines: summary },
          { name: t('sheet.learn'), lines: learn },
        ];
      }}
      together={() => dashboardLines(domain, words)}
    />
  );
}
