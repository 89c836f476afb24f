import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addsUp, countCoverage, deriveBoard, deriveCoverage } from '@roer/domain/responsibilities/coverage';
import { aTeam, assignment, responsibility, theId, today } from './team-builder.ts';
import type { Carrying } from './team-builder.ts';

const coverageOf = (...carried: Carrying[]) =>
  deriveCoverage(carried.map((each, index) => assignment(index + 1, each)));

describe('how well a responsibility is covered', () => {
  it('R2.1 nobody holds it: a gap, also when somebody stands in', () => {
    expect(coverageOf()).toEqual({ state: 'gap' });
    expect(coverageOf({ person: 1, role: 'substitute' })).toEqual({ state: 'gap' });
  });

  it('R2.2 shares that do not add up are unclear, with their sum, whoever stands in', () => {
    expect(coverageOf({ person: 1, share: 60 })).toEqual({ state: 'unclear', sharePercent: 60 });
    expect(coverageOf({ person: 1, share: 60 }, { person: 2, share: 60 }, { person: 3, role: 'substitute' })).toEqual({
      state: 'unclear',
      sharePercent: 120,
    });
  });

  it('R2.3 one holder and nobody who stands in is fragile', () => {
    expect(coverageOf({ person: 2 })).toEqual({ state: 'fragile', holder: theId('person', 2) });
  });

  it('R2.4 else it is covered, people in the order in which they started', () => {
    expect(coverageOf({ person: 1 }, { person: 3, role: 'substitute' })).toEqual({
      state: 'covered',
      holders: [theId('person', 1)],
      substitutes: [theId('person', 3)],
      able: [],
    });
    expect(
      coverageOf({ person: 1, share: 50, from: '2026-03-02' }, { person: 2, share: 50, from: '2026-02-02' }),
    ).toMatchObject({ state: 'covered', holders: [theId('person', 2), theId('person', 1)] });
  });

  it('R2.5 thirds add up, and 98 and 102 do not', () => {
    expect([98, 99, 100, 101, 102].map(addsUp)).toEqual([false, true, true, true, false]);
    expect(coverageOf(...[1, 2, 3].map((person) => ({ person, share: 33 })))).toMatchObject({ state: 'covered' });
    expect(coverageOf({ person: 1, share: 99 })).toMatchObject({ state: 'fragile' });
  });

  it('R2.1 R2.2 R2.3 R2.4 the first that matches wins, for any team', () => {
    const shares = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 100 })), { maxLength: 6 });
    fc.assert(
      fc.property(shares, (rows) => {
        const holders = rows.filter(([holds]) => holds);
        const sum = holders.reduce((total, [, share]) => total + share, 0);
        const expected =
          holders.length === 0 ? 'gap' : sum < 99 || sum > 101 ? 'unclear' : rows.length === 1 ? 'fragile' : 'covered';
        const carried = rows.map(([holds, share], person): Carrying => ({
          person,
          share,
          role: holds ? 'holder' : 'substitute',
        }));
        expect(coverageOf(...carried).state).toBe(expected);
      }),
    );
  });
});

describe('the board', () => {
  const team = aTeam({
    responsibilities: [
      responsibility(1, { title: 'Zaal' }),
      responsibility(2, { title: 'Élan' }),
      responsibility(3, { closedOn: '2026-10-01' }),
      responsibility(4, { title: 'Post', areaId: theId('area', 2) }),
    ],
    carried: [{ person: 1 }, { person: 2, role: 'substitute' }],
  });
  const second = { id: theId('area', 2), name: 'Before', order: -1 };
  const facts = { ...team, area: { ...team.area, [second.id]: second } };
  const shown = (closed?: boolean) =>
    deriveBoard(facts, closed === undefined ? { today } : { today, closed }).map(({ area, responsibilities }) => [
      area.name,
      ...responsibilities.map((row) => `${row.title} ${row.coverage.state}`),
    ]);

  it('R2.4 groups what is open by area, in the order of areas and then of Dutch titles', () => {
    expect(shown()).toEqual([
      ['Before', 'Post gap'],
      ['Area', 'Élan gap', 'Zaal covered'],
    ]);
  });

  it('R1.5 shows what is closed when asked', () => {
    expect(shown(true)).toEqual([['Before'], ['Area', 'Title 3 gap']]);
  });

  it('R2.1 R2.4 counts each responsibility once', () => {
    const coverages = deriveBoard(facts, { today }).flatMap(({ responsibilities }) =>
      responsibilities.map((row) => row.coverage),
    );
    expect(countCoverage(coverages)).toEqual({ gap: 2, unclear: 0, asleep: 0, fragile: 0, covered: 1 });
  });
});
