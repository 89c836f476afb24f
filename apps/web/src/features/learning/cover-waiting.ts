import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { CoverLevelRow } from '@roer/domain/learning/cover-rows';
import { asksStill, mayJudgeLevel } from '@roer/domain/learning/cover-steps';
import type { OwnLearning } from './goals.ts';

/** A step of a colleague that waits for my answer. */
export type WaitingStep = { row: CoverLevelRow; asBuddy: boolean };

/** Of whom I am the buddy: I may answer their steps. */
export const learnersOf = (own: OwnLearning | undefined): ReadonlySet<PersonId> =>
  new Set((own?.buddies ?? []).flatMap(({ mine, state, personId }) => (!mine && state === 'agreed' ? [personId] : [])));

/** The steps of colleagues that wait for my answer (rule L1.3), the oldest first. */
export const waitingForMe = (
  snapshot: TeamSnapshot,
  { me, today, learners }: { me: PersonId; today: LocalDate; learners: ReadonlySet<PersonId> },
): WaitingStep[] => {
  const members = new Set(Object.values(snapshot.member).map(({ personId }) => personId));
  return Object.values(snapshot.coverLevel)
    .filter(
      (row) =>
        row.state === 'proposed' &&
        row.personId !== me &&
        members.has(row.personId) &&
        snapshot.responsibility[row.responsibilityId]?.closedOn === null,
    )
    .map((row) => ({ row, asBuddy: learners.has(row.personId) }))
    .filter(
      ({ row: { responsibilityId }, asBuddy }) =>
        asBuddy || mayJudgeLevel(snapshot, { responsibilityId, personId: me, today }),
    )
    .toSorted(
      (one, other) => one.row.proposedOn.localeCompare(other.row.proposedOn) || one.row.id.localeCompare(other.row.id),
    );
};

/** What I am asked about whether I still can (rule L1.7), by title. */
export const askedStill = (
  snapshot: TeamSnapshot,
  { me, today }: { me: PersonId; today: LocalDate },
): ResponsibilityId[] =>
  Object.values(snapshot.responsibility)
    .filter(({ id }) => asksStill(snapshot, { responsibilityId: id, personId: me, today }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'))
    .map(({ id }) => id);
