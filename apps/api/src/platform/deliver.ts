import type { Delivery } from '@roer/domain/feed';
import type { OrganisationId } from '@roer/domain/ids';
import type { Platform } from './dependencies.ts';

/** After the commit: tells a team's change to its open browsers, and to what is counted from it. */
export const deliver = (
  { live, teamChanged }: Pick<Platform, 'live' | 'teamChanged'>,
  { organisationId, delivery }: { organisationId: OrganisationId; delivery: Delivery },
): void => {
  live.deliver(delivery);
  teamChanged(organisationId, delivery);
};
