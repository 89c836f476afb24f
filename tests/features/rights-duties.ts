import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

const members: Outcomes = { stranger: 'signInNeeded', member: 'ok', others: 'notFound' };

const team = ({ world, newId }: Scene) => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const text = {
  title: 'Duty',
  schedule: { rrule: 'FREQ=DAILY', start: '2026-01-01', dueTime: null, shift: 'none' as const },
};

/** A duty of every day that Ada made; one that ended has stopped the same day. */
const aDuty = async (scene: Scene, { ended = false } = {}) => {
  const which = { responsibilityId: await scene.responsibility(), dutyId: scene.newId<'duty'>() };
  const { responsibilities } = await scene.as(scene.world.water.people.ada);
  await responsibilities.createDuty.mutate({ ...team(scene), ...which, text });
  if (ended) await responsibilities.endDuty.mutate({ ...team(scene), ...which });
  return which;
};
/** A date of such a duty that is still to come. */
const aDate = async (scene: Scene) => ({ ...(await aDuty(scene)), recurrenceDate: '2030-01-01' });

/** What recurs, and what is done of it: any member's, and nobody else's. */
export const dutyEntries: Record<string, Entry> = {
  'responsibilities.yearOfDuties': {
    outcomes: members,
    input: (scene) => ({ teamId: team(scene).teamId, year: 2026 }),
  },
  'responsibilities.createDuty': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      responsibilityId: await scene.responsibility(),
      dutyId: scene.newId(),
      text,
    }),
  },
  'responsibilities.editDuty': {
    outcomes: members,
    input: async (scene) => ({
      ...team(scene),
      ...(await aDuty(scene)),
      version: 1,
      text: { ...text, title: 'Other' },
    }),
  },
  'responsibilities.endDuty': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aDuty(scene)) }),
  },
  'responsibilities.resumeDuty': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aDuty(scene, { ended: true })) }),
  },
  'responsibilities.settleOccurrence': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aDate(scene)), state: 'done', reason: '' }),
  },
  'responsibilities.moveOccurrence': {
    outcomes: members,
    input: async (scene) => ({ ...team(scene), ...(await aDate(scene)), movedTo: '2030-01-02' }),
  },
  'responsibilities.reopenOccurrence': {
    outcomes: members,
    input: async (scene) => {
      const date = await aDate(scene);
      const { responsibilities } = await scene.as(scene.world.water.people.ada);
      await responsibilities.settleOccurrence.mutate({ ...team(scene), ...date, state: 'done', reason: '' });
      return { ...team(scene), ...date };
    },
  },
};
