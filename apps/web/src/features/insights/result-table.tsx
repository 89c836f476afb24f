import { useTranslations } from 'use-intl';
import type { ResultsView } from '@roer/domain/insights/series';
import { statements } from '@roer/domain/workload/check-in';
import { usePeriod } from './period-words.ts';
import styles from './results.module.css';

/** The picture as a table, the newest period first: everything in words. */
export function ResultTable({ results: { epochs, running } }: { readonly results: ResultsView }) {
  const t = useTranslations('check-in.results');
  const period = usePeriod();
  return (
    <table className={styles.table}>
      <caption>{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('period')}</th>
          {statements.map((statement) => (
            <th key={statement} scope="col">
              {t(`short.${statement}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {running && (
          <tr>
            <th scope="row">{t('now')}</th>
            <td colSpan={statements.length}>{t('nowWords')}</td>
          </tr>
        )}
        {epochs.toReversed().map((epoch, index) => (
          <tr key={epoch.number}>
            <th scope="row">
              {period(epoch)}
              {epoch.breaks && index < epochs.length - 1 && <small>{t('otherGroup')}</small>}
            </th>
            {statements.map((statement) => (
              <td key={statement}>{t(`bands.${epoch.bands[statement] ?? 'none'}`)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
