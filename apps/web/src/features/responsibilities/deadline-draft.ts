import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { DeadlineWorkRow } from '@roer/domain/feed';
import { deadlineWorkLimits } from '@roer/domain/workload/deadline-work';
import type { DeadlineWorkText } from '@roer/domain/workload/deadline-work';

/** Hours as they stand in a field: whole minutes, nothing yet, or something that is no number of hours. */
export type TypedMinutes = number | 'unreadable' | undefined;

/** What stands in the form of a work with a date: maybe unfinished. `base` is what it was when the form opened; null for a new one. */
export type DeadlineDraft = {
  base: DeadlineWorkRow | null;
  title: string;
  earliestStart: string;
  due: string;
  least: TypedMinutes;
  likely: TypedMinutes;
  most: TypedMinutes;
};

/** Two that are as likely leave nothing to fill in. */
const unlessLikely = (minutes: number, { likelyMinutes }: DeadlineWorkRow): TypedMinutes =>
  minutes === likelyMinutes ? undefined : minutes;

export const startDeadline = (work: DeadlineWorkRow | null, today: LocalDate): DeadlineDraft => ({
  base: work,
  title: work?.title ?? '',
  earliestStart: work?.earliestStart ?? today,
  due: work?.due ?? '',
  least: work ? unlessLikely(work.leastMinutes, work) : undefined,
  likely: work?.likelyMinutes,
  most: work ? unlessLikely(work.mostMinutes, work) : undefined,
});

export type DeadlineField = 'title' | 'earliestStart' | 'due' | 'likely' | 'least' | 'most';
export type DeadlineProblem =
  | 'title'
  | 'noStart'
  | 'startTooFar'
  | 'noDue'
  | 'dueBeforeStart'
  | 'dueTooFar'
  | 'noHours'
  | 'unreadable'
  | 'tooManyHours'
  | 'leastAboveLikely'
  | 'mostBelowLikely';
export type DeadlineProblems = Partial<Record<DeadlineField, DeadlineProblem>>;

/** Reads the draft: the text, or per field what is not right yet. What is left empty of the hours is as the likely ones. */
export const readDeadline = (
  draft: DeadlineDraft,
  today: LocalDate,
): { text: DeadlineWorkText } | { wrong: DeadlineProblems } => {
  const title = draft.title.trim();
  const { earliestStart, due } = draft;
  const hours = hoursIn(draft);
  const found: [DeadlineField, DeadlineProblem | undefined][] = [
    ['title', title === '' || title.length > deadlineWorkLimits.title ? 'title' : undefined],
    ['earliestStart', startProblem(earliestStart, today)],
    ['due', dueProblem({ earliestStart, due })],
    ...hours.found,
  ];
  const wrong = Object.fromEntries(found.filter(([, problem]) => problem !== undefined));
  if (Object.keys(wrong).length > 0 || !hours.minutes) return { wrong };
  return { text: { title, earliestStart, due, ...hours.minutes } };
};

const startProblem = (start: string, today: LocalDate): DeadlineProblem | undefined => {
  if (start === '') return 'noStart';
  const { days } = deadlineWorkLimits;
  return start < addDays(today, -days) || start > addDays(today, days) ? 'startTooFar' : undefined;
};

const dueProblem = ({ earliestStart, due }: { earliestStart: string; due: string }): DeadlineProblem | undefined => {
  if (due === '') return 'noDue';
  if (earliestStart === '') return undefined;
  if (due < earliestStart) return 'dueBeforeStart';
  return due > addDays(earliestStart, deadlineWorkLimits.days) ? 'dueTooFar' : undefined;
};

type Minutes = Pick<DeadlineWorkText, 'leastMinutes' | 'likelyMinutes' | 'mostMinutes'>;
type Hours = { minutes?: Minutes; found: [DeadlineField, DeadlineProblem | undefined][] };

const hoursIn = ({ least, likely, most }: DeadlineDraft): Hours => {
  const [leastMinutes, mostMinutes] = [least ?? likely, most ?? likely];
  const isAbove = (one: TypedMinutes, other: TypedMinutes): boolean =>
    typeof one === 'number' && typeof other === 'number' && one > other;
  const found: Hours['found'] = [
    ['likely', problemOf(likely) ?? (likely ? undefined : 'noHours')],
    ['least', problemOf(least) ?? (isAbove(least, likely) ? 'leastAboveLikely' : undefined)],
    ['most', problemOf(most) ?? (isAbove(likely, most) ? 'mostBelowLikely' : undefined)],
  ];
  if (typeof likely !== 'number' || typeof leastMinutes !== 'number' || typeof mostMinutes !== 'number') {
    return { found };
  }
  return { minutes: { leastMinutes, likelyMinutes: likely, mostMinutes }, found };
};

const problemOf = (minutes: TypedMinutes): DeadlineProblem | undefined => {
  if (minutes === 'unreadable') return 'unreadable';
  return minutes !== undefined && minutes > deadlineWorkLimits.minutes ? 'tooManyHours' : undefined;
};
