import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** How somebody is called: who was erased has no name any more (rule MD7). */
export const usePersonName = (): ((name: string) => string) => {
  const t = useTranslations('responsibilities');
  return useCallback((name) => (name === '' ? t('formerColleague') : name), [t]);
};
