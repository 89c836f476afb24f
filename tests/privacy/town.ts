import { randomUUID } from 'node:crypto';
import { signedToken } from '@roer/api/features/identity/session-cookie';
import { sessionCookie } from '@roer/api/platform/session';
import type { Id, MembershipId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { addDays, dateAt } from '@roer/domain/dates';
import type { TestClock } from '../kit/clock.ts';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { OrganisationSpec, PersonSpec } from '../kit/world.ts';
import type { TownPlan } from './town-plan.ts';
import type { Asker, Sent } from './wire.ts';

/** A person of a town, as their device and the attacker know them. */
export type Townsman = Asker & {
  personId: PersonId;
  /** Where they work now, and the membership that says so. */
  team: string | null;
  membershipId: MembershipId | null;
  /** What this device keeps for windows that its owner confirmed. */
  receipts: { opensOn: string; until: string; receipt: string }[];
};

/** An answer that the server took, as values that are kept (1…5, higher is heavier; 0 is blank). `after`: how much had been sent by then. */
export type Taken = { person: string; epoch: number; values: number[]; shares: boolean; after: number };

export type Town = {
  plan: TownPlan;
  organisationId: OrganisationId;
  administrator: Townsman;
  people: Map<string, Townsman>;
  teams: Map<string, TeamId>;
  domains: Map<string, Id<'domain'>>;
  /** In order: of somebody's answers in an epoch the last one is what they answered. */
  taken: Taken[];
  /** Whose account ended, and how much had been sent by then. */
  ended: { person: string; erased: boolean; after: number }[];
  /** Everything that left the server for somebody of this town, in order. */
  sent: (Sent & { at: number })[];
};

export const nameOf = (key: string): string => `Naam ${key}`;

/** Puts the towns into the database, with a session for everybody that lasts as long as the simulation. */
export const buildTowns = async (
  plans: readonly TownPlan[],
  { database, clock }: { database: TestDatabase; clock: TestClock },
): Promise<Town[]> => {
  const keyed = plans.map((plan) => ({ plan, key: `town${plan.seed}` }));
  const worlds = await createWorld(database, Object.fromEntries(keyed.map(({ plan, key }) => [key, specOf(plan)])));
  const towns: Town[] = [];
  for (const { plan, key } of keyed) {
    const world = worlds[key];
    if (!world) throw new Error(`${key} was not made`);
    const people = new Map<string, Townsman>();
    const add = (person: string, team: string | null): Townsman => {
      const personId = idIn(world.people, person);
      const membershipId = team === null ? null : idIn(world.memberships[person] ?? {}, team);
      return { key: person, cookie: '', personId, team, membershipId, receipts: [] };
    };
    for (const person of starting(plan)) people.set(person.key, add(person.key, person.team));
    const administrator = add('administrator', null);
    const proven = starting(plan).filter((person) => person.proven);
    await provenMailboxes(database, { clock, people: proven.map((person) => idIn(world.people, person.key)) });
    const everybody = [...people.values(), administrator];
    await openSessions(everybody, { database, clock });
    towns.push({
      plan,
      organisationId: world.id,
      administrator,
      people,
      teams: new Map(plan.teams.map((team) => [team.key, idIn(world.teams, team.key)])),
      domains: new Map(plan.domains.map((domain) => [domain, idIn(world.domains, domain)])),
      taken: [],
      ended: [],
      sent: [],
    });
  }
  return towns;
};

const idIn = <Value>(ids: Record<string, Value>, key: string): Value => {
  const id = ids[key];
  if (id === undefined) throw new Error(`${key} is not in the town`);
  return id;
};

/** Who is there from the beginning; the others join. */
const starting = ({ people, epochs }: TownPlan): TownPlan['people'] => {
  const joining = new Set(
    epochs
      .flatMap(({ before, between, after }) => [...before, ...between, ...after])
      .flatMap((event) => (event.kind === 'join' ? [event.person] : [])),
  );
  return people.filter(({ key }) => !joining.has(key));
};

const specOf = (plan: TownPlan): OrganisationSpec => {
  const people: Record<string, PersonSpec> = { administrator: { name: nameOf('administrator'), administers: true } };
  let managed = 0;
  for (const { key, team, governs } of starting(plan)) {
    const manages = governs === 'everything' ? 'all' : governs === 'domain' ? plan.domains[managed] : undefined;
    if (governs === 'domain') managed += 1;
    people[key] = {
      name: nameOf(key),
      ...(team === null ? {} : { teams: [{ team }] }),
      ...(manages === undefined ? {} : { manages }),
    };
  }
  return {
    name: `Gemeente ${plan.seed}`,
    domains: Object.fromEntries(plan.domains.map((domain) => [domain, nameOf(domain)])),
    teams: Object.fromEntries(plan.teams.map(({ key, domain }) => [key, { name: nameOf(key), domain }])),
    people,
  };
};

/** Says that these accounts were opened yesterday, by a link that only their owners saw. */
export const provenMailboxes = async (
  database: TestDatabase,
  { clock, people }: { clock: TestClock; people: readonly PersonId[] },
): Promise<void> => {
  await runQuery(database.ownerUrl, 'UPDATE "Person" SET "mailboxProvenOn" = $2::date WHERE "id" = ANY ($1::uuid[])', [
    people,
    addDays(dateAt(clock.now()), -1),
  ]);
};

/** Gives each of them a cookie; signing in with passwords would take a tenth of a second each. */
export const openSessions = async (
  people: readonly Townsman[],
  { database, clock }: { database: TestDatabase; clock: TestClock },
): Promise<void> => {
  const tokens = people.map(() => clock.newToken());
  await runQuery(
    database.ownerUrl,
    `WITH wanted AS (SELECT * FROM unnest($1::uuid[], $2::text[]) AS w("personId", "token")),
     account AS (
       INSERT INTO "User" ("id", "email", "name", "emailVerified", "organisationId", "personId", "createdAt", "updatedAt")
       SELECT p."id", p."email", '', true, p."organisationId", p."id", $3, $3 FROM "Person" p JOIN wanted w ON w."personId" = p."id"
       ON CONFLICT ("organisationId", "personId") DO UPDATE SET "updatedAt" = excluded."updatedAt" RETURNING "id", "personId")
     INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt")
     SELECT w."personId", w."token", a."id", $3::timestamptz + interval '2 years', $3, $3 FROM wanted w JOIN account a USING ("personId")`,
    [people.map(({ personId }) => personId), tokens, new Date(clock.now())],
  );
  people.forEach((person, index) => {
    person.cookie = `${sessionCookie}=${signedToken(tokens[index] ?? randomUUID(), database.secrets.auth)}`;
  });
};
