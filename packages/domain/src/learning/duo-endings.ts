import { applyChanges } from '../feed.ts';
import type { RowChange } from '../feed.ts';
import type { DuoRow } from './handover-rows.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';

/**
 * The changes of a command with the duos that end by them (rule L4.6): one of the two left the team, or what it is about was closed.
 * What was written down stays.
 */
export const withDuos = (
  facts: TeamFacts,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] => {
  const open = Object.values(facts.duo).filter(({ state }) => state === 'proposed' || state === 'running');
  if (open.length === 0 || changes.length === 0) return [...changes];
  const after = applyChanges(facts, changes);
  const members = new Set(Object.values(after.member).map(({ personId }) => personId));
  const isOver = ({ id, giver, receiver, responsibilityId }: DuoRow): boolean =>
    after.duo[id] !== undefined &&
    (!members.has(giver) || !members.has(receiver) || after.responsibility[responsibilityId]?.closedOn !== null);
  return [
    ...changes,
    ...open.filter(isOver).map((before): RowChange => ({
      entity: 'duo',
      before,
      after: { ...before, state: before.state === 'running' ? 'ended' : 'withdrawn', endedOn: today },
    })),
  ];
};
