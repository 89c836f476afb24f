import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTeamFacts } from '@roer/db/team-facts';
import { commandInTeam, readChangesSince, readHead, readInOrganisation } from '@roer/db/team-transaction';
import { emptySnapshot } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { AssignmentId, Id, OrganisationId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { openScene } from './rights-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let ada: TestClient['responsibilities'];
let responsibilityId: ResponsibilityId;
beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  ada = application.client(await application.signIn(world.water.people.ada)).responsibilities;
  responsibilityId = await openScene(application, world, 'member').responsibility();
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = (team: TeamId) => ({ commandId: newId<'command'>(), teamId: team });
const board = async (): Promise<TeamSnapshot> => (await ada.board.query({ teamId })).snapshot;

describe("with the application's checks switched off", () => {
  const inOrganisation = <Result>(
    organisationId: OrganisationId,
    work: Parameters<typeof readInOrganisation<Result>>[2],
  ): Promise<Result> =>
    readInOrganisation(application.database.pool, { organisationId, personId: world.hill.people.olaf }, work);
  const write = (
    organisationId: OrganisationId,
    changes: RowChange[],
    team: TeamId = teamId,
  ): Promise<{ delivery: unknown }> =>
    commandInTeam(
      application.database.pool,
      {
        organisationId,
        personId: world.hill.people.olaf,
        ...command(team),
        procedure: 'test',
        inputDigest: 'test',
        now: application.clock.now(),
        newId: application.clock.newId,
      },
      async () => ({ action: 'area.create', changes }),
    );

  it("another organisation's team cannot be read", async () => {
    expect(
      await inOrganisation(world.hill.id, (client) => readTeamFacts(client, { teamId, today: '2026-11-23' })),
    ).toEqual(emptySnapshot());
    expect(await inOrganisation(world.hill.id, (client) => readHead(client, teamId))).toBeNull();
    const since = inOrganisation(world.hill.id, (client) => readChangesSince(client, { feedId: teamId, seq: 0 }));
    await expect(since).rejects.toMatchObject({ code: 'notFound' });
    await expect(write(world.hill.id, [])).rejects.toMatchObject({ code: 'notFound' });
  });

  it("another organisation's rows cannot be changed, removed or pointed at", async () => {
    const before = await board();
    const harbour = world.hill.teams.harbour;
    const responsibility = before.responsibility[responsibilityId];
    const area = before.area[responsibility?.areaId ?? ''];
    if (!area || !responsibility) throw new Error('They were made before the tests.');
    await write(world.hill.id, [{ entity: 'area', before: area, after: { ...area, name: 'Taken' } }], harbour);
    await write(world.hill.id, [{ entity: 'area', before: area, after: null }], harbour);
    const edited = { ...responsibility, version: 2 };
    // Its hours are a row of their own, which would have to point at it.
    const later = { ...edited, minutesAWeek: 1 };
    await write(world.hill.id, [{ entity: 'responsibility', before: responsibility, after: edited }], harbour);
    const pointing: RowChange[] = [
      { entity: 'responsibility', before: responsibility, after: later },
      { entity: 'responsibility', before: null, after: { ...responsibility, id: newId<'responsibility'>() } },
      {
        entity: 'assignment',
        before: null,
        after: {
          id: newId<'assignment'>(),
          responsibilityId,
          personId: world.hill.people.olaf,
          role: 'holder',
          sharePercent: 1,
          from: '2026-11-23',
          until: null,
        },
      },
    ];
    for (const change of pointing)
      await expect(write(world.hill.id, [change], harbour)).rejects.toMatchObject({ code: '23503' });
    expect(await board()).toEqual(before);
  });

  it('a person of another organisation cannot carry anything here, nor a row of another team be moved here', async () => {
    const carried = (id: AssignmentId, personId: PersonId): RowChange => ({
      entity: 'assignment',
      before: null,
      after: { id, responsibilityId, personId, role: 'holder', sharePercent: 1, from: '2026-11-23', until: null },
    });
    const before = await board();
    await expect(write(world.water.id, [carried(newId<'assignment'>(), world.hill.people.olaf)])).rejects.toMatchObject(
      { code: '23503' },
    );
    const green = world.water.teams.green;
    const there = write(world.water.id, [carried(newId<'assignment'>(), world.water.people.dina)], green);
    await expect(there).rejects.toMatchObject({ code: '23503' });
    expect(await board()).toEqual(before);
  });
});
