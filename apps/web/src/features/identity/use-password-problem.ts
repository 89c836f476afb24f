import { passwordLimits, passwordWeakness } from '@roer/domain/identity/password';
import { useTranslations } from 'use-intl';

/** Says what is not good enough about a new password, or undefined when it is. The server asks the same. */
export const usePasswordProblem = (): ((password: string, account: { email: string }) => string | undefined) => {
  const t = useTranslations('identity.weak');
  return (password, account) => {
    const weakness = passwordWeakness(password, account);
    return weakness === null ? undefined : t(weakness, passwordLimits);
  };
};
