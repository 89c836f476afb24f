import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DomainId, Id, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { hear } from '../live/hear.ts';
import { runQuery } from '../kit/statement.ts';
import { startOver } from '../kit/start-over.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let anna: TestClient;
const ask = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const as = async (person: keyof typeof world.water.people): Promise<TestClient> =>
  application.client(await application.signIn(world.water.people[person]));
// The brand exists only for the compiler.
const fresh = <Kind extends string>(): Id<Kind> => application.clock.newId() as Id<Kind>;
const numbered = <Input extends object>(input: Input) => ({ commandId: fresh<'command'>(), ...input });

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  await startOver(application.database);
  world = await createWorld(application.database);
  anna = await as('anna');
});

const feedOf = async (ownerId: string) => {
  const changes = await ask<{ seq: number; action: string; changes: unknown[] }>(
    `SELECT "seq"::int, "action", "changes" FROM "Change" WHERE "feedId" = '${ownerId}' ORDER BY "seq"`,
  );
  return changes;
};
const counted = async () => {
  const [row] = await ask<Record<string, number>>(
    `SELECT (SELECT count(*) FROM "Change")::int AS changes, (SELECT count(*) FROM "AuditEntry")::int AS audits,
      (SELECT count(*) FROM "Command")::int AS commands`,
  );
  return row;
};

const team = (id: TeamId, name: string, people: number | null) => ({ id, name, people });

describe('the structure', () => {
  it('O1 is for everybody by name, and with counts for administrators', async () => {
    const mats = await as('mats');
    const { space, care } = world.water.domains;
    const { permits, green, support } = world.water.teams;
    expect(await anna.organisation.structure.query()).toEqual([
      { id: space, name: 'Leefomgeving', teams: [team(green, 'Groen', 2), team(permits, 'Vergunningen', 3)] },
      { id: care, name: 'Sociaal domein', teams: [team(support, 'Ondersteuning', 1)] },
    ]);
    expect(await mats.organisation.structure.query()).toMatchObject([
      { name: 'Leefomgeving', teams: [team(green, 'Groen', null), team(permits, 'Vergunningen', null)] },
      { name: 'Sociaal domein', teams: [team(support, 'Ondersteuning', null)] },
    ]);
  });

  it('O2 O3 is made, renamed, moved and closed', async () => {
    const domainId = fresh<'domain'>();
    const teamId = fresh<'team'>();
    const { organisation } = anna;
    const names = async () =>
      (await organisation.structure.query()).map(({ name, teams }) => [name, ...teams.map((team) => team.name)]);
    await organisation.createDomain.mutate(numbered({ id: domainId, name: 'Bestuur' }));
    await organisation.createTeam.mutate(numbered({ id: teamId, domainId, name: 'Griffie' }));
    await organisation.renameDomain.mutate(numbered({ domainId, name: 'Bedrijfsvoering' }));
    await organisation.renameTeam.mutate(numbered({ teamId, name: 'Bestuurszaken' }));
    expect(await names()).toContainEqual(['Bedrijfsvoering', 'Bestuurszaken']);
    await expect(organisation.closeDomain.mutate(numbered({ domainId }))).rejects.toEqual(refused('domainNotEmpty'));
    await organisation.moveTeam.mutate(numbered({ teamId, domainId: world.water.domains.care }));
    expect(await names()).toContainEqual(['Sociaal domein', 'Bestuurszaken', 'Ondersteuning']);
    await organisation.closeDomain.mutate(numbered({ domainId }));
    const { permits } = world.water.teams;
    await expect(organisation.closeTeam.mutate(numbered({ teamId: permits }))).rejects.toEqual(refused('teamNotEmpty'));
    await organisation.closeTeam.mutate(numbered({ teamId }));
    expect(await names()).toEqual([
      ['Leefomgeving', 'Groen', 'Vergunningen'],
      ['Sociaal domein', 'Ondersteuning'],
    ]);
    await expect(organisation.renameTeam.mutate(numbered({ teamId, name: 'Weer' }))).rejects.toEqual(
      refused('notFound'),
    );
    const actions = (await feedOf(world.water.id)).map((change) => [change.seq, change.action]);
    expect(actions).toEqual([
      [1, 'domain.create'],
      [2, 'team.create'],
      [3, 'domain.rename'],
      [4, 'team.rename'],
      [5, 'team.move'],
      [6, 'domain.close'],
      [7, 'team.close'],
    ]);
    expect(await counted()).toEqual({ changes: 8, audits: 8, commands: 7 });
  });

  it('O3 the managers of a domain that closes are its managers no longer', async () => {
    const mira = await as('mira');
    for (const teamId of [world.water.teams.permits, world.water.teams.green])
      await anna.organisation.moveTeam.mutate(numbered({ teamId, domainId: world.water.domains.care }));
    await anna.organisation.closeDomain.mutate(numbered({ domainId: world.water.domains.space }));
    expect(await mira.identity.me.query()).toMatchObject({ appointments: [] });
  });

  it('O16 a renamed team tells its browsers by its own feed, and everybody to ask again', async () => {
    const { permits } = world.water.teams;
    const socket = await application.socket(await application.signIn(world.water.people.ada));
    const manager = hear(await application.socket(await application.signIn(world.water.people.mats)));
    const heard = hear(socket);
    await socket.emitWithAck('listen', { teamId: permits });
    await anna.organisation.renameTeam.mutate(numbered({ teamId: permits, name: 'Bouwen' }));
    await expect
      .poll(() => heard.changes)
      .toMatchObject([{ feed: permits, seq: 1, action: 'team.rename', changes: [{ after: { name: 'Bouwen' } }] }]);
    await expect.poll(() => manager.organisationChanged).toBe(1);
    expect(manager.changes).toEqual([]);
    expect(await feedOf(permits)).toMatchObject([{ seq: 1, action: 'team.rename' }]);
  });

  it('O16 O17 a retry is answered and not done again, and a number serves one command', async () => {
    const input = numbered({ id: fresh<'domain'>(), name: 'Bestuur' });
    await Promise.all([1, 2, 3].map(() => anna.organisation.createDomain.mutate(input)));
    expect(await counted()).toEqual({ changes: 1, audits: 1, commands: 1 });
    await expect(anna.organisation.createDomain.mutate({ ...input, name: 'Anders' })).rejects.toEqual(
      refused('commandReused'),
    );
    await expect(anna.organisation.createDomain.mutate(numbered({ id: input.id, name: 'Nog een' }))).rejects.toEqual(
      refused('badInput'),
    );
    await anna.organisation.renameDomain.mutate(numbered({ domainId: input.id, name: 'Bestuur' }));
    expect(await counted()).toEqual({ changes: 1, audits: 1, commands: 1 });
  });

  it('O16 a retry of somebody who is no administrator any more is refused', async () => {
    const input = numbered({ id: fresh<'domain'>(), name: 'Bestuur' });
    await anna.organisation.createDomain.mutate(input);
    await ask(`UPDATE "Appointment" SET "until" = "from" WHERE "personId" = '${world.water.people.anna}'`);
    await expect(anna.organisation.createDomain.mutate(input)).rejects.toEqual(refused('notFound'));
  });
});

