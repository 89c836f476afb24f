import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { RowChange, TeamSnapshot } from '../feed.ts';
import type { CoverLevelRow } from './cover-rows.ts';
import { coverOf } from './cover-level.ts';

/** Rule L1.8: doing it again within so many days says nothing new. */
const exercisedAnew = 30;

const exercised = (before: CoverLevelRow, today: LocalDate): RowChange[] =>
  before.exercisedOn !== null && before.exercisedOn > addDays(today, -exercisedAnew)
    ? []
    : [{ entity: 'coverLevel', before, after: { ...before, exercisedOn: today } }];

/** The changes of a command with what they exercised (rule L1.8): a date of a duty that was done, and what somebody carried until today. */
export const withExercise = (
  facts: Pick<TeamSnapshot, 'coverLevel'>,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] => {
  const rows = changes.flatMap(({ entity, after }) => {
    const isExercise =
      (entity === 'occurrence' && after?.state === 'done') ||
      (entity === 'assignment' && (after?.until ?? null) !== null);
    const { now } = isExercise && after ? coverOf(facts, after) : { now: null };
    return now ? [now] : [];
  });
  return [...changes, ...[...new Set(rows)].flatMap((row) => exercised(row, today))];
};
