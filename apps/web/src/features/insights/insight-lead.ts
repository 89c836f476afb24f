import { useTranslations } from 'use-intl';
import { useNumberWords } from '../../i18n/number-words.ts';
import type { AskingTeam } from './use-obstacles.ts';

type Counts = { teams: number; askMe: number; askOthers: number };

/** How many teams there are, how many of them wait for my answer, and how many only for somebody else's. */
export const countAsking = (teams: readonly AskingTeam[]): Counts => {
  const open = teams.map(({ obstacles }) => obstacles.filter(({ answer }) => answer === null));
  const askMe = open.filter((asked) => asked.some(({ isToMe }) => isToMe)).length;
  return { teams: teams.length, askMe, askOthers: open.filter(({ length }) => length > 0).length - askMe };
};

/** The sentence of Inzicht: who asks something of me, and what the others do. */
export const useInsightLead = (): ((counts: Counts) => { sentence: string; quiet: string | undefined }) => {
  const t = useTranslations('insights.manager.lead');
  const { word, wordAtStart } = useNumberWords();
  return ({ teams, askMe, askOthers }) => {
    if (teams === 0) return { sentence: t('noTeams'), quiet: undefined };
    const rest = teams - askMe;
    const others =
      askOthers > 0
        ? t('othersAsk', { count: askOthers, start: wordAtStart(askOthers) })
        : askMe > 0 && rest > 0
          ? t('rest', { count: rest, word: word(rest) })
          : undefined;
    const sentence = askMe === 0 ? t('none') : t('some', { count: askMe, start: wordAtStart(askMe) });
    return { sentence, quiet: others };
  };
};
