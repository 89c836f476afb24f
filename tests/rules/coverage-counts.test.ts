import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import {
  addCounts,
  countedStates,
  countOf,
  deriveCoverageCounts,
  nextTransitionOn,
  noCounts,
} from '@roer/domain/insights/coverage-counts';
import { deriveAsleep } from '@roer/domain/responsibilities/asleep';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

describe('coverage as who leads sees it', () => {
  const team = aTeam({
    responsibilities: [
      responsibility(1, { criticality: 3 }),
      responsibility(2, { criticality: 3 }),
      responsibility(3, { criticality: 1 }),
      responsibility(4, { criticality: 1, closedOn: '2026-11-02' }),
    ],
    carried: [{ person: 1 }, { person: 1, responsibility: 2 }, { person: 2, responsibility: 2, role: 'substitute' }],
  });

  it('I1.1 counts open responsibilities by state and criticality, and closed ones not at all', () => {
    expect(deriveCoverageCounts(team, today)).toEqual({
      covered: [0, 0, 1],
      fragile: [0, 0, 1],
      unclear: [0, 0, 0],
      gap: [1, 0, 0],
    });
  });

  it('I1.2 counts what sleeps as it would be awake', () => {
    const later = addDays(today, 400);
    const states = deriveBoard(team, { today: later, asleep: deriveAsleep }).flatMap(({ responsibilities }) =>
      responsibilities.map(({ coverage }) => coverage.state),
    );
    expect(states).toContain('asleep');
    expect(deriveCoverageCounts(team, later)).toEqual(deriveCoverageCounts(team, today));
  });

  it('I1.2 gives every open responsibility one state, for any team', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (carried) => {
        const any = aTeam({
          responsibilities: [1, 2, 3, 4, 5].map((number) => responsibility(number, { criticality: 2 })),
          carried: carried.map(([number, person, holds]) => ({
            responsibility: number,
            person,
            role: holds ? 'holder' : 'substitute',
          })),
        });
        const counts = deriveCoverageCounts(any, today);
        expect(countOf(counts)).toBe(5);
        expect(countOf(counts, { criticality: 2 })).toBe(5);
        expect(countedStates.reduce((sum, state) => sum + countOf(counts, { state }), 0)).toBe(5);
      }),
    );
  });

  it('I1.3 adds teams up to a domain', () => {
    expect(addCounts([])).toEqual(noCounts());
    const counts = deriveCoverageCounts(team, today);
    expect(countOf(addCounts([counts, counts]), { state: 'gap', criticality: 1 })).toBe(2);
    expect(countOf(addCounts([counts, counts]))).toBe(6);
  });

  it('I1.6 knows the next day on which time alone may change a count', () => {
    const lent = (from: string, until: string, number: number) => ({
      id: theId('delegation', number),
      responsibilityId: theId('responsibility', 1),
      assignmentId: theId('assignment', 1),
      fromPersonId: theId('person', 1),
      toPersonId: theId('person', 3),
      sharePercent: 50,
      from,
      until,
    });
    expect(nextTransitionOn(team, today)).toBeNull();
    const [one, other] = [lent('2026-11-20', '2026-12-04', 1), lent('2026-11-30', '2026-12-07', 2)];
    const with_ = (...rows: (typeof one)[]) => ({
      ...team,
      delegation: Object.fromEntries(rows.map((row) => [row.id, row])),
    });
    expect(nextTransitionOn(with_(one), today)).toBe('2026-12-04');
    expect(nextTransitionOn(with_(one, other), today)).toBe('2026-11-30');
    expect(nextTransitionOn(with_(one, other), '2026-12-04')).toBe('2026-12-07');
    // Half of it is with somebody else: two carry it, and nobody has to stand in.
    expect(deriveCoverageCounts(with_(one), today).fragile).toEqual([0, 0, 0]);
    expect(deriveCoverageCounts(with_(one), '2026-12-04').fragile).toEqual([0, 0, 1]);
  });
});
