import { useEffect, useMemo, useState } from 'react';
import type { PersonId } from '@roer/domain/ids';
import { useRecurrence } from '../responsibilities/use-recurrence.ts';
import { myDeadlines, withDeadlines } from './my-deadlines.ts';
import { anyRecurs, myWork } from './my-responsibilities.ts';
import type { MyResponsibility, MyTeam } from './my-responsibilities.ts';
import { useDay } from './use-day.ts';
import { deriveMyItems } from './week-items.ts';
import type { MyWeek, WeekItem } from './week-items.ts';

const nothing: MyWeek = {
  items: [],
  open: 0,
  today: 0,
  overdue: 0,
  hasSettled: false,
  isUnknown: false,
  next: () => null,
};

/** Everything that is mine over my teams today. `week` is null until recurrence is here, when it is needed. */
export const useMyWork = ({ teams, me }: { teams: readonly MyTeam[]; me: PersonId }) => {
  const today = useDay();
  const recurrence = useRecurrence();
  const isLate = useIsLate(recurrence === null);
  return useMemo(() => {
    const work = myWork({ teams, me, today, asleep: recurrence?.deriveAsleep });
    const week = recurrence
      ? deriveMyItems(recurrence, { teams, me, today })
      : anyRecurs({ teams, me })
        ? isLate
          ? { ...nothing, isUnknown: true }
          : null
        : nothing;
    const of = (as: WeekItem['as']): WeekItem[] => week?.items.filter((item) => item.as === as) ?? [];
    const deadlines = myDeadlines({ teams, me, today });
    const carries = withItems(work.carries, work.all, of('carries'));
    const standsIn = withItems(work.standsIn, work.all, of('standsIn'));
    const known = new Set([...carries, ...standsIn].map(({ responsibility }) => responsibility.id));
    const parts = new Set(deadlines.map(({ work: { responsibilityId } }) => responsibilityId));
    return {
      ...work,
      week: week && withDeadlines(week, deadlines, today),
      today,
      deadlines,
      carries,
      standsIn,
      // What I only do a part of by a day: a colleague carries it.
      helps: work.all.filter(({ responsibility: { id } }) => parts.has(id) && !known.has(id)),
    };
  }, [teams, me, today, recurrence, isLate]);
};

/** Longer and the rest of the page is shown without it; it comes when it comes. */
const patience = 5000;

const useIsLate = (waits: boolean): boolean => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && isLate;
};

/** What is with a colleague today may be mine on another day of the week: it has its place too. */
const withItems = (
  mine: readonly MyResponsibility[],
  all: readonly MyResponsibility[],
  items: readonly WeekItem[],
): MyResponsibility[] => {
  const known = new Set(mine.map(({ responsibility }) => responsibility.id));
  const wanted = new Set(items.map(({ responsibility }) => responsibility.id).filter((id) => !known.has(id)));
  return [...mine, ...all.filter(({ responsibility }) => wanted.has(responsibility.id))];
};
