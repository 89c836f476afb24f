import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import type { MemberRow, RowChange } from '../feed.ts';
import type { MembershipId, PersonId } from '../ids.ts';
import { ended, withdrawn } from '../responsibilities/endings.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { withFollowing } from '../responsibilities/following.ts';
import { withoutPerson } from '../responsibilities/help.ts';
import { withoutShares } from '../workload/deadline-work.ts';
import { withoutOverload } from '../workload/overload.ts';

/** Somebody of the organisation. `homeElsewhere`: another team than the one it is about is their home team. */
export type MembershipPerson = { id: PersonId; name: string; homeElsewhere: boolean };

/** Contract minutes in this team by weekday, seven items, Monday first; whether the team is the person's home team. */
export type MembershipTerms = { minutesByWeekday: number[]; home: boolean };

/**
 * Somebody joins the team today (rules O8, O9). Throws `alreadyMember`, or `homeTeamExists` when another team is
 * their home.
 */
export const decideStartMembership = (
  facts: TeamFacts,
  input: MembershipTerms & { membershipId: MembershipId; person: MembershipPerson },
  { today }: { today: LocalDate },
): RowChange[] => {
  const { person } = input;
  if (Object.values(facts.member).some((member) => member.personId === person.id))
    throw new DomainError('alreadyMember');
  oneHome(input, person);
  const after: MemberRow = {
    id: input.membershipId,
    personId: person.id,
    name: person.name,
    home: input.home,
    minutesByWeekday: input.minutesByWeekday,
    from: today,
    until: null,
  };
  return [{ entity: 'member', before: null, after }];
};

/**
 * Hours and home team hold from today; earlier weeks keep theirs (rule O10). Nothing when all stays as it was.
 * Throws `notFound` when the membership ended, `homeTeamExists`.
 */
export const decideChangeMembership = (
  facts: TeamFacts,
  input: MembershipTerms & { membershipId: MembershipId; person: MembershipPerson },
): RowChange[] => {
  const before = membershipIn(facts, input.membershipId);
  const { minutesByWeekday, home } = input;
  const sameHours = before.minutesByWeekday.every((minutes, weekday) => minutes === minutesByWeekday[weekday]);
  if (sameHours && before.home === home) return [];
  if (!before.home) oneHome(input, input.person);
  return [{ entity: 'member', before, after: { ...before, minutesByWeekday, home } }];
};

/**
 * Somebody leaves the team today (rules O11, R4.17): what they carried becomes visibly open, what they had for a while goes
 * back, open offers and proposals with them are withdrawn, and so are their absence and what they asked for; their parts of work
 * with a deadline are with the holders again (W1.15). Throws `notFound` when the membership ended already.
 */
export const decideEndMembership = (
  facts: TeamFacts,
  input: { membershipId: MembershipId },
  { today }: { today: LocalDate },
): RowChange[] => {
  const before = membershipIn(facts, input.membershipId);
  const { personId } = before;
  const carried = Object.values(facts.assignment).filter((assignment) => assignment.personId === personId);
  const offers = Object.values(facts.offer).filter(
    (offer) => offer.fromPersonId === personId || offer.toPersonId === personId,
  );
  const absences = Object.values(facts.absence).filter((absence) => absence.personId === personId);
  const changes: RowChange[] = [
    { entity: 'member', before, after: { ...before, until: today } },
    ...carried.map((assignment) => ended(assignment, today)),
    ...withdrawn(offers),
    ...absences.map((absence): RowChange => ({ entity: 'absence', before: absence, after: null })),
    ...withoutPerson(facts, personId, today),
    ...withoutShares(facts, personId),
    ...withoutOverload(facts, personId, today),
  ];
  return withFollowing(facts, changes, { today });
};

/** The member whose membership it is. Throws `notFound`. */
export const membershipIn = (facts: TeamFacts, id: MembershipId): MemberRow => {
  const member = facts.member[id];
  if (!member) throw new DomainError('notFound');
  return member;
};

/** The memberships of a person in this team: none or one. */
export const membershipsOf = (facts: TeamFacts, personId: PersonId): MemberRow[] =>
  Object.values(facts.member).filter((member) => member.personId === personId);

/** The team's rows of a person under a new name (rule O7). */
export const decideRenameMember = (facts: TeamFacts, input: { personId: PersonId; name: string }): RowChange[] =>
  membershipsOf(facts, input.personId)
    .filter((before) => before.name !== input.name)
    .map((before) => ({ entity: 'member', before, after: { ...before, name: input.name } }));

const oneHome = ({ home }: MembershipTerms, person: MembershipPerson): void => {
  if (home && person.homeElsewhere) throw new DomainError('homeTeamExists');
};
