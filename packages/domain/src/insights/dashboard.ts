import { dateAt } from '../dates.ts';
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
 * window ends, and closed or went to another domain meanwhile (rule I1.13): who leads this domain sees the results of those of them that
 * closed in it. `picture` is null for a team that is in no group. `checkInIsOff` is the same in every row: no check-in can be held here
 * (rule P16). The team and its managers get the same (rule I2.1).
 */
export type DashboardGroup = {
  teams: DashboardTeam[];
  others: { id: TeamId; name: string; closedHere: boolean }[];
  picture: GroupPicture | null;
  checkInIsOff: boolean;
};

/** All teams of a group. */
export const teamsCounted = ({ teams, others }: DashboardGroup): { id: TeamId; name: string }[] => [
  ...teams,
  ...others,
];

/** A domain opened: its groups in the order of the name of their first team (rule I1.4). */
export type DomainDashboard = { id: DomainId; name: string; groups: DashboardGroup[] };

/** Who looked, and when (epoch milliseconds). */
export type Look = { personId: PersonId; name: string; at: number };

/** Who looked at this team on one day, from the first to the last look of that day (epoch milliseconds), the latest first (rule I2.2). */
export type MirrorVisit = { personId: PersonId; name: string; from: number; until: number };

/**
 * Looks by person and day in Amsterdam, in the order of the last look of each. A page that stays open asks again when something changes:
 * told one by one that would read as somebody who keeps coming back.
 */
export const visitsByDay = (looks: readonly Look[]): MirrorVisit[] =>
  [...Map.groupBy(looks, ({ personId, at }) => `${personId} ${dateAt(at)}`).values()]
    .flatMap(([first, ...others]): MirrorVisit[] => {
      if (!first) return [];
      const moments = [first, ...others].map(({ at }) => at);
      return [{ personId: first.personId, name: first.name, from: Math.min(...moments), until: Math.max(...moments) }];
    })
    .toSorted((one, other) => other.until - one.until);

export type TeamMirror = { group: DashboardGroup; visits: MirrorVisit[] };

/** A look within this many milliseconds of the one before it is the same look (rule I2.2). */
export const sameLook = 15 * 60_000;
