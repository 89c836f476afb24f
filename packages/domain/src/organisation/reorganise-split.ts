import type { PersonId, ResponsibilityId } from '../ids.ts';
import { assignmentsOf } from '../responsibilities/facts.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';

/**
 * Whether a responsibility goes along with the people who split off (rule O23): when they carry more than half of what is
 * carried of it. So an administrator, who may not see the work of a team, chooses people and the work follows them; what
 * nobody carries stays. A closed one stays too.
 */
export const goesAlong = (facts: TeamFacts, id: ResponsibilityId, people: readonly PersonId[]): boolean => {
  if (facts.responsibility[id]?.closedOn !== null) return false;
  const holders = assignmentsOf(facts, id).filter(({ role }) => role === 'holder');
  const carried = (rows: typeof holders): number => rows.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
  return carried(holders.filter(({ personId }) => people.includes(personId))) * 2 > carried(holders);
};
