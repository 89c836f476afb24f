import type { ResponsibilityText } from '@roer/domain/responsibilities/edit';
import { draftFields } from './responsibility-draft.ts';
import type { DraftField } from './responsibility-draft.ts';

export type Side = 'mine' | 'theirs';
export type Choices = Partial<Record<DraftField, Side>>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields that both changed, and differently; the rest needs no choice. */
export const conflictsBetween = (versions: {
  base: ResponsibilityText;
  mine: ResponsibilityText;
  theirs: ResponsibilityText;
}): DraftField[] => {
  const { base, mine, theirs } = versions;
  return draftFields.filter(
    (field) =>
      !same(mine[field], base[field]) && !same(theirs[field], base[field]) && !same(mine[field], theirs[field]),
  );
};

/** One text of two: what only one of them changed is theirs who changed it, what both changed is as chosen (mine if not). */
export const mergeText = (
  { base, mine, theirs }: { base: ResponsibilityText; mine: ResponsibilityText; theirs: ResponsibilityText },
  choices: Choices,
): ResponsibilityText => {
  const from = (field: DraftField): ResponsibilityText =>
    choices[field] === 'theirs' || same(mine[field], base[field]) ? theirs : mine;
  return {
    areaId: from('areaId').areaId,
    title: from('title').title,
    purpose: from('purpose').purpose,
    criticality: from('criticality').criticality,
    minutesAWeek: from('minutesAWeek').minutesAWeek,
    season: from('season').season,
  };
};
