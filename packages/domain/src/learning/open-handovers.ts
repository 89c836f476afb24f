import { DomainError } from '../errors.ts';
import type { TeamSnapshot } from '../feed.ts';
import type { HandoverRow } from './handover-rows.ts';
import type { HandoverId, ResponsibilityId } from '../ids.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';

export type WhichHandover = { handoverId: HandoverId; responsibilityId: ResponsibilityId };

/** Throws `handoverGone` when it was accepted, returned or withdrawn, or is about something else. */
export const openHandoverIn = (facts: TeamFacts, { handoverId, responsibilityId }: WhichHandover): HandoverRow => {
  const handover = facts.handover[handoverId];
  if (handover?.state !== 'open' || handover.responsibilityId !== responsibilityId)
    throw new DomainError('handoverGone');
  return handover;
};

/** What is being handed over in a team now, the oldest first. */
export const openHandoversOf = (snapshot: Pick<TeamSnapshot, 'handover'>): HandoverRow[] =>
  Object.values(snapshot.handover)
    .filter(({ state }) => state === 'open')
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
