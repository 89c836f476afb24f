import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { bandOf } from '@roer/domain/insights/band';
import type { Band } from '@roer/domain/insights/band';
import { deriveLearned } from '@roer/domain/insights/learn';
import { derivePlannedBands } from '@roer/domain/insights/planned';
import { deriveReleases, fewestAnswers, noBands } from '@roer/domain/insights/release';
import type { OpenedAnswer } from '@roer/domain/insights/release';
import { deriveResults } from '@roer/domain/insights/results';
import type { Ledger } from '@roer/domain/insights/results';
import { deriveAlarms, summaryOf } from '@roer/domain/insights/series';
import type { PersonId } from '@roer/domain/ids';
import { reversed, statements } from '@roer/domain/workload/check-in';
import type { AnswerValue, Statement } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';

const all = (band: Band | null): Record<Statement, Band | null> =>
  Object.fromEntries(statements.map((statement) => [statement, band])) as Record<Statement, Band | null>;

const given = (values: readonly AnswerValue[], share: (index: number) => boolean = () => false): OpenedAnswer[] =>
  values.flatMap((value, index) =>
    statements.map((statement) => ({ personId: `p${index}` as PersonId, statement, value, share: share(index) })),
  );
const value = fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<AnswerValue>;

describe('bands', () => {
  it('P3 are the mean of whole numbers at 2.5 and 3.5, both ends included', () => {
    for (let count = 6; count <= 60; count += 1)
      for (let sum = count; sum <= 5 * count; sum += 1) {
        const expected = sum / count <= 2.5 ? 'light' : sum / count >= 3.5 ? 'heavy' : 'middle';
        expect(bandOf({ sum, count })).toBe(expected);
      }
  });

  it('P14 whoever agrees found it light, for learning as for the others', () => {
    expect(([0, 1, 2, 3, 4, 5] as const).map(reversed)).toEqual([0, 5, 4, 3, 2, 1]);
    expect(deriveReleases(given([5, 5, 5, 5, 5, 5])).bands).toEqual(all('heavy'));
    expect(deriveReleases(given([1, 1, 1, 1, 1, 1])).bands.learn).toBe('light');
  });
});

describe('releases', () => {
  it('P2 need six answers that were not shared, and blank is no answer', () => {
    expect(fewestAnswers).toBe(6);
    expect(deriveReleases(given([3, 3, 3, 3, 3])).bands).toEqual(noBands());
    expect(deriveReleases(given([3, 3, 3, 3, 3, 0])).bands).toEqual(noBands());
    expect(deriveReleases(given([3, 3, 3, 3, 3, 3])).bands).toEqual(all('middle'));
    const shared = deriveReleases(given([3, 3, 3, 3, 3, 5], (index) => index === 5));
    expect(shared.bands).toEqual(noBands());
    expect(shared.shared).toHaveLength(statements.length);
  });

  it('P2 P4 what is shared changes no band, and what is answered changes not whether there is one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.boolean()), { maxLength: 14 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 14, maxLength: 14 }),
        (people, others) => {
          const values = people.map(([each]) => each);
          const share = (index: number): boolean => people[index]?.[1] ?? false;
          const { bands } = deriveReleases(given(values, share));
          const counted = people.filter(([each, isShared]) => each > 0 && !isShared).map(([each]) => each);
          expect(bands).toEqual(deriveReleases(given(counted)).bands);
          const changed = values.map((each, index) => (each === 0 ? 0 : (others[index] as AnswerValue)));
          const after = deriveReleases(given(changed, share)).bands;
          for (const statement of statements) expect(after[statement] === null).toBe(bands[statement] === null);
        },
      ),
    );
  });
});

