import type { PoolClient } from 'pg';
import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { OrganisingEstimate } from '@roer/domain/workload/own-load';

/** What somebody wrote about their own weeks from a Monday on, in order. Nobody else can read it. */
export const readOrganisingWeeks = async (
  client: PoolClient,
  { personId, since }: { personId: PersonId; since: LocalDate },
): Promise<OrganisingEstimate[]> => {
  const { rows } = await client.query<OrganisingEstimate>({
    name: 'organising-weeks',
    text: `SELECT "isoMonday"::text AS "monday", "minutes" FROM "OrganisingWeek"
      WHERE "personId" = $1 AND "isoMonday" >= $2 ORDER BY "isoMonday"`,
    values: [personId, since],
  });
  return rows;
};

type Week = { organisationId: OrganisationId; personId: PersonId; monday: LocalDate };

/** The last word about a week counts; no time is kept. */
export const saveOrganisingWeek = async (
  client: PoolClient,
  { organisationId, personId, monday, minutes }: Week & { minutes: number },
): Promise<void> => {
  await client.query({
    name: 'save-organising-week',
    text: `INSERT INTO "OrganisingWeek" ("organisationId", "personId", "isoMonday", "minutes") VALUES ($1, $2, $3, $4)
      ON CONFLICT ("organisationId", "personId", "isoMonday") DO UPDATE SET "minutes" = excluded."minutes"`,
    values: [organisationId, personId, monday, minutes],
  });
};

export const removeOrganisingWeek = async (client: PoolClient, { personId, monday }: Week): Promise<void> => {
  await client.query({
    name: 'remove-organising-week',
    text: 'DELETE FROM "OrganisingWeek" WHERE "personId" = $1 AND "isoMonday" = $2',
    values: [personId, monday],
  });
};
