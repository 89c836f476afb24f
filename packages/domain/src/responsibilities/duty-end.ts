import type { LocalDate } from '../dates.ts';
import type { DutyRow } from '../feed.ts';

/** Whether a duty still asks something on `today`: it was not ended, or ends later. */
export const stillRecurs = ({ endedOn }: Pick<DutyRow, 'endedOn'>, today: LocalDate): boolean =>
  endedOn === null || endedOn > today;
