import { readPersonForTeam } from '@roer/db/organisation-people';
import { DomainError } from '@roer/domain/errors';
import type { RowChange } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { MembershipId, PersonId } from '@roer/domain/ids';
import {
  decideChangeMembership,
  decideEndMembership,
  decideStartMembership,
  membershipIn,
} from '@roer/domain/organisation/membership';
import type { MembershipPerson, MembershipTerms } from '@roer/domain/organisation/membership';
import type { AllowedTeam } from '../responsibilities/access.ts';

type Team = AllowedTeam<'team.changeMembers'>;
type Done = { action: TeamAction; changes: RowChange[] };

const openPerson = async ({ transaction, subject }: Team, personId: PersonId): Promise<MembershipPerson> => {
  const person = await readPersonForTeam(transaction.client, { personId, teamId: subject.id });
  if (!person) throw new DomainError('notFound', { field: 'personId' });
  return person;
};

export const startMembership = async (
  team: Team,
  input: MembershipTerms & { membershipId: MembershipId; personId: PersonId },
): Promise<Done> => {
  const person = await openPerson(team, input.personId);
  const changes = decideStartMembership(team.subject, { ...input, person }, team.transaction);
  return { action: 'membership.start', changes };
};

export const changeMembership = async (
  team: Team,
  input: MembershipTerms & { membershipId: MembershipId },
): Promise<Done> => {
  const person = await openPerson(team, membershipIn(team.subject, input.membershipId).personId);
  return { action: 'membership.change', changes: decideChangeMembership(team.subject, { ...input, person }) };
};

/** `leaves` is told who it is, for what has to happen after the commit. */
export const endMembership = (
  team: Team,
  input: { membershipId: MembershipId },
  leaves: (personId: PersonId) => void,
): Done => {
  const changes = decideEndMembership(team.subject, input, team.transaction);
  leaves(membershipIn(team.subject, input.membershipId).personId);
  return { action: 'membership.end', changes };
};
