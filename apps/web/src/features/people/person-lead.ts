import { useTranslations } from 'use-intl';
import type { PersonInTeam } from '@roer/domain/responsibilities/person';
import { useNumberWords } from '../../i18n/number-words.ts';

type LeadInput = { person: PersonInTeam; name: string; isMe: boolean };

/** The sentence on top of somebody's page: how much they carry and stand in for. */
export const usePersonLead = (): ((input: LeadInput) => string) => {
  const t = useTranslations('people.lead');
  const { word } = useNumberWords();
  return ({ person: { carries, standsIn }, name, isMe }) => {
    const who = { name, me: isMe ? 'yes' : 'no' };
    if (carries.length + standsIn.length === 0) return t('nothing', who);
    const counted = carries.length > 0 ? carries : standsIn;
    const count = { count: counted.length, word: word(counted.length) };
    if (standsIn.length === 0) return t('carries', { ...who, ...count });
    if (carries.length === 0) return t('standsIn', { ...who, ...count });
    return t('carriesAndStandsIn', { ...who, ...count, others: word(standsIn.length) });
  };
};
