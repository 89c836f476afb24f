import type { ResponsibilityId } from '@roer/domain/ids';
import type { MyTeam } from './my-responsibilities.ts';
import { isTopic } from './news-words.ts';
import type { NewsAbout, NewsLine, NewsTopic } from './news-words.ts';

/** What changed of one responsibility, or of a team as a whole: newest first. `seq` and `at` of the newest. */
export type NewsItem = {
  key: string;
  team: MyTeam;
  /** A responsibility, or what has no page of its own. */
  about: { responsibilityId: ResponsibilityId } | { topic: NewsTopic };
  words: string[];
  at: number;
  seq: number;
};

const mostItems = 12;
const mostWords = 4;

/** The lines of one team, one item per responsibility; the same words once. */
export const itemsOf = (team: MyTeam, lines: readonly NewsLine[]): NewsItem[] => {
  const found = new Map<NewsAbout, NewsItem>();
  for (const { about, words, at, seq } of lines) {
    const known = found.get(about);
    if (!known) {
      const key = `${team.teamId}:${about}`;
      const item = isTopic(about) ? { topic: about } : { responsibilityId: about };
      found.set(about, { key, team, about: item, words: [words], at, seq });
    } else if (known.words.length < mostWords && !known.words.includes(words)) known.words.push(words);
  }
  return [...found.values()];
};

/** Newest first, at most a dozen: more is no news but a list. */
export const newestItems = (items: readonly NewsItem[]): NewsItem[] =>
  items.toSorted((one, other) => other.at - one.at || other.seq - one.seq).slice(0, mostItems);
