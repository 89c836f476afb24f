import type { Delivery, TeamSnapshot } from '@roer/domain/feed';
import type { Id, PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';

/** What somebody does, told by small numbers: the team that they see gives them a meaning. */
export type Choice = { kind: number; which: number; other: number; share: number; flag: boolean };

export type Scene = {
  choice: Choice;
  /** The team as this person sees it now. */
  seen: TeamSnapshot;
  context: DecisionContext;
  newId: <Kind extends string>() => Id<Kind>;
  /** What this person did before, latest last. */
  done: readonly Delivery[];
};

export const pick = <Row>(rows: readonly Row[], which: number): Row | undefined =>
  rows[which % Math.max(1, rows.length)];
export const aResponsibility = ({ choice, seen, newId }: Scene): { responsibilityId: ResponsibilityId } => ({
  responsibilityId: pick(Object.values(seen.responsibility), choice.which)?.id ?? newId<'responsibility'>(),
});

/** Mostly one of this person's; now and then somebody else's. */
export const anAssignment = ({ choice, seen, newId }: Scene, personId: PersonId) => {
  const all = Object.values(seen.assignment);
  const theirs = all.filter((row) => row.personId === personId);
  const assignment = pick(choice.which % 7 === 0 ? all : theirs, choice.which);
  return {
    assignmentId: assignment?.id ?? newId<'assignment'>(),
    responsibilityId: assignment?.responsibilityId ?? newId<'responsibility'>(),
  };
};
