import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DomainId, Id, PersonId, TeamId } from '@roer/domain/ids';
import { countOf } from '@roer/domain/insights/coverage-counts';
import { epochTimes } from '@roer/domain/workload/epoch';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import {
  answer,
  anyMailer,
  checkInWorld,
  clientOf,
  goTo,
  largeTeam,
  proveMailboxes,
  smallTeams,
  toFirstAnswers,
} from '../kit/check-in.ts';
import { runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

const spec = {
  water: {
    ...checkInWorld.water,
    people: { ...checkInWorld.water.people, gerda: { name: 'Gerda Directeur', manages: 'all' } },
  },
};
let application: TestApplication;
let world: World<typeof spec>['water'];
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000, mailer: anyMailer });
  world = (await createWorld(application.database, spec)).water;
  await proveMailboxes(application);
  await application.app.jobs.runDue();
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const as = (personId: PersonId) => clientOf(application, personId);
/** What is counted comes a moment after the answer to a command. */
const patience = { timeout: 10_000 };
const notFound = { data: { code: 'notFound' } };

/** Adds an open responsibility to a team, and gives its id. */
const addTo = async (teamId: TeamId, by: PersonId, criticality: 1 | 2 | 3): Promise<Id<'responsibility'>> => {
  const { responsibilities } = await as(by);
  const [responsibilityId, areaId] = [newId<'responsibility'>(), newId<'area'>()];
  await responsibilities.add.mutate({
    commandId: newId<'command'>(),
    teamId,
    areas: [{ id: areaId, name: `Gebied ${areaId.slice(-6)}`, order: 1 }],
    responsibilities: [
      {
        id: responsibilityId,
        areaId,
        title: 'Geheime titel',
        purpose: '',
        criticality,
        organising: false,
        minutesAWeek: 60,
        season: Array.from({ length: 12 }, () => 100),
        catalogueItemId: null,
      },
    ],
  });
  return responsibilityId;
};
const takeOver = async (teamId: TeamId, by: PersonId, responsibilityId: Id<'responsibility'>): Promise<void> => {
  const { responsibilities } = await as(by);
  await responsibilities.takeOver.mutate({
    commandId: newId<'command'>(),
    teamId,
    responsibilityId,
    assignmentId: newId<'assignment'>(),
    role: 'holder',
    sharePercent: 100,
  });
};
const rowOf = async (personId: PersonId, teamId: TeamId) => {
  const { groups } = await (await as(personId)).insights.domain.query({ domainId: world.domains.space });
  return groups.find(({ teams }) => teams.some(({ id }) => id === teamId));
};
const countsOf = async (personId: PersonId, teamId: TeamId) =>
  (await rowOf(personId, teamId))?.teams.find(({ id }) => id === teamId)?.counts;

