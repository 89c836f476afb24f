import { useTranslations } from 'use-intl';
import { useNumberWords } from '../../i18n/number-words.ts';

type Counts = { carries: number; standsIn: number; asked: number };

/** The sentences of Vandaag: how much is mine, and whether anything asks for an answer. */
export const useTodayLead = (): ((counts: Counts) => { sentence: string; quiet: string }) => {
  const t = useTranslations('today');
  const { word, wordAtStart } = useNumberWords();
  return ({ carries, standsIn, asked }) => {
    const kind = carries > 0 ? (standsIn > 0 ? 'both' : 'carries') : standsIn > 0 ? 'standsIn' : 'nothing';
    const counts = { carries, standsIn, carriesWord: word(carries), standsInWord: word(standsIn) };
    return {
      sentence: t(`lead.${kind}`, counts),
      quiet: asked === 0 ? t('answer.none') : t('answer.some', { count: asked, start: wordAtStart(asked) }),
    };
  };
};
