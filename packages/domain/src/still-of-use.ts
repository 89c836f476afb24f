import { addDays } from './dates.ts';
import type { LocalDate } from './dates.ts';
import type { TeamSnapshot } from './feed.ts';
import type { DutyId } from './ids.ts';

/** Days that a snapshot looks back: long enough for two dates of a monthly duty in a row (rule R2.6). */
const lookBack = 100;

/** The first day of which a snapshot at `today` holds what passes by itself. */
export const heldSince = (today: LocalDate): LocalDate => addDays(today, -lookBack);

/**
 * A copy that stayed open for days, without what a new snapshot would not hold either: delegations, absences and help that
 * passed, work and handovers that were done, and settled dates of duties, of which the last three before that are kept.
 */
export const stillOfUse = (snapshot: TeamSnapshot, today: LocalDate): TeamSnapshot => {
  const since = heldSince(today);
  const keep = <Row extends { id: string }>(rows: Record<string, Row>, kept: (row: Row) => boolean) =>
    Object.fromEntries(Object.entries(rows).filter(([, row]) => kept(row)));
  const older = new Map<DutyId, LocalDate[]>();
  for (const { dutyId, recurrenceDate } of Object.values(snapshot.occurrence))
    if (recurrenceDate < since) older.set(dutyId, [...(older.get(dutyId) ?? []), recurrenceDate]);
  const lastThree = new Map([...older].map(([id, dates]) => [id, dates.toSorted().slice(-3)]));
  return {
    ...snapshot,
    delegation: keep(snapshot.delegation, ({ until }) => until > since),
    absence: keep(snapshot.absence, ({ until }) => until > since),
    help: keep(snapshot.help, ({ expiresOn }) => expiresOn > since),
    deadlineWork: keep(snapshot.deadlineWork, ({ doneOn }) => doneOn === null || doneOn > since),
    handover: keep(snapshot.handover, ({ closedOn }) => closedOn === null || closedOn > since),
    duo: keep(snapshot.duo, ({ endedOn }) => endedOn === null || endedOn > since),
    overload: keep(snapshot.overload, ({ monday }) => monday > since),
    occurrence: keep(
      snapshot.occurrence,
      ({ dutyId, recurrenceDate }) =>
        recurrenceDate >= since || (lastThree.get(dutyId)?.includes(recurrenceDate) ?? false),
    ),
  };
};
