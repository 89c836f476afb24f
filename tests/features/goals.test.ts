import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GoalId, PersonId } from '@roer/domain/ids';
import type { Audience } from '@roer/domain/learning/goal';
import { goalLimits } from '@roer/domain/learning/goal';
import { toBase64 } from '@roer/web/features/learning/shared-text.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { makeGoal, openPage, timelessId, writeField } from '../kit/goals.ts';
import { everythingStored } from '../privacy/everything-stored.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let log: string[];
beforeAll(async () => {
  log = [];
  application = await startApplication({ log: (line) => void log.push(line), requestsAMinute: 1_000_000 });
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
const buddyId = async () => {
  const [buddy] = (await ada.learning.goals.query()).buddies;
  if (!buddy) throw new Error('Ada has a buddy.');
  return buddy.id;
};
const seen = (client: TestClient, goalId: GoalId) =>
  client.learning.goal.query({ goalId }).then(
    ({ goal, plan, documents }) => ({ title: goal.title, wish: plan?.wish ?? null, writes: documents !== null }),
    ({ message }: Error) => message,
  );
const reads = async (secret: string): Promise<string[]> => {
  const stored = await everythingStored(application.database.ownerUrl);
  const written = { ...stored, log };
  const hidden = [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64').slice(0, -2)];
  return Object.entries(written).flatMap(([where, lines]) =>
    lines.some((line) => hidden.some((form) => line.includes(form))) ? [where] : [],
  );
};

describe('a goal', () => {
  it('L2.1 L2.2 is made without anybody, several at once, and is its owner’s alone', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId(), title: 'Leges berekenen' });
    await makeGoal(ada, { teamId: teamId(), title: 'Nog een' });
    const { goals } = await ada.learning.goals.query();
    expect(goals.map(({ title }) => title).toSorted()).toEqual(['Leges berekenen', 'Nog een']);
    expect(goals[0]).toMatchObject({ state: 'draft', stepAudience: 'me', planAudience: 'me', plan: { stretch: null } });
    expect(await seen(ada, goalId)).toEqual({ title: 'Leges berekenen', wish: '', writes: true });
    await befriend();
    expect(await seen(ben, goalId)).toBe('notFound');
    expect(await ben.learning.teamGoals.query({ teamId: teamId() })).toEqual([]);
  });

  it('L2.1 made twice is made once, and an id of somebody else is refused', async () => {
    const made = {
      id: timelessId<'goal'>(),
      teamId: teamId(),
      responsibilityId: null,
      targetLevel: null,
      title: 'Een',
    };
    await ada.learning.createGoal.mutate(made);
    await writeField(ada, { goalId: made.id, field: 'title', value: 'Twee' });
    await ada.learning.createGoal.mutate(made);
    expect((await ada.learning.goals.query()).goals.map(({ title }) => title)).toEqual(['Twee']);
    await expect(ben.learning.createGoal.mutate(made)).rejects.toThrow('notFound');
    await expect(
      ada.learning.createGoal.mutate({ ...made, id: timelessId<'goal'>(), teamId: world.water.teams.support }),
    ).rejects.toThrow('notFound');
    await expect(
      ada.learning.createGoal.mutate({ ...made, id: timelessId<'goal'>(), responsibilityId: timelessId() }),
    ).rejects.toThrow('notFound');
  });

  it('L2.4 what is still being written is found by the buddy who fills it in too, and by nobody else', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId(), title: 'In de maak' });
    await befriend();
    const listed = async (client: TestClient) =>
      (await client.learning.teamGoals.query({ teamId: teamId() })).map(({ title }) => title);
    expect(await listed(ben)).toEqual([]);
    await share(goalId, 'team', 'buddy');
    expect(await listed(ben)).toEqual(['In de maak']);
    expect(await listed(fatma)).toEqual([]);
    await ada.learning.setGoal.mutate({ goalId, state: 'active' });
    expect(await listed(fatma)).toEqual(['In de maak']);
  });

  it('L5.3 swaps two goals at once or not at all', async () => {
    const [one, other] = [await makeGoal(ada, { teamId: teamId() }), await makeGoal(ada, { teamId: teamId() })];
    const states = async () => {
      const { goals } = await ada.learning.goals.query();
      return [one, other].map((id) => goals.find((goal) => goal.id === id)?.state);
    };
    await ada.learning.setGoal.mutate({ goalId: one, state: 'active' });
    // What is still being written cannot take the place of another.
    await expect(ada.learning.swapGoals.mutate({ goalId: one, inPlace: other })).rejects.toThrow('badInput');
    await expect(ada.learning.swapGoals.mutate({ goalId: one, inPlace: timelessId() })).rejects.toThrow('notFound');
    expect(await states()).toEqual(['active', 'draft']);
    await ada.learning.setGoal.mutate({ goalId: other, state: 'paused' });
    await expect(ben.learning.swapGoals.mutate({ goalId: one, inPlace: other })).rejects.toThrow('notFound');
    await ada.learning.swapGoals.mutate({ goalId: one, inPlace: other });
    await ada.learning.swapGoals.mutate({ goalId: one, inPlace: other });
    expect(await states()).toEqual(['paused', 'active']);
  });

  it('L2.2 L2.3 L2.6 shows the step and the plan apart, to whom the owner says', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId(), title: 'Leges' });
    await writeField(ada, { goalId, field: 'wish', value: 'Een wens' });
    await ada.learning.setGoal.mutate({ goalId, state: 'active' });
    await befriend();
    await expect(ada.learning.setGoal.mutate({ goalId, planAudience: 'buddy' })).rejects.toThrow('badInput');
    await share(goalId, 'buddy', 'me');
    expect(await seen(ben, goalId)).toEqual({ title: 'Leges', wish: null, writes: false });
    expect(await seen(fatma, goalId)).toBe('notFound');
    await share(goalId, 'team', 'buddy');
    expect(await seen(ben, goalId)).toEqual({ title: 'Leges', wish: 'Een wens', writes: true });
    expect(await seen(fatma, goalId)).toEqual({ title: 'Leges', wish: null, writes: false });
    expect(await fatma.learning.teamGoals.query({ teamId: teamId() })).toMatchObject([{ id: goalId, title: 'Leges' }]);
    await share(goalId, 'team', 'team');
    expect(await seen(fatma, goalId)).toEqual({ title: 'Leges', wish: 'Een wens', writes: false });
    const { dina, mira, anna, cem } = world.water.people;
    for (const other of [dina, mira, anna, cem, world.hill.people.olaf]) {
      expect(await seen(await as(other), goalId)).toBe('notFound');
      await expect((await as(other)).learning.teamGoals.query({ teamId: teamId() })).rejects.toThrow('notFound');
    }
  });

  it('L2.4 owner and buddy type in the same field at once, and lose nothing', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await befriend();
    await share(goalId, 'buddy', 'buddy');
    const [hers, his] = [await openPage(ada, goalId, 'plan'), await openPage(ben, goalId, 'plan')];
    await hers.type('wish', 'Leges berekenen');
    await his.type('wish', 'Samen met Frank');
    await hers.type('wish', 'Leges zelf berekenen');
    await Promise.all([hers.refresh(), his.refresh()]);
    expect(hers.read('wish')).toBe(his.read('wish'));
    expect(hers.read('wish')).toContain('Leges zelf berekenen');
    expect(hers.read('wish')).toContain('Samen met Frank');
  });

  it('L2.4 the buddy changes words and nothing that the owner alone chooses; a colleague changes nothing', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await befriend();
    await share(goalId, 'team', 'team');
    await writeField(ben, { goalId, field: 'title', value: 'Beter' });
    expect(await seen(ada, goalId)).toMatchObject({ title: 'Beter' });
    const update = toBase64(Buffer.from([0, 0]));
    for (const refused of [
      () => ben.learning.setGoal.mutate({ goalId, stretch: 'comfort' }),
      () => ben.learning.reflect.mutate({ id: timelessId(), goalId, occurred: true, text: 'Ik', audience: 'me' }),
      () => fatma.learning.typeGoal.mutate({ goalId, part: 'plan', update }),
      () => fatma.learning.typeGoal.mutate({ goalId, part: 'step', update }),
    ])
      await expect(refused()).rejects.toThrow('notFound');
    await ben.learning.removeGoal.mutate({ goalId });
    expect(await seen(ada, goalId)).toMatchObject({ title: 'Beter' });
    // Whose plan is private types along nowhere.
    await share(goalId, 'team', 'me');
    await expect(ben.learning.typeGoal.mutate({ goalId, part: 'step', update })).rejects.toThrow('notFound');
  });

  it('L2.4 refuses what does not fit or is no text, and keeps what was there', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await writeField(ada, { goalId, field: 'wish', value: 'Blijft' });
    const page = await openPage(ada, goalId, 'plan');
    await expect(page.type('wish', 'x'.repeat(goalLimits.wish + 1))).rejects.toMatchObject({
      data: { code: 'badInput', detail: { field: 'wish' } },
    });
    // Shorter again, it is taken.
    await page.type('wish', 'Blijft en past');
    for (const update of ['not base64', toBase64(Buffer.from('rubbish that is no update'))])
      await expect(ada.learning.typeGoal.mutate({ goalId, part: 'plan', update })).rejects.toThrow('badInput');
    // The text of the other part has another field.
    const { documents } = await ada.learning.goal.query({ goalId });
    const update = documents?.step ?? '';
    await expect(ada.learning.typeGoal.mutate({ goalId, part: 'plan', update })).rejects.toThrow('badInput');
    expect(await seen(ada, goalId)).toMatchObject({ wish: 'Blijft en past' });
  });

  it('L2.8 is gone for good when it is removed, with what was written at it', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await ada.learning.reflect.mutate({ id: timelessId(), goalId, occurred: true, text: 'Gelukt', audience: 'me' });
    await ada.learning.removeGoal.mutate({ goalId });
    await ada.learning.removeGoal.mutate({ goalId });
    const left = await runQuery<{ count: number }>(
      application.database.ownerUrl,
      `SELECT (SELECT count(*) FROM "LearningGoal") + (SELECT count(*) FROM "GoalText") + (SELECT count(*) FROM "Reflection")
        + (SELECT count(*) FROM "ReflectionReview") AS count`,
    );
    expect(Number(left[0]?.count)).toBe(0);
  });

  it('L2.13 is sealed: neither a dump nor the log holds a word, and what was deleted is in no state', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId(), title: 'Geheimtitel' });
    await writeField(ada, { goalId, field: 'obstacle', value: 'Geheimobstakel' });
    await writeField(ada, { goalId, field: 'obstacle', value: 'Iets anders' });
    const text = 'Geheimreflectie';
    await ada.learning.reflect.mutate({ id: timelessId(), goalId, occurred: true, text, audience: 'me' });
    await expect(ada.learning.setGoal.mutate({ goalId, planAudience: 'team' })).rejects.toThrow();
    for (const secret of ['Geheimtitel', 'Geheimobstakel', 'Iets anders', text])
      expect(await reads(secret)).toEqual([]);
    // A search that finds nothing anywhere would be content with anything.
    expect(await reads('Ada Yilmaz')).toContain('Person');
    const { documents } = await ada.learning.goal.query({ goalId });
    const state = Buffer.from(documents?.plan ?? '', 'base64').toString('latin1');
    expect(state).toContain('Iets anders');
    expect(state).not.toContain('eheimobstakel');
  });
});