describe('series', () => {
  const cells = [
    { first: 0, teams: [{ name: 'A' }], roster: 'one' },
    { first: 6, teams: [{ name: 'A' }], roster: 'two' },
  ];
  const closed = (from: number, until: number) =>
    Array.from({ length: until - from + 1 }, (_, index) => ({ number: from + index, closed: true }));
  const heavy = (epochs: readonly number[]) =>
    epochs.map((epoch) => ({ epoch, measure: 'core', band: 'heavy' as const }));
  const ledger = (until: number, epochs: readonly number[]): Ledger => ({
    team: 'A',
    cells: cells.filter(({ first }) => first <= until),
    releases: heavy(epochs),
    epochs: closed(0, until),
  });
  const at = (last: number) => epochTimes(last).publishesAt;

  it('P7 alarms when a statement was heavy in the last three epochs in a row, and at no other time', () => {
    expect(deriveResults(ledger(4, [2, 3, 4]), at(4)).alarms).toEqual(['core']);
    expect(deriveResults(ledger(4, [2, 3, 4]), at(4) - 1).alarms).toEqual([]);
    expect(deriveResults(ledger(4, [1, 2, 3]), at(4)).alarms).toEqual([]);
    expect(deriveResults(ledger(4, [1, 2, 4]), at(4)).alarms).toEqual([]);
    expect(deriveResults(ledger(4, [3, 4]), at(4)).alarms).toEqual([]);
    // The team is in no group of the next window: its alarm goes with the first publication that it is not in.
    const alone = { ...ledger(5, [3, 4, 5]), cells: cells.slice(0, 1) };
    expect(deriveResults(alone, at(6) - 1).alarms).toEqual(['core']);
    expect(deriveResults(alone, at(6)).alarms).toEqual([]);
  });

  it('P7 P9 a new roster breaks the series, and an alarm needs three after it', () => {
    const results = deriveResults(ledger(7, [4, 5, 6, 7]), at(7));
    expect(results.epochs.map(({ breaks }) => breaks)).toEqual([false, false, false, false, false, false, true, false]);
    expect(results.alarms).toEqual([]);
    expect(deriveResults(ledger(8, [6, 7, 8]), at(8)).alarms).toEqual(['core']);
    const same = { ...ledger(7, [5, 6, 7]), cells: cells.map((cell) => ({ ...cell, roster: 'one' })) };
    expect(deriveResults(same, at(7)).alarms).toEqual(['core']);
  });

  it('P9 I1.9 a time in which a team was in no group breaks its series, also when the same people are counted after it', () => {
    const [one] = cells;
    if (!one) throw new Error('There is a group.');
    const apart = { ...ledger(13, []), cells: [one, { ...one, first: 12 }] };
    const { epochs } = deriveResults(apart, at(13));
    expect(epochs.map(({ number, breaks }) => [number, breaks])).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((number) => [number, false]),
      [12, true],
      [13, false],
    ]);
  });

  it('P7 an epoch that was never opened, or a gap between windows, is no result and ends a row', () => {
    const missed = { ...ledger(4, [2, 4]), epochs: closed(0, 4).filter(({ number }) => number !== 3) };
    expect(deriveResults(missed, at(4)).epochs.map(({ number, bands }) => [number, bands.core])).toEqual([
      [0, null],
      [1, null],
      [2, 'heavy'],
      [3, null],
      [4, 'heavy'],
    ]);
    const epoch = (number: number) => ({
      number,
      startsOn: epochTimes(number).startsOn,
      endsOn: epochTimes(number).endsOn,
      bands: all('heavy'),
      load: null,
      breaks: false,
    });
    expect(deriveAlarms([3, 4, 5].map(epoch))).toEqual([...statements]);
    expect(deriveAlarms([3, 5, 6].map(epoch))).toEqual([]);
  });

  it('P15 sums up four bands, and nothing when one is missing', () => {
    const bands = (fits: Band | null, overview: Band | null, core: Band | null, help: Band | null) => ({
      fits,
      overview,
      core,
      help,
      learn: null,
    });
    const options = ['light', 'middle', 'heavy', null] as const;
    const points = { light: -1, middle: 0, heavy: 1 };
    for (const fits of options)
      for (const overview of options)
        for (const core of options)
          for (const help of options) {
            const each = [fits, overview, core, help];
            const sum = each.reduce((total, band) => total + (band === null ? Number.NaN : points[band]), 0);
            const expected = Number.isNaN(sum) ? null : sum <= -2 ? 'light' : sum >= 2 ? 'heavy' : 'middle';
            expect(summaryOf(bands(fits, overview, core, help))).toBe(expected);
          }
  });
});

