import type { TeamSnapshot } from '@roer/domain/feed';
import type { AreaId, CatalogueItemId } from '@roer/domain/ids';
import { catalogueTree } from '@roer/domain/organisation/catalogue-tree';
import type { NewResponsibility } from '@roer/domain/responsibilities/edit';
import { limits } from '@roer/domain/responsibilities/schema';
import { newId } from '../../live/clock.ts';
import { levelYear, nextOrder } from './responsibility-draft.ts';

export type CatalogueItem = {
  id: CatalogueItemId;
  source: string;
  externalId: string;
  parentExternalId: string | null;
  name: string;
  description: string;
};

/** What a team can adopt, under the name that its area gets; null for what stands alone. */
export type CatalogueGroup = { areaName: string | null; items: CatalogueItem[] };

/**
 * The leaves of the catalogue by their parents, in the order of the tree, and last what stands alone; each source is a
 * tree of its own.
 */
export const catalogueGroups = (items: readonly CatalogueItem[]): CatalogueGroup[] => {
  const groups = new Map<string | null, CatalogueItem[]>();
  for (const ofSource of Map.groupBy(items, (item) => item.source).values()) {
    for (const { item, areaName } of catalogueTree(ofSource).leaves) {
      const known = groups.get(areaName);
      if (known) known.push(item);
      else groups.set(areaName, [item]);
    }
  }
  return [...groups]
    .map(([areaName, ofArea]) => ({ areaName, items: ofArea }))
    .toSorted((one, other) => Number(one.areaName === null) - Number(other.areaName === null));
};

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** An hour of work a week until the team says better. */
const minutesUnknown = 60;

/** The chosen items as responsibilities, in the team's area of that name or in a new one. */
export const adopted = (given: {
  groups: readonly CatalogueGroup[];
  chosen: ReadonlySet<CatalogueItemId>;
  snapshot: TeamSnapshot;
  otherName: string;
}): { areas: { id: AreaId; name: string; order: number }[]; responsibilities: NewResponsibility[] } => {
  const { groups, chosen, snapshot, otherName } = given;
  const areas: { id: AreaId; name: string; order: number }[] = [];
  const areaFor = (name: string): AreaId => {
    const known = [...Object.values(snapshot.area), ...areas].find((area) => sameName(area.name, name));
    if (known) return known.id;
    const area = { id: newId<'area'>(), name, order: nextOrder(snapshot) + areas.length };
    areas.push(area);
    return area.id;
  };
  const responsibilities = groups.flatMap(({ areaName, items }) =>
    items
      .filter((item) => chosen.has(item.id))
      .map((item) => ({
        id: newId<'responsibility'>(),
        catalogueItemId: item.id,
        areaId: areaFor((areaName ?? otherName).slice(0, limits.areaName)),
        title: item.name.slice(0, limits.title),
        purpose: item.description.slice(0, limits.purpose),
        criticality: 2 as const,
        minutesAWeek: minutesUnknown,
        season: [...levelYear],
        organising: false,
      })),
  );
  return { areas, responsibilities };
};

/** The groups with what matches a search; a group whose name matches stays whole. At most `most` items. */
export const searchGroups = (groups: readonly CatalogueGroup[], text: string, most: number) => {
  const wanted = text.trim().toLowerCase();
  const matching = groups.flatMap(({ areaName, items }) => {
    const whole = wanted === '' || (areaName ?? '').toLowerCase().includes(wanted);
    const kept = whole ? items : items.filter((item) => item.name.toLowerCase().includes(wanted));
    return kept.length === 0 ? [] : [{ areaName, items: kept }];
  });
  let room = most;
  const shown = matching.flatMap(({ areaName, items }) => {
    const kept = items.slice(0, room);
    room -= kept.length;
    return kept.length === 0 ? [] : [{ areaName, items: kept }];
  });
  return { shown, hasMore: matching.reduce((sum, { items }) => sum + items.length, 0) > most };
};
