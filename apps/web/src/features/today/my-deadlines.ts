import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { DeadlineWorkRow } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId } from '@roer/domain/ids';
import { sharesOfWork } from '@roer/domain/workload/deadline-shares';
import type { MyTeam } from './my-responsibilities.ts';
import type { MyWeek } from './week-items.ts';

/** A work with a date of which a part is mine, in percent. */
export type MyDeadline = { team: MyTeam; work: DeadlineWorkRow; percent: number };

type Asked = { teams: readonly MyTeam[]; me: PersonId; today: LocalDate };

/** From so many days before its day it stands on Vandaag. */
const daysBefore = 14;

/** What I have to do by a day that is near or passed, and what was done today; the first due first (rule V4). */
export const myDeadlines = ({ teams, me, today }: Asked): MyDeadline[] =>
  teams
    .flatMap((team) =>
      Object.values(team.snapshot.deadlineWork).flatMap((work): MyDeadline[] => {
        const isShown = work.doneOn === null ? work.due <= addDays(today, daysBefore) : work.doneOn === today;
        if (!isShown || team.snapshot.responsibility[work.responsibilityId]?.closedOn !== null) return [];
        const mine = sharesOfWork(work, Object.values(team.snapshot.assignment), today).find(
          ({ personId }) => personId === me,
        );
        return mine ? [{ team, work, percent: mine.percent }] : [];
      }),
    )
    .toSorted((one, other) => one.work.due.localeCompare(other.work.due) || one.work.id.localeCompare(other.work.id));

/** My week with what I have to do by a day of it, or had to before, counted with it (rules V3, V4). */
export const withDeadlines = (week: MyWeek, deadlines: readonly MyDeadline[], today: LocalDate): MyWeek => {
  const sunday = addDays(mondayOf(today), 6);
  const open = deadlines.filter(({ work }) => work.doneOn === null && work.due <= sunday);
  return {
    ...week,
    open: week.open + open.length,
    today: week.today + open.filter(({ work }) => work.due === today).length,
    overdue: week.overdue + open.filter(({ work }) => work.due < today).length,
    hasSettled: week.hasSettled || deadlines.some(({ work }) => work.doneOn !== null),
  };
};
