import { DomainError } from '../errors.ts';
import type { RowChange, TeamAction } from '../feed.ts';
import { changedId, sameRow } from '../feed.ts';
import { addsUp, carriedShare } from './coverage.ts';
import { assignmentsOf, memberIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';
import type { ResponsibilityId } from '../ids.ts';

/** What somebody may undo alone (rule U1). What two people agreed on is undone by agreeing again. */
const undoable: ReadonlySet<TeamAction> = new Set<TeamAction>([
  'area.create',
  'area.rename',
  'area.remove',
  'responsibility.create',
  'responsibility.adopt',
  'responsibility.edit',
  'responsibility.close',
  'responsibility.reopen',
  'assignment.takeOver',
  'assignment.giveBack',
  'assignment.changeShare',
  'offer.make',
]);

export const isUndoable = (action: TeamAction): boolean => undoable.has(action);

/**
 * The changes that take back what the actor did (rule U2), if nothing of it changed since (rule U3).
 * A responsibility that was made is closed again, not erased. `done` are the changes of that command.
 * Throws `cannotUndo`, `changedMeanwhile`.
 */
export const decideUndo = (
  facts: TeamFacts,
  done: { action: TeamAction; changes: readonly RowChange[] },
  context: DecisionContext,
): RowChange[] => {
  if (!isUndoable(done.action)) throw new DomainError('cannotUndo');
  const changes = done.changes.toReversed().flatMap((change) => inverse(facts, change, context));
  for (const change of changes)
    if (change.entity === 'assignment' && change.after) fits(facts, changes, change.after.responsibilityId);
  return changes;
};

const inverse = (facts: TeamFacts, change: RowChange, { today }: DecisionContext): RowChange[] => {
  const current = facts[change.entity][changedId(change)] ?? null;
  switch (change.entity) {
    case 'responsibility': {
      if (!sameRow(current, change.after) || !change.after) throw new DomainError('changedMeanwhile');
      const version = change.after.version + 1;
      const after = change.before ? { ...change.before, version } : { ...change.after, closedOn: today, version };
      if (!change.before && Object.values(facts.assignment).some((row) => row.responsibilityId === change.after?.id)) {
        throw new DomainError('changedMeanwhile');
      }
      return [{ entity: 'responsibility', before: change.after, after }];
    }
    case 'assignment': {
      if (!change.after) throw new DomainError('cannotUndo');
      const live = change.after.until === null;
      if (live ? !sameRow(current, change.after) : current !== null) throw new DomainError('changedMeanwhile');
      if (!live) memberIn(facts, change.after.personId);
      const after = change.before ?? { ...change.after, until: today };
      return [{ entity: 'assignment', before: change.after, after }];
    }
    case 'offer':
      if (!change.after) throw new DomainError('cannotUndo');
      // An offer that ended with the assignment stays ended: whoever made it may make it again.
      if (change.before) return [];
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      return [{ entity: 'offer', before: change.after, after: { ...change.after, state: 'withdrawn' } }];
    case 'area':
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      if (!change.before && Object.values(facts.responsibility).some((row) => row.areaId === changedId(change)))
        return [];
      return [{ entity: 'area', before: change.after, after: change.before }];
    case 'team':
    case 'member':
      throw new DomainError('cannotUndo');
  }
};

/** After an undo the shares still fit and nobody has two roles; else somebody filled the slot meanwhile. */
const fits = (facts: TeamFacts, changes: readonly RowChange[], responsibilityId: ResponsibilityId): void => {
  const current = new Map(assignmentsOf(facts, responsibilityId).map((row) => [row.id, row]));
  for (const change of changes) {
    if (change.entity !== 'assignment' || change.after?.responsibilityId !== responsibilityId) continue;
    if (change.after.until === null) current.set(change.after.id, change.after);
    else current.delete(change.after.id);
  }
  const rows = [...current.values()];
  const share = carriedShare(rows);
  if (share > 100 && !addsUp(share)) throw new DomainError('changedMeanwhile');
  if (new Set(rows.map((row) => row.personId)).size !== rows.length) throw new DomainError('changedMeanwhile');
};
