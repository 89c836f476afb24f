import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startOver } from '../kit/start-over.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';
import { reorganisingScene } from './reorganising-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let scene: ReturnType<typeof reorganisingScene>;
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const day = 86_400_000;
type Person = keyof typeof world.water.people;
const listening = async (person: Person, teamId: TeamId) => {
  const socket = await application.socket(await scene.cookie(person));
  const answer = await socket.emitWithAck('listen', { teamId });
  return { socket, answer, heard: hear(socket) };
};

beforeAll(async () => {
  application = await startApplication();
  scene = reorganisingScene(application, () => world);
});
afterAll(() => application.close());
beforeEach(async () => {
  await startOver(application.database);
  world = await createWorld(application.database);
});

describe('a plan', () => {
  it('O20 is made, changed and withdrawn by administrators, of a version that they saw, and for no day that passed', async () => {
    const anna = await scene.as('anna');
    const draft = scene.plan(scene.merger(), { announce: false });
    await anna.organisation.saveReorganisation.mutate(draft);
    // The same press once more is answered and not done again.
    await anna.organisation.saveReorganisation.mutate(draft);
    const [row] = (await anna.organisation.reorganisations.query()).plans;
    expect(row).toMatchObject({ state: 'draft', version: 1, name: 'Eén team voor buiten' });
    await expect(
      anna.organisation.saveReorganisation.mutate({ ...draft, ...scene.of(draft), version: 3 }),
    ).rejects.toEqual(refused('changedMeanwhile'));
    await expect(
      anna.organisation.saveReorganisation.mutate(scene.plan(scene.merger(), { effectiveOn: '2026-11-22' })),
    ).rejects.toEqual(refused('badInput'));
    await anna.organisation.saveReorganisation.mutate({ ...draft, ...scene.of(draft), effectiveOn: '2026-12-01' });
    await anna.organisation.withdrawReorganisation.mutate({ ...scene.of(draft), version: 2 });
    expect((await anna.organisation.reorganisations.query()).plans).toEqual([]);
  });

  it('O20 is for nobody else, of this organisation and of another', async () => {
    const made = scene.plan(scene.merger());
    await (await scene.as('anna')).organisation.saveReorganisation.mutate(made);
    const odile = application.client(await application.signIn(world.hill.people.odile));
    for (const client of [odile, await scene.as('ada'), await scene.as('mira')]) {
      const { organisation } = client;
      for (const act of [
        organisation.withdrawReorganisation,
        organisation.carryOutReorganisation,
        organisation.undoReorganisation,
      ])
        await expect(act.mutate(scene.of(made))).rejects.toEqual(refused('notFound'));
      await expect(organisation.previewUndoReorganisation.query(made)).rejects.toEqual(refused('notFound'));
    }
    expect((await odile.organisation.reorganisations.query()).plans).toEqual([]);
    await expect((await scene.as('ada')).organisation.reorganisations.query()).rejects.toEqual(refused('notFound'));
    await expect((await scene.as('ada')).organisation.previewReorganisation.query(made)).rejects.toEqual(
      refused('notFound'),
    );
  });

  it('O22 that cannot be done is not announced, and one that cannot be done any more waits for an administrator', async () => {
    const anna = await scene.as('anna');
    const { teams } = world.water;
    await expect(
      anna.organisation.saveReorganisation.mutate(
        scene.plan([{ kind: 'merge', teamId: teams.permits, into: teams.permits }]),
      ),
    ).rejects.toEqual(refused('planNotPossible'));
    const made = scene.plan([
      { kind: 'movePerson', teamId: teams.permits, into: teams.green, personId: world.water.people.ben },
    ]);
    await anna.organisation.saveReorganisation.mutate({ ...made, effectiveOn: '2026-11-24' });
    await (
      await scene.as('ada')
    ).organisation.endMembership.mutate({
      commandId: scene.fresh<'command'>(),
      teamId: teams.permits,
      membershipId: world.water.memberships.ben['permits'] ?? scene.fresh<'membership'>(),
    });
    const back = application.clock.now();
    application.clock.set(back + day);
    await application.app.jobs.runDue();
    expect((await anna.organisation.reorganisations.query()).plans).toMatchObject([{ state: 'stuck', version: 1 }]);
    await expect(anna.organisation.carryOutReorganisation.mutate(scene.of(made))).rejects.toEqual(
      refused('planNotPossible'),
    );
    application.clock.set(back);
  });
});

const countedOfTeam = [
  'fallsOpen',
  'homesIn',
  'homesOut',
  'hoursAdded',
  'partlyOpen',
  'peopleIn',
  'peopleOut',
  'renamed',
  'responsibilitiesIn',
  'responsibilitiesOut',
  'standInsEnd',
  'stopped',
  'teamId',
];

