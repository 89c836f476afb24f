import { describe, expect, it } from 'vitest';
import type { DeadlineWorkRow, TeamSnapshot } from '@roer/domain/feed';
import { applyChanges } from '@roer/domain/feed';
import { decideTakeOver } from '@roer/domain/responsibilities/carry';
import { deriveOwnLoad } from '@roer/domain/workload/own-load';
import { deadlineConflicts, mergeDeadline } from '@roer/web/features/responsibilities/deadline-versions.ts';
import { readDeadline, startDeadline } from '@roer/web/features/responsibilities/deadline-draft.ts';
import type { DeadlineDraft } from '@roer/web/features/responsibilities/deadline-draft.ts';
import { myDeadlines, withDeadlines as counted } from '@roer/web/features/today/my-deadlines.ts';
import { excessWith, overloadIn } from '@roer/web/features/workload/overload-in.ts';
import { deadlineWork, withDeadlines } from './load-builder.ts';
import { aTeam, by, responsibility, theId } from './team-builder.ts';

// Wednesday.
const today = '2026-11-25';
const me = theId('person', 1);
const week = { items: [], open: 2, today: 1, overdue: 0, hasSettled: false, isUnknown: false, next: () => null };
const shown = (snapshot: TeamSnapshot, person = me) =>
  myDeadlines({ teams: [{ teamId: theId('team', 1), teamName: 'Team', snapshot }], me: person, today });

describe('work with a date on Vandaag', () => {
  const team = aTeam({ carried: [{ person: 1 }] });
  const due = (number: number, day: string, changed: Partial<DeadlineWorkRow> = {}) =>
    deadlineWork(number, { due: day, ...changed });

  it('V4 stands there from two weeks before its day, of today until tomorrow when it is done', () => {
    const works = [
      due(1, '2026-12-09'),
      due(2, '2026-12-10'),
      due(3, '2026-11-20'),
      due(4, '2026-11-26', { doneOn: today }),
      due(5, '2026-11-26', { doneOn: '2026-11-24' }),
    ];
    const ids = shown(withDeadlines(team, works)).map(({ work }) => work.id);
    expect(ids).toEqual([3, 4, 1].map((number) => theId('deadlineWork', number)));
  });

  it('V4 is mine by the part I took, or that falls to who carries it', () => {
    const half = withDeadlines(team, [
      due(1, '2026-11-27', { shares: [{ personId: theId('person', 2), percent: 50 }] }),
    ]);
    expect(shown(half).map(({ percent }) => percent)).toEqual([50]);
    expect(shown(half, theId('person', 2)).map(({ percent }) => percent)).toEqual([50]);
    expect(shown(half, theId('person', 3))).toEqual([]);
  });

  it('V4 the sentence counts what is due in this week or was before', () => {
    const works = [due(1, '2026-11-20'), due(2, today), due(3, '2026-11-29'), due(4, '2026-11-30')];
    expect(counted(week, shown(withDeadlines(team, works)), today)).toMatchObject({ open: 5, today: 2, overdue: 1 });
  });
});

