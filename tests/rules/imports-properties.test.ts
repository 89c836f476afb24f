import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { MembershipFact, PeopleFacts } from '@roer/domain/organisation/import-people';
import type { ImportPlan } from '@roer/domain/organisation/import-plan';
import { noPeople, peopleOf, planPeople } from './import-samples.ts';

const row = fc.tuple(
  fc.constantFrom('Esra Kaya', 'Ada Yilmaz', 'Bas Tol', ''),
  fc.constantFrom('esra@water.example', 'ada@water.example', 'bas@water.example', 'gone@water.example'),
  fc.constantFrom('Groen', 'Vergunningen', 'Balie', ''),
  fc.constantFrom('Ruimte', 'Zorg', ''),
  fc.constantFrom('36', '7,5', ''),
  fc.constantFrom('8', ''),
  fc.constantFrom('ja', 'nee', '', ''),
  fc.constantFrom('1-3-2026', '1-1-2025', ''),
);
const table = fc.array(row, { minLength: 1, maxLength: 6 });

/** What the database does with the rows of a plan, in memory. */
const written = (facts: PeopleFacts, { writes }: ImportPlan): PeopleFacts => {
  // Our own rows, as the plan makes them.
  const rows = (part: string) => (writes[part] ?? []) as Record<string, never>[];
  const ids = (text: string): string => text.replace('+', 'new ');
  const people = [
    ...facts.people.map((person) => ({ ...person, ...rows('names').find(({ id }) => id === person.id) })),
    ...rows('people').map((person) => ({ ...person, id: ids(person['id'] ?? ''), erased: false })),
  ];
  const memberships = [
    ...facts.memberships.map((membership) => ({
      ...membership,
      ...rows('homes').find(({ id }) => id === membership.id),
    })),
    ...rows('memberships').map((each) => ({
      ...each,
      id: ids(each['id'] ?? ''),
      personId: ids(each['personId'] ?? ''),
      until: null,
    })),
  ].map((membership) => {
    const hours = rows('memberHours').find(({ membershipId }) => ids(membershipId ?? '') === membership.id);
    return { minutesByWeekday: [], ...membership, ...(hours ? { minutesByWeekday: hours['minutesByWeekday'] } : {}) };
  });
  // The same shapes, with ids that only the compiler tells apart.
  return { ...facts, people, memberships } as unknown as PeopleFacts;
};

const homesOverlap = (memberships: readonly MembershipFact[]): boolean =>
  memberships.some((one, index) =>
    memberships
      .slice(index + 1)
      .some(
        (other) =>
          one.home &&
          other.home &&
          one.personId === other.personId &&
          (one.until === null || other.from < one.until) &&
          (other.until === null || one.from < other.until),
      ),
  );

it('IM9 IM14 what was written changes nothing the second time, and nobody has two homes', () => {
  fc.assert(
    fc.property(table, fc.boolean(), (rows, skip) => {
      const bytes = peopleOf(...rows);
      const first = planPeople(bytes, { skip });
      const after = written(noPeople, first);
      expect(homesOverlap(after.memberships)).toBe(false);
      const again = planPeople(bytes, { skip, facts: after });
      expect(again.counts).toMatchObject(first.writable ? { new: 0, changed: 0 } : { wrong: first.counts.wrong });
      if (first.writable) expect(again.counts.same).toBe(rows.length - again.counts.skipped);
    }),
    { numRuns: 2000 },
  );
});
