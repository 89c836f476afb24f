import { useTranslations } from 'use-intl';
import type { PersonId } from '@roer/domain/ids';
import type { Failure } from '../live/api.ts';

/**
 * The sentence for anything that can go wrong, in the reader's language. Every code has one: the keys of `errors.json`
 * are checked against the codes by the compiler. `nameOf` gives the name of who made it impossible, where it is known.
 */
export const useFailureSentence = (
  nameOf: (personId: PersonId) => string | undefined = () => undefined,
): ((failure: Failure) => string) => {
  const t = useTranslations('errors');
  return ({ code, detail }) => t(code, { name: (detail.by && nameOf(detail.by)) ?? t('somebody') });
};
