import { describe, expect, it } from 'vitest';
import type { Band } from '@roer/domain/insights/band';
import type { PublishedEpoch } from '@roer/domain/insights/series';
import type { PersonId } from '@roer/domain/ids';
import type { CheckInView, RosterView, WindowId } from '@roer/domain/workload/check-in';
import { epochView } from '@roer/domain/workload/check-in-view';
import { epochTimes } from '@roer/domain/workload/epoch';
import { resultCells, resultColumns } from '@roer/web/features/insights/result-columns.ts';
import type { ResultCell } from '@roer/web/features/insights/result-columns.ts';
import { answersOf, noCopy, withAnswers } from '@roer/web/features/workload/check-in-copy.ts';
import type { CheckInCopy, KeptAnswers } from '@roer/web/features/workload/check-in-copy.ts';
import { clockIsOff, closedBefore, rosterToConfirm, stepOf } from '@roer/web/features/workload/check-in-step.ts';

const first = 18;
const current = 20;
const rosterFrom = (number: number, digest = 'a'): RosterView => ({
  windowId: `window-${number}` as WindowId,
  digest,
  opensOn: epochTimes(number).startsOn,
  until: epochTimes(number + 6).startsOn,
  teams: [
    {
      name: 'Groen',
      people: [
        { personId: 'ada' as PersonId, name: 'Ada', isNew: false, addedBy: null, adder: null, newAccess: false },
      ],
    },
  ],
  left: [],
});
type Group = Extract<CheckInView, { state: 'group' }>;
const group = (part: Partial<Group> = {}): Group => ({
  state: 'group',
  now: epochView(current),
  next: null,
  accepting: true,
  rosters: [rosterFrom(first)],
  ...part,
});
const confirming = (...rosters: RosterView[]): CheckInCopy => ({
  ...noCopy,
  confirmed: rosters.map(({ windowId, digest }) => ({ windowId, digest, receipt: 'r' })),
});
const confirmed = confirming(rosterFrom(first));

describe('what the page of the check-in asks', () => {
  it('CI1 asks for the names before the statements, and again when anybody in them differs', () => {
    expect(stepOf(group(), noCopy, null)).toMatchObject({ step: 'names', isConfirmed: false });
    expect(stepOf(group(), confirmed, null).step).toBe('form');
    expect(stepOf(group({ rosters: [rosterFrom(first, 'b')] }), confirmed, null).step).toBe('names');
  });

  it('CI1 an announced roster does not stand in the way of the one that holds, and can be looked at', () => {
    const later = rosterFrom(first + 6);
    const view = group({ rosters: [rosterFrom(first), later] });
    expect(stepOf(view, confirmed, null).step).toBe('form');
    expect(stepOf(view, confirmed, later.windowId)).toMatchObject({ step: 'names', roster: later });
    expect(rosterToConfirm(view, confirmed)).toBe(later);
    expect(stepOf({ ...view, accepting: false }, confirmed, null)).toMatchObject({ step: 'names', roster: later });
    expect(stepOf(view, confirming(later), null)).toMatchObject({ step: 'names', roster: view.rosters[0] });
  });

  it('CI2 follows the server about whether answers are taken, and tells when the device says otherwise', () => {
    const { answersFrom, closesAt } = epochTimes(current);
    expect(stepOf(group({ accepting: false }), confirmed, null).step).toBe('wait');
    for (const [now, accepting, isOff] of [
      [answersFrom, true, false],
      [answersFrom - 1, true, true],
      [closesAt - 1, true, false],
      [closesAt, true, true],
      [answersFrom, false, true],
      [answersFrom - 1, false, false],
    ] as const)
      expect(clockIsOff(group({ accepting }), now)).toBe(isOff);
    expect(clockIsOff({ state: 'off', because: 'noMail' }, answersFrom)).toBe(false);
  });

  it('CI3 who is in no group hears why, and who is in one that begins later sees its names', () => {
    const none: CheckInView = { state: 'none', because: 'tooSmall', rosterOn: null };
    expect(stepOf(none, noCopy, null)).toEqual({ step: 'outside', view: none });
    const later = rosterFrom(first + 6);
    const view = group({ now: null, accepting: false, next: { opensOn: later.opensOn }, rosters: [later] });
    expect(stepOf(view, noCopy, null)).toMatchObject({ step: 'names', roster: later });
    expect(stepOf(view, confirming(later), null)).toMatchObject({ step: 'wait', epoch: null });
  });

  it('CI3 a closed check-in waits for its result until Tuesday, not when the group is a new one', () => {
    const { publishesAt, closesAt } = epochTimes(current - 1);
    expect(closedBefore(group({ accepting: false }), closesAt)).toEqual({ publishesAt });
    expect(closedBefore(group({ accepting: false }), publishesAt)).toBeNull();
    expect(closedBefore(group({ accepting: false, rosters: [rosterFrom(current)] }), closesAt)).toBeNull();
  });

  it('CI4 one period has one copy, a new one replaces it, and who wants none keeps none', () => {
    const kept = (number: number, choice: 1 | 5): KeptAnswers => ({
      number,
      choices: [choice, choice, choice, choice, 0],
      share: false,
      people: 9,
      sent: true,
    });
    const two = withAnswers(withAnswers(noCopy, current, kept(current, 1)), current - 1, kept(current - 1, 5));
    expect(two.answers.map(({ number }) => number)).toEqual([current - 1, current]);
    const again = withAnswers(two, current, kept(current, 5));
    expect(answersOf(again, current)?.choices[0]).toBe(5);
    expect(again.answers).toHaveLength(2);
    expect(withAnswers(again, current, null).answers.map(({ number }) => number)).toEqual([current - 1]);
  });
});

