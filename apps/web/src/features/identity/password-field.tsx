import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './identity.module.css';

type PasswordFieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly name: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
};

/** A password, hidden unless the reader wants to see it. */
export function PasswordField({ autoComplete, ...field }: PasswordFieldProps) {
  const t = useTranslations('identity');
  const [seen, setSeen] = useState(false);
  return (
    <div className={styles.password}>
      <TextField
        {...field}
        type={seen ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox checked={seen} onTick={setSeen}>
        {t('showPassword')}
      </Checkbox>
    </div>
  );
}
