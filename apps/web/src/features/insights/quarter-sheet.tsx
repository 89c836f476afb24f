import { useFormatter, useTranslations } from 'use-intl';
import { teamsCounted } from '@roer/domain/insights/dashboard';
import type { DashboardGroup } from '@roer/domain/insights/dashboard';
import { deriveQuarterRows } from '@roer/domain/insights/quarter-rows';
import type { QuarterChoice, QuarterRow as Row } from '@roer/domain/insights/quarter-rows';
import { now } from '../../live/clock.ts';
import { QuarterExport } from './quarter-export.tsx';
import { QuarterRow } from './quarter-row.tsx';
import { useQuarterName } from './quarter-words.ts';
import styles from './quarter.module.css';

type QuarterSheetProps = {
  /** Of the domain; on the page of a team its own name. */
  readonly name: string;
  readonly groups: readonly DashboardGroup[];
  readonly choice: QuarterChoice;
};

/**
 * A domain in a quarter, as it stands on a sheet of paper. The frame around it is a table for the printer alone, which repeats the head of one
 * on every sheet.
 */
export function QuarterSheet({ name, groups, choice }: QuarterSheetProps) {
  const rows = deriveQuarterRows(groups, choice);
  return (
    <table role="presentation" className={styles.sheet}>
      <thead>
        <tr>
          <td>
            <SheetHead {...{ name, rows, choice }} />
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <ul>
              {rows.map((row) => (
                <QuarterRow key={teamsCounted(row.group)[0]?.id} {...{ row, choice }} />
              ))}
            </ul>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

type SheetHeadProps = Pick<QuarterSheetProps, 'name' | 'choice'> & { readonly rows: readonly Row[] };

function SheetHead({ name, rows, choice }: SheetHeadProps) {
  const t = useTranslations('dashboard.quarter');
  const quarter = useQuarterName();
  const format = useFormatter();
  const day = format.dateTime(now(), { day: 'numeric', month: 'long', year: 'numeric' });
  const head = choice.against
    ? t('headBoth', { name, quarter: quarter(choice.quarter), against: quarter(choice.against) })
    : t('headOne', { name, quarter: quarter(choice.quarter) });
  return (
    <div className={styles.sheetHead}>
      <h2>{name}</h2>
      <p className={styles.printed}>{head}</p>
      <small>{t('coverageOn', { date: day })}</small>
      <span className={styles.tools}>
        <QuarterExport {...{ name, rows, choice }} />
      </span>
    </div>
  );
}
