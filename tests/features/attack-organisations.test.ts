import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let ada: TestClient;
let odile: TestClient;
let odilesCookie: string;
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const newId = <Kind extends string>(): Id<Kind> =>
  // The brand exists only for the compiler.
  application.clock.newId() as Id<Kind>;
const command = () => ({ commandId: newId<'command'>() });
const minutesByWeekday = [480, 480, 480, 480, 0, 0, 0];

beforeAll(async () => {
  application = await startApplication({ headsEvery: 50 });
  world = await createWorld(application.database);
  ada = application.client(await application.signIn(world.water.people.ada));
  odilesCookie = await application.signIn(world.hill.people.odile);
  odile = application.client(odilesCookie);
});
afterAll(() => application.close());

describe('an administrator who gives something an id that another organisation uses', () => {
  it('A4 hears nothing of the team of that id', async () => {
    const { permits } = world.water.teams;
    const { city } = world.hill.domains;
    // Refused or not: what counts is what is heard.
    await odile.organisation.createTeam
      .mutate({ ...command(), id: permits, domainId: city, name: 'Namaak' })
      .catch(() => undefined);
    const joins = { ...command(), teamId: permits, membershipId: newId<'membership'>() };
    await odile.organisation.startMembership
      .mutate({ ...joins, personId: world.hill.people.odile, minutesByWeekday, home: false })
      .catch(() => undefined);
    const socket = await application.socket(odilesCookie);
    const heard: unknown[] = [];
    socket.on('change', (delivery) => heard.push(delivery));
    socket.on('heads', (heads) => heard.push(heads));
    await socket.timeout(5000).emitWithAck('listen', { teamId: permits });
    await ada.responsibilities.createArea.mutate({ ...command(), teamId: permits, id: newId(), name: 'Geheim beleid' });
    await sleep(300);
    expect(heard).toEqual([]);
    socket.close();
  });

  it('ends no session and no socket of the person of that id', async () => {
    const cookie = await application.signIn(world.water.people.ben);
    const socket = await application.socket(cookie);
    const person = { id: world.water.people.ben, name: 'Namaak', email: 'namaak@hill.example' };
    await odile.organisation.createPerson
      .mutate({ ...command(), ...person, membership: null, invite: false })
      .catch(() => undefined);
    await odile.organisation.endAccount
      .mutate({ ...command(), personId: world.water.people.ben })
      .catch(() => undefined);
    await sleep(300);
    expect(socket.connected).toBe(true);
    expect(await application.client(cookie).identity.me.query()).not.toBeNull();
    socket.close();
  });
});

describe('an id that somebody else may know', () => {
  it('A1 takes no row over: not of another team, not by using its id again', async () => {
    const { permits, green } = world.water.teams;
    const dina = application.client(await application.signIn(world.water.people.dina));
    const area = newId<'area'>();
    await ada.responsibilities.createArea.mutate({ ...command(), teamId: permits, id: area, name: 'Van Ada' });
    const attempts = [
      dina.responsibilities.createArea.mutate({ ...command(), teamId: green, id: area, name: 'Van Dina' }),
      dina.responsibilities.renameArea.mutate({ ...command(), teamId: green, areaId: area, name: 'Van Dina' }),
      dina.responsibilities.removeArea.mutate({ ...command(), teamId: green, areaId: area }),
    ];
    await Promise.all(attempts.map((attempt) => expect(attempt).rejects.toThrow()));
    const { snapshot } = await ada.responsibilities.board.query({ teamId: permits });
    expect(snapshot.area[area]).toMatchObject({ name: 'Van Ada' });
  });

  it('U1 undoes and repeats nothing of whoever chose the number', async () => {
    const { permits } = world.water.teams;
    const ben = application.client(await application.signIn(world.water.people.ben));
    const made = { ...command(), teamId: permits, id: newId<'area'>(), name: 'Van Ada alleen' };
    await ada.responsibilities.createArea.mutate(made);
    await expect(
      ben.responsibilities.undo.mutate({ ...command(), teamId: permits, undoes: made.commandId }),
    ).rejects.toEqual(refused('nothingToUndo'));
    const again = { ...made, id: newId<'area'>(), name: 'Van Ben' };
    const { delivery } = await ben.responsibilities.createArea.mutate(again);
    expect(delivery).toMatchObject({ actorId: world.water.people.ben, commandId: made.commandId });
    const other = { ...made, id: newId<'area'>() };
    await expect(ada.responsibilities.createArea.mutate(other)).rejects.toEqual(refused('commandReused'));
  });
});

describe('fields that nobody asked for', () => {
  it('A4 change nothing: who acts, for which organisation, since when, and whether it is the example', async () => {
    const { permits } = world.water.teams;
    const id = newId<'area'>();
    const extra = {
      organisationId: world.hill.id,
      actorId: world.water.people.ben,
      personId: world.water.people.ben,
      now: 0,
      seq: 1,
      demo: true,
    };
    const input = { ...command(), teamId: permits, id, name: 'Gewoon', order: -5, ...extra };
    const { delivery } = await ada.responsibilities.createArea.mutate(input);
    expect(delivery).toMatchObject({ actorId: world.water.people.ada, at: application.clock.now() });
    expect(delivery?.changes).toEqual([
      { entity: 'area', before: null, after: { id, name: 'Gewoon', order: expect.any(Number) } },
    ]);
    const anna = application.client(await application.signIn(world.water.people.anna));
    const domain = { ...command(), id: newId<'domain'>(), name: 'Nieuw', closedOn: '2020-01-01', ...extra };
    await anna.organisation.createDomain.mutate(domain);
    expect((await anna.organisation.structure.query()).map(({ name }) => name)).toContain('Nieuw');
    expect((await anna.identity.me.query())?.organisation.demo).toBe(false);
  });

  it('A3 make nobody an administrator', async () => {
    const appointment = { ...command(), id: newId<'appointment'>(), personId: world.water.people.ada };
    for (const who of ['ada', 'mira', 'cem'] as const) {
      const client = application.client(await application.signIn(world.water.people[who]));
      await expect(
        client.organisation.appoint.mutate({ ...appointment, kind: 'administrator', domainId: null }),
      ).rejects.toEqual(refused('notFound'));
    }
  });
});
