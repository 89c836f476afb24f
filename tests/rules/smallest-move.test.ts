import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { misfitStretches } from '@roer/domain/workload/misfit-weeks';
import { smallestMove } from '@roer/domain/workload/smallest-move';
import type { SmallestMove } from '@roer/domain/workload/smallest-move';
import { withMoves } from '@roer/domain/workload/what-if';
import { deadlineWork, withAbsences, withDeadlines } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';
import type { Carrying } from './team-builder.ts';
import { fits, fitsAfterStops } from './weeks-fit.ts';

const hours = (count: number): number => 60 * count;
const team = (people: number, carried: (Carrying & { hours: number })[]): TeamSnapshot =>
  aTeam({
    people,
    responsibilities: carried.map(({ hours: count }, index) =>
      responsibility(index + 1, { minutesAWeek: hours(count) }),
    ),
    carried: carried.map((row, index) => ({ ...row, responsibility: row.responsibility ?? index + 1 })),
  });
/** Everybody has 32 hours a week. */
const ask = (facts: TeamSnapshot, changed: Partial<Parameters<typeof smallestMove>[1]> = {}): SmallestMove =>
  smallestMove(facts, { today, ...changed });
const said = (answer: SmallestMove): string[] =>
  'moves' in answer
    ? answer.moves.map(
        ({ responsibilityId, workId, sharePercent, giver, receiver }) =>
          `${workId === null ? Number(responsibilityId.slice(-4)) : `work ${Number(workId.slice(-4))}`} ${sharePercent}% ${Number(giver.slice(-4))}→${Number(receiver.slice(-4))}`,
      )
    : [];

