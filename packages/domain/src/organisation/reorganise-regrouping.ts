import type { AssignmentRole } from '../feed.ts';
import type { AreaId, DomainId, DutyId, HelpId, ObstacleId, PersonId, ResponsibilityId, TeamId } from '../ids.ts';

/** Contract minutes by weekday, Monday first, and whether the team is the home team. */
export type Terms = { minutesByWeekday: number[]; home: boolean };

/**
 * What has to go where, at one moment: a plan and an undo both come down to it, so that both are done by the same function.
 * Every responsibility and every membership stands in it once at most.
 */
export type Regrouping = {
  placed: { teamId: TeamId; domainId: DomainId }[];
  made: { teamId: TeamId; name: string; domainId: DomainId }[];
  closed: TeamId[];
  reopened: { teamId: TeamId; name: string; domainId: DomainId }[];
  /** `home`: the area it comes back to, and whether its own title had got the name of its team behind it; null for a new place. */
  responsibilities: {
    responsibilityId: ResponsibilityId;
    from: TeamId;
    to: TeamId;
    home: { areaId: AreaId; wasRenamed: boolean } | null;
  }[];
  /** What belongs to no responsibility: questions for help and obstacles. */
  loose: { entity: 'help' | 'obstacle'; id: HelpId | ObstacleId; from: TeamId; to: TeamId }[];
  /** `terms` null: as in the team that they leave. `from` null: they come back and leave nothing; `to` null: they leave. */
  people: { personId: PersonId; from: TeamId | null; to: TeamId | null; terms: (Terms & { name: string }) | null }[];
  /** Memberships that stay and get other terms. */
  terms: ({ personId: PersonId; teamId: TeamId } & Terms)[];
  stopped: { responsibilityId: ResponsibilityId; teamId: TeamId }[];
  restarted: { responsibilityId: ResponsibilityId; teamId: TeamId; duties: DutyId[] }[];
  /** Who carries again what fell open. */
  restored: {
    responsibilityId: ResponsibilityId;
    teamId: TeamId;
    personId: PersonId;
    role: AssignmentRole;
    sharePercent: number;
  }[];
};
