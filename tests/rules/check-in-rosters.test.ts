import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainId, PersonId, TeamId } from '@roer/domain/ids';
import { deriveCells, notCounted, smallestCell } from '@roer/domain/workload/cells';
import type { CellTeam } from '@roer/domain/workload/cells';
import { deriveRosters } from '@roer/domain/workload/roster';

const team = (id: string, counting: number, { domain = 'd', createdOn = '2024-01-01' } = {}): CellTeam => ({
  // The brands exist only for the compiler.
  id: id as TeamId,
  domainId: domain as DomainId,
  createdOn,
  counting,
});
const ids = (...names: string[]): TeamId[] => names as TeamId[];

const anyTeams = fc
  .array(
    fc.record({
      counting: fc.integer({ min: 0, max: 12 }),
      domain: fc.constantFrom('d', 'e'),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 12 },
  )
  .map((teams) =>
    teams.map(({ counting, domain, day }, index) =>
      team(`t${index}`, counting, { domain, createdOn: `2024-01-${String(day).padStart(2, '0')}` }),
    ),
  );

describe('groups', () => {
  it('P1 P9.3 are disjoint, large enough and of one domain, whatever was before', () => {
    fc.assert(
      fc.property(anyTeams, anyTeams, (teams, earlier) => {
        const cells = deriveCells(teams, deriveCells(earlier, []));
        const known = new Map(teams.map((each) => [each.id, each]));
        expect(new Set(cells.flat()).size).toBe(cells.flat().length);
        for (const cell of cells) {
          const members = cell.flatMap((id) => known.get(id) ?? []);
          expect(members).toHaveLength(cell.length);
          expect(members.reduce((sum, { counting }) => sum + counting, 0)).toBeGreaterThanOrEqual(smallestCell);
          expect(new Set(members.map(({ domainId }) => domainId)).size).toBe(1);
          if (cell.length > 1) expect(members.every(({ counting }) => counting < smallestCell)).toBe(true);
        }
        // Whatever is large is a group of its own, and what is left of a domain is too small together.
        for (const each of teams) if (each.counting >= smallestCell) expect(cells).toContainEqual([each.id]);
        const left = teams.filter(({ id }) => !cells.flat().includes(id));
        for (const domain of ['d', 'e'])
          expect(
            left.filter(({ domainId }) => domainId === domain).reduce((sum, { counting }) => sum + counting, 0),
          ).toBeLessThan(smallestCell);
      }),
    );
  });

  it('P9.3 small teams join in the order in which they were made, whatever they are called', () => {
    const teams = [
      team('a', 4, { createdOn: '2024-03-01' }),
      team('b', 4, { createdOn: '2024-01-01' }),
      team('c', 4, { createdOn: '2024-02-01' }),
    ];
    expect(deriveCells(teams, [])).toEqual([['b', 'c']]);
    expect(deriveCells(teams.toReversed(), [])).toEqual([['b', 'c']]);
  });

  it('P9.3 what was joined stays joined while it is large enough and its teams are small', () => {
    const before = [ids('a', 'c')];
    const [a, b, c] = [team('a', 4), team('b', 4), team('c', 4)];
    expect(deriveCells([a, b, c], before)).toEqual([['a', 'c']]);
    expect(deriveCells([a, b, { ...c, counting: 3 }], before)).toEqual([['a', 'b']]);
    expect(deriveCells([a, b, { ...c, counting: 9 }], before)).toEqual([['a', 'b'], ['c']]);
    expect(deriveCells([a, b], before)).toEqual([['a', 'b']]);
    expect(deriveCells([a, b, { ...c, domainId: 'e' as DomainId }], before)).toEqual([['a', 'b']]);
  });
});

describe('who counts', () => {
  const person = { provenMailbox: true, isAdministrator: false, manages: [] };
  const here = { domainId: 'd' as DomainId, demo: false };
  it('P16 whoever proved their mailbox, and does not govern here', () => {
    expect(notCounted(person, here)).toBeNull();
    expect(notCounted({ ...person, manages: ['e' as DomainId] }, here)).toBeNull();
    expect(notCounted({ ...person, provenMailbox: false }, here)).toBe('notYetActive');
    expect(notCounted({ ...person, isAdministrator: true }, here)).toBe('governs');
    expect(notCounted({ ...person, manages: ['d' as DomainId] }, here)).toBe('governs');
    expect(notCounted({ ...person, manages: ['all'] }, here)).toBe('governs');
  });

  it('P16 in the example everybody, except who governs', () => {
    expect(notCounted({ ...person, provenMailbox: false }, { ...here, demo: true })).toBeNull();
    expect(notCounted({ ...person, isAdministrator: true }, { ...here, demo: true })).toBe('governs');
  });

  it('P1 P16 a roster holds whoever counts once, in the home team, and nobody else', () => {
    const people = Array.from({ length: 12 }, (_, index) => `p${index}` as PersonId);
    const home = people.map((personId, index) => ({
      personId,
      teamId: (index < 9 ? 'a' : 'b') as TeamId,
      provenMailbox: index !== 0,
    }));
    const facts = {
      demo: false,
      teams: ['a', 'b'].map((id) => ({ id: id as TeamId, domainId: 'd' as DomainId, createdOn: '2024-01-01' })),
      home,
      appointments: [{ personId: people[11] as PersonId, kind: 'manager' as const, domainId: null }],
      previous: [],
    };
    const [cell, ...others] = deriveRosters(facts);
    expect(others).toEqual([]);
    // One of the nine did not prove their mailbox: eight are left, which is a group without the others.
    expect(cell).toEqual({
      teamIds: ['a'],
      members: people.slice(1, 9).map((personId) => ({ personId, teamId: 'a' })),
    });
  });
});
