import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { Scenario } from '@roer/domain/workload/scenario';

/** Who should rather not get a responsibility, as the reader says it. Kept on this page alone. */
export type Refused = { personId: PersonId; responsibilityId: ResponsibilityId };

/** What the search is asked. */
export type MoveQuestion = {
  snapshot: TeamSnapshot;
  today: LocalDate;
  scenario: Scenario;
  refused: readonly Refused[];
};
