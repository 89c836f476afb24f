import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { Pool, PoolClient } from './pool.ts';

type Owner = { organisationId: OrganisationId; personId: PersonId };

/** What somebody wrote and picked, as it is kept; null when they never did. */
export const readContribution = async (client: PoolClient, personId: PersonId): Promise<Buffer | null> => {
  const { rows } = await client.query<{ sealed: Buffer }>({
    name: 'contribution',
    text: 'SELECT "sealed" FROM "Contribution" WHERE "personId" = $1',
    values: [personId],
  });
  return rows[0]?.sealed ?? null;
};

/** The same, made of `blank` when it was not there, and held until the end of the transaction: of two writers one waits. */
export const holdContribution = async (
  client: PoolClient,
  { organisationId, personId, blank }: Owner & { blank: Buffer },
): Promise<Buffer> => {
  await client.query({
    name: 'make-contribution',
    text: `INSERT INTO "Contribution" ("organisationId", "personId", "sealed") VALUES ($1, $2, $3)
      ON CONFLICT ("organisationId", "personId") DO NOTHING`,
    values: [organisationId, personId, blank],
  });
  const { rows } = await client.query<{ sealed: Buffer }>({
    name: 'hold-contribution',
    text: 'SELECT "sealed" FROM "Contribution" WHERE "organisationId" = $1 AND "personId" = $2 FOR UPDATE',
    values: [organisationId, personId],
  });
  return rows[0]?.sealed ?? blank;
};

export const saveContribution = async (
  client: PoolClient,
  { organisationId, personId, sealed }: Owner & { sealed: Buffer },
): Promise<void> => {
  await client.query({
    name: 'save-contribution',
    text: 'UPDATE "Contribution" SET "sealed" = $3 WHERE "organisationId" = $1 AND "personId" = $2',
    values: [organisationId, personId, sealed],
  });
};

/** What was published, and until when its link works (epoch milliseconds; null for what teams see). */
export type CopyRecord = {
  kind: 'team' | 'link';
  sealed: Buffer;
  publishedOn: LocalDate;
  expiresAt: number | null;
  teams: string[];
};

const copyColumns = `c."kind", c."sealed", c."publishedOn"::text AS "publishedOn",
  (extract(epoch FROM c."expiresAt") * 1000)::bigint AS "expiresAt"`;

/** What somebody published themselves, with the names of the teams that see it and that they are in today. */
export const readOwnCopies = async (
  client: PoolClient,
  { personId, today }: { personId: PersonId; today: LocalDate },
): Promise<CopyRecord[]> => {
  const { rows } = await client.query<CopyRecord>({
    name: 'own-contribution-copies',
    text: `SELECT ${copyColumns}, ARRAY(SELECT t."name" FROM "ContributionTeam" s
          JOIN "Team" t ON t."organisationId" = s."organisationId" AND t."id" = s."teamId" AND t."closedOn" IS NULL
          JOIN "Membership" m ON m."organisationId" = s."organisationId" AND m."teamId" = s."teamId"
            AND m."personId" = s."personId" AND m."from" <= $2 AND (m."until" IS NULL OR m."until" > $2)
        WHERE s."organisationId" = c."organisationId" AND s."personId" = c."personId" AND s."kind" = c."kind"
        ORDER BY t."name", t."id") AS "teams"
      FROM "ContributionCopy" c WHERE c."personId" = $1`,
    values: [personId, today],
  });
  return rows;
};

/** What one's teams see from now on: those that somebody is in today. Replaces what was there. */
export const saveTeamCopy = async (
  client: PoolClient,
  { organisationId, personId, sealed, today }: Owner & { sealed: Buffer; today: LocalDate },
): Promise<void> => {
  await removeCopy(client, { organisationId, personId, kind: 'team' });
  await client.query({
    name: 'save-team-contribution',
    text: `INSERT INTO "ContributionCopy" ("organisationId", "personId", "kind", "sealed", "publishedOn")
      VALUES ($1, $2, 'team', $3, $4)`,
    values: [organisationId, personId, sealed, today],
  });
  await client.query({
    name: 'save-contribution-teams',
    text: `INSERT INTO "ContributionTeam" ("organisationId", "personId", "kind", "teamId")
      SELECT DISTINCT m."organisationId", m."personId", 'team'::"ContributionCopyKind", m."teamId" FROM "Membership" m
      WHERE m."organisationId" = $1 AND m."personId" = $2 AND m."from" <= $3 AND (m."until" IS NULL OR m."until" > $3)`,
    values: [organisationId, personId, today],
  });
};

