import type { AssignmentRow, OfferRow, RowChange } from '../feed.ts';
import type { LocalDate } from '../dates.ts';

export const ended = (assignment: AssignmentRow, until: LocalDate): RowChange => ({
  entity: 'assignment',
  before: assignment,
  after: { ...assignment, until },
});

/** Open offers about an assignment end with it (rule R4.7). */
export const withdrawn = (offers: readonly OfferRow[]): RowChange[] =>
  offers.map((offer) => ({ entity: 'offer', before: offer, after: { ...offer, state: 'withdrawn' } }));