describe('the smallest move', () => {
  it('W2.1 is nothing when everything fits', () => {
    expect(ask(team(2, [{ person: 1, hours: 32 }]))).toEqual({ kind: 'fits' });
  });

  it('W2.1 is the fewest handovers, and of those the fewest minutes', () => {
    const facts = team(2, [
      { person: 1, hours: 20 },
      { person: 1, hours: 8 },
      { person: 1, hours: 6 },
      { person: 1, hours: 3 },
      { person: 2, hours: 10 },
    ]);
    // Five hours too many: the six, or three quarters of the eight, or a quarter of the twenty.
    expect(ask(facts)).toMatchObject({ kind: 'move', proven: true, from: today, until: '2027-02-15' });
    expect(said(ask(facts))).toEqual(['1 25% 1→2']);
  });

  it('W2.2 is in effect in the weeks that do not fit, and those can be asked for one by one', () => {
    const facts = withDeadlines(
      team(2, [
        { person: 1, hours: 20 },
        { person: 2, hours: 20 },
      ]),
      [
        deadlineWork(1, {
          likelyMinutes: hours(15),
          mostMinutes: hours(15),
          earliestStart: '2026-11-30',
          due: '2026-12-04',
        }),
        deadlineWork(2, {
          likelyMinutes: hours(14),
          mostMinutes: hours(14),
          earliestStart: '2026-12-14',
          due: '2026-12-18',
        }),
      ],
    );
    const stretches = misfitStretches(facts, { today });
    expect(stretches).toEqual([
      { from: '2026-11-30', until: '2026-12-07' },
      { from: '2026-12-14', until: '2026-12-21' },
    ]);
    expect(ask(facts)).toMatchObject({ kind: 'move', from: '2026-11-30', until: '2026-12-21' });
    const [first] = stretches;
    if (!first) throw new Error('There are two.');
    const answer = ask(facts, { time: first });
    expect(answer).toMatchObject({ kind: 'move', ...first, proven: true });
    if (answer.kind !== 'move') return;
    const after = withMoves(facts, answer.moves, { ...first, today });
    expect(misfitStretches(after, { today })).toEqual(stretches.slice(1));
    expect(ask(facts, { time: { from: '2026-12-07', until: '2026-12-14' } })).toEqual({ kind: 'fits' });
  });

  it('W2.3 goes only to who is able, is there, and gets no week too full; through a third when that makes room', () => {
    const facts = team(3, [
      { person: 1, hours: 24 },
      { person: 1, hours: 12 },
      { person: 2, hours: 30 },
      { person: 3, hours: 30 },
    ]);
    const only = (receivers: readonly number[]) => ({
      able: (personId: string) => receivers.some((who) => personId === theId('person', who)),
    });
    expect(ask(facts).kind).toBe('stop');
    const roomy = team(3, [
      { person: 1, hours: 24 },
      { person: 1, hours: 12 },
      { person: 2, hours: 26 },
      { person: 3, hours: 20 },
    ]);
    expect(said(ask(roomy, only([2])))).toEqual(['1 25% 1→2']);
    expect(said(ask(roomy, only([3])))).toEqual(['1 25% 1→3']);
    expect(ask(roomy, only([]))).toMatchObject({ kind: 'stop', ruledOut: true });
    const away = withAbsences(roomy, [{ person: 3, from: today, until: '2027-01-01' }]);
    expect(said(ask(away)).every((move) => !move.endsWith('→3'))).toBe(true);
    // Only the second can take the work of the first, and only the third that of the second.
    const chain = team(3, [
      { person: 1, hours: 34 },
      { person: 2, hours: 31 },
      { person: 3, hours: 10 },
    ]);
    const inLine = (personId: string, responsibilityId: string) =>
      (responsibilityId === theId('responsibility', 1) && personId === theId('person', 2)) ||
      (responsibilityId === theId('responsibility', 2) && personId === theId('person', 3));
    expect(said(ask(chain, { able: inLine })).toSorted()).toEqual(['1 25% 1→2', '2 25% 2→3']);
  });

  it('W2.3 goes rather to who holds it already than to somebody new, and for a while not to who stands in (R4.9)', () => {
    const facts = team(4, [
      { person: 1, hours: 40, share: 50 },
      { person: 1, hours: 16 },
      { person: 3, hours: 1, responsibility: 1, share: 50 },
      { person: 2, hours: 1, responsibility: 1, role: 'substitute' },
    ]);
    expect(said(ask(facts))).toEqual(['1 25% 1→3']);
    const standIn = team(2, [
      { person: 1, hours: 40 },
      { person: 2, hours: 1, responsibility: 1, role: 'substitute' },
    ]);
    expect(ask(standIn).kind).toBe('stop');
    expect(said(ask(standIn, { time: { from: today, until: null } }))).toEqual(['1 25% 1→2']);
  });

  it('W2.1 W1.5 takes the work with a deadline that goes along for good into account', () => {
    const facts = withDeadlines(
      team(2, [
        { person: 1, hours: 34 },
        { person: 2, hours: 22 },
      ]),
      [deadlineWork(1, { likelyMinutes: hours(6), mostMinutes: hours(6) })],
    );
    // A quarter for good is 8.5 hours a week and 1.5 of the work; the second has ten to spare.
    const answer = ask(facts, { time: { from: today, until: null } });
    expect(answer).toMatchObject({ kind: 'move', proven: true });
    if (answer.kind !== 'move') return;
    expect(said(answer)).toEqual(['1 25% 1→2']);
    expect(fits(withMoves(facts, answer.moves, { ...answer, today }))).toBe(true);
  });

  it('W2.4 says what would have to stop when nothing fits: the fewest, and of those the fewest minutes', () => {
    const facts = team(2, [
      { person: 1, hours: 30 },
      { person: 1, hours: 4 },
      { person: 1, hours: 3 },
      { person: 2, hours: 31 },
    ]);
    const answer = ask(facts);
    // Together they have 64 hours for 68.
    expect(answer).toMatchObject({ kind: 'stop', ruledOut: true, proven: true });
    if (answer.kind !== 'stop') return;
    expect(answer.stops).toHaveLength(1);
    expect(fitsAfterStops(facts, answer)).toBe(true);
    expect(ask(facts)).toEqual(answer);
  });

  it('W2.1 moves work with a deadline too, of who took it and of who would do it', () => {
    const facts = withDeadlines(team(2, [{ person: 1, hours: 16 }]), [
      deadlineWork(1, { likelyMinutes: hours(40), mostMinutes: hours(40), due: '2026-12-04' }),
      deadlineWork(2, {
        likelyMinutes: hours(10),
        mostMinutes: hours(10),
        due: '2026-11-27',
        shares: [{ personId: theId('person', 1), percent: 100 }],
      }),
    ]);
    const answer = ask(facts);
    expect(answer).toMatchObject({ kind: 'move', proven: true });
    expect(said(answer)).toEqual(['work 1 50% 1→2']);
    if (answer.kind !== 'move') return;
    expect(fits(withMoves(facts, answer.moves, { ...answer, today }))).toBe(true);
  });
});
