import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedToken } from '@roer/api/features/identity/session-cookie';
import { sessionCookie } from '@roer/api/platform/session';
import { startEmbeddedPostgres } from '@roer/db/embedded-postgres';
import { migrate } from '@roer/db/migrate';
import { secretsFrom } from '@roer/db/secrets';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { runQuery } from '../kit/statement.ts';
import { createClock } from '../kit/clock.ts';
import { createWorld } from '../kit/world.ts';
import type { OrganisationSpec, World } from '../kit/world.ts';

/** A database with twelve teams of twelve, and a signed-in person of each seat. The first team is the measured one. */
export type Town = {
  ownerUrl: string;
  secret: string;
  teams: { id: TeamId; members: { personId: PersonId; cookie: string }[] }[];
  remove: () => Promise<void>;
};

const size = 12;
const keys = (kind: string): string[] => Array.from({ length: size }, (_, index) => `${kind}${index}`);

const spec = (): OrganisationSpec => ({
  name: 'Gemeente Waterrijk',
  domains: { all: 'Alles' },
  teams: Object.fromEntries(keys('team').map((team) => [team, { name: `Team ${team}`, domain: 'all' }])),
  people: Object.fromEntries(
    keys('team').flatMap((team) =>
      keys('seat').map((seat) => [`${team}${seat}`, { name: `Lid ${seat} van ${team}`, teams: [{ team }] }]),
    ),
  ),
});

/** A database of its own with one organisation, and who is signed in there. */
export type Place = Pick<Town, 'ownerUrl' | 'secret' | 'remove'> & {
  world: World<{ town: OrganisationSpec }>['town'];
  signIn: (personId: PersonId) => Promise<string>;
};

/** Builds the organisation of `town` in a PostgreSQL of its own. */
export const buildPlace = async (town: OrganisationSpec): Promise<Place> => {
  const directory = await mkdtemp(join(tmpdir(), 'roer-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDirectory: directory, log: () => undefined });
  const { ownerUrl } = postgres;
  await migrate(ownerUrl);
  const secret = randomBytes(32).toString('base64url');
  const { auth } = secretsFrom(secret);
  const world = await createWorld({ ownerUrl }, { town });
  const clock = createClock();
  const signIn = async (personId: PersonId): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await runQuery(
      ownerUrl,
      `WITH account AS (
         INSERT INTO "User" ("id", "email", "name", "emailVerified", "organisationId", "personId", "createdAt", "updatedAt")
         SELECT gen_random_uuid(), "email", '', true, "organisationId", "id", $2::timestamptz, $2 FROM "Person" WHERE "id" = $1
         RETURNING "id")
       INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt")
       SELECT gen_random_uuid(), $3, "id", $2::timestamptz + interval '7 days', $2, $2 FROM account`,
      [personId, new Date(clock.now()), token],
    );
    return `${sessionCookie}=${signedToken(token, auth)}`;
  };
  return {
    ownerUrl,
    secret,
    world: world.town,
    signIn,
    remove: async () => {
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

export const buildTown = async (): Promise<Town> => {
  const { world: town, signIn, ...place } = await buildPlace(spec());
  const teams: Town['teams'] = [];
  for (const team of keys('team')) {
    const id = town.teams[team];
    const members: Town['teams'][number]['members'] = [];
    for (const seat of keys('seat')) {
      const personId = town.people[`${team}${seat}`];
      if (personId) members.push({ personId, cookie: await signIn(personId) });
    }
    if (id) teams.push({ id, members });
  }
  return { ...place, teams };
};
