import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };
const managers: Outcomes = { stranger: 'signInNeeded', manager: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const asked = ({ world, newId }: Scene) => ({
  obstacleId: newId<'obstacle'>(),
  title: 'May we?',
  body: 'We would like to.',
  addressedTo: world.water.people.mira,
  addressedName: 'Mira Vos',
  dueOn: '2026-12-07',
});
const raised = async (scene: Scene) => {
  const made = asked(scene);
  const { responsibilities } = await scene.as(scene.world.water.people.ada);
  await responsibilities.raiseObstacle.mutate({ ...team(scene), ...made });
  return { obstacleId: made.obstacleId };
};

/** What a team asks whoever leads it. The manager of the table leads the domain of the team. */
export const obstacleEntries: Record<string, Entry> = {
  'responsibilities.raiseObstacle': {
    outcomes: members,
    input: (scene) => ({ ...team(scene), ...asked(scene) }),
  },
  'responsibilities.withdrawObstacle': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await raised(scene)) }),
  },
  'insights.addressees': { outcomes: members, input: (scene) => ({ teamId: team(scene).teamId }) },
  // Each sees what is asked of themselves.
  'insights.obstacles': { outcomes: { ...managers, otherManager: 'ok' } },
  'insights.answerObstacle': {
    outcomes: managers,
    input: async (scene) => ({ ...team(scene), ...(await raised(scene)), body: 'Yes.' }),
  },
};
