import { describe, expect, it } from 'vitest';
import { deriveAsleep, quietDays } from '@roer/domain/responsibilities/asleep';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import type { ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import { duty, occurrence, schedule, withDuties } from './duty-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const carried = [{ person: 1, from: '2026-01-05' }];
const quiet = aTeam({ carried });
const asleep = (facts: TeamSnapshot, row: ResponsibilityRow = responsibility(1), day = today) =>
  deriveAsleep(facts, row, day);
const done = (...dates: string[]) => dates.map((date) => occurrence(date));

// Today is Monday 23 November 2026.
describe('a responsibility that sleeps', () => {
  it('R2.6 after two dates in a row were missed, whichever of its duties they are of', () => {
    const of = (dates: string[], duties = [duty()]) => asleep(withDuties(quiet, duties, done(...dates)));
    // The 16th was missed when the 23rd came.
    expect(of(['2026-11-09'])).toBeNull();
    expect(of(['2026-11-02'])).toEqual({ because: 'duties', since: '2026-11-09' });
    expect(of([])).toEqual({ because: 'duties', since: '2026-11-09' });
    const monthly = duty(2, {}, [schedule({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=10' })]);
    const ticked = [occurrence('2026-11-10', { number: 2 })];
    expect(asleep(withDuties(quiet, [duty(), monthly], ticked))).toBeNull();
  });

  it('R2.6 what can still be done says nothing, and doing it wakes', () => {
    expect(asleep(withDuties(quiet, [duty()], done('2026-11-23')))).toBeNull();
    const lateOnes = withDuties(quiet, [duty(1, {}, [schedule({ from: '2026-11-10' })])]);
    expect(asleep(lateOnes)).toBeNull();
    expect(asleep(lateOnes, responsibility(1), '2026-11-30')).toEqual({ because: 'duties', since: '2026-11-16' });
    const onceAYear = duty(1, {}, [schedule({ rrule: 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1' })]);
    expect(asleep(withDuties(quiet, [onceAYear]))).toBeNull();
  });

  it('R2.6 skipping with a reason is no sleep', () => {
    const skipped = [occurrence('2026-11-16', { state: 'skipped', reason: 'Nothing new' })];
    expect(asleep(withDuties(quiet, [duty()], skipped))).toBeNull();
  });

  it('R2.7 without active duties, ninety days after its last trace', () => {
    const since = (facts: TeamSnapshot, row?: ResponsibilityRow) => asleep(facts, row)?.since ?? null;
    expect(asleep(quiet)).toEqual({ because: 'quiet', since: '2026-01-05' });
    expect(since(aTeam({ carried: [{ person: 1, from: '2026-08-25' }] }))).toBe('2026-08-25');
    expect(since(aTeam({ carried: [{ person: 1, from: '2026-08-26' }] }))).toBeNull();
    expect(since(quiet, responsibility(1, { editedOn: '2026-09-30' }))).toBeNull();
    expect(since(withDuties(quiet, [duty(1, { endedOn: '2026-11-01' })], done('2026-10-26')))).toBeNull();
    const note = {
      id: theId('command', 1) as never,
      responsibilityId: theId('responsibility', 1),
      title: '',
      body: '',
      url: null,
      personId: theId('person', 1),
      writtenOn: '2026-11-01',
      version: 1,
    };
    expect(since({ ...quiet, note: { [note.id]: note } })).toBeNull();
    expect(quietDays).toBe(90);
  });

  it('R2.6 R2.7 is told before who carries it alone, and after that nobody does or that it does not add up', () => {
    const rows = [responsibility(1), responsibility(2), responsibility(3), responsibility(4, { editedOn: today })];
    const facts = aTeam({
      responsibilities: rows,
      carried: [
        { person: 1, responsibility: 1 },
        { person: 1, responsibility: 3, share: 50 },
        { person: 1, responsibility: 4 },
      ],
    });
    const [area] = deriveBoard(facts, { today, asleep: deriveAsleep });
    expect(area?.responsibilities.map(({ coverage }) => coverage.state)).toEqual([
      'asleep',
      'gap',
      'unclear',
      'fragile',
    ]);
    const [awake] = deriveBoard(facts, { today });
    expect(awake?.responsibilities.map(({ coverage }) => coverage.state)).toEqual([
      'fragile',
      'gap',
      'unclear',
      'fragile',
    ]);
  });
});
