import type { DuoId, HandoverId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';

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

/** Where a team hands over, and one handover of it. */
export const handoverAddress = (teamId: TeamId, one?: { id: HandoverId; responsibilityId: ResponsibilityId }): string =>
  // The responsibility is named, so that colleagues see who looks there.
  one === undefined ? `/team/${teamId}/handover` : `/team/${teamId}/handover/${one.id}?r=${one.responsibilityId}`;

/** Where one duo of a team stands. */
export const duoAddress = (teamId: TeamId, id: DuoId): string => `/team/${teamId}/duo/${id}`;
