import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import type { RowChange, TeamSnapshot } from '../feed.ts';
import type { CoverLevel, CoverLevelRow } from './cover-rows.ts';
import type { CoverLevelId, PersonId, ResponsibilityId } from '../ids.ts';
import { carriedOn } from '../responsibilities/delegation.ts';
import { memberIn, newIn, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { countedLevel } from './counted-level.ts';
import { coverOf, heldUntil, levelAfter, rankOf } from './cover-level.ts';

type Which = { responsibilityId: ResponsibilityId };
export type ProposeLevel = Which & { coverLevelId: CoverLevelId; level: CoverLevel };
/** `asBuddy`: whoever answers is the learner's buddy. The server looks at that itself. */
export type AnswerLevel = Which & { coverLevelId: CoverLevelId; asBuddy: boolean };
/** `coverLevelId`: of the first row of who said nothing yet. */
export type KeepLevel = Which & { coverLevelId: CoverLevelId };
export type StepBack = Which & { coverLevelId: CoverLevelId; level: CoverLevel | null };

const nextNumber = (facts: TeamFacts, whose: Which & { personId: PersonId }): number =>
  (coverOf(facts, whose).rows.at(-1)?.number ?? 0) + 1;

/**
 * Somebody says of themselves that they are one step further with a responsibility (rules L1.1, L1.2); it holds when it is
 * confirmed. Proposing the same again changes nothing. Throws `badInput` (field `level`) for another step than the next one,
 * `changedMeanwhile` when another step waits for an answer, `responsibilityClosed`, `notAMember`, `notFound`.
 */
export const decideProposeLevel = (
  facts: TeamFacts,
  { coverLevelId, responsibilityId, level }: ProposeLevel,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  openResponsibilityIn(facts, responsibilityId);
  memberIn(facts, actorId);
  const whose = { responsibilityId, personId: actorId };
  const { proposed } = coverOf(facts, whose);
  if (proposed?.level === level) return [];
  if (proposed) throw new DomainError('changedMeanwhile');
  // Who carries it and never said how far they are does not begin by watching.
  if (levelAfter(countedLevel(facts, { ...whose, today })) !== level)
    throw new DomainError('badInput', { field: 'level' });
  newIn(facts, 'coverLevel', [coverLevelId]);
  const after: CoverLevelRow = {
    id: coverLevelId,
    ...whose,
    number: nextNumber(facts, whose),
    level,
    state: 'proposed',
    proposedOn: today,
    confirmedBy: null,
    confirmedOn: null,
    exercisedOn: null,
  };
  return [{ entity: 'coverLevel', before: null, after }];
};

/** Whether somebody holds a responsibility today, or teaches it: they may say how far a colleague is (rule L1.3). */
export const mayJudgeLevel = (
  facts: TeamSnapshot,
  { responsibilityId, personId, today }: Which & { personId: PersonId; today: LocalDate },
): boolean =>
  carriedOn(facts, today).some(
    (row) => row.responsibilityId === responsibilityId && row.personId === personId && row.role === 'holder',
  ) || coverOf(facts, { responsibilityId, personId }).now?.level === 'teaching';

const answered = (
  facts: TeamFacts,
  { responsibilityId, coverLevelId, asBuddy }: AnswerLevel,
  { actorId, today }: DecisionContext,
): CoverLevelRow => {
  openResponsibilityIn(facts, responsibilityId);
  memberIn(facts, actorId);
  const row = facts.coverLevel[coverLevelId];
  if (!row || row.responsibilityId !== responsibilityId) throw new DomainError('changedMeanwhile');
  memberIn(facts, row.personId);
  const judges = asBuddy || mayJudgeLevel(facts, { responsibilityId, personId: actorId, today });
  if (row.personId === actorId || !judges) throw new DomainError('notAllowed');
  return row;
};

/**
 * Who holds it, teaches it, or is the learner's buddy confirms the step (rule L1.3). Confirming what was confirmed changes nothing.
 * Throws `changedMeanwhile` when it was withdrawn or declined, `notAllowed`, `responsibilityClosed`, `notAMember`, `notFound`.
 */
export const decideConfirmLevel = (facts: TeamFacts, input: AnswerLevel, context: DecisionContext): RowChange[] => {
  const before = answered(facts, input, context);
  if (before.state === 'confirmed') return [];
  const { actorId, today } = context;
  const after: CoverLevelRow = {
    ...before,
    state: 'confirmed',
    confirmedBy: actorId,
    confirmedOn: today,
    exercisedOn: today,
  };
  return [{ entity: 'coverLevel', before, after }];
};

/** They say that it is too early, without a reason (rule L1.4). Throws as `decideConfirmLevel`, and `changedMeanwhile` when it was confirmed. */
export const decideDeclineLevel = (facts: TeamFacts, input: AnswerLevel, context: DecisionContext): RowChange[] => {
  const before = answered(facts, input, context);
  if (before.state !== 'proposed') throw new DomainError('changedMeanwhile');
  return [{ entity: 'coverLevel', before, after: { ...before, state: 'declined' } }];
};

/** The learner takes a proposal back (rule L1.4); one that is gone changes nothing. Throws `notAllowed`, `notFound`. */
export const decideWithdrawLevel = (
  facts: TeamFacts,
  { responsibilityId, coverLevelId }: Which & { coverLevelId: CoverLevelId },
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = facts.coverLevel[coverLevelId];
  if (!before || before.responsibilityId !== responsibilityId) return [];
  if (before.personId !== actorId) throw new DomainError('notAllowed');
  if (before.state !== 'proposed') return [];
  return [{ entity: 'coverLevel', before, after: { ...before, state: 'withdrawn' } }];
};

/** What somebody says of themselves and nobody has to confirm. */
const saidBy = (
  facts: TeamFacts,
  { coverLevelId, responsibilityId, personId, level }: StepBack & { personId: PersonId },
  today: LocalDate,
): CoverLevelRow => ({
  id: coverLevelId,
  responsibilityId,
  personId,
  number: nextNumber(facts, { responsibilityId, personId }),
  level,
  state: 'confirmed',
  proposedOn: today,
  confirmedBy: personId,
  confirmedOn: today,
  exercisedOn: today,
});

/**
 * Somebody goes one or more steps back, by themselves, also from an open proposal and also to nothing (rule L1.5). Throws `badInput` (field `level`) when
 * it is no step back, `notAMember`, `notFound`.
 */
export const decideStepBack = (
  facts: TeamFacts,
  { coverLevelId, responsibilityId, level }: StepBack,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  if (!facts.responsibility[responsibilityId]) throw new DomainError('notFound');
  memberIn(facts, actorId);
  const whose = { responsibilityId, personId: actorId };
  const { proposed } = coverOf(facts, whose);
  if (rankOf(level) >= rankOf(countedLevel(facts, { ...whose, today })))
    throw new DomainError('badInput', { field: 'level' });
  newIn(facts, 'coverLevel', [coverLevelId]);
  const after = saidBy(facts, { ...whose, coverLevelId, level }, today);
  return [
    ...(proposed
      ? [{ entity: 'coverLevel', before: proposed, after: { ...proposed, state: 'withdrawn' } } as const]
      : []),
    { entity: 'coverLevel', before: null, after },
  ];
};

/** Rule L1.7: after so many days without doing it somebody is asked whether they still can. */
export const stillAfter = 365;

/** The last day of which is known that somebody did what they do not carry; null for who never said or held anything. */
const lastDone = (snapshot: TeamSnapshot, whose: Which & { personId: PersonId }): LocalDate | null => {
  const { now } = coverOf(snapshot, whose);
  return now?.level ? (now.exercisedOn ?? now.confirmedOn ?? now.proposedOn) : heldUntil(snapshot, whose);
};

/** Whether somebody is asked whether they still can (rule L1.7): they carry it not, and did not do it for a year. */
export const asksStill = (
  snapshot: TeamSnapshot,
  { responsibilityId, personId, today }: Which & { personId: PersonId; today: LocalDate },
): boolean => {
  const since = lastDone(snapshot, { responsibilityId, personId });
  if (since === null || snapshot.responsibility[responsibilityId]?.closedOn !== null) return false;
  const carries = carriedOn(snapshot, today).some(
    (row) => row.responsibilityId === responsibilityId && row.personId === personId,
  );
  return !carries && addDays(since, stillAfter) <= today;
};

/**
 * Somebody says that they still can (rule L1.7); who held it and said nothing says with it that they are *independent*. Nothing changes the
 * second time on a day. Throws `notFound` without a level, `notAMember`.
 */
export const decideKeepLevel = (
  facts: TeamFacts,
  { coverLevelId, responsibilityId }: KeepLevel,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  const whose = { responsibilityId, personId: actorId };
  const { now } = coverOf(facts, whose);
  if (now?.level)
    return now.exercisedOn === today
      ? []
      : [{ entity: 'coverLevel', before: now, after: { ...now, exercisedOn: today } }];
  if (heldUntil(facts, whose) === null) throw new DomainError('notFound');
  newIn(facts, 'coverLevel', [coverLevelId]);
  return [
    {
      entity: 'coverLevel',
      before: null,
      after: saidBy(facts, { ...whose, coverLevelId, level: 'independent' }, today),
    },
  ];
};
