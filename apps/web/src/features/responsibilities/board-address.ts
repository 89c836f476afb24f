import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';

/** Where a team's board stands; with a responsibility its panel is open. */
export const boardAddress = (teamId: TeamId, openId?: ResponsibilityId): string =>
  openId === undefined ? `/team/${teamId}` : `/team/${teamId}?r=${openId}`;

/** Where a team sees one of its members. */
export const personAddress = (teamId: TeamId, personId: PersonId): string => `/team/${teamId}/person/${personId}`;

/** The team's overview, to print or to keep as a file. */
export const overviewAddress = (teamId: TeamId): string => `/team/${teamId}/overview`;

/** Where the year of a team stands. */
export const yearAddress = (teamId: TeamId): string => `/team/${teamId}/year`;

/** Where the weeks of a team stand. */
export const loadAddress = (teamId: TeamId): string => `/team/${teamId}/load`;
