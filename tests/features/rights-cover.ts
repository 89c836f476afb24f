import { addDays } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });

/** Somebody says that they watch with what somebody else carries. */
const aProposal = async (scene: Scene, { by, holder }: { by: PersonId; holder: PersonId }) => {
  const { responsibilityId } = await scene.carriedBy(holder);
  const which = { responsibilityId, coverLevelId: scene.newId<'coverLevel'>() };
  const { responsibilities } = await scene.as(by);
  await responsibilities.proposeLevel.mutate({ ...team(scene), ...which, level: 'observing' });
  return which;
};
/** Ben, who is the member here, answers Fatma. */
const forBen = (scene: Scene) => {
  const { ben, fatma } = scene.world.water.people;
  return aProposal(scene, { by: fatma, holder: ben });
};
const ofBen = (scene: Scene) => {
  const { ben, fatma } = scene.world.water.people;
  return aProposal(scene, { by: ben, holder: fatma });
};
const confirmedOfBen = async (scene: Scene) => {
  const which = await ofBen(scene);
  const { responsibilities } = await scene.as(scene.world.water.people.fatma);
  await responsibilities.confirmLevel.mutate({ ...team(scene), ...which, asBuddy: false });
  return which;
};
const carriedByBen = async (scene: Scene) => {
  const { responsibilityId } = await scene.carriedBy(scene.world.water.people.ben);
  return { responsibilityId };
};
const aDay = (scene: Scene) => ({ leaveIntentId: scene.newId<'leaveIntent'>(), before: addDays(scene.monday(), 60) });

/** How far people are and before when they hand something over: any member's of themselves or of what they hold, and nobody else's. */
export const coverEntries: Record<string, Entry> = {
  'responsibilities.proposeLevel': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: await scene.responsibility(),
      coverLevelId: scene.newId(),
      level: 'observing',
    }),
  },
  'responsibilities.confirmLevel': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await forBen(scene)), asBuddy: false }),
  },
  'responsibilities.declineLevel': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await forBen(scene)), asBuddy: false }),
  },
  'responsibilities.withdrawLevel': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await ofBen(scene)) }),
  },
  'responsibilities.stepBack': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: (await confirmedOfBen(scene)).responsibilityId,
      coverLevelId: scene.newId(),
      level: null,
    }),
  },
  'responsibilities.keepLevel': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: (await confirmedOfBen(scene)).responsibilityId,
      coverLevelId: scene.newId(),
    }),
  },
  'responsibilities.planLeave': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await carriedByBen(scene)), ...aDay(scene) }),
  },
  'responsibilities.withdrawLeave': {
    outcomes: members,
    input: async (scene) => {
      const which = await carriedByBen(scene);
      const { responsibilities } = await scene.as(scene.world.water.people.ben);
      await responsibilities.planLeave.mutate({ ...team(scene), ...which, ...aDay(scene) });
      return { ...team(scene), ...which };
    },
  },
};
