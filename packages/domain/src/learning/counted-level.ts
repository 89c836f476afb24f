import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { carriedOn } from '../responsibilities/delegation.ts';
import { coverOf } from './cover-level.ts';
import type { CoverLevel } from './cover-rows.ts';

/**
 * What somebody counts as (rule L1.6): what they said and heard last; *independent* for who carries it or stands in and said nothing; null
 * for who does neither.
 */
export const countedLevel = (
  snapshot: Pick<TeamSnapshot, 'coverLevel' | 'assignment' | 'delegation'>,
  { responsibilityId, personId, today }: { responsibilityId: ResponsibilityId; personId: PersonId; today: LocalDate },
): CoverLevel | null => {
  const level = coverOf(snapshot, { responsibilityId, personId }).now?.level ?? null;
  if (level !== null) return level;
  const carries = carriedOn(snapshot, today).some(
    (row) => row.responsibilityId === responsibilityId && row.personId === personId,
  );
  return carries ? 'independent' : null;
};
