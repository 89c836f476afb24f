import { useFormatter, useTranslations } from 'use-intl';
import { addDays, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { Evidence } from '@roer/domain/learning/contribution';

/** What evidence says beside its title: how often and when, and where. */
export const useEvidenceWords = (): ((evidence: Evidence) => { what: string; where: string }) => {
  const t = useTranslations('contribution.evidence');
  const format = useFormatter();
  const month = (date: LocalDate): string => format.dateTime(middayOf(date), { month: 'long', year: 'numeric' });
  const day = (date: LocalDate): string =>
    format.dateTime(middayOf(date), { day: 'numeric', month: 'long', year: 'numeric' });
  return (evidence) => {
    switch (evidence.kind) {
      case 'duty': {
        const { times, since, last, about, team } = evidence;
        const isOneMonth = since.slice(0, 7) === last.slice(0, 7);
        const words = { times, since: month(since), last: month(last) };
        return { what: t(isOneMonth ? 'dutyMonth' : 'duty', words), where: t('where', { about, team }) };
      }
      case 'work':
        return {
          what: t('work', { on: day(evidence.on) }),
          where: t('where', { about: evidence.about, team: evidence.team }),
        };
      case 'standIn': {
        const last = addDays(evidence.until, -1);
        const words = { from: day(evidence.from), last: day(last) };
        return { what: t(evidence.from === last ? 'standInDay' : 'standIn', words), where: evidence.team };
      }
      case 'handover':
        return { what: t('handover', { on: day(evidence.on) }), where: evidence.team };
      case 'goal':
        return { what: t('goal'), where: '' };
    }
  };
};
