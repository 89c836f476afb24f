import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { AnswerValue, Statement } from '@roer/domain/workload/check-in';
import { classNames } from '../../ui/class-names.ts';
import { agreement } from '../insights/agreement.ts';
import styles from './scale.module.css';

type StatementScaleProps = {
  readonly number: number;
  readonly statement: Statement;
  /** 0: nothing chosen. */
  readonly choice: AnswerValue;
  readonly onChoose: (choice: AnswerValue) => void;
};

/** One statement with five cells, a number and a word in each. A choice can be taken back. */
export function StatementScale({ number, statement, choice, onChoose }: StatementScaleProps) {
  const t = useTranslations('check-in');
  const id = useId();
  return (
    <fieldset className={styles.statement}>
      <legend id={`${id}-legend`}>
        <span className={styles.number}>{number}</span>
        {t(`statements.${statement}`)}
      </legend>
      <div className={styles.scale}>
        {agreement.map((word, index) => {
          // 1 to 5.
          const value = (index + 1) as AnswerValue;
          return (
            <label key={word} className={classNames(styles.cell, choice === value && styles.chosen)}>
              <input type="radio" name={id} checked={choice === value} onChange={() => onChoose(value)} />
              <b>{value}</b> <span>{t(`agreement.${word}`)}</span>
            </label>
          );
        })}
      </div>
      <button
        type="button"
        id={`${id}-clear`}
        className={styles.clear}
        hidden={choice === 0}
        aria-labelledby={`${id}-clear ${id}-legend`}
        onClick={(event) => {
          onChoose(0);
          // The button goes away: the focus goes to where one chooses again.
          event.currentTarget.closest('fieldset')?.querySelector('input')?.focus();
        }}
      >
        {t('form.clear')}
      </button>
    </fieldset>
  );
}
