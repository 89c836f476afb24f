import type { LocalDate } from '../dates.ts';
import type { AssignmentRow, DeadlineWorkRow, DelegationRow, TeamSnapshot, TransferItem } from '../feed.ts';
import type { AssignmentId, DelegationId } from '../ids.ts';
import { sharesOfWork } from './deadline-shares.ts';

/** One move of a transfer, without an id. */
export type Move = Omit<TransferItem, 'id'>;

/** When moves are in effect: on the days [from, until), or for good. */
export type MoveTime = { from: LocalDate; until: LocalDate | null };

/**
 * The team as it would be after some moves, for a picture of it; nothing of this is saved. For a while a share is laid over its assignment; for
 * good it goes to the receiver, who then no longer stands in. A part of a work with a deadline always goes for good. A move that is about
 * nothing that is there changes nothing.
 */
export const withMoves = (
  snapshot: TeamSnapshot,
  moves: readonly Move[],
  { from, until, today }: MoveTime & { today: LocalDate },
): TeamSnapshot => {
  const next = {
    ...snapshot,
    assignment: { ...snapshot.assignment },
    delegation: { ...snapshot.delegation },
    deadlineWork: { ...snapshot.deadlineWork },
  };
  for (const [index, move] of moves.entries()) {
    const { assignmentId, workId } = move;
    const given = assignmentId === null ? undefined : next.assignment[assignmentId];
    const work = workId === null ? undefined : next.deadlineWork[workId];
    if (given) {
      if (until === null) Object.assign(next.assignment, movedForGood(next.assignment, { given, move, from, index }));
      // Ids that are used nowhere: nothing of this is sent.
      else
        next.delegation[`move ${index}`] = {
          ...laidOver(given, move),
          id: `move ${index}` as DelegationId,
          from,
          until,
        };
    }
    if (work) next.deadlineWork[work.id] = movedWork(work, move, Object.values(snapshot.assignment), today);
  }
  return next;
};

const laidOver = (given: AssignmentRow, move: Move): Omit<DelegationRow, 'id' | 'from' | 'until'> => ({
  responsibilityId: given.responsibilityId,
  assignmentId: given.id,
  fromPersonId: move.giver,
  toPersonId: move.receiver,
  sharePercent: move.sharePercent,
});

type ForGood = { given: AssignmentRow; move: Move; from: LocalDate; index: number };

/** The assignments of the giver and the receiver until that day and from that day on. */
const movedForGood = (
  assignments: TeamSnapshot['assignment'],
  { given, move, from, index }: ForGood,
): TeamSnapshot['assignment'] => {
  const share = Math.min(move.sharePercent, given.sharePercent);
  const changed: TeamSnapshot['assignment'] = { [given.id]: { ...given, until: from } };
  const begin = (name: string, row: AssignmentRow): void => {
    changed[name] = { ...row, id: name as AssignmentId, from, until: null };
  };
  if (share < given.sharePercent) begin(`move ${index} rest`, { ...given, sharePercent: given.sharePercent - share });
  const theirs = Object.values(assignments).filter(
    (row) => row.responsibilityId === given.responsibilityId && row.personId === move.receiver && row.until === null,
  );
  for (const row of theirs) changed[row.id] = { ...row, until: from };
  const held = theirs.reduce((sum, row) => (row.role === 'holder' ? sum + row.sharePercent : sum), 0);
  begin(`move ${index}`, { ...given, personId: move.receiver, sharePercent: held + share });
  return changed;
};

const movedWork = (
  work: DeadlineWorkRow,
  { giver, receiver, sharePercent }: Move,
  assignments: readonly AssignmentRow[],
  today: LocalDate,
): DeadlineWorkRow => {
  const shares = new Map(sharesOfWork(work, assignments, today).map(({ personId, percent }) => [personId, percent]));
  const moved = Math.min(sharePercent, shares.get(giver) ?? 0);
  shares.set(giver, (shares.get(giver) ?? 0) - moved);
  shares.set(receiver, (shares.get(receiver) ?? 0) + moved);
  return {
    ...work,
    shares: [...shares].filter(([, percent]) => percent > 0).map(([personId, percent]) => ({ personId, percent })),
  };
};
