import type { ResponsibilityId, TeamId } from '@roer/domain/ids';

/** Where a team's board stands; with a responsibility its panel is open. */
export const boardAddress = (teamId: TeamId, openId?: ResponsibilityId): string =>
  openId === undefined ? `/team/${teamId}` : `/team/${teamId}?r=${openId}`;
