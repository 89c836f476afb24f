import type { AssignmentRole, RowChange } from '../feed.ts';
import type { TeamAction } from '../team-actions.ts';
import type { MembershipId, PersonId, ResponsibilityId } from '../ids.ts';

/** What an audit entry may say about a responsibility: ids, numbers and names of fields; never a title or a text. */
export type ResponsibilityTrace = {
  /** Fields whose text or number changed. */
  changed?: string[];
  /** Minutes a week before and after. */
  minutesAWeek?: [number, number];
  /** Who carries or stands in less or no longer, and who does now, per role. */
  released?: { personId: PersonId; role: AssignmentRole }[];
  received?: { personId: PersonId; role: AssignmentRole; sharePercent: number }[];
};

export type TracedAction = { action: TeamAction; subjectId: ResponsibilityId; detail: ResponsibilityTrace };

/** One trace per responsibility that a command touched; its history is read from these (rule R1.8). */
export const traceResponsibilities = (action: TeamAction, changes: readonly RowChange[]): TracedAction[] => {
  const traces = new Map<ResponsibilityId, ResponsibilityTrace>();
  const traceOf = (id: ResponsibilityId): ResponsibilityTrace => {
    const known = traces.get(id) ?? {};
    traces.set(id, known);
    return known;
  };
  for (const change of changes) {
    if (change.entity === 'responsibility' && change.after) {
      const trace = traceOf(change.after.id);
      const { before, after } = change;
      if (!before) continue;
      trace.changed = (
        ['areaId', 'title', 'purpose', 'criticality', 'minutesAWeek', 'season', 'organising', 'closedOn'] as const
      ).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
      if (before.minutesAWeek !== after.minutesAWeek) trace.minutesAWeek = [before.minutesAWeek, after.minutesAWeek];
    }
    if (change.entity === 'assignment' && change.after) {
      const { before, after } = change;
      const trace = traceOf(after.responsibilityId);
      const more =
        after.until === null && (before === null || before.until !== null || before.sharePercent < after.sharePercent);
      if (more)
        (trace.received ??= []).push({ personId: after.personId, role: after.role, sharePercent: after.sharePercent });
      else (trace.released ??= []).push({ personId: after.personId, role: after.role });
    }
    if (change.entity === 'offer' && change.after) traceOf(change.after.responsibilityId);
    if (
      change.entity === 'duty' ||
      change.entity === 'note' ||
      change.entity === 'coverLevel' ||
      change.entity === 'leaveIntent' ||
      change.entity === 'delegation' ||
      change.entity === 'deadlineWork' ||
      change.entity === 'handover' ||
      change.entity === 'duo'
    ) {
      const row = change.after ?? change.before;
      if (row) traceOf(row.responsibilityId);
    }
    if (change.entity === 'transfer')
      for (const { responsibilityId } of change.after?.items ?? []) traceOf(responsibilityId);
  }
  return [...traces].map(([subjectId, detail]) => ({ action, subjectId, detail }));
};

/**
 * Who came into the team, changed their hours or left. It is all that administrators get of it (rule AU5): the traces of the same command
 * would tell them how much somebody carried.
 */
export const traceMembership = (
  action: TeamAction,
  changes: readonly RowChange[],
): { subjectId: PersonId; detail: { membershipId: MembershipId } }[] =>
  changes.flatMap((change) =>
    action.startsWith('membership.') && change.entity === 'member' && change.after
      ? [{ subjectId: change.after.personId, detail: { membershipId: change.after.id } }]
      : [],
  );
