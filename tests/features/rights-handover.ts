import { addDays } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const line = ({ newId }: Scene) => ({
  itemId: newId<'handoverItem'>(),
  kind: 'pitfall' as const,
  subjectId: null,
  text: 'Mind the step',
});

/** Something that Ben or Fatma hands over; the member who tries is Ben. */
const started = async (scene: Scene, { giver, receiver }: { giver: PersonId; receiver: PersonId | null }) => {
  const carried = await scene.carriedBy(giver);
  const { itemId: id, ...words } = line(scene);
  const handoverId = scene.newId<'handover'>();
  const { responsibilities } = await scene.as(giver);
  const items = [{ id, ...words }];
  await responsibilities.startHandovers.mutate({
    ...team(scene),
    before: null,
    handovers: [{ ...carried, handoverId, receiver, items }],
  });
  return { ids: { handoverId, responsibilityId: carried.responsibilityId }, itemId: id };
};
const byBen = (scene: Scene) => started(scene, { giver: scene.world.water.people.ben, receiver: null });
const toBen = (scene: Scene) => {
  const { ben, fatma } = scene.world.water.people;
  return started(scene, { giver: fatma, receiver: ben });
};

/** A duo of Fatma and Ben, that Fatma proposed. */
const aDuo = async (scene: Scene) => {
  const { ben, fatma } = scene.world.water.people;
  const ids = { duoId: scene.newId<'duo'>(), responsibilityId: await scene.responsibility() };
  const { responsibilities } = await scene.as(fatma);
  await responsibilities.proposeDuo.mutate({ ...team(scene), ...ids, giver: fatma, receiver: ben });
  return ids;
};
const aRunningDuo = async (scene: Scene) => {
  const ids = await aDuo(scene);
  const { responsibilities } = await scene.as(scene.world.water.people.ben);
  await responsibilities.agreeDuo.mutate({ ...team(scene), ...ids });
  return ids;
};

/** Handovers and duos: of who is in the team, and of those whom it concerns; nobody else's. */
export const handoverEntries: Record<string, Entry> = {
  'responsibilities.startHandovers': {
    outcomes: members,
    input: async (scene) => {
      const carried = await scene.carriedBy(scene.world.water.people.ben);
      const start = { handoverId: scene.newId<'handover'>(), receiver: scene.world.water.people.fatma, items: [] };
      return { ...team(scene), before: null, handovers: [{ ...carried, ...start }] };
    },
  },
  'responsibilities.changeHandover': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      ...(await byBen(scene)).ids,
      receiver: scene.world.water.people.fatma,
      before: null,
    }),
  },
  'responsibilities.receiveHandover': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      ...(await started(scene, { giver: scene.world.water.people.fatma, receiver: null })).ids,
    }),
  },
  'responsibilities.declineHandover': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await toBen(scene)).ids }),
  },
  'responsibilities.writeHandoverItem': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await byBen(scene)).ids, ...line(scene), version: 0 }),
  },
  'responsibilities.removeHandoverItem': {
    outcomes: members,
    input: async (scene) => {
      const { ids, itemId } = await byBen(scene);
      return { ...team(scene), ...ids, itemId };
    },
  },
  'responsibilities.tickHandoverItem': {
    outcomes: members,
    input: async (scene) => {
      const { ids, itemId } = await toBen(scene);
      return { ...team(scene), ...ids, itemId, ticked: true };
    },
  },
  'responsibilities.acceptHandover': {
    outcomes: members,
    input: async (scene) => {
      const { ben, fatma } = scene.world.water.people;
      const { ids, itemId } = await toBen(scene);
      for (const personId of [ben, fatma]) {
        const { responsibilities } = await scene.as(personId);
        await responsibilities.tickHandoverItem.mutate({ ...team(scene), ...ids, itemId, ticked: true });
      }
      return { ...team(scene), ...ids, assignmentId: scene.newId<'assignment'>() };
    },
  },
  'responsibilities.returnHandover': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await byBen(scene)).ids }),
  },
  'responsibilities.withdrawHandover': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await byBen(scene)).ids }),
  },
  'responsibilities.proposeDuo': {
    outcomes: members,
    input: async (scene) => {
      const { ben, fatma } = scene.world.water.people;
      const ids = { duoId: scene.newId<'duo'>(), responsibilityId: await scene.responsibility() };
      return { ...team(scene), ...ids, giver: fatma, receiver: ben };
    },
  },
  'responsibilities.agreeDuo': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aDuo(scene)) }),
  },
  'responsibilities.withdrawDuo': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aDuo(scene)) }),
  },
  'responsibilities.endDuo': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aRunningDuo(scene)) }),
  },
  'responsibilities.planDuoSession': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      ...(await aRunningDuo(scene)),
      number: 1,
      plannedOn: addDays(scene.monday(), 7),
    }),
  },
  'responsibilities.writeDuoNote': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      ...(await aRunningDuo(scene)),
      number: 1,
      noteId: scene.newId<'note'>(),
      version: 0,
      title: 'Session 1',
      body: 'What it is about',
    }),
  },
  'responsibilities.holdDuoSession': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aRunningDuo(scene)), number: 1, held: true }),
  },
};
