import type { ComponentProps } from 'react';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import styles from './field.module.css';

type TextFieldProps = FieldWords &
  Omit<ComponentProps<'input'>, 'className' | 'children' | 'onChange' | 'value'> & {
    readonly value?: string;
    readonly onText?: (text: string) => void;
  };

/** One line of text. Extra attributes, and `ref`, go to the native input, so react-hook-form can register it. */
export function TextField({ label, hint, error, optional = false, id, onText, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ties) => (
        <input
          {...input}
          {...ties}
          {...(onText && { onChange: (event) => onText(event.currentTarget.value) })}
          className={styles.control}
        />
      )}
    </Field>
  );
}
