import { useId } from 'react';
import type { ReactNode } from 'react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

export type FieldWords = {
  readonly label: string;
  /** Stands above the control, so that it is read before typing. */
  readonly hint?: string | undefined;
  /** What is wrong and how to mend it, in a sentence. */
  readonly error?: string | undefined;
  /** Adds "(hoeft niet)" to the label. Required is the ordinary case and gets no mark. */
  readonly optional?: boolean;
};

export type ControlTies = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type FieldProps = FieldWords & {
  readonly id?: string | undefined;
  readonly children: (ties: ControlTies) => ReactNode;
};

/** Label, hint and error around one control, tied to it with ids. */
export function Field({ label, hint, error, optional = false, id, children }: FieldProps) {
  const t = useTranslations('ui');
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const describedBy = classNames(hint !== undefined && hintId, error !== undefined && errorId);
  return (
    <div className={classNames(styles.field, error !== undefined && styles.wrong)}>
      <label htmlFor={controlId} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> {t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
      {error !== undefined && <FieldError id={errorId} words={error} />}
      {children({
        id: controlId,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  );
}

/** The error line of a field or group: icon and words, never colour alone. */
export function FieldError({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <span id={id} className={styles.error}>
      <Icon of={CircleAlert} small /> {words}
    </span>
  );
}
