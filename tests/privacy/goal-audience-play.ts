import { expect } from 'vitest';
import type { BuddyId, GoalId, PersonId, ReflectionId } from '@roer/domain/ids';
import { isFor, reaches } from '@roer/domain/learning/goal';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { timelessId, writeField } from '../kit/goals.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { newModel, noticedBy, readers, relationOf } from './goal-audience-model.ts';
import type { Colleague, Model, Reader, Step } from './goal-audience-model.ts';
import { openMemberships } from './memberships.ts';

let marks = 0;
/** Of two that follow each other every end differs, so that a change of a text replaces the whole of it. */
export const newSecret = (): string => {
  const mark = (marks += 1);
  const chance = (): string => Math.random().toString(36).slice(2, 8);
  return `${mark % 10}${chance()}geheim${chance()}${mark % 10}`;
};
const tried = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

type Played = {
  application: TestApplication;
  world: World<typeof standardWorld>;
  /** How often each was told to ask again, once all that was sent has come. */
  told: () => Promise<ReadonlyMap<Reader, number>>;
};

/** One town's days: a goal of Ada, steps on it, and the model beside it. */
export const openGoalTown = ({ application, world, told }: Played) => {
  const { permits: teamId } = world.water.teams;
  const personOf = (who: Exclude<Reader, 'stranger'> | 'ada'): PersonId =>
    who === 'olaf' ? world.hill.people.olaf : world.water.people[who];
  const clientOf = async (who: 'ada' | Colleague): Promise<TestClient> =>
    application.client(await application.signIn(personOf(who)));

  const { setMembership, restoreMemberships } = openMemberships(application, world);
  const backToStart = async (): Promise<void> => {
    await restoreMemberships();
    await (await clientOf('ada')).learning.removeOwnLearning.mutate();
  };

  const play = async (steps: readonly Step[], look: (model: Model, goalId: GoalId) => Promise<void>): Promise<void> => {
    const clients = { ada: await clientOf('ada'), ben: await clientOf('ben'), fatma: await clientOf('fatma') };
    const ada = clients.ada.learning;
    const title = newSecret();
    const goalId = timelessId<'goal'>();
    await ada.createGoal.mutate({ id: goalId, teamId, responsibilityId: null, targetLevel: null, title });
    const model = newModel(title);
    let buddyId: BuddyId | null = null;
    let reflectionId: ReflectionId | null = null;

    const take = async (each: Step): Promise<void> => {
      if (each.kind === 'type') {
        const { by, field } = each;
        const value = newSecret();
        // From what Ada reads, so that also who is given no text to write in does send one.
        const done = await tried(writeField(clients.ada, { goalId, field, value, sender: clients[by] }));
        const mayWrite =
          model.isThere && (by === 'ada' || (reaches(model.plan, 'buddy') && relationOf(model, by).isBuddy));
        expect(done, `${by} types`).toBe(mayWrite);
        model.written.push(value);
        if (done) model.texts[field] = value;
      } else if (each.kind === 'audience') {
        const done = await tried(ada.setGoal.mutate({ goalId, stepAudience: each.step, planAudience: each.plan }));
        expect(done).toBe(model.isThere && reaches(each.step, each.plan));
        if (done) Object.assign(model, { step: each.step, plan: each.plan });
      } else if (each.kind === 'ask') {
        const id = timelessId<'buddy'>();
        const done = await tried(ada.askBuddy.mutate({ id, teamId, personId: personOf(each.who) }));
        const isFree = model.buddy === null || model.buddy.state === 'declined';
        expect(done, 'asks').toBe(isFree && model.inTeam.ada && model.inTeam[each.who]);
        if (done) {
          buddyId = id;
          model.buddy = { who: each.who, state: 'asked' };
        }
      } else if (each.kind === 'answer' && buddyId) {
        await tried(clients[each.who].learning.answerBuddy.mutate({ id: buddyId, agrees: each.agrees }));
        if (model.buddy?.who === each.who && model.buddy.state === 'asked')
          model.buddy = { who: each.who, state: each.agrees ? 'agreed' : 'declined' };
      } else if (each.kind === 'end' && buddyId) {
        await tried(clients[each.by].learning.endBuddy.mutate({ id: buddyId }));
        if (each.by === 'ada' || model.buddy?.who === each.by) model.buddy = null;
      } else if (each.kind === 'leave' || each.kind === 'return') {
        const isIn = each.kind === 'return';
        if (model.inTeam[each.who] !== isIn) await setMembership(personOf(each.who), isIn);
        model.inTeam[each.who] = isIn;
        if (!isIn && (each.who === 'ada' || model.buddy?.who === each.who)) model.buddy = null;
      } else if (each.kind === 'reflect') {
        const text = newSecret();
        const { audience } = each;
        reflectionId = timelessId<'reflection'>();
        const done = await tried(ada.reflect.mutate({ id: reflectionId, goalId, occurred: true, text, audience }));
        expect(done).toBe(model.isThere);
        model.written.push(text);
        if (done) model.reflections.push({ secret: text, audience });
      } else if (each.kind === 'share' && reflectionId) {
        const done = await tried(ada.shareReflection.mutate({ reflectionId, audience: each.audience }));
        const last = model.reflections.at(-1);
        if (done && last) last.audience = each.audience;
      } else if (each.kind === 'state') {
        await tried(ada.setGoal.mutate({ goalId, state: each.state }));
      } else if (each.kind === 'moment') {
        await tried(ada.setGoal.mutate({ goalId, nextMoment: each.on }));
      } else if (each.kind === 'remove') {
        await ada.removeGoal.mutate({ goalId });
        Object.assign(model, { isThere: false, reflections: [] });
      }
    };

    let before = await told();
    for (const each of steps) {
      const was = structuredClone(model);
      await take(each);
      const now = await told();
      const reach = noticedBy(each, was, model);
      // To be told is to know that Ada is at it: it is for nobody who sees nothing of it.
      if (reach !== null)
        for (const who of readers)
          if (!was.isThere || !isFor(reach, relationOf(was, who)))
            expect(now.get(who), `${who} is told that Ada does “${each.kind}”`).toBe(before.get(who));
      before = now;
    }
    await look(model, goalId);
  };
  return { personOf, play, backToStart };
};
