import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { csvText } from '@roer/domain/responsibilities/overview-csv';
import type { DomainDashboard } from '@roer/domain/insights/dashboard';
import { dashboardLines, dashboardSheets } from '@roer/domain/insights/dashboard-lines';
import { today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { overviewFile, saveFile } from '../responsibilities/overview-file.ts';
import { useDashboardWords } from './dashboard-words.ts';

/** Gives what this domain shows as a file (rule I1.7). */
export function DashboardExport({ domain }: { readonly domain: DomainDashboard }) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const words = useDashboardWords();
  const [isBusy, setBusy] = useState(false);
  const fileName = (): string => overviewFile({ name: t('fileName'), team: domain.name, day: today() });
  const saveCsv = (): void =>
    saveFile(csvText(dashboardLines(domain, words), locale === 'nl-NL' ? ';' : ','), fileName());
  const saveWorkbook = async (): Promise<void> => {
    setBusy(true);
    try {
      const { default: writeWorkbook } = await import('write-excel-file/browser');
      const { teams, summary, learn } = dashboardSheets(domain, words);
      const sheet = (name: string, lines: string[][]) => ({ sheet: name, data: lines.map((line) => line.map(cellOf)) });
      const workbook = writeWorkbook([
        sheet(t('sheet.teams'), teams),
        sheet(t('sheet.summary'), summary),
        sheet(t('sheet.learn'), learn),
      ]);
      await workbook.toFile(fileName().replace(/csv$/, 'xlsx'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button kind="tertiary" dense onClick={saveCsv}>
        {t('csv')}
      </Button>
      <Button kind="tertiary" dense busy={isBusy} onClick={() => void saveWorkbook()}>
        {t('workbook')}
      </Button>
    </>
  );
}

// A text is a text to a spreadsheet, whatever it begins with; a count is a number to reckon with.
const cellOf = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);
