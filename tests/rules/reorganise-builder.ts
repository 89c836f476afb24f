import type { TeamSnapshot } from '@roer/domain/feed';
import type { DomainId, Id, PersonId, TeamId } from '@roer/domain/ids';
import type { ReorganisationFacts } from '@roer/domain/organisation/reorganise-plan';
import { theId } from './team-builder.ts';

// The brand exists only for the compiler.
export const domainOf = (number: number): DomainId => `domain-${number}` as Id<'domain'>;
export const teamNamed = (number: number): TeamId => theId('team', number);

/**
 * The team under other ids: everything of it, and its people, gets the number of the team in it, but for those of `shared`, who are
 * in both and at home in the first.
 */
export const another = (team: TeamSnapshot, number: number, shared: readonly PersonId[] = []): TeamSnapshot => {
  const text = JSON.stringify(team).replaceAll(
    /([0-9a-f]{8}-0000-7000-)8000(-\d{12})/g,
    (whole, start: string, end: string) => (shared.some((id) => id === whole) ? whole : `${start}800${number}${end}`),
  );
  // It was a team, and is one.
  const other = JSON.parse(text) as TeamSnapshot;
  for (const member of Object.values(other.member)) if (shared.includes(member.personId)) member.home = false;
  const id = teamNamed(number);
  return { ...other, team: { [id]: { id, name: `Team ${number}`, ownHolidays: [] } } };
};

/** Ids that nothing else has, the same in every run. */
export const countedIds = (): (() => string) => {
  let number = 0;
  return () => `ffffffff-0000-7000-8000-${String((number += 1)).padStart(12, '0')}`;
};

/** Two domains; the n-th team is in the first unless told otherwise. */
export const factsOf = (teams: readonly TeamSnapshot[]): ReorganisationFacts => ({
  teams: Object.fromEntries(teams.map((facts, index) => [teamNamed(index + 1), { facts, domainId: domainOf(1) }])),
  domainIds: [domainOf(1), domainOf(2)],
});
