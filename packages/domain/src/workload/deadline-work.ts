import { DomainError } from '../errors.ts';
import type { DeadlineWorkRow, RowChange } from '../feed.ts';
import type { DeadlineWorkId, PersonId, ResponsibilityId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { memberIn, newIn, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { withFollowing } from '../responsibilities/following.ts';
import { sameRow } from '../same-row.ts';

export const deadlineWorkLimits = {
  title: 120,
  /** A person's year. */
  minutes: 2000 * 60,
  /** How far from today its days may be, and how far apart, in days. */
  days: 731,
  /** How much of one responsibility may be open at once. */
  open: 100,
} as const;

/** What people write about it: minutes still to be done, and its first and last day. */
export type DeadlineWorkText = Pick<
  DeadlineWorkRow,
  'title' | 'earliestStart' | 'due' | 'leastMinutes' | 'likelyMinutes' | 'mostMinutes'
>;

type Which = { responsibilityId: ResponsibilityId; workId: DeadlineWorkId };

/**
 * Anyone of the team writes down work of an open responsibility that must be done between two days (rule W1.14). Whose it is
 * follows from who holds the responsibility (W1.5). Throws `badInput` (with the field), `responsibilityClosed`, `notAMember`,
 * `notFound`.
 */
export const decideAddDeadlineWork = (
  facts: TeamFacts,
  { responsibilityId, workId: id, text }: Which & { text: DeadlineWorkText },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  openResponsibilityIn(facts, responsibilityId);
  inOrder(text, today);
  newIn(facts, 'deadlineWork', [id]);
  if (openWorkOf(facts, responsibilityId).length >= deadlineWorkLimits.open) throw new DomainError('badInput');
  const after: DeadlineWorkRow = { id, responsibilityId, ...text, shares: [], doneOn: null, version: 1 };
  return [{ entity: 'deadlineWork', before: null, after }];
};

const openWorkOf = (facts: TeamFacts, id: ResponsibilityId): DeadlineWorkRow[] =>
  Object.values(facts.deadlineWork).filter((work) => work.responsibilityId === id && work.doneOn === null);

/** Throws `badInput` with the field that does not fit the others. */
const inOrder = (text: DeadlineWorkText, today: LocalDate): void => {
  const { earliestStart, due, leastMinutes, likelyMinutes, mostMinutes } = text;
  const { days, minutes } = deadlineWorkLimits;
  const wrong =
    earliestStart < addDays(today, -days) || earliestStart > addDays(today, days)
      ? 'earliestStart'
      : due < earliestStart || due > addDays(earliestStart, days)
        ? 'due'
        : leastMinutes < 0 || leastMinutes > likelyMinutes
          ? 'leastMinutes'
          : likelyMinutes > mostMinutes
            ? 'likelyMinutes'
            : mostMinutes < 1 || mostMinutes > minutes
              ? 'mostMinutes'
              : null;
  if (wrong) throw new DomainError('badInput', { field: wrong });
};

const workIn = (facts: TeamFacts, { responsibilityId, workId }: Which): DeadlineWorkRow => {
  openResponsibilityIn(facts, responsibilityId);
  const work = facts.deadlineWork[workId];
  if (!work || work.responsibilityId !== responsibilityId) throw new DomainError('notFound');
  return work;
};

/**
 * Another text, on condition of the version that was read (rule W1.14); shares stay. The same text changes nothing. Throws
 * `changedMeanwhile`, also of what was done meanwhile, `badInput`, `responsibilityClosed`, `notFound`.
 */
export const decideEditDeadlineWork = (
  facts: TeamFacts,
  { version, text, ...which }: Which & { version: number; text: DeadlineWorkText },
  { today }: DecisionContext,
): RowChange[] => {
  const before = workIn(facts, which);
  if (before.version !== version || before.doneOn !== null) throw new DomainError('changedMeanwhile');
  if (sameRow(before, { ...before, ...text })) return [];
  inOrder(text, today);
  return [{ entity: 'deadlineWork', before, after: { ...before, ...text, version: before.version + 1 } }];
};

/**
 * Anyone of the team says that it is done, or not after all (rule W1.14). The same again changes nothing. Throws
 * `responsibilityClosed`, `notFound`.
 */
export const decideSettleDeadlineWork = (
  facts: TeamFacts,
  { done, ...which }: Which & { done: boolean },
  context: DecisionContext,
): RowChange[] => {
  const before = workIn(facts, which);
  if ((before.doneOn !== null) === done) return [];
  // Who left since took their part with them.
  const members = new Set(Object.values(facts.member).map(({ personId }) => personId));
  const shares = before.shares.filter(({ personId }) => members.has(personId));
  const after = { ...before, shares, doneOn: done ? context.today : null, version: before.version + 1 };
  return withFollowing(facts, [{ entity: 'deadlineWork', before, after }], context);
};

/**
 * Somebody says how much of it they do themselves, in percent; 0 when they leave it to who holds the responsibility (rule W1.15). Only
 * one's own, and together 101 at most, so that thirds fit. As much as before changes nothing. Throws `slotTaken` (field
 * `percent`) when the others leave less, `notFound` of what was done, `notAMember`, `responsibilityClosed`.
 */
export const decideTakeDeadlineShare = (
  facts: TeamFacts,
  { percent, ...which }: Which & { percent: number },
  context: DecisionContext,
): RowChange[] => {
  const { actorId } = context;
  memberIn(facts, actorId);
  const before = workIn(facts, which);
  if (before.doneOn !== null) throw new DomainError('notFound');
  const others = before.shares.filter(({ personId }) => personId !== actorId);
  const own = before.shares.find(({ personId }) => personId === actorId)?.percent ?? 0;
  if (percent === own) return [];
  const together = others.reduce((sum, share) => sum + share.percent, percent);
  if (percent > own && together > 101) throw new DomainError('slotTaken', { field: 'percent' });
  const shares = percent === 0 ? others : [...others, { personId: actorId, percent }].toSorted(byPerson);
  return withFollowing(facts, [{ entity: 'deadlineWork', before, after: { ...before, shares } }], context);
};

const byPerson = (one: { personId: PersonId }, other: { personId: PersonId }): number =>
  one.personId < other.personId ? -1 : 1;

/** What follows when somebody leaves (rule W1.15): what they took of what is not done is with the holders again. */
export const withoutShares = (facts: TeamFacts, personId: PersonId): RowChange[] =>
  Object.values(facts.deadlineWork).flatMap((before): RowChange[] => {
    const shares = before.shares.filter((share) => share.personId !== personId);
    if (before.doneOn !== null || shares.length === before.shares.length) return [];
    return [{ entity: 'deadlineWork', before, after: { ...before, shares } }];
  });
