import { useTranslations } from 'use-intl';
import type { ImportProblem } from '@roer/domain/organisation/import-fields';

/** Line, column and reason of what is wrong, in one sentence. */
export const useImportProblem = (): ((problem: ImportProblem) => string) => {
  const t = useTranslations('imports');
  return ({ reason, line, column, field, value, otherLine }) => {
    const words = t(`problem.${reason}`, {
      value: value ?? '',
      line: otherLine ?? 0,
      field: field === null ? '' : t(`field.${field}`),
    });
    if (line === null) return words;
    return column === null ? t('onLine', { line, words }) : t('inColumn', { line, column, words });
  };
};
