import { DomainError } from '../errors.ts';
import type { HelpRow, RowChange } from '../feed.ts';
import type { HelpId, PersonId, ResponsibilityId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { memberIn, newIn, openResponsibilityIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

/** Rule R4.13: what has no day of its own can be answered on fourteen days, the day it was made included. */
export const helpDays = 14;

/** The longest sentence that is asked or offered, in characters. */
export const longestHelpText = 200;

export type MakeHelp = {
  helpId: HelpId;
  kind: 'ask' | 'offer';
  /** What it is about, in a sentence. */
  text: string;
  responsibilityId: ResponsibilityId | null;
  /** The day it is about, and how many minutes it takes; null when that does not matter. */
  on: LocalDate | null;
  minutes: number | null;
};

/**
 * Somebody asks the team for help, or offers it time (rule R4.13). It can be answered until its day has passed, or on
 * fourteen days. Throws `badInput` for a day that passed, `responsibilityClosed`, `notAMember`, `notFound`.
 */
export const decideMakeHelp = (
  facts: TeamFacts,
  { helpId, kind, text, responsibilityId, on, minutes }: MakeHelp,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  if (responsibilityId) openResponsibilityIn(facts, responsibilityId);
  if (on !== null && on < today) throw new DomainError('badInput', { field: 'on' });
  newIn(facts, 'help', [helpId]);
  const after: HelpRow = {
    id: helpId,
    kind,
    personId: actorId,
    responsibilityId,
    text,
    on,
    minutes,
    madeOn: today,
    expiresOn: on === null ? addDays(today, helpDays) : addDays(on, 1),
    state: 'open',
    acceptedBy: null,
  };
  return [{ entity: 'help', before: null, after }];
};

/** Throws `helpGone` when it was withdrawn or its time passed. */
const helpIn = (facts: TeamFacts, id: HelpId, today: LocalDate): HelpRow => {
  const help = facts.help[id];
  if (!help || help.state === 'withdrawn' || help.expiresOn <= today) throw new DomainError('helpGone');
  return help;
};

/**
 * Somebody answers: who is first does it, and who comes second is told who that is (rule R4.14). The same person twice
 * changes nothing. Throws `helpGone` (with `by`), `notAllowed` to who made it.
 */
export const decideAcceptHelp = (
  facts: TeamFacts,
  input: { helpId: HelpId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  const before = helpIn(facts, input.helpId, today);
  if (before.personId === actorId) throw new DomainError('notAllowed');
  if (before.acceptedBy === actorId) return [];
  if (before.acceptedBy !== null) throw new DomainError('helpGone', { by: before.acceptedBy });
  return [{ entity: 'help', before, after: { ...before, state: 'accepted', acceptedBy: actorId } }];
};

/**
 * Who answered cannot after all, and it is open again (rule R4.15). Throws `notAllowed` to anybody else, `helpGone`.
 */
export const decideReleaseHelp = (
  facts: TeamFacts,
  input: { helpId: HelpId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = helpIn(facts, input.helpId, today);
  if (before.acceptedBy !== actorId) throw new DomainError('notAllowed');
  return [released(before)];
};

/** Who made it takes it back, also when somebody answered already (rule R4.15). Throws `notAllowed`, `helpGone`. */
export const decideWithdrawHelp = (
  facts: TeamFacts,
  input: { helpId: HelpId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = helpIn(facts, input.helpId, today);
  if (before.personId !== actorId) throw new DomainError('notAllowed');
  return [withdrawnHelp(before)];
};

const released = (before: HelpRow): RowChange => ({
  entity: 'help',
  before,
  after: { ...before, state: 'open', acceptedBy: null },
});
const withdrawnHelp = (before: HelpRow): RowChange => ({
  entity: 'help',
  before,
  after: { ...before, state: 'withdrawn', acceptedBy: null },
});

/** What can still be answered or was, and has not passed, by day and then by when it was made. */
export const currentHelp = (facts: Pick<TeamFacts, 'help'>, today: LocalDate): HelpRow[] =>
  Object.values(facts.help)
    .filter((help) => help.state !== 'withdrawn' && help.expiresOn > today)
    .toSorted(
      (one, other) =>
        (one.on ?? one.expiresOn).localeCompare(other.on ?? other.expiresOn) || one.id.localeCompare(other.id),
    );

/** What follows when somebody leaves (rule R4.17): what they asked or offered is gone, what they would do is open again. */
export const withoutPerson = (facts: TeamFacts, personId: PersonId, today: LocalDate): RowChange[] =>
  currentHelp(facts, today).flatMap((help) => {
    if (help.personId === personId) return [withdrawnHelp(help)];
    return help.acceptedBy === personId ? [released(help)] : [];
  });
