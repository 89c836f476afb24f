import type { DashboardGroup } from './dashboard.ts';
import { epochsShown } from './series.ts';

/** Groups with what a year shows of them; their pictures go further back, for quarters to be compared. */
export const lastYear = (groups: readonly DashboardGroup[]): DashboardGroup[] =>
  groups.map(({ picture, ...group }) => ({
    ...group,
    picture: picture && { ...picture, epochs: picture.epochs.slice(-epochsShown) },
  }));
