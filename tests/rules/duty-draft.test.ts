import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DutyRow, DutySchedule } from '@roer/domain/feed';
import { uuidFrom } from '@roer/domain/ids';
import type { Id } from '@roer/domain/ids';
import { everRecurs } from '@roer/domain/responsibilities/recurrence';
import { previewed, readDuty, scheduleIn, startDuty } from '@roer/web/features/responsibilities/duty-draft.ts';
import type { DutyDraft } from '@roer/web/features/responsibilities/duty-draft.ts';

const today = '2026-11-25';
const idOf = <Kind extends string>(number: number): Id<Kind> =>
  uuidFrom<Kind>(
    number,
    Uint8Array.from({ length: 10 }, () => 1),
  );
const dutyWith = (schedule: Omit<DutySchedule, 'from'>): DutyRow => ({
  id: idOf<'duty'>(1),
  responsibilityId: idOf<'responsibility'>(2),
  title: 'Rooster klaarzetten',
  schedules: [{ ...schedule, from: '2026-01-01' }],
  endedOn: null,
  version: 1,
});
const fresh: DutyDraft = { ...startDuty(null, today), title: 'Rooster klaarzetten' };
const rules = [
  'FREQ=DAILY',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=7;BYDAY=SA,MO',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1',
  'FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=9,3;BYDAY=1MO',
  'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
];

describe('the form of a duty', () => {
  it('UI10 changes nothing when it is opened and saved, whatever rule was written', () => {
    const schedule = fc.record({
      rrule: fc.constantFrom(...rules),
      start: fc.constantFrom('2024-02-29', '2026-01-14'),
      dueTime: fc.constantFrom(null, '12:00'),
      shift: fc.constantFrom('none' as const, 'previousWorkday' as const),
    });
    fc.assert(
      fc.property(schedule, (given) => {
        // The server takes no rule that never comes.
        fc.pre(everRecurs(given));
        const read = readDuty(startDuty(dutyWith(given), today));
        expect(read).toEqual({ text: { title: 'Rooster klaarzetten', schedule: given } });
      }),
      { numRuns: 300 },
    );
  });

  it('UI10 keeps the days when only the start of a rule moves that took them from its start', () => {
    const draft = startDuty(
      dutyWith({ rrule: 'FREQ=YEARLY', start: '2026-01-14', dueTime: null, shift: 'none' }),
      today,
    );
    expect(scheduleIn({ ...draft, start: '2026-12-01' }).rrule).toBe('FREQ=MONTHLY;BYMONTH=1;BYMONTHDAY=14');
  });

  it('UI10 says what is not right yet, field by field, and previews as soon as there are dates', () => {
    expect(readDuty(fresh)).toHaveProperty('text');
    const wrong = (part: Partial<DutyDraft>) => readDuty({ ...fresh, ...part });
    expect(wrong({ title: ' ' })).toEqual({ wrong: new Set(['title']) });
    expect(wrong({ weekdays: [] })).toEqual({ wrong: new Set(['weekdays']) });
    expect(wrong({ often: 'year', months: [] })).toEqual({ wrong: new Set(['months']) });
    expect(wrong({ start: '' })).toEqual({ wrong: new Set(['start']) });
    expect(wrong({ dueTime: '25:00' })).toEqual({ wrong: new Set(['dueTime']) });
    expect(wrong({ often: 'year', months: [2], day: 30 })).toEqual({ wrong: new Set(['never']) });
    expect(previewed({ ...fresh, title: '' })).toEqual(scheduleIn(fresh));
    expect(previewed({ ...fresh, weekdays: [] })).toBeUndefined();
  });

  it('UI10 takes a working day for one: nothing falls on a holiday', () => {
    expect(scheduleIn({ ...fresh, often: 'month', place: 'lastWorkday' })).toEqual({
      rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      start: today,
      dueTime: null,
      shift: 'previousWorkday',
    });
    expect(scheduleIn({ ...fresh, often: 'workdays' }).shift).toBe('previousWorkday');
    expect(scheduleIn({ ...fresh, often: 'quarter', day: 15, shift: true })).toMatchObject({
      rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15',
      shift: 'previousWorkday',
    });
  });
});
