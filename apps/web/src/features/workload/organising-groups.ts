import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId } from '@roer/domain/ids';
import type { organisingParts } from '@roer/domain/workload/organising-parts';

type Parts = ReturnType<typeof organisingParts>;

/** A line of where organising goes: an area, or one responsibility when all of it lies in a single area. */
export type OrganisingGroup = { id: string; title: string; minutes: number; responsibilityId: ResponsibilityId | null };

export const organisingGroups = (snapshot: TeamSnapshot, parts: Parts): OrganisingGroup[] => {
  const areas = Map.groupBy(parts, ({ responsibilityId }) => snapshot.responsibility[responsibilityId]?.areaId);
  if (areas.size < 2)
    return parts.map(({ responsibilityId, minutes }) => ({
      id: responsibilityId,
      title: snapshot.responsibility[responsibilityId]?.title ?? '',
      minutes,
      responsibilityId,
    }));
  return [...areas]
    .flatMap(([areaId, own]) =>
      areaId === undefined
        ? []
        : [
            {
              id: areaId,
              title: snapshot.area[areaId]?.name ?? '',
              minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
              responsibilityId: null,
            },
          ],
    )
    .toSorted((one, other) => other.minutes - one.minutes);
};
