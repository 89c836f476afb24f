import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { carriedOn } from '../responsibilities/delegation.ts';
import { coverOf, heldUntil } from './cover-level.ts';
import type { CoverLevel } from './cover-rows.ts';

/**
 * What somebody counts as (rule L1.6): what they said and heard last; *independent* for who carries it, stands in, or held it for long, and
 * said nothing; null for who did none of it.
 */
export const countedLevel = (
  snapshot: Pick<TeamSnapshot, 'coverLevel' | 'assignment' | 'delegation' | 'heldBefore'>,
  { responsibilityId, personId, today }: { responsibilityId: ResponsibilityId; personId: PersonId; today: LocalDate },
): CoverLevel | null => {
  const level = coverOf(snapshot, { responsibilityId, personId }).now?.level ?? null;
  if (level !== null) return level;
  const carries = carriedOn(snapshot, today).some(
    (row) => row.responsibilityId === responsibilityId && row.personId === personId,
  );
  return carries || heldUntil(snapshot, { responsibilityId, personId }) !== null ? 'independent' : null;
};
