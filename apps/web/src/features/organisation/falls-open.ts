import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';

/** What becomes open when somebody leaves a team. `withNobody`: titles that nobody would carry any more, sorted. */
export type FallsOpen = {
  carried: number;
  stoodIn: number;
  counts: { carried: number; stoodIn: number };
  withNobody: string[];
  /** Titles of what they are still handing over, sorted. */
  handingOver: string[];
};

export const fallsOpen = (snapshot: TeamSnapshot, personId: PersonId): FallsOpen => {
  const current = Object.values(snapshot.assignment).filter(
    ({ responsibilityId }) => snapshot.responsibility[responsibilityId]?.closedOn === null,
  );
  const theirs = current.filter((assignment) => assignment.personId === personId);
  const holds = theirs.filter(({ role }) => role === 'holder');
  const withNobody = holds.flatMap(({ responsibilityId }) => {
    const others = current.some(
      (other) => other.responsibilityId === responsibilityId && other.role === 'holder' && other.personId !== personId,
    );
    const title = snapshot.responsibility[responsibilityId]?.title;
    return others || title === undefined ? [] : [title];
  });
  const counts = { carried: holds.length, stoodIn: theirs.length - holds.length };
  const handingOver = Object.values(snapshot.handover).flatMap(({ state, giver, responsibilityId }) => {
    const title = snapshot.responsibility[responsibilityId]?.title;
    return state === 'open' && giver === personId && title !== undefined ? [title] : [];
  });
  const byName = (titles: string[]): string[] => titles.toSorted((one, other) => one.localeCompare(other, 'nl'));
  return { ...counts, counts, withNobody: byName(withNobody), handingOver: byName(handingOver) };
};
