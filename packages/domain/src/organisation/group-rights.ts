import type { AppointmentId, DomainId, MembershipId, TeamId } from '../ids.ts';
import { rightKey } from '../identity/group-mapping.ts';
import type { GroupRight } from '../identity/group-mapping.ts';
import type { AppointmentRow } from './appointment.ts';

type Structure = readonly { id: DomainId; name: string; teams: readonly { id: TeamId; name: string }[] }[];
type WantedTeam = { key: string; teamId: TeamId; home: boolean };
type WantedAppointment = { key: string } & Pick<AppointmentRow, 'kind' | 'domainId'>;

/** What groups give, as what is there; `unknown` are the rights that name nothing that is there, or more than one thing. */
export type WantedRights = { teams: WantedTeam[]; appointments: WantedAppointment[]; unknown: string[] };

/** Finds what the rights name: by id, else by a name that one open team or domain has. */
export const resolveRights = (rights: readonly GroupRight[], structure: Structure): WantedRights => {
  const teams = structure.flatMap((domain) => domain.teams);
  const wanted: WantedRights = { teams: [], appointments: [], unknown: [] };
  for (const right of rights) {
    const key = rightKey(right);
    if ('administrator' in right) wanted.appointments.push({ key, kind: 'administrator', domainId: null });
    else if ('team' in right) {
      const team = oneNamed(teams, right.team);
      if (team) wanted.teams.push({ key, teamId: team.id, home: right.home });
      else wanted.unknown.push(key);
    } else {
      const domain = right.managerOf === '*' ? { id: null } : oneNamed(structure, right.managerOf);
      if (domain) wanted.appointments.push({ key, kind: 'manager', domainId: domain.id });
      else wanted.unknown.push(key);
    }
  }
  return wanted;
};

const oneNamed = <Named extends { id: string; name: string }>(all: readonly Named[], name: string): Named | null => {
  const byId = all.find(({ id }) => id === name);
  const byName = all.filter((each) => each.name === name);
  return byId ?? (byName.length === 1 ? (byName[0] ?? null) : null);
};

/** What somebody has now, and which of it groups gave: the id of a membership or an appointment, with the right's key. */
export type HeldRights = {
  memberships: readonly { id: MembershipId; teamId: TeamId; home: boolean }[];
  appointments: readonly Pick<AppointmentRow, 'id' | 'kind' | 'domainId'>[];
  given: ReadonlyMap<string, string>;
};

export type RightsToFollow = {
  endMemberships: { id: MembershipId; teamId: TeamId }[];
  endAppointments: AppointmentId[];
  startTeams: WantedTeam[];
  startAppointments: WantedAppointment[];
};

/**
 * What has to change so that memberships and appointments follow somebody's groups (rule I20). What was given by hand stays, and so does what a right
 * gave that no longer names anything: a team that was renamed loses nobody.
 */
export const deriveRightsToFollow = (held: HeldRights, wanted: WantedRights): RightsToFollow => {
  const unknown = new Set(wanted.unknown);
  const isOver = (id: string): boolean => {
    const key = held.given.get(id);
    return key !== undefined && !unknown.has(key);
  };
  const endMemberships = held.memberships.filter(
    ({ id, teamId }) => isOver(id) && !wanted.teams.some((team) => team.teamId === teamId),
  );
  const endAppointments = held.appointments.filter(
    (row) => isOver(row.id) && !wanted.appointments.some((each) => isSame(each, row)),
  );
  let hasHome = held.memberships.some((membership) => membership.home && !endMemberships.includes(membership));
  const startTeams = new Map<TeamId, WantedTeam>();
  for (const team of wanted.teams) {
    if (startTeams.has(team.teamId) || held.memberships.some(({ teamId }) => teamId === team.teamId)) continue;
    // Somebody has one home team, and the one they have stays it.
    startTeams.set(team.teamId, { ...team, home: team.home && !hasHome });
    hasHome ||= team.home;
  }
  return {
    endMemberships: endMemberships.map(({ id, teamId }) => ({ id, teamId })),
    endAppointments: endAppointments.map(({ id }) => id),
    startTeams: [...startTeams.values()],
    startAppointments: wanted.appointments.filter(
      (each, index) =>
        !held.appointments.some((row) => isSame(each, row)) &&
        wanted.appointments.findIndex((other) => isSame(each, other)) === index,
    ),
  };
};

/** Whether there is nothing to do. */
export const followsAlready = (rights: RightsToFollow): boolean =>
  Object.values(rights).every((each) => each.length === 0);

const isSame = (
  one: Pick<AppointmentRow, 'kind' | 'domainId'>,
  other: Pick<AppointmentRow, 'kind' | 'domainId'>,
): boolean => one.kind === other.kind && one.domainId === other.domainId;
