import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { personAddress } from './board-address.ts';

/** How people of a team are called: in full, and short for lists; and where their page stands. Undefined for who left the team. */
export type PeopleNames = {
  full: (personId: PersonId) => string | undefined;
  short: (personId: PersonId) => string | undefined;
  page: (personId: PersonId) => string | undefined;
};

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** First names where they tell people apart; "Bas T." when two share one, the whole name when that is not enough. */
export const namesIn = (snapshot: TeamSnapshot): PeopleNames => {
  const full = new Map(Object.values(snapshot.member).map((member) => [member.personId, member.name]));
  const short = new Map<PersonId, string>();
  for (const [personId, name] of full) {
    const others = [...full].filter(([other]) => other !== personId).map(([, other]) => other);
    short.set(personId, shortest(name, others));
  }
  const [team] = Object.values(snapshot.team);
  return {
    full: (personId) => full.get(personId),
    short: (personId) => short.get(personId),
    page: (personId) => (team && full.has(personId) ? personAddress(team.id, personId) : undefined),
  };
};

const shortest = (name: string, others: readonly string[]): string => {
  const first = firstName(name);
  const alike = others.filter((other) => firstName(other) === first);
  if (alike.length === 0) return first;
  const initial = lastInitial(name);
  return alike.some((other) => lastInitial(other) === initial) ? name : `${first} ${initial}.`;
};

const lastInitial = (name: string): string => [...(name.trim().split(/\s+/).at(-1) ?? '')][0] ?? '';
