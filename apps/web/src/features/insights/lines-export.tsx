import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { csvText } from '@roer/domain/responsibilities/overview-csv';
import { today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { overviewFile, saveFile } from '../../live/save-file.ts';

type LinesExportProps = {
  /** What the file is of, and of whom: parts of its name. */
  readonly name: string;
  readonly of: string;
  readonly sheets: () => { readonly name: string; readonly lines: string[][] }[];
  /** All of them as one table; the first sheet when left out. */
  readonly together?: () => string[][];
};

/** Gives lines as a file: one table for any program, or the sheets of a spreadsheet. */
export function LinesExport({ name, of, sheets, together }: LinesExportProps) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const [isBusy, setBusy] = useState(false);
  const fileName = () => overviewFile({ name, team: of, day: today() });
  const saveCsv = (): void => {
    const lines = together?.() ?? sheets()[0]?.lines ?? [];
    saveFile(csvText(lines, locale === 'nl-NL' ? ';' : ','), fileName());
  };
  const saveWorkbook = async (): Promise<void> => {
    setBusy(true);
    try {
      const { default: writeWorkbook } = await import('write-excel-file/browser');
      const workbook = writeWorkbook(
        sheets().map((sheet) => ({ sheet: sheet.name, data: sheet.lines.map((line) => line.map(cellOf)) })),
      );
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