describe('who may', () => {
  it('A3 A4 only administrators change structure and people, and another organisation is not there', async () => {
    const { permits } = world.water.teams;
    const { ada } = world.water.people;
    const attempts = (client: TestClient, domainId: DomainId) => [
      () => client.organisation.people.query(),
      () => client.organisation.createDomain.mutate(numbered({ id: fresh<'domain'>(), name: 'X' })),
      () => client.organisation.renameDomain.mutate(numbered({ domainId, name: 'X' })),
      () => client.organisation.closeDomain.mutate(numbered({ domainId })),
      () => client.organisation.createTeam.mutate(numbered({ id: fresh<'team'>(), domainId, name: 'X' })),
      () => client.organisation.renameTeam.mutate(numbered({ teamId: permits, name: 'X' })),
      () => client.organisation.moveTeam.mutate(numbered({ teamId: permits, domainId })),
      () => client.organisation.closeTeam.mutate(numbered({ teamId: permits })),
      () => client.organisation.renamePerson.mutate(numbered({ personId: ada, name: 'X' })),
      () => client.organisation.changeEmail.mutate(numbered({ personId: ada, email: 'x@water.example' })),
      () => client.organisation.invite.mutate(numbered({ personId: ada })),
      () => client.organisation.reset.mutate(numbered({ personId: ada })),
      () => client.organisation.endAccount.mutate(numbered({ personId: ada })),
      () =>
        client.organisation.appoint.mutate(
          numbered({ id: fresh<'appointment'>(), personId: ada, kind: 'manager' as const, domainId: null }),
        ),
    ];
    const { space } = world.water.domains;
    for (const person of ['ada', 'cem', 'mira'] as const) {
      const client = await as(person);
      for (const attempt of attempts(client, space)) await expect(attempt()).rejects.toEqual(refused('notFound'));
    }
    for (const attempt of attempts(application.client(), space))
      await expect(attempt()).rejects.toEqual(refused('signInNeeded'));
    // An administrator of the other organisation may do these things, but not to what is not theirs.
    const odile = application.client(await application.signIn(world.hill.people.odile));
    for (const attempt of attempts(odile, space).slice(2)) await expect(attempt()).rejects.toEqual(refused('notFound'));
    expect(await counted()).toEqual({ changes: 0, audits: 0, commands: 0 });
    expect((await odile.organisation.people.query()).map(({ name }) => name)).toEqual(['Odile Bos', 'Olaf Mulder']);
  });

  it('A3 looks people up by name for whoever is in a team, and jumps to the own teams and their people', async () => {
    const dina = await as('dina');
    const mats = await as('mats');
    expect(await dina.organisation.searchPeople.query({ text: 'demir' })).toEqual([
      { id: world.water.people.fatma, name: 'Fatma Demir' },
    ]);
    expect(await dina.organisation.searchPeople.query({ text: 'Olaf' })).toEqual([]);
    await expect(mats.organisation.searchPeople.query({ text: 'demir' })).rejects.toEqual(refused('notFound'));
    const { green } = world.water.teams;
    expect(await dina.organisation.jump.query()).toEqual({
      teams: [{ id: green, name: 'Groen' }],
      people: [
        { id: world.water.people.dina, name: 'Dina Amrani', teamId: green },
        { id: world.water.people.fatma, name: 'Fatma Demir', teamId: green },
      ],
    });
    expect(await mats.organisation.jump.query()).toEqual({ teams: [], people: [] });
  });
});
