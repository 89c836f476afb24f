import { useId } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldError } from '../../ui/field.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './duty.module.css';

type NumbersFieldProps = {
  readonly label: string;
  readonly error: string | undefined;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly chosen: readonly number[];
  /** In order. */
  readonly onChosen: (chosen: number[]) => void;
};

/** Some of a few days or months. */
export function NumbersField({ label, error, options, chosen, onChosen }: NumbersFieldProps) {
  const id = useId();
  return (
    <fieldset
      className={classNames(styles.numbers, error !== undefined && styles.wrong)}
      aria-describedby={error === undefined ? undefined : id}
    >
      <legend>{label}</legend>
      {error !== undefined && <FieldError id={id} words={error} />}
      <div className={styles.choices}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            checked={chosen.includes(option.value)}
            aria-invalid={error === undefined ? undefined : true}
            onTick={(ticked) => {
              const others = chosen.filter((value) => value !== option.value);
              onChosen(ticked ? [...others, option.value].toSorted((one, other) => one - other) : others);
            }}
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
