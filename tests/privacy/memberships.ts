import { dateAt } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { standardWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

/** The standard world, in which Fatma is of the team and leads its domain as well. */
export const townWithLeadingMember = {
  ...standardWorld,
  water: {
    ...standardWorld.water,
    people: { ...standardWorld.water.people, fatma: { ...standardWorld.water.people.fatma, manages: 'space' } },
  },
};

/** Leaving and coming back to the team, today, by nobody's command; and everything as it was at first. */
export const openMemberships = (application: TestApplication, { water }: World<typeof standardWorld>) => {
  const { permits: teamId } = water.teams;
  const run = (query: string, values: unknown[]) => runQuery(application.database.ownerUrl, query, values);
  return {
    setMembership: async (personId: PersonId, isIn: boolean): Promise<void> => {
      const today = dateAt(application.clock.now());
      await (isIn
        ? run(
            `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "home") VALUES ($1, $2, $3, $4, $5, false)`,
            [water.id, application.clock.newId(), personId, teamId, today],
          )
        : run(
            `WITH begun AS (DELETE FROM "Membership" WHERE "personId" = $1 AND "teamId" = $2 AND "from" = $3)
             UPDATE "Membership" SET "until" = $3 WHERE "personId" = $1 AND "teamId" = $2 AND "from" < $3 AND ("until" IS NULL OR "until" > $3)`,
            [personId, teamId, today],
          ));
    },
    restoreMemberships: async (): Promise<void> => {
      for (const who of ['ada', 'ben', 'fatma'] as const)
        await run(
          `WITH gone AS (DELETE FROM "Membership" WHERE "personId" = $1 AND "teamId" = $2 AND "id" <> $3)
           UPDATE "Membership" SET "until" = NULL WHERE "id" = $3`,
          [water.people[who], teamId, water.memberships[who]['permits']],
        );
    },
  };
};
