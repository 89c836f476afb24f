import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import { countBands } from '@roer/domain/insights/quarter-rows';
import type { QuarterBand, QuarterPeriod } from '@roer/domain/insights/quarter-rows';
import { useNumberWords } from '../../i18n/number-words.ts';
import { bandLook } from '../../ui/band.tsx';
import { classNames } from '../../ui/class-names.ts';
import { usePeriod } from './period-words.ts';
import styles from './quarter.module.css';
import results from './results.module.css';

type QuarterCellsProps = {
  readonly periods: readonly QuarterPeriod[];
  readonly of: 'summary' | 'learn' | 'load';
  readonly label: string;
};

/**
 * The periods of a quarter: a height, a pattern and a letter for each, the day on which it began below it, and how often in words. Nothing
 * is told by a colour alone, so it can be printed in black.
 */
export function QuarterCells({ periods, of, label }: QuarterCellsProps) {
  const all = useTranslations('dashboard');
  const t = useTranslations('dashboard.quarter');
  const row = useTranslations('dashboard.row');
  const words = useTranslations('check-in.results.bands');
  const format = useFormatter();
  const period = usePeriod();
  const { word } = useNumberWords();
  const said = (band: QuarterBand): string => {
    if (band === 'absent') return all('absent');
    return band === 'coming' ? t('coming') : words(band ?? 'none');
  };
  const inWords = periods.map((each) => `${period(each)}: ${said(each[of])}`);
  const isAbsent = periods.every((each) => each[of] === 'absent');
  const counts = countBands(periods.map((each) => each[of]));
  return (
    <>
      <div className={styles.cells} role="img" aria-label={`${label}. ${format.list(inWords)}`}>
        {periods.map((each, index) => {
          const band = each[of];
          const look = band === 'coming' || band === 'absent' ? null : (band ?? 'none');
          // The month stands where it begins: with all of them the days would touch.
          const isMonthSaid = periods[index - 1]?.startsOn.slice(0, 7) !== each.startsOn.slice(0, 7);
          return (
            <span key={each.number}>
              <i className={results.cell}>{look && <i className={classNames(results[look], bandLook(look))} />}</i>
              <b>{look && t(`letter.${look}`)}</b>
              <small>
                {format.dateTime(middayOf(each.startsOn), { day: 'numeric', ...(isMonthSaid && { month: 'short' }) })}
              </small>
            </span>
          );
        })}
      </div>
      <p className={styles.counts}>
        {counts.length === 0
          ? t(isAbsent ? 'absent' : 'noneYet')
          : format.list(
              counts.map(({ band, count }) => row('times', { band: words(band ?? 'none'), count, word: word(count) })),
              { type: 'unit' },
            )}
      </p>
    </>
  );
}
