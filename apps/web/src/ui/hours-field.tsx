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
  /** Gets whole minutes, or undefined when empty or not readable (the field then says so itself), with what was typed. */
  readonly onMinutes: (minutes: number | undefined, typed: string) => void;
  /** The most that is no slip of the finger, in minutes; a week unless given. */
  readonly most?: number | undefined;
};

/** Hours, typed as people write them, kept as whole minutes. */
export function HoursField(props: HoursFieldProps) {
  const { label, hint, error, optional = false, id, name, minutes, onMinutes, most } = props;
  const t = useTranslations('ui');
  const language = useLocale();
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const shown = typed ?? (minutes === undefined ? '' : formatHours(minutes, language));
  const unreadable = left && shown.trim() !== '' && parseHours(shown, most) === undefined;
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
              onMinutes(parseHours(event.currentTarget.value, most), event.currentTarget.value);
            }}
            onBlur={({ relatedTarget }) => {
              // A line that appears under a press would move the button away; the form then says it itself.
              if (!(relatedTarget instanceof HTMLButtonElement)) setLeft(true);
              if (parseHours(shown, most) !== undefined) setTyped(undefined);
            }}
          />
          <span className={styles.unit}>{t('hoursUnit')}</span>
        </span>
      )}
    </Field>
  );
}
