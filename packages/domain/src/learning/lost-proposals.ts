import { applyChanges } from '../feed.ts';
import type { RowChange } from '../feed.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';

/**
 * The changes of a command with what follows from them for steps that wait for an answer (rule L1.2): who left the team, or what is closed, is
 * asked about no more.
 */
export const withoutLostProposals = (facts: TeamFacts, changes: readonly RowChange[]): RowChange[] => {
  const waiting = Object.values(facts.coverLevel).filter(({ state }) => state === 'proposed');
  if (waiting.length === 0 || changes.length === 0) return [...changes];
  const after = applyChanges(facts, changes);
  const members = new Set(Object.values(after.member).map(({ personId }) => personId));
  return [
    ...changes,
    ...waiting
      .filter(({ id }) => after.coverLevel[id]?.state === 'proposed')
      .filter(
        ({ personId, responsibilityId }) =>
          !members.has(personId) || after.responsibility[responsibilityId]?.closedOn !== null,
      )
      .map((before): RowChange => ({ entity: 'coverLevel', before, after: { ...before, state: 'withdrawn' } })),
  ];
};