describe('the dashboard of who leads', () => {
  it('I1.1 I1.3 I1.4 tells the counts of the teams of the own domain, by name, and of no other', async () => {
    const { people, teams, domains } = world;
    await addTo(teams.permits, people.ada, 3);
    await takeOver(teams.permits, people.ada, await addTo(teams.permits, people.ada, 1));
    await addTo(teams.support, people.uma, 2);
    await expect
      .poll(() => countsOf(people.mira, teams.permits), patience)
      .toEqual({
        covered: [0, 0, 0],
        fragile: [1, 0, 0],
        unclear: [0, 0, 0],
        gap: [0, 0, 1],
      });
    const mira = await as(people.mira);
    const domain = await mira.insights.domain.query({ domainId: domains.space });
    expect(domain.groups.map((group) => group.teams.map(({ name }) => name))).toEqual([
      ['Groen'],
      ['Vergunningen'],
      ['Water'],
    ]);
    for (const group of domain.groups) expect(group).toMatchObject({ picture: null, checkInIsOff: false });
    expect(JSON.stringify(domain)).not.toContain('Geheime titel');
    const own = await mira.insights.dashboard.query();
    expect(own).toEqual([{ id: domains.space, name: 'Leefomgeving', teams: 3, waiting: 0, counts: expect.anything() }]);
    const gaps = async () =>
      (await (await as(people.gerda)).insights.dashboard.query()).map(({ name, counts }) => [
        name,
        countOf(counts, { state: 'gap' }),
      ]);
    await expect.poll(gaps, patience).toEqual([
      ['Leefomgeving', 1],
      ['Sociaal domein', 1],
    ]);
    await expect((await as(people.mats)).insights.domain.query({ domainId: domains.space })).rejects.toMatchObject(
      notFound,
    );
    for (const personId of [people.ada, people.anna, people.willem]) {
      const { insights } = await as(personId);
      await expect(insights.dashboard.query()).rejects.toMatchObject(notFound);
      await expect(insights.domain.query({ domainId: domains.space })).rejects.toMatchObject(notFound);
    }
  });

  it('I1.3 counts the obstacles that wait, of each team of a domain once', async () => {
    const { people, teams, domains, id } = world;
    const { ownerUrl } = application.database;
    const waiting = async () =>
      Object.fromEntries(
        (await (await as(people.gerda)).insights.dashboard.query()).map((line) => [line.id, line.waiting]),
      );
    expect(await waiting()).toEqual({ [domains.space]: 0, [domains.care]: 0 });
    const raised = (teamId: TeamId, state: 'open' | 'withdrawn'): string =>
      `('${id}', gen_random_uuid(), '${teamId}', 'Iets', '', '${people.ada}', '${people.mira}', '2026-01-01', '2026-02-01', '${state}')`;
    await runStatement(
      ownerUrl,
      `INSERT INTO "Obstacle" ("organisationId", "id", "teamId", "title", "body", "submittedBy", "addressedTo", "raisedOn", "dueOn", "state")
       VALUES ${[raised(teams.permits, 'open'), raised(teams.permits, 'open'), raised(teams.permits, 'withdrawn'), raised(teams.green, 'open')].join()}`,
    );
    expect(await waiting()).toEqual({ [domains.space]: 3, [domains.care]: 0 });
    await runStatement(ownerUrl, 'DELETE FROM "Obstacle"');
  });

  it('I1.6 follows what a team does, and tells it to who leads alone and only when a count differs', async () => {
    const { people, teams } = world;
    const responsibilityId = await addTo(teams.permits, people.ada, 2);
    await expect.poll(async () => (await countsOf(people.mira, teams.permits))?.gap, patience).toEqual([0, 1, 1]);
    const sockets = await Promise.all(
      [people.mira, people.ada].map(async (personId) => application.socket(await application.signIn(personId))),
    );
    const [leads, carries] = sockets.map(hear);
    await takeOver(teams.permits, people.ben, responsibilityId);
    await expect.poll(() => leads?.dashboardChanged, patience).toBe(1);
    expect(await countsOf(people.mira, teams.permits)).toMatchObject({ fragile: [1, 1, 0], gap: [0, 0, 1] });
    // A note changes no count.
    await (
      await as(people.ada)
    ).responsibilities.writeNote.mutate({
      commandId: newId<'command'>(),
      teamId: teams.permits,
      responsibilityId,
      noteId: newId<'note'>(),
      title: 'Sleutel',
      body: 'Let op.',
      url: null,
      version: 0,
    });
    await application.app.jobs.runDue();
    expect(leads?.dashboardChanged).toBe(1);
    expect(carries?.dashboardChanged).toBe(0);
    for (const socket of sockets) socket.close();
  });

  it('I1.5 I2.1 shows what was published of a group of teams, the same to who leads and to every team of it', async () => {
    const { people, teams } = world;
    const number = await toFirstAnswers(application);
    for (const key of [...largeTeam, ...smallTeams])
      await answer(application, people[key], { number, value: largeTeam.includes(key as 'ada') ? 5 : 1 });
    await goTo(application, epochTimes(number).closesAt);
    const closed = await rowOf(people.mira, teams.green);
    expect(closed?.picture).toMatchObject({ epochs: [], running: { number } });
    expect(closed?.teams.map(({ name }) => name)).toEqual(['Groen', 'Water']);

    // Published, and nothing has run yet that keeps a picture: it is there all the same.
    application.clock.set(epochTimes(number).publishesAt);
    const [light, heavy] = await Promise.all([teams.green, teams.permits].map((team) => rowOf(people.mira, team)));
    expect(light?.picture?.epochs).toMatchObject([{ number, bands: { fits: 'light', learn: 'light' }, load: null }]);
    expect(heavy?.picture?.epochs).toMatchObject([{ number, bands: { fits: 'heavy', learn: 'heavy' } }]);
    await application.app.jobs.runDue();
    expect(await rowOf(people.mira, teams.green)).toEqual(light);
    for (const [key, team] of [
      ['kim', 'green'],
      ['pia', 'blue'],
    ] as const) {
      const { group } = await (await as(people[key])).insights.mirror.query({ teamId: teams[team] });
      expect(JSON.stringify(group)).toBe(JSON.stringify(light));
    }
    // An epoch later it is another picture, also before anything kept it.
    application.clock.set(epochTimes(number + 1).publishesAt);
    expect((await rowOf(people.mira, teams.green))?.picture?.running).toMatchObject({ number: number + 1 });
  });

  it('I2.2 notes who opened a domain, for its teams and for nobody else', async () => {
    const { people, teams, domains } = world;
    const visits = async () => (await (await as(people.kim)).insights.mirror.query({ teamId: teams.green })).visits;
    application.clock.advance(100 * 86_400_000);
    expect(await visits()).toEqual([]);
    const at = application.clock.now();
    const open = async (personId: PersonId) => (await as(personId)).insights.domain.query({ domainId: domains.space });
    await open(people.mira);
    application.clock.advance(14 * 60_000);
    await open(people.mira);
    await open(people.gerda);
    application.clock.advance(2 * 60_000);
    await open(people.mira);
    expect(await visits()).toEqual([
      { personId: people.mira, name: 'Mira Vos', from: at, until: at + 16 * 60_000 },
      { personId: people.gerda, name: 'Gerda Directeur', from: at + 14 * 60_000, until: at + 14 * 60_000 },
    ]);
    for (const personId of [people.mira, people.uma, people.anna, people.ada])
      await expect((await as(personId)).insights.mirror.query({ teamId: teams.green })).rejects.toMatchObject(notFound);
  });

  it('I2.2 notes who leads a team and opens its results, and none of its members', async () => {
    const { people, teams } = world;
    application.clock.advance(100 * 86_400_000);
    const at = application.clock.now();
    for (const personId of [people.pia, people.mira]) {
      const { insights } = await as(personId);
      await insights.results.query({ teamId: teams.blue });
    }
    const { visits } = await (await as(people.pia)).insights.mirror.query({ teamId: teams.blue });
    expect(visits).toEqual([{ personId: people.mira, name: 'Mira Vos', from: at, until: at }]);
  });

  it('I2.2 tells a team that went to another domain of the looks at each of them while it was there', async () => {
    const { people, teams, domains } = world;
    const day = 86_400_000;
    application.clock.advance(100 * day);
    const open = async (personId: PersonId, domainId: DomainId) =>
      (await as(personId)).insights.domain.query({ domainId });
    const before = application.clock.now();
    await open(people.mira, domains.space);
    await open(people.mats, domains.care);
    application.clock.advance(day);
    const { organisation } = await as(people.anna);
    await organisation.moveTeam.mutate({ commandId: newId(), teamId: teams.blue, domainId: domains.care });
    const after = application.clock.now();
    await open(people.mira, domains.space);
    await open(people.mats, domains.care);
    const { visits } = await (await as(people.pia)).insights.mirror.query({ teamId: teams.blue });
    expect(visits).toEqual([
      { personId: people.mats, name: 'Mats Visser', from: after, until: after },
      { personId: people.mira, name: 'Mira Vos', from: before, until: before },
    ]);
  });

  it('I2.2 notes a look at the line of a domain that is one team, as it is that team', async () => {
    const { people, teams } = world;
    application.clock.advance(100 * 86_400_000);
    const { organisation } = await as(people.anna);
    const domainId = newId<'domain'>();
    await organisation.createDomain.mutate({ commandId: newId(), id: domainId, name: 'Haven' });
    await organisation.moveTeam.mutate({ commandId: newId(), teamId: teams.blue, domainId });
    const looks = async () => (await (await as(people.pia)).insights.mirror.query({ teamId: teams.blue })).visits;
    // Who leads other domains sees no line of this one.
    await (await as(people.mira)).insights.dashboard.query();
    expect(await looks()).toEqual([]);
    const at = application.clock.now();
    await (await as(people.gerda)).insights.dashboard.query();
    expect(await looks()).toEqual([{ personId: people.gerda, name: 'Gerda Directeur', from: at, until: at }]);
    // Of a domain with several teams the line is of none of them.
    const several = await (await as(people.kim)).insights.mirror.query({ teamId: teams.green });
    expect(several.visits).toEqual([]);
  });
});
