import { removeCalendarFeed, saveCalendarFeed } from '@roer/db/calendar-feed';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { hashToken } from '../../platform/session.ts';
import type { SignedInContext } from '../../platform/trpc.ts';

/**
 * Gives the actor's calendar a new secret address (a path), which is told this once: only its hash is kept. The one before it
 * stops working (rule K1).
 */
export const renewCalendar = async ({ platform, actor }: SignedInContext): Promise<{ path: string }> => {
  const token = platform.clock.newToken();
  const { organisationId, personId } = actor;
  await inOrganisation(platform.prisma, actor, (transaction) =>
    saveCalendarFeed(transaction, { organisationId, personId, tokenHash: hashToken(token) }),
  );
  return { path: `/calendar/${token}.ics` };
};

/** Takes the address away; doing it again changes nothing. */
export const revokeCalendar = ({ platform, actor }: SignedInContext): Promise<void> =>
  inOrganisation(platform.prisma, actor, (transaction) => removeCalendarFeed(transaction, actor.personId));
