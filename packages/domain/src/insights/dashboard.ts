import type { DomainId, PersonId, TeamId } from '../ids.ts';
import type { CoverageCounts } from './coverage-counts.ts';
import type { ResultsView } from './series.ts';

/** A domain as its line on the dashboard: counts of its teams' work, and how many obstacles wait for an answer (rule I1.3). */
export type DomainSummary = {
  id: DomainId;
  name: string;
  teams: number;
  counts: CoverageCounts;
  waiting: number;
};

/** A team on the dashboard. `people` is how many are in it today; `late` are the waiting obstacles whose day has passed. */
export type DashboardTeam = {
  id: TeamId;
  name: string;
  people: number;
  counts: CoverageCounts;
  waiting: number;
  late: number;
};

/** What was published of a group, as `ResultsView`, without the names that stand beside it. */
export type GroupPicture = Omit<ResultsView, 'teams'>;

/**
 * One row: the teams that are counted together, and what was published of them as that group. `others` are counted with them until the
 * window ends, and closed or went to another domain meanwhile (rule I1.13). `picture` is null for a team that is in no group. The
 * team and its managers get the same (rule I2.1).
 */
export type DashboardGroup = {
  teams: DashboardTeam[];
  others: { id: TeamId; name: string }[];
  picture: GroupPicture | null;
};

/** All teams of a group. */
export const teamsCounted = ({ teams, others }: DashboardGroup): { id: TeamId; name: string }[] => [
  ...teams,
  ...others,
];

/** A domain opened: its groups in the order of the name of their first team (rule I1.4). */
export type DomainDashboard = { id: DomainId; name: string; groups: DashboardGroup[] };

/** Who opened the dashboard with this team on it, and when (epoch milliseconds), the latest first (rule I2.2). */
export type MirrorVisit = { personId: PersonId; name: string; at: number };

export type TeamMirror = { group: DashboardGroup; visits: MirrorVisit[] };

/** A look within this many milliseconds of the one before it is the same look (rule I2.2). */
export const sameLook = 15 * 60_000;
