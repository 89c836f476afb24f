import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { TalentAudience } from '@roer/domain/learning/talent-card';
import type { PoolClient } from './pool.ts';

type Owner = { organisationId: OrganisationId; personId: PersonId };
export type SealedCard = { sealed: Buffer; audience: TalentAudience };

/** Somebody's own card as it is kept; null when they never wrote on one. */
export const readTalentCard = async (client: PoolClient, personId: PersonId): Promise<SealedCard | null> => {
  const { rows } = await client.query<SealedCard>({
    name: 'talent-card',
    text: 'SELECT "sealed", "audience" FROM "TalentCard" WHERE "personId" = $1',
    values: [personId],
  });
  return rows[0] ?? null;
};

/** The same, made of `blank` when it was not there, and held until the end of the transaction: of two writers one waits. */
export const holdTalentCard = async (
  client: PoolClient,
  { organisationId, personId, blank }: Owner & { blank: Buffer },
): Promise<SealedCard> => {
  await client.query({
    name: 'make-talent-card',
    text: `INSERT INTO "TalentCard" ("organisationId", "personId", "sealed", "audience") VALUES ($1, $2, $3, 'me')
      ON CONFLICT ("organisationId", "personId") DO NOTHING`,
    values: [organisationId, personId, blank],
  });
  const { rows } = await client.query<SealedCard>({
    name: 'hold-talent-card',
    text: 'SELECT "sealed", "audience" FROM "TalentCard" WHERE "organisationId" = $1 AND "personId" = $2 FOR UPDATE',
    values: [organisationId, personId],
  });
  return rows[0] ?? { sealed: blank, audience: 'me' };
};

export const saveTalentCard = async (
  client: PoolClient,
  { organisationId, personId, sealed, audience }: Owner & SealedCard,
): Promise<void> => {
  await client.query({
    name: 'save-talent-card',
    text: `UPDATE "TalentCard" SET "sealed" = $3, "audience" = $4 WHERE "organisationId" = $1 AND "personId" = $2`,
    values: [organisationId, personId, sealed, audience],
  });
};

/** The cards that members of a team today show to their teams. */
export const readShownCards = async (
  client: PoolClient,
  { teamId, today }: { teamId: TeamId; today: LocalDate },
): Promise<{ personId: PersonId; sealed: Buffer }[]> => {
  const { rows } = await client.query<{ personId: PersonId; sealed: Buffer }>({
    name: 'shown-talent-cards',
    text: `SELECT c."personId", c."sealed" FROM "TalentCard" c
      WHERE c."audience" = 'team' AND EXISTS (SELECT FROM "Membership" m
        WHERE m."organisationId" = c."organisationId" AND m."personId" = c."personId" AND m."teamId" = $1
          AND m."from" <= $2 AND (m."until" IS NULL OR m."until" > $2))`,
    values: [teamId, today],
  });
  return rows;
};

/** Everybody who is in a team with somebody today, themselves among them. */
export const readTeammates = async (
  client: PoolClient,
  { personId, today }: { personId: PersonId; today: LocalDate },
): Promise<{ personId: PersonId; name: string }[]> => {
  const { rows } = await client.query<{ personId: PersonId; name: string }>({
    name: 'teammates',
    text: `SELECT DISTINCT p."id" AS "personId", p."name" FROM "Membership" own
        JOIN "Membership" other ON other."organisationId" = own."organisationId" AND other."teamId" = own."teamId"
          AND other."from" <= $2 AND (other."until" IS NULL OR other."until" > $2)
        JOIN "Person" p ON p."organisationId" = other."organisationId" AND p."id" = other."personId"
      WHERE own."personId" = $1 AND own."from" <= $2 AND (own."until" IS NULL OR own."until" > $2)
      ORDER BY p."name", p."id"`,
    values: [personId, today],
  });
  return rows;
};
