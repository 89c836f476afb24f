import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import type { Id, ObstacleId, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld, standardWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

const { water } = standardWorld;
/** The standard world with somebody who leads the whole organisation. */
const withDirector = {
  water: { ...water, people: { ...water.people, gerda: { name: 'Gerda Directeur', manages: 'all' } } },
};

let application: TestApplication;
let world: World<typeof withDirector>;
let permits: TeamId;
let people: World<typeof withDirector>['water']['people'];
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database, withDirector);
  permits = world.water.teams.permits;
  ({ people } = world.water);
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const as = async (personId: PersonId): Promise<TestClient> => application.client(await application.signIn(personId));
const command = () => ({ commandId: newId<'command'>(), teamId: permits });
const raise = async (title = 'Mag er tot april 16 uur bij?'): Promise<ObstacleId> => {
  const obstacleId = newId<'obstacle'>();
  await (
    await as(people.ada)
  ).responsibilities.raiseObstacle.mutate({
    ...command(),
    obstacleId,
    title,
    body: 'Beide leunen op één drager.',
    addressedTo: people.mira,
    addressedName: 'Mira Vos',
    dueOn: '2026-12-07',
  });
  return obstacleId;
};
const answer = async (obstacleId: ObstacleId) =>
  (await as(people.mira)).insights.answerObstacle.mutate({ ...command(), obstacleId, body: 'Ja, vanaf maandag.' });
const seenBy = async (personId: PersonId) =>
  (await (await as(personId)).insights.obstacles.query()).flatMap(({ obstacles }) => obstacles);
const moveTo = async (domainId: Id<'domain'>) =>
  (await as(people.anna)).organisation.moveTeam.mutate({ ...command(), domainId });
const miraEnds = (until: string | null) =>
  runQuery(application.database.ownerUrl, 'UPDATE "Appointment" SET "until" = $2 WHERE "personId" = $1', [
    people.mira,
    until,
  ]);

describe('what a team asked earlier', () => {
  it('W6.8 is asked of whoever leads the team now when its addressee does not any more; an answer stays of who gave it', async () => {
    const [answered, open] = [await raise(), await raise()];
    await answer(answered);
    const isAskedOf = async (personId: PersonId, obstacleId = open) =>
      (await seenBy(personId)).find(({ id }) => id === obstacleId)?.isToMe;
    expect([await isAskedOf(people.mira), await isAskedOf(people.gerda)]).toEqual([true, false]);
    await moveTo(world.water.domains.care);
    for (const manager of [people.mats, people.gerda]) {
      expect(await isAskedOf(manager)).toBe(true);
      expect(await isAskedOf(manager, answered)).toBe(false);
    }
    await moveTo(world.water.domains.space);
    expect([await isAskedOf(people.mira), await isAskedOf(people.gerda)]).toEqual([true, false]);
    // Whose appointment ended today does not lead it any more either.
    await miraEnds('2026-11-23');
    expect(await isAskedOf(people.gerda)).toBe(true);
    await miraEnds(null);
  });

  it('W6.9 is with its answer before who leads the team for a year, and before the team always', async () => {
    const [recent, old] = [await raise(), await raise()];
    await answer(recent);
    await answer(old);
    const answeredOn = (obstacleId: ObstacleId, daysAgo: number) =>
      runQuery(application.database.ownerUrl, 'UPDATE "Obstacle" SET "answeredOn" = $2 WHERE "id" = $1', [
        obstacleId,
        addDays(dateAt(application.clock.now()), -daysAgo),
      ]);
    await answeredOn(recent, 365);
    await answeredOn(old, 366);
    for (const manager of [people.mira, people.gerda]) {
      const seen = new Set((await seenBy(manager)).map(({ id }) => id));
      expect([seen.has(recent), seen.has(old)]).toEqual([true, false]);
    }
    const { snapshot } = await (await as(people.ada)).responsibilities.board.query({ teamId: permits });
    expect(Object.keys(snapshot.obstacle)).toEqual(expect.arrayContaining([recent, old]));
  });
});
