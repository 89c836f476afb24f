import type { Municipality } from '@roer/db/demo/rows';
import { emptySnapshot } from '@roer/domain/feed';
import { isLongHeld } from '@roer/domain/learning/long-held';
import type { TeamSnapshot } from '@roer/domain/feed';

export const groups = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const group = found.get(keyOf(row));
    if (group) group.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found;
};

export const current = (municipality: Municipality) => municipality.Assignment.filter((row) => row.until === null);

/** A team's work as its members get it. */
export const snapshotOf = (municipality: Municipality, teamId: string): TeamSnapshot => {
  const own = <Row extends { teamId: string }>(rows: readonly Row[]) => rows.filter((row) => row.teamId === teamId);
  const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]));
  const schedules = groups(municipality.DutySchedule, (row) => row.dutyId);
  return {
    ...emptySnapshot(),
    member: byId(
      own(municipality.Membership).map((row) => ({
        ...row,
        name: municipality.Person.find(({ id }) => id === row.personId)?.name ?? '',
        minutesByWeekday: [],
      })),
    ),
    area: byId(own(municipality.Area)),
    // What a responsibility weighs does not matter here.
    responsibility: byId(own(municipality.Responsibility)) as unknown as TeamSnapshot['responsibility'],
    assignment: byId(own(current(municipality))),
    duty: byId(own(municipality.Duty).map((row) => ({ ...row, schedules: schedules.get(row.id) ?? [] }))),
    occurrence: byId(
      own(municipality.Occurrence).map((row) => ({ ...row, id: `${row.dutyId}:${row.recurrenceDate}` as const })),
    ),
    note: byId(own(municipality.Note)),
    coverLevel: byId(own(municipality.CoverLevel)),
    leaveIntent: byId(own(municipality.LeaveIntent)),
    heldBefore: byId(own(municipality.Assignment).filter(isLongHeld)),
  };
};
