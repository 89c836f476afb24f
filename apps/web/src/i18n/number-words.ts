import { useTranslations } from 'use-intl';

/** Counts as they are written in a sentence: in words up to twelve, then in figures. At the start with a capital. */
export const useNumberWords = (): { word: (count: number) => string; wordAtStart: (count: number) => string } => {
  const t = useTranslations('numbers');
  return { word: (count) => t('word', { count }), wordAtStart: (count) => t('wordAtStart', { count }) };
};
