import { DomainError } from '../errors.ts';
import type { OccurrenceRow, OfferRow, RowChange } from '../feed.ts';
import type { TeamAction } from '../team-actions.ts';
import { applyChanges, changedId } from '../feed.ts';
import { sameRow } from '../same-row.ts';
import type { ResponsibilityId } from '../ids.ts';
import { carriedShare } from './coverage.ts';
import { receivedFor } from './delegation.ts';
import { withdrawn } from './endings.ts';
import { assignmentsOf, dutiesOf, memberIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';
import { withFollowing } from './following.ts';
import { isUndoable } from './undoable.ts';

/**
 * The changes that take back what the actor did (rule U2), if nothing of it changed since and the team has not moved on
 * (rule U3). A responsibility that was made is closed again, not erased. `done` are the changes of that command.
 * Throws `cannotUndo`, `changedMeanwhile`, `areaNotEmpty`, `notAMember`.
 */
export const decideUndo = (
  facts: TeamFacts,
  done: { action: TeamAction; changes: readonly RowChange[] },
  context: DecisionContext,
): RowChange[] => {
  if (!isUndoable(done.action)) throw new DomainError('cannotUndo');
  const inverted = done.changes.toReversed().flatMap((change) => inverse(facts, change, { ...context, ...done }));
  const changes = withFollowing(facts, [...inverted, ...withdrawn(offersBeyond(facts, inverted))], context);
  const after = applyChanges(facts, changes);
  for (const change of inverted) {
    if (change.entity === 'responsibility' && change.after) fits(facts, after, change.after.id);
    if (change.entity === 'assignment' && change.after) fits(facts, after, change.after.responsibilityId);
    if (change.entity === 'duty' && change.after) fits(facts, after, change.after.responsibilityId);
    if (change.entity === 'occurrence' && isClosed(after, change.after ?? change.before))
      throw new DomainError('changedMeanwhile');
  }
  return changes;
};

const inverse = (
  facts: TeamFacts,
  change: RowChange,
  { action, today }: DecisionContext & { action: TeamAction },
): RowChange[] => {
  const current = facts[change.entity][changedId(change)] ?? null;
  switch (change.entity) {
    case 'responsibility': {
      if (!sameRow(current, change.after) || !change.after) throw new DomainError('changedMeanwhile');
      const version = change.after.version + 1;
      const after = change.before ? { ...change.before, version } : { ...change.after, closedOn: today, version };
      return [{ entity: 'responsibility', before: change.after, after }];
    }
    case 'assignment': {
      if (!change.after) throw new DomainError('cannotUndo');
      const live = change.after.until === null;
      if (live ? !sameRow(current, change.after) : current !== null) throw new DomainError('changedMeanwhile');
      if (!live) memberIn(facts, change.after.personId);
      // They carry it for somebody else by now: the role that comes back would be a second one.
      if (!live && receivedFor(facts, change.after, today).length > 0) throw new DomainError('changedMeanwhile');
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
      if (!change.before && Object.values(facts.responsibility).some((row) => row.areaId === changedId(change))) {
        if (action === 'area.create') throw new DomainError('areaNotEmpty');
        // It came with responsibilities that are closed now, and closed ones keep their area (R1.7).
        return [];
      }
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      return [{ entity: 'area', before: change.after, after: change.before }];
    case 'duty': {
      if (!sameRow(current, change.after) || !change.after) throw new DomainError('changedMeanwhile');
      const version = change.after.version + 1;
      const after = change.before ? { ...change.before, version } : { ...change.after, endedOn: today, version };
      return [{ entity: 'duty', before: change.after, after }];
    }
    case 'note': {
      // What somebody wrote for a handover that ended with it stays (rule R6.8).
      if (action !== 'note.write' && action !== 'note.remove') return [];
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      const after = change.before && { ...change.before, version: (change.after ?? change.before).version + 1 };
      return [{ entity: 'note', before: change.after, after }];
    }
    case 'help':
      if (!change.after) throw new DomainError('cannotUndo');
      // What was withdrawn is in no snapshot: it is as it was left when it is still not there.
      if (!sameRow(current, change.after.state === 'withdrawn' ? null : change.after))
        throw new DomainError('changedMeanwhile');
      for (const personId of change.before ? [change.before.personId, change.before.acceptedBy] : [])
        if (personId) memberIn(facts, personId);
      return [
        { entity: 'help', before: change.after, after: change.before ?? { ...change.after, state: 'withdrawn' } },
      ];
    case 'occurrence':
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      return [{ entity: 'occurrence', before: change.after, after: change.before }];
    case 'absence':
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      if (change.before) memberIn(facts, change.before.personId);
      return [{ entity: 'absence', before: change.after, after: change.before }];
    case 'deadlineWork': {
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      const { before } = change;
      for (const { personId } of before?.shares ?? []) memberIn(facts, personId);
      // Who takes a part writes no other version of the text, and neither does who leaves it again.
      const version = (change.after ?? before)?.version ?? 1;
      const after = before && { ...before, version: version === before.version ? version : version + 1 };
      return [{ entity: 'deadlineWork', before: change.after, after }];
    }
    case 'overload':
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      return [{ entity: 'overload', before: change.after, after: change.before }];
    case 'coverLevel':
      // What was exercised stays exercised; a step goes up and back by its own commands.
      if (change.before) return [];
      throw new DomainError('cannotUndo');
    case 'leaveIntent':
      // It ended with the holding, or has a command of its own.
      return [];
    case 'transfer':
      // One that ended with what it was about stays ended, as offers do.
      if (change.before) return [];
      throw new DomainError('cannotUndo');
    case 'obstacle':
      // A proposal and a question are taken back by their own commands: others may have answered.
      throw new DomainError('cannotUndo');
    case 'handover':
      if (!change.after) throw new DomainError('cannotUndo');
      // One that ended or lost its receiver with what it was about stays so: it is started again.
      if (change.before) return [];
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      return [
        { entity: 'handover', before: change.after, after: { ...change.after, state: 'withdrawn', closedOn: today } },
      ];
    case 'duo':
      if (!change.after) throw new DomainError('cannotUndo');
      if (change.before) return [];
      if (!sameRow(current, change.after)) throw new DomainError('changedMeanwhile');
      return [{ entity: 'duo', before: change.after, after: { ...change.after, state: 'withdrawn', endedOn: today } }];
    case 'delegation':
      // What ended or shrank with an assignment stays so, as offers do: two people agreed on it.
      if (change.before) return [];
      throw new DomainError('cannotUndo');
    case 'team':
    case 'member':
      throw new DomainError('cannotUndo');
  }
};

/** Open offers of more than what is left of their assignment: they end with it (rule R4.7), also when it is an undo that ends it. */
const offersBeyond = (facts: TeamFacts, inverted: readonly RowChange[]): OfferRow[] =>
  inverted.flatMap((change) => {
    if (change.entity !== 'assignment' || !change.after) return [];
    const { id, until, sharePercent } = change.after;
    const left = until === null ? sharePercent : 0;
    return Object.values(facts.offer).filter((offer) => offer.assignmentId === id && offer.sharePercent > left);
  });

const isClosed = (facts: TeamFacts, date: OccurrenceRow | null): boolean =>
  date !== null && facts.responsibility[date.responsibilityId]?.closedOn !== null;

/**
 * After an undo a responsibility still stands in an area of the team, nobody carries a closed one and nothing recurs in it,
 * the shares still fit and nobody has two roles; else somebody built on what would be taken back.
 */
const fits = (before: TeamFacts, after: TeamFacts, id: ResponsibilityId): void => {
  const responsibility = after.responsibility[id];
  const assignments = assignmentsOf(after, id);
  const overflows = carriedShare(assignments) > Math.max(101, carriedShare(assignmentsOf(before, id)));
  const people = new Set(assignments.map((row) => row.personId));
  if (
    !responsibility ||
    !after.area[responsibility.areaId] ||
    (responsibility.closedOn !== null && (assignments.length > 0 || dutiesOf(after, id).length > 0)) ||
    overflows ||
    people.size !== assignments.length
  ) {
    throw new DomainError('changedMeanwhile');
  }
};
