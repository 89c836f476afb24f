import { useTranslations } from 'use-intl';
import { usePersonName } from '../../i18n/person-name.ts';
import type { LocalDate } from '@roer/domain/dates';
import { useLongDate } from './obstacle-when.ts';
import styles from './obstacles.module.css';

type ObstacleAnswerProps = {
  readonly answer: { readonly byName: string; readonly body: string; readonly on: LocalDate };
};

/** The answer with its day and name: the same for the team and for who leads it. */
export function ObstacleAnswer({ answer }: ObstacleAnswerProps) {
  const t = useTranslations('insights.team');
  const called = usePersonName();
  const longDate = useLongDate();
  return (
    <div className={styles.answer}>
      <p className={styles.meta}>{t('answer', { name: called(answer.byName), date: longDate(answer.on) })}</p>
      <p className={styles.text}>{answer.body}</p>
    </div>
  );
}
