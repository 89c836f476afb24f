import type { LocalDate } from '../dates.ts';
import type { DomainId, PersonId, TeamId } from '../ids.ts';
import { deriveCells, notCounted } from './cells.ts';

/** What rosters are made of, as it is on the day on which they are announced. */
export type RosterFacts = {
  /** The example municipality, in which nobody has a mailbox. */
  demo: boolean;
  teams: readonly { id: TeamId; domainId: DomainId; createdOn: LocalDate }[];
  /** Whoever has a home team. */
  home: readonly { personId: PersonId; teamId: TeamId; provenMailbox: boolean }[];
  appointments: readonly { personId: PersonId; kind: 'manager' | 'administrator'; domainId: DomainId | null }[];
  /** The teams of each group of the window before. */
  previous: readonly (readonly TeamId[])[];
};

export type RosterCell = { teamIds: TeamId[]; members: { personId: PersonId; teamId: TeamId }[] };

/** Who is counted with whom for a window (rules P1, P9.3, P16): everybody in one group at most. */
export const deriveRosters = ({ demo, teams, home, appointments, previous }: RosterFacts): RosterCell[] => {
  const domainOf = new Map(teams.map(({ id, domainId }) => [id, domainId]));
  const appointed = Map.groupBy(appointments, ({ personId }) => personId);
  const counting = home.filter(({ personId, teamId, provenMailbox }) => {
    const domainId = domainOf.get(teamId);
    if (domainId === undefined) return false;
    const own = appointed.get(personId) ?? [];
    const manages = own.filter(({ kind }) => kind === 'manager').map((row) => row.domainId ?? 'all');
    const isAdministrator = own.some(({ kind }) => kind === 'administrator');
    return notCounted({ provenMailbox, isAdministrator, manages }, { domainId, demo }) === null;
  });
  const byTeam = Map.groupBy(counting, ({ teamId }) => teamId);
  const sizes = teams.map((team) => ({ ...team, counting: byTeam.get(team.id)?.length ?? 0 }));
  return deriveCells(sizes, previous).map((teamIds) => ({
    teamIds,
    members: teamIds.flatMap((id) => (byTeam.get(id) ?? []).map(({ personId, teamId }) => ({ personId, teamId }))),
  }));
};
