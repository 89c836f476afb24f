import type { ResponsibilityText } from '@roer/domain/responsibilities/edit';
import { draftFields } from './responsibility-draft.ts';
import type { DraftField } from './responsibility-draft.ts';
import { partsInConflict, versionOf } from './two-versions.ts';
import type { Versions } from './two-versions.ts';

export type Side = 'mine' | 'theirs';
export type Choices = Partial<Record<DraftField, Side>>;

/** The fields that both changed, and differently; the rest needs no choice. */
export const conflictsBetween = (versions: Versions<ResponsibilityText>): DraftField[] =>
  partsInConflict(draftFields, versions);

/** One text of two: what only one of them changed is theirs who changed it, what both changed is as chosen (mine if not). */
export const mergeText = (versions: Versions<ResponsibilityText>, choices: Choices): ResponsibilityText => {
  const from = (field: DraftField): ResponsibilityText => versionOf(field, versions, choices);
  return {
    areaId: from('areaId').areaId,
    title: from('title').title,
    purpose: from('purpose').purpose,
    criticality: from('criticality').criticality,
    minutesAWeek: from('minutesAWeek').minutesAWeek,
    season: from('season').season,
    organising: from('organising').organising,
  };
};
