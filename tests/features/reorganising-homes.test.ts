import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startOver } from '../kit/start-over.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { reorganisingScene } from './reorganising-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let scene: ReturnType<typeof reorganisingScene>;
let now: number;
const day = 86_400_000;
const oneDay = [480, 0, 0, 0, 0, 0, 0];

beforeAll(async () => {
  application = await startApplication();
  scene = reorganisingScene(application, () => world);
  now = application.clock.now();
});
afterAll(() => application.close());
beforeEach(async () => {
  application.clock.set(now);
  await startOver(application.database);
  world = await createWorld(application.database);
});

/** The teams that Fatma is in now: the name, whether it is her home, and her minutes on Monday. */
const teamsOfFatma = () =>
  scene.ask<{ name: string; home: boolean; monday: number }>(
    `SELECT t."name", m."home", (SELECT h."minutesByWeekday"[1] FROM "MembershipHours" h
        WHERE h."membershipId" = m."id" ORDER BY h."from" DESC LIMIT 1) AS monday
      FROM "Membership" m JOIN "Team" t ON t."id" = m."teamId"
      WHERE m."personId" = '${world.water.people.fatma}' AND m."until" IS NULL ORDER BY 1`,
  );

it('O22 O24 O27 O29 makes a team home that somebody was in already, whatever was their home meanwhile, and takes it back', async () => {
  const { id, teams, people, memberships } = world.water;
  // In Vergunningen since 2024; at home in Ondersteuning until June, and in Groen since.
  await scene.ask(`UPDATE "Membership" SET "from" = '2026-06-01' WHERE "id" = '${memberships.fatma['green']}'`);
  await scene.ask(`INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "until", "home")
    VALUES ('${id}', '${scene.fresh()}', '${people.fatma}', '${teams.support}', '2024-01-01', '2026-06-01', true)`);
  const before = await teamsOfFatma();
  expect(before).toEqual([
    { name: 'Groen', home: true, monday: 480 },
    { name: 'Vergunningen', home: false, monday: 480 },
  ]);
  const anna = await scene.as('anna');
  const made = scene.plan([{ kind: 'merge', teamId: teams.green, into: teams.permits }], { effectiveOn: '2026-11-24' });
  await anna.organisation.saveReorganisation.mutate(made);
  application.clock.set(now + day);
  await application.app.jobs.runDue();
  expect((await anna.organisation.reorganisations.query()).plans).toMatchObject([{ state: 'done' }]);
  expect(await teamsOfFatma()).toEqual([{ name: 'Vergunningen', home: true, monday: 960 }]);
  // Since when she is in the team stays told.
  expect(Object.values((await scene.boardOf('ada', teams.permits)).member)).toContainEqual(
    expect.objectContaining({ personId: people.fatma, from: '2024-01-01' }),
  );
  await anna.organisation.undoReorganisation.mutate({ ...scene.of(made), version: 2 });
  expect(await teamsOfFatma()).toEqual(before);
});

it('O27 leaves the home that somebody got since, when the merger is taken back', async () => {
  const { teams, people, memberships } = world.water;
  const anna = await scene.as('anna');
  const made = scene.plan(scene.merger());
  await anna.organisation.saveReorganisation.mutate(made);
  await anna.organisation.carryOutReorganisation.mutate(scene.of(made));
  await anna.organisation.changeMembership.mutate({
    commandId: scene.fresh<'command'>(),
    teamId: teams.green,
    minutesByWeekday: oneDay,
    membershipId: memberships.fatma['green'] ?? scene.fresh<'membership'>(),
    home: false,
  });
  await anna.organisation.startMembership.mutate({
    commandId: scene.fresh<'command'>(),
    teamId: teams.support,
    personId: people.fatma,
    minutesByWeekday: oneDay,
    membershipId: scene.fresh<'membership'>(),
    home: true,
  });
  expect(await anna.organisation.previewUndoReorganisation.query(made)).toMatchObject({ possible: true });
  await anna.organisation.undoReorganisation.mutate({ ...scene.of(made), version: 2 });
  expect((await teamsOfFatma()).map(({ name, home }) => ({ name, home }))).toEqual([
    { name: 'Groen', home: false },
    { name: 'Ondersteuning', home: true },
    { name: 'Vergunningen', home: false },
  ]);
});
