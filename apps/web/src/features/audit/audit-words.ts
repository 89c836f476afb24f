import { useTranslations } from 'use-intl';
import type { AuditLine } from '@roer/domain/audit/log';

type AuditWords = {
  who: (line: AuditLine) => string;
  what: (line: AuditLine) => string;
  /** Whom or what it is about, with the team or the role: "Ben de Boer (Groen)", "Ben de Boer (beheerder)"; null for nothing that has a name. */
  about: (line: AuditLine) => string | null;
  /** The whole of it: "Anna Beheer maakte een team: Groen." */
  sentence: (line: AuditLine) => string;
};

/** A line of a log in words. A kind without its sentence does not compile. */
export const useAuditWords = (): AuditWords => {
  const t = useTranslations('audit');
  const who = ({ actor }: AuditLine): string => (actor.kind === 'person' ? actor.name : t(actor.kind));
  const what = ({ action }: AuditLine): string => t(`action.${action}`);
  const roleOf = ({ kind, domain }: NonNullable<AuditLine['role']>): string => {
    if (kind === 'administrator') return t('role.administrator');
    return domain === null ? t('role.managerOfAll') : t('role.managerOf', { domain });
  };
  const about = ({ about: name, team, role }: AuditLine): string | null => {
    const more = role ? roleOf(role) : team;
    return name === null || more === null ? (name ?? more) : `${name} (${more})`;
  };
  return {
    who,
    what,
    about,
    sentence: (line) => t('line', { who: who(line), what: what(line), about: about(line) ?? 'none' }),
  };
};
