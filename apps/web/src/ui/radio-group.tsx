import { useId } from 'react';
import { FieldError } from './field.tsx';
import { classNames } from './class-names.ts';
import styles from './checkbox.module.css';

export type RadioOption = { readonly value: string; readonly label: string; readonly hint?: string };

type RadioGroupProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly RadioOption[];
  /** Undefined: nothing chosen yet. Nothing is ever chosen for the reader. */
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
};

/** One choice out of a few, all of them in view. */
export function RadioGroup({ label, hint, error, options, value, onChoose }: RadioGroupProps) {
  const id = useId();
  return (
    <fieldset
      className={classNames(styles.group, error !== undefined && styles.wrong)}
      aria-describedby={
        classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) || undefined
      }
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {error !== undefined && <FieldError id={`${id}-error`} words={error} />}
      {options.map((option) => (
        <label key={option.value} className={styles.row}>
          <input
            type="radio"
            name={id}
            className={styles.input}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span className={classNames(styles.box, styles.round)} aria-hidden>
            <span className={styles.dot} />
          </span>
          <span>
            {option.label}
            {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
