import type { ComponentProps } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

export type SelectOption = { readonly value: string; readonly label: string };

type SelectFieldProps = FieldWords &
  Omit<ComponentProps<'select'>, 'className' | 'children' | 'onChange' | 'value'> & {
    readonly options: readonly SelectOption[];
    readonly value?: string;
    readonly onChoose?: (value: string) => void;
  };

/** A native select: the phone's own wheel and every keyboard habit come free. */
export function SelectField({
  label,
  hint,
  error,
  optional = false,
  id,
  options,
  onChoose,
  ...rest
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ties) => (
        <span className={styles.selectFrame}>
          <select
            {...rest}
            {...ties}
            {...(onChoose && { onChange: (event) => onChoose(event.currentTarget.value) })}
            className={classNames(styles.control, styles.select)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} small />
        </span>
      )}
    </Field>
  );
}