describe('what an administrator and a team see before', () => {
  it('O26 O31 O12 an administrator gets counts, the team the titles of what falls open and nobody else anything', async () => {
    await scene.someWork();
    const anna = await scene.as('anna');
    const { teams, people } = world.water;
    const made = scene.plan([{ kind: 'movePerson', teamId: teams.permits, into: teams.green, personId: people.ada }], {
      effectiveOn: '2026-12-01',
    });
    const preview = await anna.organisation.previewReorganisation.query(made);
    expect(preview.effects.find(({ teamId }) => teamId === teams.permits)).toMatchObject({
      peopleOut: 1,
      fallsOpen: 1,
    });
    // Nor how much one person offered, asked, hands over or took over while somebody is away.
    for (const each of preview.effects) expect(Object.keys(each).toSorted()).toEqual(countedOfTeam);
    const titles = await scene.ask<{ title: string }>(`SELECT "title" FROM "Responsibility"`);
    for (const { title } of titles) expect(JSON.stringify(preview)).not.toContain(title);
    await anna.organisation.saveReorganisation.mutate({ ...made, announce: false });
    const asked = async (person: Person) =>
      (await scene.as(person)).organisation.upcomingReorganisations.query({ teamId: teams.permits });
    const comingTo = async (person: Person) => (await scene.as(person)).organisation.comingReorganisations.query();
    // A draft is nobody's business yet.
    expect([await asked('ben'), await comingTo('ben')]).toEqual([[], []]);
    await anna.organisation.saveReorganisation.mutate({ ...made, ...scene.of(made) });
    expect(await asked('ben')).toMatchObject([
      { name: made.name, effectiveOn: '2026-12-01', opens: [{ title: titles[0]?.title, isWhole: true }] },
    ]);
    const { name, effectiveOn } = made;
    expect(await comingTo('ben')).toEqual([{ id: made.reorganisationId, name, effectiveOn, teamId: teams.permits }]);
    expect(await comingTo('dina')).toMatchObject([{ teamId: teams.green }]);
    for (const person of ['anna', 'cem', 'mira', 'eva'] as const) expect(await comingTo(person)).toEqual([]);
    for (const person of ['anna', 'dina', 'cem', 'mira'] as const)
      await expect(asked(person)).rejects.toEqual(refused('notFound'));
    const [green] = await (await scene.as('dina')).organisation.upcomingReorganisations.query({ teamId: teams.green });
    expect(green).toMatchObject({ opens: [], effect: { peopleIn: 1 } });
    expect(JSON.stringify(green)).not.toContain(titles[0]?.title);
  });
});

