import type { LocalDate } from '@roer/domain/dates';
import type { ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { countedLevel } from '@roer/domain/learning/counted-level';
import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import { deriveKnowledgeRisk, whoCan } from '@roer/domain/learning/knowledge-risk';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { namesIn } from '../responsibilities/people-names.ts';

export type CoverPerson = { personId: PersonId; name: string };
export type CoverCell = CoverPerson & { level: CoverLevel | null; strand: 'carries' | 'standsIn' | undefined };
/** One responsibility in the picture of who can do what; a cell for every member, in the order of their names. */
export type CoverLine = { responsibility: ResponsibilityRow; independent: PersonId[]; cells: CoverCell[] };

/** The members of a team by their short names, in alphabetical order. */
export const peopleOf = (snapshot: TeamSnapshot): CoverPerson[] => {
  const names = namesIn(snapshot);
  return Object.values(snapshot.member)
    .map(({ personId, name }) => ({ personId, name: names.short(personId) ?? name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl') || one.personId.localeCompare(other.personId));
};

/** What leans on one person or on nobody, the gravest first, and what two or more can do, by how much it matters. */
export const coverLines = (
  snapshot: TeamSnapshot,
  today: LocalDate,
): { leaning: CoverLine[]; shared: CoverLine[]; people: CoverPerson[] } => {
  const people = peopleOf(snapshot);
  const strands = new Map<string, CoverCell['strand']>();
  for (const { responsibilityId, personId, role } of carriedOn(snapshot, today)) {
    const key = `${responsibilityId} ${personId}`;
    if (role === 'holder') strands.set(key, 'carries');
    else if (!strands.has(key)) strands.set(key, 'standsIn');
  }
  const lineOf = (responsibility: ResponsibilityRow): CoverLine => ({
    responsibility,
    independent: whoCan(snapshot, { responsibilityId: responsibility.id, today }),
    cells: people.map((person) => ({
      ...person,
      level: countedLevel(snapshot, { responsibilityId: responsibility.id, personId: person.personId, today }),
      strand: strands.get(`${responsibility.id} ${person.personId}`),
    })),
  });
  const leaning = deriveKnowledgeRisk(snapshot, { today })
    .filter(({ independent }) => independent.length < 2)
    .map(({ responsibility }) => lineOf(responsibility));
  const shown = new Set(leaning.map(({ responsibility }) => responsibility.id));
  const shared = Object.values(snapshot.responsibility)
    .filter(({ id, closedOn }) => closedOn === null && !shown.has(id))
    .toSorted((one, other) => other.criticality - one.criticality || one.title.localeCompare(other.title, 'nl'))
    .map(lineOf);
  return { leaning, shared, people };
};
