import type { LocalDate } from '../dates.ts';
import type { RowChange } from '../feed.ts';
import type { ResponsibilityId } from '../ids.ts';
import { ended, withdrawn } from '../responsibilities/endings.ts';
import { assignmentsOf, dutiesOf, openOffersOf } from '../responsibilities/facts.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { withFollowing } from '../responsibilities/following.ts';

/** A responsibility stops with its team: as when somebody closes it, but whoever carries it. Nothing for one that is closed. */
export const decideStop = (facts: TeamFacts, id: ResponsibilityId, { today }: { today: LocalDate }): RowChange[] => {
  const before = facts.responsibility[id];
  if (!before || before.closedOn !== null) return [];
  const changes: RowChange[] = [
    { entity: 'responsibility', before, after: { ...before, closedOn: today, version: before.version + 1 } },
    ...assignmentsOf(facts, id).map((assignment) => ended(assignment, today)),
    ...withdrawn(openOffersOf(facts, id)),
    ...dutiesOf(facts, id).map((duty): RowChange => ({
      entity: 'duty',
      before: duty,
      after: { ...duty, endedOn: today, version: duty.version + 1 },
    })),
  ];
  return withFollowing(facts, changes, { today });
};
