import { describe, expect, it } from 'vitest';
import { emptySnapshot } from '@roer/domain/feed';
import type { DutySchedule, TeamSnapshot } from '@roer/domain/feed';
import { uuidFrom } from '@roer/domain/ids';
import type { Id, PersonId, ResponsibilityId } from '@roer/domain/ids';
import { occurrenceId } from '@roer/domain/responsibilities/occurrence-id';
import { twelveMonths } from '@roer/web/features/responsibilities/coming-months.ts';
import * as recurrence from '@roer/web/features/responsibilities/recurrence-chunk.ts';

const idOf = <Kind extends string>(number: number): Id<Kind> =>
  uuidFrom<Kind>(
    number,
    Uint8Array.from({ length: 10 }, () => 7),
  );
const responsibilityId: ResponsibilityId = idOf(1);
const ada: PersonId = idOf(2);

type Given = { rrule: string; endedOn?: string | null; done?: readonly string[] };

/** A team with one responsibility and these duties; Wednesday 25 November 2026 is today. */
const teamWith = (...duties: readonly Given[]): TeamSnapshot => {
  const team = emptySnapshot();
  for (const [index, { rrule, endedOn = null, done = [] }] of duties.entries()) {
    const dutyId = idOf<'duty'>(10 + index);
    const schedule: DutySchedule = { from: '2026-01-01', rrule, start: '2026-01-01', dueTime: null, shift: 'none' };
    team.duty[dutyId] = { id: dutyId, responsibilityId, title: rrule, schedules: [schedule], endedOn, version: 1 };
    for (const recurrenceDate of done) {
      const id = occurrenceId(dutyId, recurrenceDate);
      const settled = { state: 'done', movedTo: null, reason: '', personId: ada, on: recurrenceDate } as const;
      team.occurrence[id] = { id, dutyId, responsibilityId, recurrenceDate, ...settled };
    }
  }
  return team;
};
const today = '2026-11-25';
const rowOf = (...duties: readonly Given[]) => {
  const { first, thisWeek } = recurrence.deriveRowDates(teamWith(...duties), today);
  const row = first.get(responsibilityId);
  return { on: row?.occurrence.on, state: row?.occurrence.state, week: thisWeek.has(responsibilityId), row };
};

const mondays = 'FREQ=WEEKLY;BYDAY=MO';
const wednesdays = 'FREQ=WEEKLY;BYDAY=WE';
const quarterly = 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=1';

describe('the date in a row of the board', () => {
  it('UI11 is what still waits, before what comes', () => {
    expect(rowOf({ rrule: mondays }, { rrule: wednesdays })).toMatchObject({ on: '2026-11-23', state: 'overdue' });
    expect(rowOf({ rrule: mondays, done: ['2026-11-23'] }, { rrule: wednesdays })).toMatchObject({
      on: today,
      state: 'today',
    });
    expect(rowOf({ rrule: wednesdays, done: [today] })).toMatchObject({ on: '2026-12-02', state: 'upcoming' });
  });

  it('UI11 is not there without duties that still recur', () => {
    expect(rowOf()).toMatchObject({ on: undefined, week: false });
    expect(rowOf({ rrule: mondays, endedOn: '2026-11-20' })).toMatchObject({ on: undefined, week: false });
  });

  it('UI11 counts for this week when a date is in it, done or not, or still waits', () => {
    expect(rowOf({ rrule: wednesdays, done: [today] }).week).toBe(true);
    expect(rowOf({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=1', done: ['2026-11-01'] }).week).toBe(false);
    // The first of November still waits: the next month has not begun.
    expect(rowOf({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' }).week).toBe(true);
  });

  it('UI11 knows what comes back every working day', () => {
    expect(rowOf({ rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' }).row?.isEveryWorkday).toBe(true);
    expect(rowOf({ rrule: wednesdays }).row?.isEveryWorkday).toBe(false);
  });
});

describe('twelve months', () => {
  it('UI11 begin with any month and run on into the next year', () => {
    const team = teamWith({ rrule: quarterly });
    const responsibility = {
      id: responsibilityId,
      areaId: idOf<'area'>(3),
      catalogueItemId: null,
      title: 'Kwartaalrapportage',
      purpose: '',
      criticality: 2 as const,
      minutesAWeek: 60,
      season: [],
      organising: false,
      openedOn: '2026-01-01',
      editedOn: '2026-01-01',
      closedOn: null,
      version: 1,
    };
    const daysFrom = (year: number, month: number) =>
      twelveMonths(recurrence, team, { responsibilities: [responsibility], first: { year, month }, today }).map((row) =>
        row.months.map(({ dates }) => dates.map(({ on }) => on)),
      );
    const [rolling] = daysFrom(2026, 11);
    expect(rolling?.flat()).toEqual(['2026-12-01', '2027-03-01', '2027-06-01', '2027-09-01']);
    expect(rolling?.[1]).toEqual(['2026-12-01']);
    expect(rolling).toHaveLength(12);
    expect(daysFrom(2027, 1)[0]?.flat()).toEqual(['2027-03-01', '2027-06-01', '2027-09-01', '2027-12-01']);
    expect(daysFrom(2026, 12)[0]?.[0]).toEqual(['2026-12-01']);
  });
});
