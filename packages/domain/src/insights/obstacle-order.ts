import { daysBetween } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { ObstacleRow } from '../feed.ts';

/** Whether the day has passed by which the team asked an answer (rule W6.6). */
export const isOverdue = (
  { answer, dueOn }: Pick<ObstacleRow, 'dueOn'> & { answer: object | null },
  today: LocalDate,
) => answer === null && dueOn < today;

/** For how many days it waits since it was put forward (rule W6.6). */
export const daysWaiting = ({ raisedOn }: Pick<ObstacleRow, 'raisedOn'>, today: LocalDate): number =>
  Math.max(0, daysBetween(raisedOn, today));

/** For how many days who leads a team reads an answer (rule W6.9); the team reads it always. */
export const answersToldFor = 365;

type Told = Pick<ObstacleRow, 'id' | 'dueOn'> & { answer: { on: LocalDate } | null };

/** What waits for an answer, the earliest day first, and what was answered, the latest first (rule W6.6). */
export const sortObstacles = <Obstacle extends Told>(
  obstacles: readonly Obstacle[],
): { open: Obstacle[]; answered: Obstacle[] } => ({
  open: obstacles
    .filter(({ answer }) => answer === null)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id)),
  answered: obstacles
    .filter(({ answer }) => answer !== null)
    .toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)) || other.id.localeCompare(one.id)),
});

const dayOf = ({ answer }: Told): LocalDate => answer?.on ?? '';
