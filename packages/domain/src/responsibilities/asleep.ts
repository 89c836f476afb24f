import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { Asleep } from './coverage.ts';
import { lastOccurrences } from './occurrences.ts';

/** Rule R2.7: so many days without a trace, and without duties that would tell, is asleep. */
export const quietDays = 90;

/**
 * Whether a responsibility sleeps: of its duties the last two dates that passed were both missed (rule R2.6), or it has no
 * duties and nobody left a trace for ninety days (rule R2.7). Null when it is awake.
 */
export const deriveAsleep = (
  snapshot: TeamSnapshot,
  responsibility: ResponsibilityRow,
  today: LocalDate,
): Asleep | null => {
  const duties = Object.values(snapshot.duty).filter(
    (duty) => duty.responsibilityId === responsibility.id && (duty.endedOn === null || duty.endedOn > today),
  );
  if (duties.length === 0) return quiet(snapshot, responsibility, today);
  const passed = duties
    .flatMap((duty) => lastOccurrences(snapshot.occurrence, duty, { today, count: 3 }))
    // What can still be done in time says nothing yet.
    .filter(({ state }) => state !== 'today' && state !== 'overdue')
    .toSorted((one, other) => one.on.localeCompare(other.on));
  const [before, last] = passed.slice(-2);
  return before?.state === 'missed' && last?.state === 'missed' ? { because: 'duties', since: before.on } : null;
};

const quiet = (snapshot: TeamSnapshot, { id, openedOn, editedOn }: ResponsibilityRow, today: LocalDate) => {
  const of = <Row extends { responsibilityId: string | null }>(rows: Record<string, Row>): Row[] =>
    Object.values(rows).filter((row) => row.responsibilityId === id);
  const traces = [
    openedOn,
    editedOn,
    ...of(snapshot.assignment).map(({ from }) => from),
    ...of(snapshot.delegation).map(({ from }) => from),
    ...of(snapshot.occurrence).map(({ on }) => on),
    ...of(snapshot.note).map(({ writtenOn }) => writtenOn),
  ];
  const since = traces.reduce((latest, trace) => (trace > latest ? trace : latest));
  return addDays(since, quietDays) <= today ? ({ because: 'quiet', since } as const) : null;
};