describe('a merger', () => {
  it('O21 O16 goes to the feed of both teams: who loses a team stops hearing it, who gets one hears so', async () => {
    await scene.someWork();
    const { teams, people } = world.water;
    const [ada, dina] = [await listening('ada', teams.permits), await listening('dina', teams.green)];
    const greenBefore = await scene.boardOf('dina', teams.green);
    const anna = await scene.as('anna');
    const made = scene.plan(scene.merger());
    await anna.organisation.saveReorganisation.mutate(made);
    const press = scene.of(made);
    await anna.organisation.carryOutReorganisation.mutate(press);
    await anna.organisation.carryOutReorganisation.mutate(press);
    await expect.poll(() => dina.heard.changes.length).toBe(1);
    await expect.poll(() => ada.heard.ended.includes(teams.permits)).toBe(true);
    const after = await scene.boardOf('dina', teams.green);
    // What was heard makes of the old page exactly the new one.
    expect(dina.heard.changes.reduce((copy, delivery) => applyChanges(copy, delivery.changes), greenBefore)).toEqual(
      after,
    );
    expect(
      Object.values(after.member)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Ada Yilmaz', 'Ben de Boer', 'Dina Amrani', 'Fatma Demir']);
    expect(Object.keys(after.assignment)).toHaveLength(2);
    expect(Object.keys(after.duty)).toHaveLength(1);
    expect(Object.values(after.member).find(({ personId }) => personId === people.fatma)).toMatchObject({
      home: true,
      minutesByWeekday: [960, 960, 960, 960, 480, 0, 0],
    });
    await expect((await scene.as('ada')).responsibilities.board.query({ teamId: teams.permits })).rejects.toEqual(
      refused('notFound'),
    );
    expect(await ada.socket.emitWithAck('listen', { teamId: teams.permits })).toEqual({ ok: false });
    expect(await ada.socket.emitWithAck('listen', { teamId: teams.green })).toEqual({ ok: true, head: 1 });
    expect(await scene.wrongFeeds()).toEqual([]);
    const entries = await scene.ask<{ action: string; detail: object }>(
      `SELECT "action", "detail" FROM "AuditEntry" WHERE "teamId" IS NULL ORDER BY "at", "id"`,
    );
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'reorganisation.announce',
      'reorganisation.carryOut',
    ]);
  });

  it('O30 leaves the old team to read for who was in it: who they were and where its work went', async () => {
    await scene.someWork();
    const anna = await scene.as('anna');
    const made = scene.plan(scene.merger());
    await anna.organisation.saveReorganisation.mutate(made);
    await anna.organisation.carryOutReorganisation.mutate(scene.of(made));
    const [former] = await (await scene.as('ben')).organisation.formerTeams.query();
    expect(former).toMatchObject({
      name: 'Vergunningen',
      closedOn: '2026-11-23',
      people: ['Ada Yilmaz', 'Ben de Boer', 'Fatma Demir'],
      responsibilities: [{ teamName: 'Groen' }],
    });
    // Who left before that day, or never was in it, has nothing of it.
    for (const person of ['cem', 'dina', 'anna'] as const)
      expect(await (await scene.as(person)).organisation.formerTeams.query()).toEqual([]);
  });

  it('O27 is taken back: teams, people, hours, homes and what everybody carried, with what was made since', async () => {
    await scene.someWork();
    const { teams } = world.water;
    const before = [await scene.boardOf('ada', teams.permits), await scene.boardOf('dina', teams.green)] as const;
    const anna = await scene.as('anna');
    const made = scene.plan(scene.merger());
    await anna.organisation.saveReorganisation.mutate(made);
    await anna.organisation.carryOutReorganisation.mutate(scene.of(made));
    const since = {
      commandId: scene.fresh<'command'>(),
      teamId: teams.green,
      id: scene.fresh<'area'>(),
      name: 'Nieuw',
    };
    await (await scene.as('ada')).responsibilities.createArea.mutate(since);
    const preview = await anna.organisation.previewUndoReorganisation.query(made);
    expect(preview).toMatchObject({ possible: true, lost: { people: 0, responsibilities: 0 } });
    await anna.organisation.undoReorganisation.mutate({ ...scene.of(made), version: 2 });
    const [permits, green] = [await scene.boardOf('ada', teams.permits), await scene.boardOf('dina', teams.green)];
    const membersOf = ({ member }: typeof permits) =>
      Object.values(member)
        .map(({ name, home, minutesByWeekday }) => ({ name, home, minutesByWeekday }))
        .toSorted((one, other) => one.name.localeCompare(other.name));
    expect([permits, green].map(membersOf)).toEqual(before.map(membersOf));
    expect(permits.assignment).toEqual(before[0].assignment);
    expect(permits.duty).toEqual(before[0].duty);
    expect(Object.values(green.area).map(({ name }) => name)).toContain('Nieuw');
    expect((await anna.organisation.reorganisations.query()).plans).toMatchObject([{ state: 'undone' }]);
    await expect(anna.organisation.undoReorganisation.mutate({ ...scene.of(made), version: 3 })).rejects.toEqual(
      refused('changedMeanwhile'),
    );
    expect(await scene.wrongFeeds()).toEqual([]);
    const structure = await anna.organisation.structure.query();
    expect(structure.flatMap((domain) => domain.teams.map(({ name }) => name)).toSorted()).toEqual([
      'Groen',
      'Ondersteuning',
      'Vergunningen',
    ]);
  });

  it('O28 is not taken back once another reorganisation was built on it', async () => {
    const anna = await scene.as('anna');
    const { teams } = world.water;
    const made = scene.plan(scene.merger());
    await anna.organisation.saveReorganisation.mutate(made);
    await anna.organisation.carryOutReorganisation.mutate(scene.of(made));
    application.clock.advance(1000);
    const next = scene.plan([{ kind: 'moveTeam', teamId: teams.green, domainId: world.water.domains.care }]);
    await anna.organisation.saveReorganisation.mutate(next);
    await anna.organisation.carryOutReorganisation.mutate(scene.of(next));
    expect(await anna.organisation.previewUndoReorganisation.query(made)).toEqual({ possible: false });
    await expect(anna.organisation.undoReorganisation.mutate({ ...scene.of(made), version: 2 })).rejects.toEqual(
      refused('builtOn'),
    );
    await anna.organisation.undoReorganisation.mutate({ ...scene.of(next), version: 2 });
    expect(await anna.organisation.previewUndoReorganisation.query(made)).toMatchObject({ possible: true });
  });
});

it('O22 two presses at the same moment carry it out once', async () => {
  const anna = await scene.as('anna');
  const made = scene.plan(scene.merger());
  await anna.organisation.saveReorganisation.mutate(made);
  const answers = await Promise.allSettled([
    anna.organisation.carryOutReorganisation.mutate(scene.of(made)),
    anna.organisation.carryOutReorganisation.mutate(scene.of(made)),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await scene.wrongFeeds()).toEqual([]);
});
