import type { AssignmentRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';

/** What somebody carries or stands in for and is not handing over already, by title. */
export const toHandOver = (snapshot: TeamSnapshot, me: PersonId): AssignmentRow[] => {
  const running = new Set(openHandoversOf(snapshot).map(({ assignmentId }) => assignmentId));
  const titleOf = ({ responsibilityId }: AssignmentRow): string =>
    snapshot.responsibility[responsibilityId]?.title ?? '';
  return Object.values(snapshot.assignment)
    .filter(
      ({ id, personId, responsibilityId }) =>
        personId === me && !running.has(id) && snapshot.responsibility[responsibilityId]?.closedOn === null,
    )
    .toSorted((one, other) => titleOf(one).localeCompare(titleOf(other), 'nl'));
};