const statement = 'core';
const epochsOf = (bands: readonly (Band | null)[], breakAt = -1): PublishedEpoch[] =>
  bands.map((band, index) => {
    const { startsOn, endsOn } = epochTimes(index);
    const all = { fits: band, overview: band, core: band, help: band, learn: band };
    return { number: index, startsOn, endsOn, bands: all, load: null, breaks: index === breakAt };
  });
const spansOf = (cells: readonly ResultCell[]): (string | number)[] =>
  cells.flatMap((cell) => (cell.kind === 'none' ? cell.span : cell.kind === 'band' ? cell.band : []));

describe('the picture of results', () => {
  const picture = (epochs: PublishedEpoch[]) => {
    const running = { number: epochs.length, publishesAt: 0 };
    const columns = resultColumns({ epochs, running });
    return { columns, cells: resultCells({ epochs }, { columns, bandOf: ({ bands }) => bands[statement] }) };
  };

  it('CI6 is a year wide, from the first period on, also when little is known', () => {
    const { columns, cells } = picture(epochsOf(['light', 'heavy']));
    expect(columns).toHaveLength(26);
    expect(columns.map(({ time }) => time).slice(0, 4)).toEqual(['past', 'past', 'now', 'coming']);
    expect(cells).toHaveLength(26);
    expect(resultColumns({ epochs: [], running: null })).toEqual([]);
    // Twenty-six that were published and one that runs.
    expect(picture(epochsOf(Array.from({ length: 26 }, () => 'light'))).columns).toHaveLength(27);
  });

  it('CI6 draws four or more without a result as one, and no fewer', () => {
    const none = null;
    expect(spansOf(picture(epochsOf([none, none, none, 'light'])).cells)).toEqual([1, 1, 1, 'light']);
    expect(spansOf(picture(epochsOf(['heavy', none, none, none, none, 'light'])).cells)).toEqual(['heavy', 4, 'light']);
    expect(spansOf(picture(epochsOf([none, none, none, none, none])).cells)).toEqual([5]);
  });

  it('I1.4 P3 leaves blank where another group has a result and this one was not there', () => {
    const all = epochsOf(['light', null, 'heavy']);
    const columns = resultColumns({ epochs: all, running: null });
    const cells = resultCells({ epochs: all.slice(2) }, { columns, bandOf: ({ bands }) => bands[statement] });
    expect(cells.slice(0, 4).map(({ kind }) => kind)).toEqual(['absent', 'absent', 'band', 'coming']);
  });

  it('CI6 breaks the series where the group became another one, never before the first period', () => {
    const all = Array.from({ length: 8 }, () => null);
    expect(spansOf(picture(epochsOf(all, 4)).cells)).toEqual([4, 4]);
    expect(spansOf(picture(epochsOf(all, 3)).cells)).toEqual([1, 1, 1, 5]);
    expect(picture(epochsOf(all, 4)).columns.findIndex(({ breaks }) => breaks)).toBe(4);
    expect(picture(epochsOf(all, 0)).columns.some(({ breaks }) => breaks)).toBe(false);
  });

  it('CI6 names each month once, and not where two names would lie over each other', () => {
    const { columns } = picture(epochsOf(['light']));
    const months = columns.filter(({ month }) => month).map(({ startsOn }) => startsOn.slice(0, 7));
    expect(new Set(months).size).toBe(months.length);
    expect(months.length).toBeGreaterThanOrEqual(12);
    const [one, two] = columns;
    expect(one?.month && two?.month).toBe(false);
  });
});
