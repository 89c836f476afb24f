import type { AreaRow, Criticality, ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import type { AreaId } from '@roer/domain/ids';
import type { ResponsibilityText } from '@roer/domain/responsibilities/edit';
import { responsibilityText } from '@roer/domain/responsibilities/schema';

export const newArea = 'new';
export const levelYear: readonly number[] = Array.from({ length: 12 }, () => 100);

/** What stands in the form: maybe unfinished. `base` is what it was when the form opened; null for a new one. */
export type ResponsibilityDraft = {
  base: ResponsibilityRow | null;
  /** The id of an area, or `new` with the name beside it. */
  areaChoice: string;
  newAreaName: string;
  title: string;
  purpose: string;
  criticality: Criticality;
  minutesAWeek: number | undefined;
  season: number[];
  organising: boolean;
};

export const startDraft = (given: {
  responsibility: ResponsibilityRow | null;
  areaId: AreaId | null;
  snapshot: TeamSnapshot;
}): ResponsibilityDraft => {
  const { responsibility, areaId, snapshot } = given;
  const [first] = areasInOrder(snapshot);
  return {
    base: responsibility,
    areaChoice: responsibility?.areaId ?? areaId ?? first?.id ?? newArea,
    newAreaName: '',
    title: responsibility?.title ?? '',
    purpose: responsibility?.purpose ?? '',
    criticality: responsibility?.criticality ?? 2,
    minutesAWeek: responsibility?.minutesAWeek,
    season: [...(responsibility?.season ?? levelYear)],
    organising: responsibility?.organising ?? false,
  };
};

export const areasInOrder = (snapshot: TeamSnapshot): AreaRow[] =>
  Object.values(snapshot.area).toSorted(
    (one, other) => one.order - other.order || one.name.localeCompare(other.name, 'nl'),
  );

/** The next place in the list of areas. */
export const nextOrder = (snapshot: TeamSnapshot): number =>
  Math.max(-1, ...Object.values(snapshot.area).map((area) => area.order)) + 1;

export const draftFields = [
  'areaId',
  'title',
  'purpose',
  'criticality',
  'minutesAWeek',
  'season',
  'organising',
] as const;
export type DraftField = (typeof draftFields)[number];

/** Reads the draft by the domain's schema: the text, or the fields that are not right yet. `newAreaId` is for a new area. */
export const readDraft = (
  draft: ResponsibilityDraft,
  newAreaId: AreaId,
): { text: ResponsibilityText } | { wrong: ReadonlySet<DraftField> } => {
  const isNewArea = draft.areaChoice === newArea;
  const parsed = responsibilityText.safeParse({
    areaId: isNewArea ? newAreaId : draft.areaChoice,
    title: draft.title,
    purpose: draft.purpose,
    criticality: draft.criticality,
    minutesAWeek: draft.minutesAWeek,
    season: draft.season,
    organising: draft.organising,
  });
  const name = draft.newAreaName.trim();
  const wrong = new Set<DraftField>(isNewArea && (name === '' || name.length > 80) ? ['areaId'] : []);
  if (parsed.success && wrong.size === 0) return { text: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const field = draftFields.find((known) => known === issue.path[0]);
    if (field) wrong.add(field);
  }
  return { wrong };
};
