import type { ComponentProps } from 'react';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

type TextAreaProps = FieldWords &
  Omit<ComponentProps<'textarea'>, 'className' | 'children' | 'onChange' | 'value'> & {
    readonly value?: string;
    readonly onText?: (text: string) => void;
  };

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, optional = false, id, onText, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(ties) => (
        <textarea
          rows={3}
          {...area}
          {...ties}
          {...(onText && { onChange: (event) => onText(event.currentTarget.value) })}
          className={classNames(styles.control, styles.area)}
        />
      )}
    </Field>
  );
}
