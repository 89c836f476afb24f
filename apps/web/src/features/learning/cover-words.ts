import { useFormatter, useTranslations } from 'use-intl';
import type { CoverCell, CoverLine } from './cover-lines.ts';

/** How the picture of who can do what is said. */
export const useCoverWords = () => {
  const t = useTranslations('learning');
  const format = useFormatter();
  return {
    /** "doet het samen, vangt op"; undefined for who does neither. */
    cell: ({ level, strand }: CoverCell): string | undefined => {
      const parts = [...(level === null ? [] : [t(`does.${level}`)]), ...(strand ? [t(`strand.${strand}`)] : [])];
      return parts.length === 0 ? undefined : format.list(parts, { type: 'unit' });
    },
    /** "niemand", "alleen Frank", "2 mensen". */
    who: ({ independent, cells }: CoverLine): string => {
      const [only] = independent;
      if (only === undefined) return t('who.nobody');
      const name = cells.find(({ personId }) => personId === only)?.name ?? '';
      return independent.length === 1 ? t('who.only', { name }) : t('who.people', { count: independent.length });
    },
  };
};
