import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const people = ({ world }: Scene) => world.water.people;

const help = ({ newId }: Scene) => ({
  helpId: newId<'help'>(),
  kind: 'ask' as const,
  text: 'Who comes along?',
  responsibilityId: null,
  on: null,
  minutes: null,
});
const asked = async (scene: Scene, by: 'ada' | 'ben', { accepted = false } = {}) => {
  const made = help(scene);
  const { responsibilities } = await scene.as(people(scene)[by]);
  await responsibilities.makeHelp.mutate({ ...team(scene), ...made });
  const { helpId } = made;
  if (accepted) {
    const ben = await scene.as(people(scene).ben);
    await ben.responsibilities.acceptHelp.mutate({ ...team(scene), helpId });
  }
  return { helpId };
};
const absence = ({ newId }: Scene) => ({
  absenceId: newId<'absence'>(),
  from: '2026-12-24',
  until: '2027-01-04',
});

/** Passing on, also for a while, helping one another, and not being there. */
export const exchangeEntries: Record<string, Entry> = {
  'responsibilities.makeOffer': {
    outcomes: members,
    input: async (scene) => {
      const { ada, ben } = people(scene);
      const carried = await scene.carriedBy(ben);
      return { ...team(scene), ...carried, offerId: scene.newId(), kind: 'give', toPersonId: ada, sharePercent: 100 };
    },
  },
  'responsibilities.acceptOffer': {
    outcomes: members,
    input: async (scene) => {
      const { ada, ben } = people(scene);
      return { ...team(scene), ...(await scene.offered({ from: ada, to: ben })), assignmentId: scene.newId() };
    },
  },
  'responsibilities.declineOffer': {
    outcomes: members,
    input: async (scene) => {
      const { ada, ben } = people(scene);
      return { ...team(scene), ...(await scene.offered({ from: ada, to: ben })) };
    },
  },
  'responsibilities.withdrawOffer': {
    outcomes: members,
    input: async (scene) => {
      const { ada, ben } = people(scene);
      return { ...team(scene), ...(await scene.offered({ from: ben, to: ada })) };
    },
  },
  'responsibilities.endDelegation': {
    outcomes: members,
    input: async (scene) => {
      const { ada, ben } = people(scene);
      const { offerId, responsibilityId } = await scene.offered({ from: ada, to: ben, forAWhile: true });
      const { responsibilities } = await scene.as(ben);
      const { delivery } = await responsibilities.acceptOffer.mutate({
        ...team(scene),
        responsibilityId,
        offerId,
        assignmentId: scene.newId(),
      });
      const delegation = delivery?.changes.flatMap(({ entity, after }) =>
        entity === 'delegation' && after ? after : [],
      )[0];
      return { ...team(scene), responsibilityId, delegationId: delegation?.id };
    },
  },
  'responsibilities.makeHelp': { outcomes: members, input: (scene) => ({ ...team(scene), ...help(scene) }) },
  'responsibilities.acceptHelp': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await asked(scene, 'ada')) }),
  },
  'responsibilities.releaseHelp': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await asked(scene, 'ada', { accepted: true })) }),
  },
  'responsibilities.withdrawHelp': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await asked(scene, 'ben')) }),
  },
  'responsibilities.planAbsence': {
    outcomes: members,
    input: (scene) => ({ ...team(scene), ...absence(scene) }),
  },
  'responsibilities.withdrawAbsence': {
    outcomes: members,
    input: async (scene) => {
      const planned = absence(scene);
      const { responsibilities } = await scene.as(people(scene).ben);
      await responsibilities.planAbsence.mutate({ ...team(scene), ...planned });
      return { ...team(scene), absenceId: planned.absenceId };
    },
  },
};
