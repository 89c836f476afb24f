import { addDays, dateAt } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { makeGoal, timelessId, writeField } from '../kit/goals.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { text } from './rights-scene.ts';

/** A word that stands nowhere else. */
export const planted = (place: string): string => `zwanenhals-${place}`;

export type PlantScene = { application: TestApplication; world: World<typeof standardWorld> };

export const plantHelpers = ({ application, world }: PlantScene) => {
  const newId = <Kind extends string>(): Id<Kind> =>
    // The clock makes ids of whatever is asked for.
    application.clock.newId() as Id<Kind>;
  const teamId: TeamId = world.water.teams.permits;
  return {
    newId,
    teamId,
    as: async (personId: PersonId): Promise<TestClient> => application.client(await application.signIn(personId)),
    command: () => ({ commandId: newId<'command'>(), teamId }),
    one: () => ({ commandId: newId<'command'>() }),
    today: dateAt(application.clock.now()),
  };
};

/** Ada writes a word of hers in every place where she can, and does what leaves a trace. Gives the secret of the link to her page. */
export const plantEverywhere = async (scene: PlantScene): Promise<{ token: string }> => {
  const { newId, teamId, as, command, today } = plantHelpers(scene);
  const { people } = scene.world.water;
  const ada = await as(people.ada);
  const team = ada.responsibilities;
  const [areaId, responsibilityId, dutyId] = [newId<'area'>(), newId<'responsibility'>(), newId<'duty'>()];
  await team.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: planted('area'), order: 0 }],
    responsibilities: [
      {
        ...text(areaId),
        title: planted('title'),
        purpose: planted('purpose'),
        id: responsibilityId,
        catalogueItemId: null,
      },
    ],
  });
  const assignmentId = newId<'assignment'>();
  const which = { ...command(), responsibilityId };
  await team.takeOver.mutate({ ...which, role: 'holder', sharePercent: 100, assignmentId });
  const schedule = { rrule: 'FREQ=WEEKLY;BYDAY=MO', start: mondayOf(today), dueTime: null, shift: 'none' as const };
  await team.createDuty.mutate({ ...which, ...command(), dutyId, text: { title: planted('duty'), schedule } });
  const recurrenceDate = mondayOf(today);
  await team.settleOccurrence.mutate({
    ...which,
    ...command(),
    dutyId,
    recurrenceDate,
    state: 'skipped',
    reason: planted('reason'),
  });
  const note = { title: planted('note'), body: planted('body'), url: null, version: 0 };
  await team.writeNote.mutate({ ...which, ...command(), noteId: newId<'note'>(), ...note });
  await team.makeHelp.mutate({
    ...command(),
    helpId: newId<'help'>(),
    kind: 'ask',
    text: planted('help'),
    responsibilityId,
    on: null,
    minutes: null,
  });
  await team.planAbsence.mutate({ ...command(), absenceId: newId(), from: today, until: addDays(today, 3) });
  await team.raiseObstacle.mutate({
    ...command(),
    obstacleId: newId<'obstacle'>(),
    title: planted('obstacle'),
    body: planted('obstacle-body'),
    addressedTo: people.mira,
    addressedName: 'Mira Vos',
    dueOn: addDays(today, 10),
  });
  await team.startHandovers.mutate({
    ...command(),
    before: addDays(today, 14),
    handovers: [
      {
        handoverId: newId<'handover'>(),
        responsibilityId,
        assignmentId,
        receiver: people.ben,
        items: [{ id: newId<'handoverItem'>(), kind: 'pitfall', subjectId: null, text: planted('pitfall') }],
      },
    ],
  });
  const goalId = await makeGoal(ada, { teamId, title: planted('goal') });
  await writeField(ada, { goalId, field: 'wish', value: planted('wish') });
  await ada.learning.askBuddy.mutate({ id: timelessId<'buddy'>(), teamId, personId: people.ben });
  await ada.learning.writeTalents.mutate({ free: [{ text: planted('talent'), energy: 'gives', wantsToLearn: false }] });
  await ada.learning.showTalents.mutate({ audience: 'team' });
  const { seen } = await ada.learning.writeContribution.mutate({ from: planted('from') });
  const { link } = await ada.learning.publishContribution.mutate({ to: 'link', seen, days: 7 });
  await ada.learning.reflect.mutate({
    id: timelessId<'reflection'>(),
    goalId,
    occurred: true,
    text: planted('reflection'),
    audience: 'me',
  });
  await ada.workload.setOrganisingWeek.mutate({ monday: mondayOf(today), minutes: 90 });
  await ada.calendar.renew.mutate();
  await ada.digest.choose.mutate({ language: 'nl' });
  await ada.responsibilities.markSeen.mutate({ teamId, seq: 1 });
  return { token: link?.path.split('#')[1] ?? '' };
};

/** The places of those words: what belongs to the team and what is only hers. */
export const plantedForTeam = [
  'area',
  'title',
  'purpose',
  'duty',
  'reason',
  'note',
  'body',
  'obstacle',
  'obstacle-body',
  'pitfall',
];
export const plantedForOneself = ['help', 'goal', 'wish', 'talent', 'from', 'reflection'];
