import { useFormatter, useTranslations } from 'use-intl';
import type { ResultsView } from '@roer/domain/insights/series';
import { statements } from '@roer/domain/workload/check-in';
import { usePeriod } from './period-words.ts';
import styles from './results.module.css';

/** The sentence before the picture: what the last result says, and when the next one comes. */
export function ResultLead({ results }: { readonly results: ResultsView }) {
  const t = useTranslations('check-in.results');
  const format = useFormatter();
  const period = usePeriod();
  const { epochs, running, teams } = results;
  const last = epochs.at(-1);
  const heavy = last ? statements.filter((statement) => last.bands[statement] === 'heavy') : [];
  const isNothing = last !== undefined && statements.every((statement) => last.bands[statement] === null);
  const names = format.list(heavy.map((statement) => t(`inSentence.${statement}`)));
  const next =
    running &&
    t('next', {
      date: format.dateTime(running.publishesAt, { weekday: 'long', day: 'numeric', month: 'long' }),
    });
  return (
    <p className={styles.lead}>
      {last === undefined && next === null && t('none')}
      {last &&
        t(isNothing ? 'lastNone' : heavy.length > 0 ? 'lastHeavy' : 'lastCalm', {
          period: period(last),
          names,
        })}{' '}
      {next}
      {teams.length > 1 && <> {t('joined', { teams: format.list(teams) })}</>}
    </p>
  );
}
