import { useTranslations } from 'use-intl';
import type { AuditLine } from '@roer/domain/audit/log';

type AuditWords = {
  who: (line: AuditLine) => string;
  what: (line: AuditLine) => string;
  /** The whole of it: "Anna Beheer maakte een team: Groen." */
  sentence: (line: AuditLine) => string;
};

/** A line of a log in words. A kind without its sentence does not compile. */
export const useAuditWords = (): AuditWords => {
  const t = useTranslations('audit');
  const who = ({ actor }: AuditLine): string => (actor.kind === 'person' ? actor.name : t(actor.kind));
  const what = ({ action }: AuditLine): string => t(`action.${action}`);
  return {
    who,
    what,
    sentence: (line) => t('line', { who: who(line), what: what(line), about: line.about ?? 'none' }),
  };
};
