import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';
import type { Transaction } from './organisation-transaction.ts';
import type { Pool, PoolClient } from './pool.ts';

type Owner = { organisationId: OrganisationId; personId: PersonId };

/** Whose calendar has this hash; null when nobody's, also when it was revoked. */
export const readCalendarOwner = async (pool: Pool, tokenHash: string): Promise<Owner | null> => {
  const result = await pool.query<Owner>({
    name: 'calendar-owner',
    text: 'SELECT "organisationId", "personId" FROM calendar_feed($1)',
    values: [tokenHash],
  });
  return result.rows[0] ?? null;
};

/** Whether somebody has an address for their calendar. Only they themselves can see that. */
export const hasCalendarFeed = async (transaction: Transaction, personId: PersonId): Promise<boolean> =>
  (await transaction.calendarFeed.count({ where: { personId } })) > 0;

/** Gives somebody's calendar another address: the one before it stops working. */
export const saveCalendarFeed = async (
  transaction: Transaction,
  { tokenHash, ...owner }: Owner & { tokenHash: string },
): Promise<void> => {
  await transaction.calendarFeed.upsert({
    where: { organisationId_personId: owner },
    create: { ...owner, tokenHash },
    update: { tokenHash },
  });
};

/** Ends somebody's address; without one it does nothing. */
export const removeCalendarFeed = async (transaction: Transaction, personId: PersonId): Promise<void> => {
  await transaction.calendarFeed.deleteMany({ where: { personId } });
};

/**
 * Ends what works for somebody without signing in, the address of their calendar, the weekly mail and what they
 * published of themselves, so that none of it is there again when they come back. `by` is who ends it: the transaction is the person's own for a moment, because nobody else sees it.
 */
export const removeUnattended = async (
  transaction: Transaction,
  { personId, by }: { personId: PersonId; by: PersonId },
): Promise<void> => {
  const actAs = (id: PersonId) => transaction.$queryRaw`SELECT set_config('app.person', ${id}, true)`;
  await actAs(personId);
  await removeCalendarFeed(transaction, personId);
  await transaction.digestSubscription.deleteMany({ where: { personId } });
  await transaction.contributionCopy.deleteMany({ where: { personId } });
  await actAs(by);
};

/** A team that somebody is in. `seq` grows with every change of the team; `changedAt` is when the last one was (epoch milliseconds). */
export type CalendarTeam = { id: TeamId; name: string; seq: number; changedAt: number };

/** The teams that somebody is in on the day `today`. */
export const readCalendarTeams = async (
  client: PoolClient,
  { personId, today }: { personId: PersonId; today: LocalDate },
): Promise<CalendarTeam[]> => {
  const result = await client.query<CalendarTeam>({
    name: 'calendar-teams',
    text: `SELECT t."id", t."name", f."seq"::int AS "seq", (extract(epoch FROM coalesce(
        (SELECT c."at" FROM "Change" c WHERE c."organisationId" = f."organisationId" AND c."feedId" = f."ownerId"
         ORDER BY c."seq" DESC LIMIT 1),
        t."createdOn"::timestamp AT TIME ZONE 'UTC')) * 1000)::bigint AS "changedAt"
      FROM "Membership" m
        JOIN "Team" t ON t."organisationId" = m."organisationId" AND t."id" = m."teamId" AND t."closedOn" IS NULL
        JOIN "Feed" f ON f."organisationId" = t."organisationId" AND f."ownerId" = t."id"
      WHERE m."personId" = $1 AND m."from" <= $2 AND (m."until" IS NULL OR m."until" > $2)
      ORDER BY t."name", t."id"`,
    values: [personId, today],
  });
  return result.rows;
};
