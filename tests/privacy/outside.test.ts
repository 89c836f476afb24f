import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { Id } from '@roer/domain/ids';
import { listProcedures } from '../kit/procedures.ts';
import { fieldsOutside } from './fields-outside.ts';
import { leavesOf } from './fields.ts';
import { learningIds, learningWord, learnTogether } from './learning-plan.ts';
import type { Carried } from './learning-plan.ts';
import { dataIn } from './messages.ts';
import { dayOf, momentIn } from './oracle.ts';
import { answer, look, query, tell } from './play.ts';
import { alike, largeGroup, sceneTown } from './scene-plan.ts';
import { copyOf, firstEpoch as epoch, install, remove, runOn } from './scene.ts';
import type { Installation, Scene } from './scene.ts';
import type { Town, Townsman } from './town.ts';
import { trafficOf } from './traffic.ts';

/** Who of the large group carries what. */
const carried: Carried[] = [];
let opened: { base: Installation; town: Town };
beforeAll(async () => {
  opened = await install(sceneTown);
  // Everybody of the large group has work for six sevenths of their hours, in all kinds that a team has.
  opened.town = await runOn(
    opened.base,
    { town: opened.town, from: momentIn(epoch, -17, 12), seed: 1 },
    async (scene) => {
      const { town, clock, application } = scene;
      const teamId = town.teams.get('team0');
      const areaId = clock.newId();
      const [first] = membersOf(town);
      for (const [index, who] of membersOf(town).entries()) {
        const responsibilityId = clock.newId() as Id<'responsibility'>;
        await tell(scene, first ?? who, 'responsibilities.add', {
          teamId,
          areas: index === 0 ? [{ id: areaId, name: 'Area', order: 1 }] : [],
          responsibilities: [
            {
              id: responsibilityId,
              areaId,
              title: 'Title',
              purpose: 'Purpose',
              criticality: 2,
              organising: index === 0,
              minutesAWeek: 1750,
              season: Array.from({ length: 12 }, () => 100),
              catalogueItemId: null,
            },
          ],
        });
        const assignmentId = clock.newId() as Id<'assignment'>;
        carried.push({ who, responsibilityId, assignmentId });
        await tell(scene, who, 'responsibilities.takeOver', {
          teamId,
          responsibilityId,
          assignmentId,
          role: 'holder',
          sharePercent: 100,
        });
        // Somebody stands in for all of it, so that who can do what changes no count: outside the team that is all it may change.
        const standIn = membersOf(town).findLast((other) => other !== who) ?? who;
        await tell(scene, standIn, 'responsibilities.takeOver', {
          teamId,
          responsibilityId,
          assignmentId: clock.newId(),
          role: 'substitute',
          sharePercent: 100,
        });
        if (index === 1)
          await tell(scene, who, 'responsibilities.writeNote', {
            teamId,
            responsibilityId,
            noteId: clock.newId(),
            body: 'Note',
          });
      }
      await raiseObstacle(scene);
      await application.app.jobs.runDue();
    },
  );
});
afterAll(() => remove(opened.base));

const membersOf = (town: Town): Townsman[] => largeGroup.flatMap((key) => town.people.get(key) ?? []);
/** Who is not in the large group's team: somebody of another team, who governs, who administers. */
const outside = ({ people, administrator }: Town): Townsman[] => [
  ...['p18', 'p21', 'p22', 'p23'].flatMap((key) => people.get(key) ?? []),
  administrator,
];

/** The large group's team asks who leads its domain, and who leads everything answers. */
const raiseObstacle = async (scene: Scene): Promise<void> => {
  const { town, clock } = scene;
  const [asks, addressed, answers] = ['p0', 'p22', 'p21'].map((key) => town.people.get(key));
  if (!asks || !addressed || !answers) throw new Error('The scene has them.');
  const obstacle = { teamId: town.teams.get('team0'), obstacleId: clock.newId() };
  await tell(scene, asks, 'responsibilities.raiseObstacle', {
    ...obstacle,
    title: 'Title',
    body: 'Body',
    addressedTo: addressed.personId,
    addressedName: 'Name',
    dueOn: addDays(dayOf(epoch), 14),
  });
  await tell(scene, answers, 'insights.answerObstacle', { ...obstacle, body: 'Answer' });
};

const everybodyLooks = async ({ town, wire }: Scene): Promise<void> => {
  const teamId = town.teams.get('team0');
  for (const who of [...outside(town), ...membersOf(town)]) {
    await look(wire, who);
    for (const about of ['insights.results', 'insights.shared', 'responsibilities.board'])
      await query(wire, who, about, { teamId });
    for (const about of ['insights.dashboard', 'organisation.structure', 'organisation.jump'])
      await query(wire, who, about, undefined);
    for (const domainId of town.domains.values()) await query(wire, who, 'insights.domain', { domainId });
  }
};

