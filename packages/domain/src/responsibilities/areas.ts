import { DomainError } from '../errors.ts';
import type { RowChange } from '../feed.ts';
import type { AreaId } from '../ids.ts';
import { areaIn } from './facts.ts';
import type { TeamFacts } from './facts.ts';

/** A new area at the end of the list (rule R1.6); making it twice changes nothing. */
export const decideCreateArea = (facts: TeamFacts, input: { id: AreaId; name: string }): RowChange[] => {
  if (facts.area[input.id]) return [];
  const order = Math.max(-1, ...Object.values(facts.area).map((area) => area.order)) + 1;
  return [{ entity: 'area', before: null, after: { id: input.id, name: input.name, order } }];
};

/** Another name for an area (rule R1.6); the same name changes nothing. Throws `notFound`. */
export const decideRenameArea = (facts: TeamFacts, input: { areaId: AreaId; name: string }): RowChange[] => {
  const before = areaIn(facts, input.areaId);
  if (before.name === input.name) return [];
  return [{ entity: 'area', before, after: { ...before, name: input.name } }];
};

/** Only an area that never held anything goes (rule R1.7): closed responsibilities keep theirs. Throws `areaNotEmpty`. */
export const decideRemoveArea = (facts: TeamFacts, input: { areaId: AreaId }): RowChange[] => {
  const before = areaIn(facts, input.areaId);
  if (Object.values(facts.responsibility).some((row) => row.areaId === input.areaId))
    throw new DomainError('areaNotEmpty');
  return [{ entity: 'area', before, after: null }];
};
