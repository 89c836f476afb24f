import { useTranslations } from 'use-intl';
import { useNumberWords } from '../../i18n/number-words.ts';
import type { MyWeek } from './week-items.ts';

type Counts = {
  mine: number;
  asked: number;
  week: Pick<MyWeek, 'open' | 'today' | 'overdue' | 'hasSettled' | 'isUnknown'>;
};

export type LeadTools = {
  t: ReturnType<typeof useTranslations<'today'>>;
  words: ReturnType<typeof useNumberWords>;
};

/** The sentence of Vandaag: what this week still asks of me, and whether anything waits for my answer (rule V3). */
export const todayLead = (
  { mine, asked, week }: Counts,
  { t, words: { word, wordAtStart } }: LeadTools,
): { sentence: string; quiet: string } => {
  const { open, today, overdue, hasSettled, isUnknown } = week;
  const things = t('lead.things', { open });
  const parts = { today, todayWord: word(today), overdue, overdueWord: word(overdue) };
  const sentence =
    open === 0
      ? t(isUnknown ? 'lead.unknown' : hasSettled ? 'lead.done' : mine > 0 ? 'lead.calm' : 'lead.nothing')
      : t(`lead.${partOf({ open, today, overdue })}`, { open, things, ...parts });
  const waits = asked === 0 ? '' : t('answer.some', { count: asked, start: wordAtStart(asked) });
  return { sentence, quiet: waits || (mine > 0 && !isUnknown ? t('lead.rest') : t('answer.none')) };
};

/** `todayLead` in the language of the reader. */
export const useTodayLead = (): ((counts: Counts) => { sentence: string; quiet: string }) => {
  const t = useTranslations('today');
  const words = useNumberWords();
  return (counts) => todayLead(counts, { t, words });
};

type Part = 'open' | 'allToday' | 'allOverdue' | 'someToday' | 'someOverdue' | 'both';

const partOf = ({ open, today, overdue }: { open: number; today: number; overdue: number }): Part => {
  if (today === open) return 'allToday';
  if (overdue === open) return 'allOverdue';
  if (today > 0 && overdue > 0) return 'both';
  if (today > 0) return 'someToday';
  return overdue > 0 ? 'someOverdue' : 'open';
};