/** What is behind somebody's link from now on; a link before it no longer works. `expiresAt` is in epoch milliseconds. */
export const saveLinkCopy = async (
  client: PoolClient,
  copy: Owner & { sealed: Buffer; today: LocalDate; tokenHash: string; expiresAt: number },
): Promise<void> => {
  const { organisationId, personId } = copy;
  await removeCopy(client, { organisationId, personId, kind: 'link' });
  await client.query({
    name: 'save-link-contribution',
    text: `INSERT INTO "ContributionCopy" ("organisationId", "personId", "kind", "sealed", "publishedOn", "tokenHash", "expiresAt")
      VALUES ($1, $2, 'link', $3, $4, $5, $6)`,
    values: [organisationId, personId, copy.sealed, copy.today, copy.tokenHash, new Date(copy.expiresAt)],
  });
};

/** Takes back what was published; nothing of it stays. */
export const removeCopy = async (
  client: PoolClient,
  { organisationId, personId, kind }: Owner & { kind: 'team' | 'link' },
): Promise<void> => {
  await client.query({
    name: 'remove-contribution-copy',
    text: `DELETE FROM "ContributionCopy" WHERE "organisationId" = $1 AND "personId" = $2 AND "kind" = $3::"ContributionCopyKind"`,
    values: [organisationId, personId, kind],
  });
};

/** What somebody of a team published, as a member of a team it was published to reads it; both are in that team today. */
export type ShownCopy = Owner & { name: string; organisation: string; sealed: Buffer; publishedOn: LocalDate };

/** Null when there is nothing that `readerId` may see. */
export const readTeamCopy = async (
  client: PoolClient,
  { personId, readerId, today }: { personId: PersonId; readerId: PersonId; today: LocalDate },
): Promise<ShownCopy | null> => {
  const { rows } = await client.query<ShownCopy>({
    name: 'team-contribution',
    text: `SELECT c."organisationId", c."personId", p."name", o."name" AS "organisation", c."sealed",
        c."publishedOn"::text AS "publishedOn"
      FROM "ContributionCopy" c
        JOIN "Person" p ON p."organisationId" = c."organisationId" AND p."id" = c."personId" AND p."erasedAt" IS NULL
        JOIN "Organisation" o ON o."id" = c."organisationId"
      WHERE c."personId" = $1 AND c."kind" = 'team' AND EXISTS (SELECT FROM "ContributionTeam" s
          JOIN "Team" t ON t."organisationId" = s."organisationId" AND t."id" = s."teamId" AND t."closedOn" IS NULL
          JOIN "Membership" own ON own."organisationId" = s."organisationId" AND own."teamId" = s."teamId"
            AND own."personId" = s."personId" AND own."from" <= $3 AND (own."until" IS NULL OR own."until" > $3)
          JOIN "Membership" reader ON reader."organisationId" = s."organisationId" AND reader."teamId" = s."teamId"
            AND reader."personId" = $2 AND reader."from" <= $3 AND (reader."until" IS NULL OR reader."until" > $3)
        WHERE s."organisationId" = c."organisationId" AND s."personId" = c."personId" AND s."kind" = c."kind")`,
    values: [personId, readerId, today],
  });
  return rows[0] ?? null;
};

/** Who of a team published their page to it; both its members and those people are in it today. */
export const readTeamContributors = async (
  client: PoolClient,
  { teamId, today }: { teamId: TeamId; today: LocalDate },
): Promise<PersonId[]> => {
  const { rows } = await client.query<{ personId: PersonId }>({
    name: 'team-contributors',
    text: `SELECT DISTINCT s."personId" FROM "ContributionTeam" s
        JOIN "Membership" m ON m."organisationId" = s."organisationId" AND m."teamId" = s."teamId"
          AND m."personId" = s."personId" AND m."from" <= $2 AND (m."until" IS NULL OR m."until" > $2)
      WHERE s."teamId" = $1 ORDER BY s."personId"`,
    values: [teamId, today],
  });
  return rows.map((row) => row.personId);
};

/** Whose page is behind a link with this hash, and until when (epoch milliseconds). */
export type SharedOwner = Owner & { name: string; organisation: string; expiresAt: number };

/** Null for a link that never was or was taken back. */
export const readSharedOwner = async (pool: Pool, tokenHash: string): Promise<SharedOwner | null> => {
  const { rows } = await pool.query<SharedOwner>({
    name: 'shared-contribution',
    text: `SELECT "organisationId", "personId", "personName" AS "name", "organisationName" AS "organisation",
        (extract(epoch FROM "expiresAt") * 1000)::bigint AS "expiresAt" FROM shared_contribution($1)`,
    values: [tokenHash],
  });
  return rows[0] ?? null;
};

/** What is behind the link with this hash, read as its owner; null when it was taken back a moment ago. */
export const readLinkCopy = async (
  client: PoolClient,
  { personId, tokenHash }: { personId: PersonId; tokenHash: string },
): Promise<Buffer | null> => {
  const { rows } = await client.query<{ sealed: Buffer }>({
    name: 'link-contribution',
    text: `SELECT "sealed" FROM "ContributionCopy" WHERE "personId" = $1 AND "kind" = 'link' AND "tokenHash" = $2`,
    values: [personId, tokenHash],
  });
  return rows[0]?.sealed ?? null;
};