describe('planned work', () => {
  const monday = '2026-11-30';
  const member = { from: '2024-01-01', until: null, minutesByWeekday: [480, 480, 480, 480, 0, 0, 0] };
  const held = { sharePercent: 100, minutesAWeek: 1, season: Array.from({ length: 12 }, () => 100) };
  const plan = (minutesAWeek: number) => ({
    held: [{ ...held, minutesAWeek }],
    members: [member],
    deadlines: [],
    ownHolidays: [],
  });

  it('P13 is light below 80 % and heavy from 95 % of the hours of contracts less holidays', () => {
    // Four weeks of 32 hours, less 25 December, which is a Friday off, and 26, a Saturday: 7,680 minutes.
    const first = (minutesAWeek: number, changes: object = {}) =>
      derivePlannedBands({ ...plan(minutesAWeek), ...changes }, monday)[0];
    expect([1535, 1536, 1823, 1824].map((minutes) => first(minutes))).toEqual(['light', 'middle', 'middle', 'heavy']);
    // A day on which the municipality is closed leaves 7,200.
    expect(first(1440, { ownHolidays: ['2026-12-24'] })).toBe('middle');
    expect(first(1440)).toBe('light');
    expect(first(1000, { deadlines: [{ due: addDays(monday, 27), likelyMinutes: 3296 }] })).toBe('heavy');
    expect(first(1000, { deadlines: [{ due: addDays(monday, 28), likelyMinutes: 3296 }] })).toBe('light');
  });

  it('P13 is three blocks of four weeks by the season of each week, and nothing without hours', () => {
    const december = {
      ...held,
      minutesAWeek: 1000,
      season: held.season.map((percent, month) => (month === 11 ? 200 : percent)),
    };
    expect(derivePlannedBands({ ...plan(0), held: [december] }, monday)).toEqual(['heavy', 'light', 'light']);
    expect(derivePlannedBands({ ...plan(600), members: [] }, monday)).toEqual([null, null, null]);
    const leaving = [{ ...member, until: addDays(monday, 28) }];
    expect(derivePlannedBands({ ...plan(1600), members: leaving }, monday)).toEqual(['middle', null, null]);
  });
});

describe('what others can learn', () => {
  /** The same by going through every row of answers. */
  const byForce = (question: { band: Band; people: number; value: number }): number => {
    let all5 = 0;
    let mine = 0;
    for (let number = 0; number < 5 ** question.people; number += 1) {
      let sum = 0;
      for (let place = 0, rest = number; place < question.people; place += 1, rest = Math.floor(rest / 5))
        sum += (rest % 5) + 1;
      if (bandOf({ sum, count: question.people }) !== question.band) continue;
      all5 += 1;
      if ((number % 5) + 1 === question.value) mine += 1;
    }
    return mine / all5;
  };
  it('P19 is what counting every possible world gives, in words, with as few answers as there can have been', () => {
    for (const band of ['light', 'middle', 'heavy'] as const)
      for (const each of [1, 2, 3, 4, 5]) {
        // Six or all seven may have answered.
        const likelier = 5 * Math.max(...[6, 7].map((people) => byForce({ band, people, value: each })));
        const words = likelier <= 1.1 ? 'nothing' : likelier < 1.5 ? 'slightly' : 'clearly';
        expect(deriveLearned({ band, people: 7, value: each }).anybody).toBe(words);
      }
  });

  it('P19 is more for a colleague than for others, and never less because a group is larger', () => {
    const order = ['nothing', 'slightly', 'clearly'];
    for (let people = 8; people <= 30; people += 1)
      for (const each of [1, 2, 3, 4, 5])
        for (const band of ['light', 'middle', 'heavy'] as const) {
          const { anybody, colleague } = deriveLearned({ band, people, value: each });
          expect(order.indexOf(colleague)).toBeGreaterThanOrEqual(order.indexOf(anybody));
        }
    expect(deriveLearned({ band: 'heavy', people: 8, value: 5 }).anybody).not.toBe('nothing');
    expect(deriveLearned({ band: 'heavy', people: 8, value: 1 }).anybody).toBe('nothing');
    // A roster of sixty says nothing about how many answered.
    for (const each of [1, 2, 3, 4, 5])
      for (const band of ['light', 'middle', 'heavy'] as const) {
        const [small, large] = [6, 60].map((people) => deriveLearned({ band, people, value: each }));
        for (const who of ['anybody', 'colleague'] as const)
          expect(order.indexOf(large?.[who] ?? '')).toBeGreaterThanOrEqual(order.indexOf(small?.[who] ?? ''));
      }
  });
});
