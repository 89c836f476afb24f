import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { formatHours, parseHours } from './hours-text.ts';
import styles from './field.module.css';

type HoursFieldProps = FieldWords & {
  readonly id?: string;
  readonly name?: string;
  /** Whole minutes; undefined is empty. */
  readonly minutes: number | undefined;
  /** Gets whole minutes, or undefined when empty or not readable (the field then says so itself). */
  readonly onMinutes: (minutes: number | undefined) => void;
};

/** Hours a week, typed as people write them, kept as whole minutes. */
export function HoursField({ label, hint, error, optional = false, id, name, minutes, onMinutes }: HoursFieldProps) {
  const t = useTranslations('ui');
  const language = useLocale();
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const shown = typed ?? (minutes === undefined ? '' : formatHours(minutes, language));
  const unreadable = left && shown.trim() !== '' && parseHours(shown) === undefined;
  return (
    <Field {...{ label, hint, optional, id }} error={unreadable ? t('hoursUnreadable') : error}>
      {(ties) => (
        <span className={styles.short}>
          <input
            {...ties}
            name={name}
            className={styles.control}
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              onMinutes(parseHours(event.currentTarget.value));
            }}
            onBlur={() => {
              setLeft(true);
              if (parseHours(shown) !== undefined) setTyped(undefined);
            }}
          />
          <span className={styles.unit}>{t('hoursUnit')}</span>
        </span>
      )}
    </Field>
  );
}
