import { useFormatter, useTranslations } from 'use-intl';
import type { Candidate, KnowledgeRisk } from '@roer/domain/learning/knowledge-risk';
import { coverOf } from '@roer/domain/learning/cover-level';
import { peopleOf } from './cover-lines.ts';
import type { HandoverTools } from './handover-words.ts';

/** Those who are as far as the first: they are named together. */
const abreast = ([first, ...others]: readonly Candidate[]): Candidate[] =>
  first
    ? [
        first,
        ...others.filter(({ level, wantsToLearn }) =>
          first.level === null ? level === null && wantsToLearn === first.wantsToLearn : level === first.level,
        ),
      ]
    : [];

/** Who may become the next one, in a sentence or two. */
export const useRiskWords = ({ snapshot, today, day }: HandoverTools): ((risk: KnowledgeRisk) => string) => {
  const t = useTranslations('learning.next');
  const format = useFormatter();
  const people = peopleOf(snapshot);
  const named = (ids: readonly Candidate['personId'][]): string =>
    format.list(people.flatMap(({ personId, name }) => (ids.includes(personId) ? [name] : [])));
  return ({ responsibility, independent, away, leavesBefore, candidates }) => {
    const first = abreast(candidates);
    const [only, ...others] = independent.filter((id) => !away.some(({ personId }) => personId === id));
    const given = {
      names: named(first.map(({ personId }) => personId)),
      count: first.length,
      with: only !== undefined && others.length === 0 ? named([only]) : 'none',
    };
    const hours = Math.round(responsibility.minutesAWeek / 6) / 10;
    const waits = people.filter(
      ({ personId }) =>
        coverOf(snapshot, { responsibilityId: responsibility.id, personId }).proposed?.level === 'observing',
    );
    const who = (): string => {
      const level = first[0]?.level ?? null;
      if (level !== null) return t(level === 'observing' ? 'observing' : 'together', given);
      if (waits.length > 0)
        return t('begins', { names: named(waits.map(({ personId }) => personId)), count: waits.length });
      if (first[0]) return t(first[0].wantsToLearn ? 'wants' : 'energy', given);
      return hours > 0 ? t('nobodyHours', { hours }) : t('nobody');
    };
    const leaving = Object.values(snapshot.leaveIntent).flatMap((row) =>
      row.responsibilityId === responsibility.id && row.before > today ? [row.personId] : [],
    );
    return [
      who(),
      ...away.map(({ personId, through }) => t('away', { name: named([personId]), day: day(through) })),
      ...(leavesBefore === null || leaving.length === 0
        ? []
        : [t('leaves', { names: named(leaving), count: leaving.length, day: day(leavesBefore) })]),
    ].join(' ');
  };
};
