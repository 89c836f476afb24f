import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startOver } from '../kit/start-over.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { reorganisingScene } from './reorganising-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let scene: ReturnType<typeof reorganisingScene>;
const day = 86_400_000;

beforeAll(async () => {
  application = await startApplication();
  scene = reorganisingScene(application, () => world);
});
afterAll(() => application.close());
beforeEach(async () => {
  await startOver(application.database);
  world = await createWorld(application.database);
});

describe('the night', () => {
  it('O29 carries out what was announced when its day begins, once, and leaves drafts alone', async () => {
    await scene.someWork();
    const { teams, people } = world.water;
    const anna = await scene.as('anna');
    const split = scene.plan(
      [
        {
          kind: 'split',
          teamId: teams.permits,
          newTeamId: scene.fresh<'team'>(),
          name: 'Handhaving',
          personIds: [people.ada],
        },
      ],
      { effectiveOn: '2026-11-25' },
    );
    await anna.organisation.saveReorganisation.mutate(split);
    await anna.organisation.saveReorganisation.mutate(scene.plan(scene.merger(), { announce: false }));
    const back = application.clock.now();
    application.clock.set(back + day);
    await application.app.jobs.runDue();
    expect((await anna.organisation.reorganisations.query()).plans.map(({ state }) => state)).toEqual([
      'planned',
      'draft',
    ]);
    application.clock.set(back + 2 * day);
    await application.app.jobs.runDue();
    await application.app.jobs.runDue();
    expect((await anna.organisation.reorganisations.query()).plans.map(({ state }) => state)).toEqual([
      'done',
      'draft',
    ]);
    const [step] = split.steps;
    if (step?.kind !== 'split') throw new Error('It is a split.');
    const made = await scene.boardOf('ada', step.newTeamId as TeamId);
    expect(Object.values(made.member)).toMatchObject([{ name: 'Ada Yilmaz', home: true, from: '2026-11-25' }]);
    expect(Object.keys(made.responsibility)).toHaveLength(1);
    // Ben did not come along, so nobody stands in any more.
    expect(Object.values(made.assignment)).toMatchObject([{ role: 'holder', personId: people.ada }]);
    const history = await scene.ask<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Assignment" WHERE "teamId" = '${step.newTeamId}' AND "until" = '2026-11-25'`,
    );
    expect(history).toEqual([{ count: 1 }]);
    application.clock.set(back);
  });

  it('O29 does not do so in the name of somebody who is administrator no longer', async () => {
    const anna = await scene.as('anna');
    await anna.organisation.saveReorganisation.mutate(scene.plan(scene.merger(), { effectiveOn: '2026-11-24' }));
    await scene.ask(`UPDATE "Appointment" SET "until" = '2026-11-23' WHERE "personId" = '${world.water.people.anna}'`);
    const back = application.clock.now();
    application.clock.set(back + day);
    await application.app.jobs.runDue();
    expect(await scene.ask(`SELECT "state" FROM "Reorganisation"`)).toEqual([{ state: 'stuck' }]);
    application.clock.set(back);
  });

  it('O29 one that fails unexpectedly stops no other, of no organisation, and is tried again at the next wake', async () => {
    const { teams, people } = world.water;
    const anna = await scene.as('anna');
    const odile = application.client(await application.signIn(world.hill.people.odile));
    const failing = scene.plan(scene.merger(), { effectiveOn: '2026-11-24' });
    const other = scene.plan([{ kind: 'movePerson', personId: people.eva, teamId: teams.support, into: teams.green }], {
      effectiveOn: '2026-11-24',
    });
    const elsewhere = scene.plan([{ kind: 'close', teamId: world.hill.teams.harbour, into: null }], {
      effectiveOn: '2026-11-24',
    });
    await anna.organisation.saveReorganisation.mutate(failing);
    await anna.organisation.saveReorganisation.mutate(other);
    await odile.organisation.saveReorganisation.mutate(elsewhere);
    const states = async () => {
      const rows = await scene.ask<{ id: string; state: string }>('SELECT "id", "state" FROM "Reorganisation"');
      return [failing, other, elsewhere].map((plan) => rows.find(({ id }) => id === plan.reorganisationId)?.state);
    };
    const back = application.clock.now();
    // The database does not let the first plan close its team, which no rule foresees.
    await scene.ask(
      `ALTER TABLE "Team" ADD CONSTRAINT "stays_open" CHECK ("closedOn" IS NULL OR "id" <> '${teams.permits}')`,
    );
    try {
      application.clock.set(back + day);
      await application.app.jobs.runDue();
      expect(await states()).toEqual(['planned', 'done', 'done']);
      await scene.ask('ALTER TABLE "Team" DROP CONSTRAINT "stays_open"');
      await application.app.jobs.runDue();
      expect(await states()).toEqual(['done', 'done', 'done']);
    } finally {
      await scene.ask('ALTER TABLE "Team" DROP CONSTRAINT IF EXISTS "stays_open"');
      application.clock.set(back);
    }
  });
});
