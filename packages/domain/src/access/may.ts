import type { AppointmentId, DomainId, MembershipId, OrganisationId, PersonId, TeamId } from '../ids.ts';

/** Somebody signed in, with the memberships and appointments that hold now. */
export type Actor = {
  organisationId: OrganisationId;
  personId: PersonId;
  name: string;
  memberships: { id: MembershipId; teamId: TeamId; teamName: string; home: boolean }[];
  appointments: { id: AppointmentId; kind: 'manager' | 'administrator'; domainId: DomainId | null }[];
};

/** What can be done with a team. One list for buttons and for the api. */
export type TeamPermission =
  | 'team.read'
  | 'area.write'
  | 'responsibility.write'
  | 'responsibility.carry'
  | 'responsibility.passOn'
  | 'duty.write'
  | 'duty.settle'
  | 'absence.plan'
  | 'help.exchange'
  | 'note.write'
  | 'duo.hold'
  | 'deadlineWork.write'
  | 'transfer.agree'
  | 'overload.record'
  | 'obstacle.raise'
  | 'cover.write'
  | 'team.changeMembers'
  | 'team.undo';

/** What can be done with the organisation. */
export type OrganisationPermission =
  | 'structure.read'
  | 'ownName.write'
  | 'catalogue.read'
  | 'people.search'
  | 'structure.write'
  | 'people.write'
  | 'catalogue.import'
  | 'people.import'
  | 'responsibilities.import'
  | 'audit.read';

export const isMember = (actor: Actor, teamId: TeamId): boolean =>
  actor.memberships.some((membership) => membership.teamId === teamId);

export const isAdministrator = (actor: Pick<Actor, 'appointments'>): boolean =>
  actor.appointments.some((appointment) => appointment.kind === 'administrator');

/**
 * Whether somebody may do something with a team (rules A1, A2). Members may do everything in their team; an
 * administrator manages who is in it and sees nothing of its work; a manager sees nothing of it.
 */
export const mayInTeam = (actor: Actor, permission: TeamPermission, teamId: TeamId): boolean => {
  if (isMember(actor, teamId)) return true;
  return permission === 'team.changeMembers' && isAdministrator(actor);
};

/** Whether somebody may do something with their organisation (rule A3). */
export const mayInOrganisation = (actor: Actor, permission: OrganisationPermission): boolean => {
  switch (permission) {
    case 'structure.read':
    // Their own alone: no input names anybody (rule MD11).
    case 'ownName.write':
      return true;
    case 'catalogue.read':
    case 'people.search':
      return actor.memberships.length > 0 || isAdministrator(actor);
    case 'structure.write':
    case 'people.write':
    case 'catalogue.import':
    case 'people.import':
    case 'responsibilities.import':
    case 'audit.read':
      return isAdministrator(actor);
  }
};

/** Whether somebody leads the organisation or a domain of it. */
export const isManager = (actor: Pick<Actor, 'appointments'>): boolean =>
  actor.appointments.some((appointment) => appointment.kind === 'manager');

/** The domains that somebody leads; null for all of them. */
export const domainsLed = ({ appointments }: Pick<Actor, 'appointments'>): DomainId[] | null => {
  const led = appointments.filter(({ kind }) => kind === 'manager').map(({ domainId }) => domainId);
  const domainIds = led.filter((id) => id !== null);
  return domainIds.length < led.length ? null : domainIds;
};

/** Whether somebody leads the whole organisation or this domain. */
export const isManagerOf = (actor: Pick<Actor, 'appointments'>, domainId: DomainId | null): boolean =>
  actor.appointments.some(
    (appointment) =>
      appointment.kind === 'manager' && (appointment.domainId === null || appointment.domainId === domainId),
  );

/** Whether somebody may see the results of the check-ins of a team: its members, and who leads its domain (rule P8). */
export const mayViewResults = (
  actor: Pick<Actor, 'appointments'>,
  { isMember: isOfTeam, domainId }: { isMember: boolean; domainId: DomainId | null },
): boolean => isOfTeam || isManagerOf(actor, domainId);