describe('a buddy', () => {
  it('L2.5 is asked and says yes or no; only these two know', async () => {
    const { people } = world.water;
    const id = timelessId<'buddy'>();
    const ask = { id, teamId: teamId(), personId: people.ben };
    await ada.learning.askBuddy.mutate(ask);
    await ada.learning.askBuddy.mutate(ask);
    expect((await ben.learning.goals.query()).buddies).toMatchObject([
      { id, mine: false, state: 'asked', name: 'Ada Yilmaz' },
    ]);
    expect((await fatma.learning.goals.query()).buddies).toEqual([]);
    await expect(fatma.learning.answerBuddy.mutate({ id, agrees: true })).rejects.toThrow('notFound');
    await expect(ada.learning.answerBuddy.mutate({ id, agrees: true })).rejects.toThrow('notFound');
    await expect(
      ada.learning.askBuddy.mutate({ ...ask, id: timelessId<'buddy'>(), personId: people.fatma }),
    ).rejects.toThrow('changedMeanwhile');
    await ben.learning.answerBuddy.mutate({ id, agrees: false });
    expect((await ada.learning.goals.query()).buddies).toMatchObject([{ id, mine: true, state: 'declined' }]);
    await ada.learning.askBuddy.mutate({ ...ask, id: timelessId<'buddy'>(), personId: people.fatma });
    expect((await ada.learning.goals.query()).buddies).toMatchObject([{ name: 'Fatma Demir', state: 'asked' }]);
    for (const outside of [people.dina, people.cem, people.anna, people.ben, world.hill.people.olaf])
      await expect(
        ben.learning.askBuddy.mutate({ id: timelessId<'buddy'>(), teamId: teamId(), personId: outside }),
      ).rejects.toThrow('notFound');
  });

  it('L2.5 L2.7 either ends it, and both open pages are told without content; then the goal is not there', async () => {
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await share(goalId, 'buddy', 'buddy');
    for (const ender of ['ada', 'ben'] as const) {
      await befriend();
      expect(await seen(ben, goalId)).toMatchObject({ writes: true });
      const socket = await application.socket(await application.signIn(world.water.people.ben));
      const told = new Promise((resolve) =>
        socket.once('learningChanged', (...content: unknown[]) => resolve(content)),
      );
      await (ender === 'ada' ? ada : ben).learning.endBuddy.mutate({ id: await buddyId() });
      expect(await told).toEqual([]);
      expect(await seen(ben, goalId)).toBe('notFound');
      socket.close();
    }
  });

  it('L2.5 L2.6 it ends with a membership, and does not come back with the person', async () => {
    const { people, memberships, id: organisationId } = world.water;
    const goalId = await makeGoal(ada, { teamId: teamId() });
    await share(goalId, 'team', 'buddy');
    await befriend();
    const membership = async (until: string | null): Promise<void> => {
      await runQuery(application.database.ownerUrl, `UPDATE "Membership" SET "until" = $2 WHERE "id" = $1`, [
        memberships.ben['permits'],
        until,
      ]);
    };
    const today = new Date(application.clock.now()).toISOString().slice(0, 10);
    await membership(today);
    try {
      ben = await as(people.ben);
      expect(await seen(ben, goalId)).toBe('notFound');
      const back = application.clock.newId();
      await runQuery(
        application.database.ownerUrl,
        `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "home") VALUES ($1, $2, $3, $4, $5, false)`,
        [organisationId, back, people.ben, teamId(), today],
      );
      ben = await as(people.ben);
      expect(await seen(ben, goalId)).toEqual({ title: 'Titel', wish: null, writes: false });
      expect((await ada.learning.goals.query()).buddies).toEqual([]);
      await runQuery(application.database.ownerUrl, `DELETE FROM "Membership" WHERE "id" = $1`, [back]);
    } finally {
      await membership(null);
    }
  });
});
