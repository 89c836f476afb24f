import type { DutyRow, DutySchedule, OccurrenceRow, TeamSnapshot } from '@roer/domain/feed';
import { occurrenceId } from '@roer/domain/responsibilities/occurrence-id';
import { theId } from './team-builder.ts';

export const schedule = (changed: Partial<DutySchedule> = {}): DutySchedule => ({
  from: '2026-01-01',
  rrule: 'FREQ=WEEKLY;BYDAY=MO',
  start: '2026-01-01',
  dueTime: null,
  shift: 'none',
  ...changed,
});

/** The n-th duty, of the first responsibility unless told, every Monday since January unless told. */
export const duty = (number = 1, changed: Partial<DutyRow> = {}, schedules = [schedule()]): DutyRow => ({
  id: theId('duty', number),
  responsibilityId: theId('responsibility', 1),
  title: `Duty ${number}`,
  schedules,
  endedOn: null,
  version: 1,
  ...changed,
});

export const occurrence = (
  recurrenceDate: string,
  changed: Partial<OccurrenceRow> & { number?: number } = {},
): OccurrenceRow => {
  const { number = 1, ...row } = changed;
  return {
    id: occurrenceId(theId('duty', number), recurrenceDate),
    dutyId: theId('duty', number),
    responsibilityId: theId('responsibility', 1),
    recurrenceDate,
    state: 'done',
    movedTo: null,
    reason: '',
    personId: theId('person', 1),
    on: recurrenceDate,
    ...row,
  };
};

/** The team with duties and with what was done of them. */
export const withDuties = (
  facts: TeamSnapshot,
  duties: readonly DutyRow[],
  occurrences: readonly OccurrenceRow[] = [],
): TeamSnapshot => ({
  ...facts,
  duty: Object.fromEntries(duties.map((row) => [row.id, row])),
  occurrence: Object.fromEntries(occurrences.map((row) => [row.id, row])),
});
