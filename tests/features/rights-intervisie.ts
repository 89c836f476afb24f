import type { IntervisieId, PersonId } from '@roer/domain/ids';
import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };
const everybody: Outcomes = { stranger: 'signInNeeded', others: 'ok' };
const minutes = [10, 15, 15, 10, 10];

const people = ({ world }: Scene) => world.water.people;
const teamId = ({ world }: Scene) => world.water.teams.permits;

/** A room of somebody of the team, with these colleagues in it. */
const roomOf = async (scene: Scene, owner: PersonId, ...others: PersonId[]): Promise<{ roomId: IntervisieId }> => {
  const roomId = scene.newId<'intervisie'>();
  const { learning } = await scene.as(owner);
  await learning.openIntervisie.mutate({ teamId: teamId(scene), roomId, minutes });
  for (const other of others) await (await scene.as(other)).learning.joinIntervisie.mutate({ roomId });
  return { roomId };
};
/** The same, begun; its case owner is Ben, the member of the table. */
const begun = async (scene: Scene) => {
  const { ada, ben, fatma } = people(scene);
  const room = await roomOf(scene, ben, ada, fatma);
  await (await scene.as(ben)).learning.startIntervisie.mutate(room);
  return room;
};

/** Rooms for intervisie. The manager of the table leads the domain of the team. */
export const intervisieEntries: Record<string, Entry> = {
  'learning.intervisieRooms': { outcomes: members, input: (scene) => ({ teamId: teamId(scene) }) },
  'learning.intervisieRoom': { outcomes: members, input: (scene) => roomOf(scene, people(scene).ada) },
  'learning.openIntervisie': {
    outcomes: members,
    input: (scene) => ({ teamId: teamId(scene), roomId: scene.newId<'intervisie'>(), minutes }),
  },
  'learning.joinIntervisie': { outcomes: members, input: (scene) => roomOf(scene, people(scene).ada) },
  'learning.leaveIntervisie': {
    outcomes: members,
    input: (scene) => roomOf(scene, people(scene).ada, people(scene).ben),
  },
  'learning.takeIntervisieRole': {
    outcomes: members,
    input: async (scene) => ({
      ...(await roomOf(scene, people(scene).ada, people(scene).ben)),
      role: 'facilitator',
    }),
  },
  'learning.startIntervisie': {
    outcomes: members,
    input: (scene) => roomOf(scene, people(scene).ben, people(scene).ada, people(scene).fatma),
  },
  'learning.moveIntervisie': {
    outcomes: members,
    input: async (scene) => {
      const { ada, ben, fatma } = people(scene);
      const room = await roomOf(scene, ada, ben, fatma);
      await (await scene.as(ben)).learning.takeIntervisieRole.mutate({ ...room, role: 'facilitator' });
      await (await scene.as(ada)).learning.startIntervisie.mutate(room);
      return { ...room, act: 'next', phase: 'incident', endsAt: 0 };
    },
  },
  'learning.writeIntervisie': {
    outcomes: members,
    input: async (scene) => ({
      ...(await begun(scene)),
      lineId: scene.newId<'line'>(),
      phase: 'incident',
      text: 'It went like this.',
    }),
  },
  'learning.removeIntervisieLine': {
    outcomes: members,
    input: async (scene) => ({ ...(await begun(scene)), lineId: scene.newId<'line'>() }),
  },
  'learning.endIntervisie': { outcomes: members, input: async (scene) => ({ ...(await begun(scene)), keep: false }) },
  'learning.keptIntervisie': { outcomes: everybody },
  'learning.removeKeptIntervisie': {
    outcomes: everybody,
    input: (scene) => ({ roomId: scene.newId<'intervisie'>() }),
  },
};
