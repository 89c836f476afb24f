import type { BuddyId, GoalId, ReflectionId } from '@roer/domain/ids';
import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const everybody: Outcomes = { stranger: 'signInNeeded', others: 'ok' };
const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };
const nobody: Outcomes = { stranger: 'signInNeeded', others: 'notFound' };

const permits = ({ world }: Scene) => world.water.teams.permits;
const ada = (scene: Scene) => scene.as(scene.world.water.people.ada);

const newGoal = (scene: Scene) => ({
  id: scene.newId<'goal'>(),
  teamId: permits(scene),
  responsibilityId: null,
  targetLevel: null,
  title: 'Title',
});
/** Ada's, shown to the team. */
const aGoal = async (scene: Scene): Promise<GoalId> => {
  const { learning } = await ada(scene);
  const goal = newGoal(scene);
  await learning.createGoal.mutate(goal);
  await learning.setGoal.mutate({ goalId: goal.id, state: 'active', stepAudience: 'team', planAudience: 'team' });
  return goal.id;
};
const aReflection = async (scene: Scene): Promise<ReflectionId> => {
  const { learning } = await ada(scene);
  const id = scene.newId<'reflection'>();
  await learning.reflect.mutate({ id, goalId: await aGoal(scene), occurred: true, text: 'Text', audience: 'team' });
  return id;
};
/** Ada asks Ben, who is the member here. */
const anAskedBuddy = async (scene: Scene): Promise<BuddyId> => {
  const { learning } = await ada(scene);
  for (const buddy of (await learning.goals.query()).buddies) await learning.endBuddy.mutate({ id: buddy.id });
  const id = scene.newId<'buddy'>();
  await learning.askBuddy.mutate({ id, teamId: permits(scene), personId: scene.world.water.people.ben });
  return id;
};

/** What somebody learns: Ada's goal for the whole team is read by its members, and changed by nobody but her. */
export const goalEntries: Record<string, Entry> = {
  'learning.goals': { outcomes: everybody },
  'learning.ownLearning': { outcomes: everybody },
  'learning.removeOwnLearning': { outcomes: everybody },
  'learning.goal': { outcomes: members, input: async (scene) => ({ goalId: await aGoal(scene) }) },
  'learning.teamGoals': { outcomes: members, input: (scene) => ({ teamId: permits(scene) }) },
  'learning.createGoal': { outcomes: members, input: newGoal },
  'learning.setGoal': { outcomes: nobody, input: async (scene) => ({ goalId: await aGoal(scene), state: 'done' }) },
  'learning.swapGoals': {
    outcomes: nobody,
    input: async (scene) => ({ goalId: await aGoal(scene), inPlace: await aGoal(scene) }),
  },
  'learning.typeGoal': {
    outcomes: nobody,
    input: async (scene) => ({ goalId: await aGoal(scene), part: 'plan', update: 'AAAA' }),
  },
  // Nothing to remove is what it looks like, and nothing is removed (goals tests).
  'learning.removeGoal': { outcomes: everybody, input: async (scene) => ({ goalId: await aGoal(scene) }) },
  'learning.reflect': {
    outcomes: nobody,
    input: async (scene) => ({
      id: scene.newId<'reflection'>(),
      goalId: await aGoal(scene),
      occurred: false,
      text: 'Text',
      audience: 'me',
    }),
  },
  'learning.shareReflection': {
    outcomes: nobody,
    input: async (scene) => ({ reflectionId: await aReflection(scene), audience: 'team' }),
  },
  'learning.reviewReflection': {
    outcomes: nobody,
    input: async (scene) => ({ reflectionId: await aReflection(scene), recall: 'known' }),
  },
  'learning.removeReflection': {
    outcomes: everybody,
    input: async (scene) => ({ reflectionId: await aReflection(scene) }),
  },
  'learning.askBuddy': {
    outcomes: members,
    input: (scene) => ({
      id: scene.newId<'buddy'>(),
      teamId: permits(scene),
      personId: scene.world.water.people.ada,
    }),
  },
  'learning.answerBuddy': {
    outcomes: members,
    input: async (scene) => ({ id: await anAskedBuddy(scene), agrees: false }),
  },
  'learning.endBuddy': { outcomes: everybody, input: async (scene) => ({ id: await anAskedBuddy(scene) }) },
};
