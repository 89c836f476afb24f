import { useTranslations } from 'use-intl';
import type { SharedView } from '@roer/domain/insights/series';
import { epochTimes } from '@roer/domain/workload/epoch';
import { statements } from '@roer/domain/workload/check-in';
import type { Statement } from '@roer/domain/workload/check-in';
import type { TeamId } from '@roer/domain/ids';
import { agreementOf } from './agreement.ts';
import { usePeriod } from './period-words.ts';
import { useShared } from './use-results.ts';
import styles from './results.module.css';

type SharedAnswersProps = { readonly teamId: TeamId; readonly lastEpoch: number | undefined };

/** What colleagues chose to show to their own team, beside the result in which it does not count (rule P2). */
export function SharedAnswers({ teamId, lastEpoch }: SharedAnswersProps) {
  const t = useTranslations('check-in.shared');
  const { data } = useShared(teamId, lastEpoch);
  const epochs = data?.epochs.filter(({ people }) => people.length > 0).toReversed() ?? [];
  const [last, ...earlier] = epochs;
  if (!last) return null;
  return (
    <div className={styles.shared}>
      <h3>{t('title')}</h3>
      <p className={styles.note}>{t('words')}</p>
      <SharedEpoch epoch={last} />
      {earlier.length > 0 && (
        <details className={styles.more}>
          <summary>{t('earlier')}</summary>
          {earlier.map((epoch) => (
            <SharedEpoch key={epoch.number} epoch={epoch} />
          ))}
        </details>
      )}
    </div>
  );
}

function SharedEpoch({ epoch }: { readonly epoch: SharedView['epochs'][number] }) {
  const period = usePeriod();
  return (
    <div className={styles.sharedEpoch}>
      <h4>{period(epochTimes(epoch.number))}</h4>
      <ul>
        {epoch.people.map(({ personId, name, values }) => (
          <li key={personId}>
            <b>{name}</b>
            <dl>
              {statements.map((statement) => (
                <SharedAnswer key={statement} statement={statement} value={values[statement]} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `value` as it is kept: who agreed fully has a 1. */
function SharedAnswer({ statement, value }: { readonly statement: Statement; readonly value: number | undefined }) {
  const t = useTranslations('check-in');
  const choice = value === undefined ? 0 : 6 - value;
  const word = agreementOf(choice);
  if (!word) return null;
  return (
    <div>
      <dt>{t(`statements.${statement}`)}</dt>
      <dd>{t('shared.answer', { number: choice, word: t(`agreement.${word}`) })}</dd>
    </div>
  );
}
