import { DomainError } from '../errors.ts';
import { applyChanges } from '../feed.ts';
import type { NoteRow, RowChange } from '../feed.ts';
import type { HandoverItem, HandoverRow } from './handover-rows.ts';
import type { PersonId } from '../ids.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { receivable } from '../responsibilities/move-share.ts';

/** The longest title of a note (rule N1). */
const longestTitle = 120;

/**
 * A handover that ends, with what stays of it (rule R6.8): what the giver wrote in their own words becomes notes at the responsibility, in
 * their name. A line becomes a note once, so its own id is free for it.
 */
export const endedHandover = (
  facts: Pick<TeamFacts, 'note'>,
  before: HandoverRow,
  { state, today }: { state: 'accepted' | 'returned' | 'withdrawn'; today: LocalDate },
): RowChange[] => [
  { entity: 'handover', before, after: { ...before, state, closedOn: today } },
  ...before.items
    .filter(({ kind }) => kind === 'pitfall' || kind === 'other')
    .map((item) => noteOf(item, before, today))
    .filter(({ id }) => !facts.note[id])
    .map((after): RowChange => ({ entity: 'note', before: null, after })),
];

const noteOf = ({ id, text }: HandoverItem, { responsibilityId, giver }: HandoverRow, today: LocalDate): NoteRow => {
  const first = (text.split('\n')[0] ?? '').trim();
  const title = first.length > longestTitle ? `${first.slice(0, longestTitle - 1)}…` : first;
  return {
    id: id as string as NoteRow['id'],
    responsibilityId,
    title,
    body: title === text ? '' : text,
    url: null,
    personId: giver,
    writtenOn: today,
    version: 1,
  };
};

/** Nobody receives it yet: what somebody else understood is not understood by the next one. */
export const withoutReceiver = (before: HandoverRow, receiver: PersonId | null = null): HandoverRow => ({
  ...before,
  receiver,
  items: before.items.map((item) => ({ ...item, byReceiver: false })),
});

/** Whether somebody who is no longer in the team, or took another role, can still receive it. */
const canReceive = (facts: TeamFacts, { assignmentId, receiver }: HandoverRow, today: LocalDate): boolean => {
  const assignment = facts.assignment[assignmentId];
  if (receiver === null || !assignment) return true;
  if (!Object.values(facts.member).some(({ personId }) => personId === receiver)) return false;
  try {
    receivable(facts, { assignment, until: null, personId: receiver }, today);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
};

/**
 * The changes of a command with what follows from them for open handovers (rule R6.7): one ends when its giver carries it no longer,
 * `returned` when it came back to the team and `withdrawn` when it went another way, and waits for another receiver when the one
 * who was named left or took a role that does not go with it.
 */
export const withHandovers = (
  facts: TeamFacts,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] => {
  const open = Object.values(facts.handover).filter(({ state }) => state === 'open');
  if (open.length === 0 || changes.length === 0) return [...changes];
  const after = applyChanges(facts, changes);
  return [
    ...changes,
    ...open.flatMap((before): RowChange[] => {
      if (after.handover[before.id]?.state !== 'open') return [];
      const given = after.assignment[before.assignmentId];
      if (given?.personId !== before.giver)
        return endedHandover(after, before, {
          state: isReceived(facts, changes, before) || isClosed(after, before) ? 'withdrawn' : 'returned',
          today,
        });
      if (canReceive(after, before, today)) return [];
      return [{ entity: 'handover', before, after: withoutReceiver(before) }];
    }),
  ];
};

const isClosed = (facts: TeamFacts, { responsibilityId }: HandoverRow): boolean =>
  facts.responsibility[responsibilityId]?.closedOn !== null;

/** Whether somebody carries more of it now in that role: it moved, and did not fall open. */
const isReceived = (facts: TeamFacts, changes: readonly RowChange[], handover: HandoverRow): boolean => {
  const role = facts.assignment[handover.assignmentId]?.role;
  return changes.some(
    ({ entity, before, after }) =>
      entity === 'assignment' &&
      after !== null &&
      after.until === null &&
      after.responsibilityId === handover.responsibilityId &&
      after.role === role &&
      after.sharePercent > (before?.sharePercent ?? 0),
  );
};
