import type { PersonId, TeamId } from '../ids.ts';
import type { RowReading } from './import-rows.ts';
import { readPeopleList, sameAs } from './import-values.ts';

/** Somebody who is in a team now. */
export type MemberFact = { teamId: TeamId; personId: PersonId; name: string; email: string };

/** Somebody that a row names, with the share that it says. */
export type FoundPerson = { personId: PersonId; share: number | null; text: string };
export type CarrierField = 'holders' | 'substitutes';

/**
 * Finds the people that a row names among the members of its team, by address or by name (rule IM19). Null when the row says
 * nobody or something wrong, which is then told.
 */
export const personFinder = (facts: {
  members: readonly MemberFact[];
  people: readonly { name: string; email: string }[];
}): ((row: RowReading, field: CarrierField, teamId: TeamId) => FoundPerson[] | null) => {
  const known = new Set(facts.people.flatMap(({ name, email }) => [sameAs(name), email]));
  const members = new Map<string, MemberFact[]>();
  for (const member of facts.members) {
    for (const name of [sameAs(member.name), member.email]) {
      const key = `${member.teamId} ${name}`;
      members.set(key, [...(members.get(key) ?? []), member]);
    }
  }
  const isPerson = (text: string): boolean => known.has(text.includes('@') ? text.toLowerCase() : sameAs(text));
  return (row, field, teamId) => {
    const people = row.value(field, (cell) => readPeopleList(cell, isPerson), 'badShare');
    if (!people) return null;
    const found: FoundPerson[] = [];
    const before = row.problems.length;
    for (const { text, share } of people) {
      const key = text.includes('@') ? text.toLowerCase() : sameAs(text);
      const named = members.get(`${teamId} ${key}`) ?? [];
      const [member] = named;
      if (!member) row.wrong(field, known.has(key) ? 'notInTeam' : 'unknownPerson', { value: text });
      else if (named.length > 1) row.wrong(field, 'ambiguousPerson', { value: text });
      else if (found.some(({ personId }) => personId === member.personId))
        row.wrong(field, 'doubledPerson', { value: text });
      else found.push({ personId: member.personId, share, text });
    }
    return row.problems.length > before ? null : found;
  };
};
