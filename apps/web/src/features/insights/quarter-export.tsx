import { useTranslations } from 'use-intl';
import { quarterText } from '@roer/domain/insights/quarter';
import { quarterLines } from '@roer/domain/insights/quarter-lines';
import type { QuarterChoice, QuarterRow } from '@roer/domain/insights/quarter-rows';
import { LinesExport } from './lines-export.tsx';
import { useQuarterWords } from './quarter-words.ts';

type QuarterExportProps = {
  readonly name: string;
  readonly rows: readonly QuarterRow[];
  readonly choice: QuarterChoice;
};

/** Gives what a sheet shows as a file (rule I1.11). */
export function QuarterExport({ name, rows, choice }: QuarterExportProps) {
  const t = useTranslations('dashboard.quarter');
  const words = useQuarterWords();
  const both = [choice.quarter, choice.against].flatMap((quarter) => (quarter ? [quarterText(quarter)] : []));
  return (
    <LinesExport
      name={`${t('fileName')}-${both.join('-')}`}
      of={name}
      sheets={() => [{ name: t('sheet'), lines: quarterLines(rows, { choice, words }) }]}
    />
  );
}
