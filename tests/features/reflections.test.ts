import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GoalId, PersonId } from '@roer/domain/ids';
import type { Audience } from '@roer/domain/learning/goal';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { makeGoal, timelessId } from '../kit/goals.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
});
afterAll(() => application.close());

const as = async (personId: PersonId): Promise<TestClient> => application.client(await application.signIn(personId));
let ada: TestClient;
let ben: TestClient;
let fatma: TestClient;
beforeEach(async () => {
  const { people } = world.water;
  [ada, ben, fatma] = [await as(people.ada), await as(people.ben), await as(people.fatma)];
  for (const client of [ada, ben, fatma]) await client.learning.removeOwnLearning.mutate();
});

const teamId = () => world.water.teams.permits;
const share = (goalId: GoalId, stepAudience: Audience, planAudience: Audience) =>
  ada.learning.setGoal.mutate({ goalId, stepAudience, planAudience });
const befriend = async (): Promise<void> => {
  const id = timelessId<'buddy'>();
  await ada.learning.askBuddy.mutate({ id, teamId: teamId(), personId: world.water.people.ben });
  await ben.learning.answerBuddy.mutate({ id, agrees: true });
};

describe('a reflection', () => {
  const reflect = async (audience: Audience) => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await befriend();
    await share(goalId, 'buddy', 'me');
    const id = timelessId<'reflection'>();
    await ada.learning.reflect.mutate({ id, goalId, occurred: false, text: 'Ik wachtte af', audience });
    return { goalId, id };
  };
  const read = async (client: TestClient, goalId: GoalId) =>
    (await client.learning.goal.query({ goalId })).reflections.map(({ text, audience }) => ({ text, audience }));

  it('L2.9 is its owner’s until they say otherwise, and for nobody who does not see the goal', async () => {
    const { goalId, id } = await reflect('me');
    expect(await read(ada, goalId)).toEqual([{ text: 'Ik wachtte af', audience: 'me' }]);
    expect(await read(ben, goalId)).toEqual([]);
    await ada.learning.shareReflection.mutate({ reflectionId: id, audience: 'team' });
    expect(await read(ben, goalId)).toEqual([{ text: 'Ik wachtte af', audience: null }]);
    await expect(fatma.learning.goal.query({ goalId })).rejects.toThrow('notFound');
    for (const refused of [
      () => ben.learning.shareReflection.mutate({ reflectionId: id, audience: 'team' }),
      () => ben.learning.reviewReflection.mutate({ reflectionId: id, recall: 'known' }),
    ])
      await expect(refused()).rejects.toThrow('notFound');
    await ben.learning.removeReflection.mutate({ reflectionId: id });
    expect(await read(ada, goalId)).toHaveLength(1);
    await ada.learning.removeReflection.mutate({ reflectionId: id });
    expect(await read(ada, goalId)).toEqual([]);
  });

  it('L2.10 comes back on its owner’s own page after some days, and goes when it was looked at', async () => {
    const { id } = await reflect('buddy');
    expect((await ada.learning.goals.query()).due).toEqual([]);
    application.clock.advance(8 * 86_400_000);
    [ada, ben] = [await as(world.water.people.ada), await as(world.water.people.ben)];
    expect((await ada.learning.goals.query()).due).toMatchObject([{ id, text: 'Ik wachtte af', occurred: false }]);
    expect((await ben.learning.goals.query()).due).toEqual([]);
    await ada.learning.reviewReflection.mutate({ reflectionId: id, recall: 'known' });
    await ada.learning.reviewReflection.mutate({ reflectionId: id, recall: 'known' });
    expect((await ada.learning.goals.query()).due).toEqual([]);
  });
});

describe('everything of one’s own', () => {
  it('L2.11 can be taken along, and nobody gets anybody else’s', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId(), title: 'Mee' });
    await befriend();
    await share(goalId, 'team', 'team');
    await ada.learning.reflect.mutate({ id: timelessId(), goalId, occurred: true, text: 'Terug', audience: 'team' });
    expect(await ada.learning.ownLearning.query()).toMatchObject({
      goals: [{ title: 'Mee', reflections: [{ text: 'Terug' }] }],
    });
    expect(await ben.learning.ownLearning.query()).toEqual({ goals: [] });
  });

  it('L2.7 L2.12 can be erased at once, with the key; who saw it is told', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await befriend();
    await share(goalId, 'buddy', 'buddy');
    const socket = await application.socket(await application.signIn(world.water.people.ben));
    const heard = hear(socket);
    await ada.learning.removeOwnLearning.mutate();
    await expect(ben.learning.goal.query({ goalId })).rejects.toThrow('notFound');
    await expect.poll(() => heard.all.includes('learningChanged')).toBe(true);
    const keys = await runQuery(application.database.ownerUrl, 'SELECT FROM "PersonKey" WHERE "personId" = $1', [
      world.water.people.ada,
    ]);
    expect(keys).toHaveLength(0);
    // And one can begin anew.
    socket.close();
    const other = hear(await application.socket(await application.signIn(world.water.people.fatma)));
    await ada.learning.writeTalents.mutate({ from: 'Rustig.' });
    await ada.learning.removeOwnLearning.mutate();
    await ada.learning.showTalents.mutate({ audience: 'team' });
    await expect.poll(() => other.learningChanged).toBe(1);
    // Who saw the card, or the page, loses it at once as well; before, nobody was told that there was one.
    await ada.learning.removeOwnLearning.mutate();
    await expect.poll(() => other.learningChanged).toBe(2);
    await makeGoal(ada, { teamId: teamId(), title: 'Opnieuw' });
    expect((await ada.learning.goals.query()).goals).toMatchObject([{ title: 'Opnieuw' }]);
  });
});
