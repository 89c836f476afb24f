import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const text = {
  title: 'Report',
  earliestStart: '2026-01-05',
  due: '2026-02-06',
  leastMinutes: 60,
  likelyMinutes: 120,
  mostMinutes: 240,
};

/** Work with a deadline that Ada wrote down. */
const someWork = async (scene: Scene) => {
  const which = { responsibilityId: await scene.responsibility(), workId: scene.newId<'deadlineWork'>() };
  const { responsibilities } = await scene.as(scene.world.water.people.ada);
  await responsibilities.addDeadlineWork.mutate({ ...team(scene), ...which, text });
  return which;
};

/** What Fatma carries would go to Ben. */
const aMove = async (scene: Scene) => {
  const { ben, fatma } = scene.world.water.people;
  const carried = await scene.carriedBy(fatma);
  const item = { id: scene.newId<'transferItem'>(), workId: null, sharePercent: 40, giver: fatma, receiver: ben };
  return { transferId: scene.newId<'transfer'>(), items: [{ ...item, ...carried }], from: '2026-01-05', until: null };
};

/** Such a proposal, of Fatma: Ben is asked. */
const aTransfer = async (scene: Scene) => {
  const move = await aMove(scene);
  const { responsibilities } = await scene.as(scene.world.water.people.fatma);
  await responsibilities.proposeTransfer.mutate({ ...team(scene), ...move });
  return { transferId: move.transferId };
};

const everybody: Outcomes = { stranger: 'signInNeeded', others: 'ok' };
/** About nobody else's ids: another organisation's administrator does it at home. */
const administrators: Outcomes = {
  stranger: 'signInNeeded',
  administrator: 'ok',
  otherAdministrator: 'ok',
  others: 'notFound',
};

/** Work with a deadline, moves of work and chosen overload: any member's, and nobody else's. Free days: an administrator's. */
export const workloadEntries: Record<string, Entry> = {
  'organisation.ownHolidays': { outcomes: everybody },
  'organisation.setOwnHolidays': {
    outcomes: administrators,
    input: ({ newId }) => ({ commandId: newId<'command'>(), days: ['2026-12-24'] }),
  },
  'responsibilities.addDeadlineWork': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: await scene.responsibility(),
      workId: scene.newId(),
      text,
    }),
  },
  'responsibilities.editDeadlineWork': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      ...(await someWork(scene)),
      version: 1,
      text: { ...text, title: 'Other' },
    }),
  },
  'responsibilities.settleDeadlineWork': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await someWork(scene)), done: true }),
  },
  'responsibilities.takeDeadlineShare': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await someWork(scene)), percent: 50 }),
  },
  'responsibilities.proposeTransfer': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aMove(scene)) }),
  },
  'responsibilities.consentTransfer': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aTransfer(scene)) }),
  },
  'responsibilities.withdrawTransfer': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aTransfer(scene)) }),
  },
  'responsibilities.recordOverload': {
    outcomes: members,
    input: (scene) => ({
      ...team(scene),
      overloadId: scene.newId(),
      monday: scene.monday(),
      kind: 'accepted',
      responsibilityId: null,
    }),
  },
};
