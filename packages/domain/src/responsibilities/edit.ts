import { DomainError } from '../errors.ts';
import type { AreaRow, Criticality, ResponsibilityRow, RowChange } from '../feed.ts';
import { sameRow } from '../same-row.ts';
import type { AreaId, CatalogueItemId, ResponsibilityId } from '../ids.ts';
import { carriedOn } from './delegation.ts';
import { ended, withdrawn } from './endings.ts';
import {
  areaIn,
  assignmentsOf,
  dutiesOf,
  newIn,
  openOffersOf,
  openResponsibilityIn,
  responsibilityIn,
} from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';
import { withFollowing } from './following.ts';

/** What people write about a responsibility. `minutesAWeek` is the base; `season` twelve percentages, January first. */
export type ResponsibilityText = {
  areaId: AreaId;
  title: string;
  purpose: string;
  criticality: Criticality;
  minutesAWeek: number;
  season: number[];
  organising: boolean;
};

export type NewResponsibility = ResponsibilityText & { id: ResponsibilityId; catalogueItemId: CatalogueItemId | null };

/**
 * One or more new responsibilities (form, pasted list, catalogue), with the areas they need (rule R1.1).
 * A catalogue item that the team already carries, or that comes twice, is left out (rule R1.10).
 * Throws `notFound` when an area is neither known nor new, `badInput` for an id that is in use.
 */
export const decideAddResponsibilities = (
  facts: TeamFacts,
  input: { areas: AreaRow[]; responsibilities: NewResponsibility[] },
  { today }: DecisionContext,
): RowChange[] => {
  const adopted = new Set(
    Object.values(facts.responsibility).flatMap((row) =>
      row.catalogueItemId && row.closedOn === null ? [row.catalogueItemId] : [],
    ),
  );
  const added = input.responsibilities.filter(({ catalogueItemId }) => {
    if (catalogueItemId === null) return true;
    const again = adopted.has(catalogueItemId);
    adopted.add(catalogueItemId);
    return !again;
  });
  newIn(
    facts,
    'responsibility',
    added.map((row) => row.id),
  );
  const areas = input.areas.filter((area) => !facts.area[area.id] && added.some((row) => row.areaId === area.id));
  newIn(
    facts,
    'area',
    areas.map((area) => area.id),
  );
  for (const { areaId } of added) if (!areas.some((area) => area.id === areaId)) areaIn(facts, areaId);
  return [
    ...areas.map((area): RowChange => ({ entity: 'area', before: null, after: area })),
    ...added.map((row): RowChange => ({
      entity: 'responsibility',
      before: null,
      after: { ...row, openedOn: today, editedOn: today, closedOn: null, version: 1 },
    })),
  ];
};

/**
 * Anyone of the team may edit an open responsibility (rule R1.2), on condition of the version they saw (rule R1.3).
 * The same text changes nothing. Throws `changedMeanwhile`, `responsibilityClosed`, `notFound`.
 */
export const decideEditResponsibility = (
  facts: TeamFacts,
  input: { responsibilityId: ResponsibilityId; version: number; text: ResponsibilityText },
  { today }: DecisionContext,
): RowChange[] => {
  const before = openResponsibilityIn(facts, input.responsibilityId);
  if (before.version !== input.version) throw new DomainError('changedMeanwhile');
  areaIn(facts, input.text.areaId);
  if (sameRow(before, { ...before, ...input.text })) return [];
  const after = { ...before, ...input.text, editedOn: today, version: before.version + 1 };
  return [{ entity: 'responsibility', before, after }];
};

/**
 * What nobody or only the actor carries may be closed (rule R1.4): closing takes it out of somebody's hands.
 * Standing in and its duties end with it; work with a deadline waits as it is (rule W1.14). Throws `responsibilityCarried` (with `by`), `responsibilityClosed`.
 */
export const decideCloseResponsibility = (
  facts: TeamFacts,
  input: { responsibilityId: ResponsibilityId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = openResponsibilityIn(facts, input.responsibilityId);
  const assignments = assignmentsOf(facts, before.id);
  const carrying = [...assignments, ...carriedOn(facts, today)];
  const other = carrying.find(
    (row) => row.responsibilityId === before.id && row.role === 'holder' && row.personId !== actorId,
  );
  if (other) throw new DomainError('responsibilityCarried', { by: other.personId });
  const changes: RowChange[] = [
    { entity: 'responsibility', before, after: { ...before, closedOn: today, version: before.version + 1 } },
    ...assignments.map((assignment) => ended(assignment, today)),
    ...withdrawn(openOffersOf(facts, before.id)),
    ...dutiesOf(facts, before.id).map((duty): RowChange => ({
      entity: 'duty',
      before: duty,
      after: { ...duty, endedOn: today, version: duty.version + 1 },
    })),
  ];
  return withFollowing(facts, changes, { today });
};

/** A closed responsibility opens again, with nobody carrying it (rule R1.5). */
export const decideReopenResponsibility = (
  facts: TeamFacts,
  input: { responsibilityId: ResponsibilityId },
  { today }: DecisionContext,
): RowChange[] => {
  const before: ResponsibilityRow = responsibilityIn(facts, input.responsibilityId);
  if (before.closedOn === null) return [];
  const after = { ...before, closedOn: null, editedOn: today, version: before.version + 1 };
  return [{ entity: 'responsibility', before, after }];
};