/** The epoch from before it opens to its release, with who is away, and whether the team learns together. */
const live = async (away: readonly string[], { learns = false } = {}): Promise<Town> => {
  const installation = await copyOf(opened.base);
  try {
    return await runOn(installation, { town: opened.town, from: momentIn(epoch, -7, 12), seed: 2 }, async (scene) => {
      const teamId = scene.town.teams.get('team0');
      for (const key of away) {
        const who = scene.town.people.get(key);
        const absence = { teamId, absenceId: `00000000-0000-7000-8000-0000000000${key.slice(1).padStart(2, '0')}` };
        if (who)
          await tell(scene, who, 'responsibilities.planAbsence', {
            ...absence,
            from: dayOf(epoch),
            until: addDays(dayOf(epoch), 21),
          });
      }
      await scene.at(epoch, 0, 0);
      if (learns) await learnTogether(scene, carried);
      await scene.at(epoch, 11, 10);
      for (const key of largeGroup) await answer(scene, epoch, alike(key, 2));
      await scene.at(epoch, 14, 0);
      await scene.at(epoch, 15, 9);
      await everybodyLooks(scene);
    });
  } finally {
    await remove(installation);
  }
};

/** Questions about each thing that the team learns with, by who has its id. */
const aboutLearning = ({ town }: Scene): object[] => {
  const { goalId, reflectionId, buddyId, roomId, duoId, handoverId } = learningIds;
  const personIds = membersOf(town).map(({ personId }) => ({ personId }));
  const things = [goalId, reflectionId, buddyId, duoId, handoverId].map((id) => ({ id }));
  return [{ goalId }, { reflectionId }, { roomId }, ...things, ...personIds.slice(0, 2)];
};

/** What reached anybody outside of what was written or made while learning, in whatever answer, frame, mail or line of the log. */
const learningOutside = (town: Town): string[] => {
  const inside = new Set(membersOf(town).map(({ key }) => key));
  const hidden = [learningWord, ...Object.values(learningIds)];
  return town.sent.flatMap(({ to, by, about, text }) =>
    !inside.has(to) && hidden.some((each) => text.includes(each)) ? [`${to} ${by} ${about} ${text.slice(0, 200)}`] : [],
  );
};

const resultsOf = (town: Town) =>
  town.sent.filter(({ about, text }) => about === 'insights.results' && dataIn(text) !== null).map(({ text }) => text);

describe('outside the team', () => {
  it('P13 P18 absence shows nowhere, and not in the planned work that is published', async () => {
    const [nobody, most] = [await live([]), await live(largeGroup.slice(0, 7))];
    const without = largeGroup;
    expect(trafficOf(most, { without })).toEqual(trafficOf(nobody, { without }));
    const [results] = resultsOf(nobody);
    expect(resultsOf(most)).toEqual(resultsOf(nobody));
    expect(results).toContain('"load":["middle"');
    // Their own team does see who is away.
    expect(trafficOf(most, { without: [] })).not.toEqual(trafficOf(nobody, { without: [] }));
  });

  it('L7.2 P14 P18 a team that learns everything together looks outside it as one that learns nothing', async () => {
    const [learns, not] = [await live([], { learns: true }), await live([])];
    expect(trafficOf(learns, { without: largeGroup })).toEqual(trafficOf(not, { without: largeGroup }));
    expect(resultsOf(learns)).toEqual(resultsOf(not));
    // Their own team hears and sees it.
    const told = learns.sent.filter(({ to }) => largeGroup.includes(to));
    expect(told.some(({ text }) => text.includes('coverLevel'))).toBe(true);
    expect(not.sent.some(({ text }) => text.includes(learningWord))).toBe(false);
  });

  it('L7.1 P3 P10 P14 P18 every field of every question that anybody outside may ask is one of these', async () => {
    const installation = await copyOf(opened.base);
    const found = new Map<string, Set<string>>();
    try {
      const town = await runOn(
        installation,
        { town: opened.town, from: momentIn(epoch, 0, 0), seed: 3 },
        async (scene) => {
          await scene.at(epoch, 0, 0);
          await learnTogether(scene, carried);
          await scene.at(epoch, 11, 10);
          for (const key of largeGroup) await answer(scene, epoch, alike(key, 2, { shares: key === 'p8' }));
          await scene.at(epoch, 15, 9);
          const teamId = scene.town.teams.get('team0');
          const inputs = [
            undefined,
            { teamId },
            { teamId, seq: 0 },
            { teamId, year: 2026 },
            { text: 'Naam' },
            {},
            // A log, of the organisation or of a team, and who signed in.
            { group: null, personId: null, day: null, before: null, teamId },
            { group: 'signIn', personId: null, day: null, before: null },
            ...aboutLearning(scene),
            ...[...scene.town.domains.values()].map((domainId) => ({ domainId })),
          ];
          for (const who of outside(scene.town))
            for (const { path } of listProcedures().filter(({ type }) => type === 'query'))
              for (const input of inputs) await query(scene.wire, who, path, input);
        },
      );
      expect(learningOutside(town)).toEqual([]);
      const inside = new Set(largeGroup);
      expect(town.sent.some(({ to, text }) => inside.has(to) && text.includes(learningWord))).toBe(true);
      for (const { to, by, about, text } of town.sent) {
        const data = by === 'answer' && !inside.has(to) ? dataIn(text) : null;
        if (data === null || about === 'workload.own') continue;
        const paths = found.get(about) ?? new Set();
        found.set(about, paths);
        for (const { path } of leavesOf(data)) paths.add(path);
      }
    } finally {
      await remove(installation);
    }
    const paths = [...found].map(([about, fields]) => [about, [...fields].toSorted()] as const);
    expect(Object.fromEntries(paths.filter(([, fields]) => fields.length > 0))).toEqual(fieldsOutside);
  });
});
