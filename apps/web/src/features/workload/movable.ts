import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { sharesOfWork } from '@roer/domain/workload/deadline-shares';
import type { Move } from '@roer/domain/workload/what-if';

/** Something that somebody could hand over: a responsibility that they hold a part of, or their part of work with a deadline. */
export type Movable = Pick<Move, 'responsibilityId' | 'assignmentId' | 'workId' | 'sharePercent'> & {
  /** Tells it from the others in a list. */
  key: string;
  title: string;
};

/** What somebody could hand over, by title; work with a deadline after the rest. */
export const movableOf = (snapshot: TeamSnapshot, personId: PersonId, today: LocalDate): Movable[] => {
  const assignments = Object.values(snapshot.assignment);
  const isOpen = (id: string): boolean => snapshot.responsibility[id]?.closedOn === null;
  const held = assignments
    .filter((row) => row.personId === personId && row.role === 'holder' && row.until === null)
    .filter(({ responsibilityId }) => isOpen(responsibilityId))
    .map(({ id, responsibilityId, sharePercent }) => ({
      key: id,
      title: snapshot.responsibility[responsibilityId]?.title ?? '',
      responsibilityId,
      assignmentId: id,
      workId: null,
      sharePercent,
    }));
  const work = Object.values(snapshot.deadlineWork)
    .filter(({ doneOn, responsibilityId }) => doneOn === null && isOpen(responsibilityId))
    .flatMap(({ id, ...row }) => {
      const share = sharesOfWork(row, assignments, today).find((each) => each.personId === personId);
      const { title, responsibilityId } = row;
      return share
        ? [{ key: id, title, responsibilityId, assignmentId: null, workId: id, sharePercent: share.percent }]
        : [];
    });
  const byTitle = (one: Movable, other: Movable): number => one.title.localeCompare(other.title, 'nl');
  return [...held.toSorted(byTitle), ...work.toSorted(byTitle)];
};
