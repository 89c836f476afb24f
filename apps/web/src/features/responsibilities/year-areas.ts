import type { AreaRow, TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityMonths } from './coming-months.ts';

/** An area with the rows of a year that stand in it. */
export type AreaYear = { area: AreaRow; rows: ResponsibilityMonths[] };

/** Rows of a year by area, in the order of the board; areas without any are left out. */
export const inAreas = (snapshot: TeamSnapshot, rows: readonly ResponsibilityMonths[]): AreaYear[] =>
  Object.values(snapshot.area)
    .toSorted((one, other) => one.order - other.order || one.name.localeCompare(other.name, 'nl'))
    .map((area) => ({ area, rows: rows.filter(({ responsibility }) => responsibility.areaId === area.id) }))
    .filter(({ rows: own }) => own.length > 0);
