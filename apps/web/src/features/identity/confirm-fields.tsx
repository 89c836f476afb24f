import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../live/api.ts';
import { PasswordField } from './password-field.tsx';

/** How somebody shows again that it is them; undefined until it is known. */
export const useConfirmation = () =>
  useQuery({ queryKey: ['account', 'confirmation'], queryFn: () => api.identity.confirmation.query() }).data?.how;

/** Asks for the password where there is one, and says so where somebody has to sign in again. */
export function ConfirmFields({
  how,
  value,
  onText,
  error,
}: {
  readonly how: ReturnType<typeof useConfirmation>;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly error: string | undefined;
}) {
  const t = useTranslations('account.myData');
  if (how === 'signInAgain') return <p>{t('signInAgain')}</p>;
  if (how !== 'password') return null;
  return (
    <PasswordField
      name="password"
      label={t('password')}
      value={value}
      onText={onText}
      autoComplete="current-password"
      error={error}
    />
  );
}
