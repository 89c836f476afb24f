import type { BuddyRecord } from '@roer/db/buddies';
import type { BuddyId, PersonId, TeamId } from '@roer/domain/ids';
import type { BuddyState } from '@roer/domain/learning/buddy';

/** Somebody with whom the reader learns (`mine`), or who learns with the reader. */
export type BuddyView = {
  id: BuddyId;
  teamId: TeamId;
  mine: boolean;
  personId: PersonId;
  name: string;
  state: BuddyState;
};

/** As one of the two sees it: the other one. */
export const buddyView = (
  { id, teamId, personId, personName, buddyId, buddyName, state }: BuddyRecord,
  reader: PersonId,
): BuddyView => {
  const mine = personId === reader;
  return { id, teamId, state, mine, personId: mine ? buddyId : personId, name: mine ? buddyName : personName };
};
