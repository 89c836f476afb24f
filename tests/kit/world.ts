import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { uuidFrom } from '@roer/domain/ids';
import type { DomainId, Id, MembershipId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';

/** What a person is in the world, by the names that the world itself uses. */
export type PersonSpec = {
  name: string;
  /** Default: the person's own key, at the organisation's key: `ada@water.example`. */
  email?: string;
  /** The first team is the home team. Dates default to since 2024 and without end. */
  teams?: readonly { team: string; from?: string; until?: string }[];
  /** The domain this person manages, or `all`. */
  manages?: string;
  administers?: boolean;
};
export type OrganisationSpec = {
  name: string;
  demo?: boolean;
  domains: Record<string, string>;
  teams: Record<string, { name: string; domain: string }>;
  people: Record<string, PersonSpec>;
};
export type WorldSpec = Record<string, OrganisationSpec>;

/** Ids by the keys of the spec. */
export type World<Spec extends WorldSpec> = {
  [Key in keyof Spec]: {
    id: OrganisationId;
    domains: Record<keyof Spec[Key]['domains'], DomainId>;
    teams: Record<keyof Spec[Key]['teams'], TeamId>;
    people: Record<keyof Spec[Key]['people'], PersonId>;
    /** Of each person, the membership of each team by the team's key. */
    memberships: Record<keyof Spec[Key]['people'], Record<string, MembershipId>>;
  };
};

/**
 * Two organisations. In `water`: Ada and Ben in one team, Cem who left it, Dina in another team of the same domain, Fatma in
 * both, Eva in a team of the other domain, a manager of each domain and an administrator. In `hill`: one team.
 */
export const standardWorld = {
  water: {
    name: 'Gemeente Waterrijk',
    domains: { space: 'Leefomgeving', care: 'Sociaal domein' },
    teams: {
      permits: { name: 'Vergunningen', domain: 'space' },
      green: { name: 'Groen', domain: 'space' },
      support: { name: 'Ondersteuning', domain: 'care' },
    },
    people: {
      ada: { name: 'Ada Yilmaz', teams: [{ team: 'permits' }] },
      ben: { name: 'Ben de Boer', teams: [{ team: 'permits' }] },
      cem: { name: 'Cem Kaya', teams: [{ team: 'permits', until: '2026-06-01' }] },
      dina: { name: 'Dina Amrani', teams: [{ team: 'green' }] },
      fatma: { name: 'Fatma Demir', teams: [{ team: 'green' }, { team: 'permits' }] },
      eva: { name: 'Eva Jansen', teams: [{ team: 'support' }] },
      mira: { name: 'Mira Vos', manages: 'space' },
      mats: { name: 'Mats Visser', manages: 'care' },
      anna: { name: 'Anna Smit', administers: true },
    },
  },
  hill: {
    name: 'Gemeente Heuvelrug-Zuid',
    domains: { city: 'Stad' },
    teams: { harbour: { name: 'Haven', domain: 'city' } },
    people: {
      olaf: { name: 'Olaf Mulder', teams: [{ team: 'harbour' }] },
      odile: { name: 'Odile Bos', administers: true },
    },
  },
} satisfies WorldSpec;

const since = '2024-01-01';
const fullTime = [480, 480, 480, 480, 240, 0, 0];
const idsOf = <Kind extends string>(keys: object): Record<string, Id<Kind>> =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, newId<Kind>()]));
const newId = <Kind extends string>(): Id<Kind> => uuidFrom<Kind>(Date.parse(`${since}T00:00:00Z`), randomBytes(10));

/** Puts a world into an empty database, through the owner's connection. */
export const createWorld = async <Spec extends WorldSpec = typeof standardWorld>(
  database: { ownerUrl: string },
  // Without a spec the type is that of the standard world.
  spec: Spec = standardWorld as unknown as Spec,
): Promise<World<Spec>> => {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const world: Record<string, unknown> = {};
    for (const [key, organisation] of Object.entries(spec)) world[key] = await insert(client, key, organisation);
    await client.query('COMMIT');
    // Every key of the spec has just been filled.
    return world as World<Spec>;
  } finally {
    await client.end();
  }
};

const insert = async (client: Client, key: string, spec: OrganisationSpec): Promise<World<WorldSpec>[string]> => {
  const id = newId<'organisation'>();
  const domains = idsOf<'domain'>(spec.domains);
  const teams = idsOf<'team'>(spec.teams);
  const people = idsOf<'person'>(spec.people);
  const memberships: Record<string, Record<string, MembershipId>> = {};
  const add = async (table: string, row: Record<string, unknown>): Promise<void> => {
    const columns = Object.keys(row);
    await client.query(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
       VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const organisationId = id;
  await add('Organisation', { id, name: spec.name, demo: spec.demo ?? false });
  await add('Feed', { organisationId, ownerId: id, kind: 'organisation', seq: 0 });
  for (const [domain, name] of Object.entries(spec.domains)) {
    await add('Domain', { organisationId, id: domains[domain], name });
  }
  for (const [team, { name, domain }] of Object.entries(spec.teams)) {
    const teamId = teams[team];
    await add('Team', { organisationId, id: teamId, name, createdOn: since });
    await add('TeamPlacement', { organisationId, id: newId(), teamId, domainId: domains[domain], from: since });
    await add('Feed', { organisationId, ownerId: teamId, kind: 'team', seq: 0 });
  }
  for (const [person, { name, email, teams: memberOf = [], manages, administers }] of Object.entries(spec.people)) {
    const personId = people[person];
    await add('Person', { organisationId, id: personId, name, email: email ?? `${person}@${key}.example` });
    const own: Record<string, MembershipId> = {};
    memberships[person] = own;
    for (const [index, { team, from = since, until = null }] of memberOf.entries()) {
      const membershipId = newId<'membership'>();
      own[team] = membershipId;
      const home = index === 0;
      await add('Membership', { organisationId, id: membershipId, personId, teamId: teams[team], from, until, home });
      await add('MembershipHours', { organisationId, membershipId, from, minutesByWeekday: fullTime });
    }
    const appoint = (kind: string, domainId: DomainId | null): Promise<void> =>
      add('Appointment', { organisationId, id: newId(), personId, kind, domainId, from: since });
    if (manages !== undefined) await appoint('manager', manages === 'all' ? null : (domains[manages] ?? null));
    if (administers) await appoint('administrator', null);
  }
  return { id, domains, teams, people, memberships };
};