describe('the form of work with a date', () => {
  const draft = (changed: Partial<DeadlineDraft> = {}): DeadlineDraft => ({
    ...startDeadline(null, today),
    title: ' Jaarverslag ',
    due: '2026-12-04',
    likely: 480,
    ...changed,
  });
  const wrong = (changed: Partial<DeadlineDraft>) => {
    const read = readDeadline(draft(changed), today);
    return 'wrong' in read ? read.wrong : {};
  };

  it('UI4 takes the likely hours for what is left empty', () => {
    expect(readDeadline(draft(), today)).toEqual({
      text: {
        title: 'Jaarverslag',
        earliestStart: today,
        due: '2026-12-04',
        leastMinutes: 480,
        likelyMinutes: 480,
        mostMinutes: 480,
      },
    });
  });

  it.each<[string, Partial<DeadlineDraft>, object]>([
    ['no name', { title: ' ' }, { title: 'title' }],
    ['a name too long', { title: 'a'.repeat(121) }, { title: 'title' }],
    ['no first day', { earliestStart: '' }, { earliestStart: 'noStart' }],
    [
      'a first day in another age',
      { earliestStart: '1999-01-01', due: '1999-02-01' },
      { earliestStart: 'startTooFar' },
    ],
    ['no last day', { due: '' }, { due: 'noDue' }],
    ['a last day before the first', { due: '2026-11-24' }, { due: 'dueBeforeStart' }],
    ['a last day years later', { due: '2029-01-01' }, { due: 'dueTooFar' }],
    ['no hours', { likely: undefined }, { likely: 'noHours' }],
    ['nothing to do', { likely: 0 }, { likely: 'noHours' }],
    ['hours that are none', { least: 'unreadable' }, { least: 'unreadable' }],
    ['more than likely at least', { least: 500 }, { least: 'leastAboveLikely' }],
    ['less than likely at most', { most: 400 }, { most: 'mostBelowLikely' }],
    ['more than a year', { likely: 120_001 }, { likely: 'tooManyHours' }],
  ])('UI4 says at its field what is wrong: %s', (_, changed, expected) => {
    expect(wrong(changed)).toEqual(expected);
  });

  it('UI4 asks only about what both changed, days and hours each as one', () => {
    const base = deadlineWork(1);
    const mine = { ...base, title: 'Mine', due: '2026-12-01' };
    const theirs = { ...base, earliestStart: '2026-11-20', likelyMinutes: 800 };
    const versions = { base, mine, theirs };
    expect(deadlineConflicts(versions)).toEqual(['days']);
    expect(mergeDeadline(versions, { days: 'theirs' })).toMatchObject({
      title: 'Mine',
      earliestStart: '2026-11-20',
      due: base.due,
      likelyMinutes: 800,
    });
  });
});

describe('work above one’s hours', () => {
  // Thirty-two hours a week, of which two responsibilities take thirty and five.
  const both = aTeam({
    responsibilities: [responsibility(1, { minutesAWeek: 1800 }), responsibility(2, { minutesAWeek: 300 })],
    carried: [{ person: 1 }],
  });
  const load = (snapshot: TeamSnapshot) => deriveOwnLoad([snapshot], { personId: me, today });
  const taken = applyChanges(
    both,
    decideTakeOver(
      both,
      {
        responsibilityId: theId('responsibility', 2),
        assignmentId: theId('assignment', 9),
        role: 'holder',
        sharePercent: 100,
      },
      by(1, today),
    ),
  );

  it('W2.9 is asked about in the week that gets fullest, and only when one gets fuller than before', () => {
    expect(overloadIn(load(both), load(taken))).toEqual({
      monday: '2026-11-30',
      days: null,
      planned: 2100,
      available: 1920,
      excess: 180,
    });
    expect(overloadIn(load(taken), load(taken))).toBeNull();
    expect(overloadIn(load(taken), load(both))).toBeNull();
  });

  it('W2.9 is asked about when each week fits and some days together do not', () => {
    // Three weeks that each have two hours left do not have ten for one work.
    const wide = withDeadlines(both, [
      deadlineWork(1, { earliestStart: today, due: '2026-12-13', likelyMinutes: 600, mostMinutes: 600 }),
    ]);
    expect(overloadIn(load(both), load(wide))).toMatchObject({ excess: expect.any(Number) });
    expect(load(wide).weeks.every(({ over }) => over.likely === 0)).toBe(true);
  });

  it('W2.9 counts what would still be too much when something goes', () => {
    const overload = overloadIn(load(both), load(taken));
    if (!overload) throw new Error('The week is too full.');
    const whose = { personId: me, today, estimates: [] };
    expect(excessWith({ overload, teams: [taken], whose })).toBe(180);
    expect(excessWith({ overload, teams: [both], whose })).toBe(0);
  });
});
