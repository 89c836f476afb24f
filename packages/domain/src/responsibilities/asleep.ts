import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { DutyRow, ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { ResponsibilityId } from '../ids.ts';
import type { Asleep } from './coverage.ts';
import { lastOccurrences } from './occurrences.ts';
import { stillRecurs } from './duty-end.ts';

/** Rule R2.7: so many days without a trace, and without duties that would tell, is asleep. */
export const quietDays = 90;

/** What tells about sleep, sorted out once for a snapshot: rows of a snapshot are never changed in place. */
type Signs = { duties: Map<ResponsibilityId, DutyRow[]>; traces: Map<ResponsibilityId, LocalDate> };
const signsBySnapshot = new WeakMap<TeamSnapshot, Signs>();

const signsOf = (snapshot: TeamSnapshot): Signs => {
  const known = signsBySnapshot.get(snapshot);
  if (known) return known;
  const traces = new Map<ResponsibilityId, LocalDate>();
  const leave = (id: ResponsibilityId, on: LocalDate): void => {
    if (on > (traces.get(id) ?? '')) traces.set(id, on);
  };
  for (const { responsibilityId, from } of Object.values(snapshot.assignment)) leave(responsibilityId, from);
  for (const { responsibilityId, from } of Object.values(snapshot.delegation)) leave(responsibilityId, from);
  for (const { responsibilityId, on } of Object.values(snapshot.occurrence)) leave(responsibilityId, on);
  for (const { responsibilityId, writtenOn } of Object.values(snapshot.note)) leave(responsibilityId, writtenOn);
  // Somebody wrote down a day by which it must be done, and until that day nobody forgot it.
  for (const { responsibilityId, doneOn, due } of Object.values(snapshot.deadlineWork))
    leave(responsibilityId, doneOn ?? due);
  const duties = Map.groupBy(Object.values(snapshot.duty), ({ responsibilityId }) => responsibilityId);
  const signs: Signs = { duties, traces };
  signsBySnapshot.set(snapshot, signs);
  return signs;
};

/**
 * Whether a responsibility sleeps: of its duties the last two dates that passed were both missed (rule R2.6), or it has no
 * duties and nobody left a trace for ninety days (rule R2.7). Null when it is awake.
 */
export const deriveAsleep = (
  snapshot: TeamSnapshot,
  { id, openedOn, editedOn }: ResponsibilityRow,
  today: LocalDate,
): Asleep | null => {
  const signs = signsOf(snapshot);
  const duties = (signs.duties.get(id) ?? []).filter((duty) => stillRecurs(duty, today));
  if (duties.length > 0) return missedTwice(snapshot, duties, today);
  const since = [openedOn, editedOn, signs.traces.get(id) ?? ''].reduce((one, other) => (one > other ? one : other));
  return addDays(since, quietDays) <= today ? { because: 'quiet', since } : null;
};

const missedTwice = (snapshot: TeamSnapshot, duties: readonly DutyRow[], today: LocalDate): Asleep | null => {
  const passed = duties
    .flatMap((duty) => lastOccurrences(snapshot.occurrence, duty, { today, count: 3 }))
    // What can still be done in time says nothing yet.
    .filter(({ state }) => state !== 'today' && state !== 'overdue')
    .toSorted((one, other) => one.on.localeCompare(other.on));
  const [before, last] = passed.slice(-2);
  return before?.state === 'missed' && last?.state === 'missed' ? { because: 'duties', since: before.on } : null;
};
