import type { ComponentProps, ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import styles from './checkbox.module.css';

type CheckboxProps = Omit<ComponentProps<'input'>, 'className' | 'type' | 'onChange' | 'checked'> & {
  readonly children: ReactNode;
  readonly checked?: boolean;
  readonly onTick?: (ticked: boolean) => void;
};

/** A native checkbox, 24 px in a row of at least 44 px; the whole row is the target. */
export function Checkbox({ children, onTick, ...input }: CheckboxProps) {
  return (
    <label className={styles.row}>
      <input
        {...input}
        type="checkbox"
        className={styles.input}
        {...(onTick && { onChange: (event) => onTick(event.currentTarget.checked) })}
      />
      <span className={styles.box} aria-hidden>
        <Check size={16} strokeWidth={3} />
      </span>
      <span>{children}</span>
    </label>
  );
}
