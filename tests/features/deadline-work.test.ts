import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { DeadlineWorkId, Id, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';
import { text as responsibilityText } from './rights-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let ada: TestClient;
let ben: TestClient;
let fatma: TestClient;
let anna: TestClient;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  const as = async (personId: PersonId) => application.client(await application.signIn(personId));
  const { people } = world.water;
  [ada, ben, fatma, anna] = await Promise.all([as(people.ada), as(people.ben), as(people.fatma), as(people.anna)]);
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = () => ({ commandId: newId<'command'>(), teamId });
const refused = (code: string, detail = {}) => ({ data: { code, detail } });
const today = () => dateAt(application.clock.now());
const text = () => ({
  title: 'Jaarverslag',
  earliestStart: today(),
  due: addDays(today(), 20),
  leastMinutes: 60,
  likelyMinutes: 120,
  mostMinutes: 240,
});

let which: { responsibilityId: ResponsibilityId; workId: DeadlineWorkId };
const workOf = async (who = fatma) =>
  (await who.responsibilities.board.query({ teamId })).snapshot.deadlineWork[which.workId];
const add = (who = ada) => who.responsibilities.addDeadlineWork.mutate({ ...command(), ...which, text: text() });
const take = (who: TestClient, percent: number) =>
  who.responsibilities.takeDeadlineShare.mutate({ ...command(), ...which, percent });
beforeEach(async () => {
  const areaId = newId<'area'>();
  which = { responsibilityId: newId<'responsibility'>(), workId: newId<'deadlineWork'>() };
  await ada.responsibilities.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: 'Area', order: 1 }],
    responsibilities: [{ ...responsibilityText(areaId), id: which.responsibilityId, catalogueItemId: null }],
  });
});

describe('work with a deadline', () => {
  it('W1.14 W1.15 is there for the team, changed by the version that was read, shared out, done, and undone', async () => {
    await add();
    await Promise.all([take(ada, 60), take(ben, 30)]);
    const work = await workOf();
    expect(work).toMatchObject({ ...text(), version: 1, doneOn: null });
    expect(new Map(work?.shares.map(({ personId, percent }) => [personId, percent]))).toEqual(
      new Map([
        [world.water.people.ada, 60],
        [world.water.people.ben, 30],
      ]),
    );
    const edit = (who: TestClient, title: string) =>
      who.responsibilities.editDeadlineWork.mutate({ ...command(), ...which, version: 1, text: { ...text(), title } });
    const results = await Promise.allSettled([edit(ada, 'Hers'), edit(ben, 'His')]);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject(refused('changedMeanwhile'));
    const settle = { ...command(), ...which, done: true };
    await ben.responsibilities.settleDeadlineWork.mutate(settle);
    expect(await workOf()).toMatchObject({ doneOn: today(), version: 3 });
    await ben.responsibilities.undo.mutate({ ...command(), undoes: settle.commandId });
    expect(await workOf()).toMatchObject({ doneOn: null, shares: work?.shares });
  });

  it('W1.15 two who take what is left at once: one has it, nobody is over', async () => {
    await add();
    const results = await Promise.allSettled([take(ada, 80), take(ben, 80)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await workOf())?.shares.map(({ percent }) => percent)).toEqual([80]);
    await expect(take(fatma, 22)).rejects.toMatchObject(refused('slotTaken', { field: 'percent' }));
  });

  it('U2 what was written down is gone after an undo, with its parts', async () => {
    const adding = { ...command(), ...which, text: text() };
    await ada.responsibilities.addDeadlineWork.mutate(adding);
    const taking = { ...command(), ...which, percent: 50 };
    await ada.responsibilities.takeDeadlineShare.mutate(taking);
    const undo = (undoes: typeof adding.commandId) => ada.responsibilities.undo.mutate({ ...command(), undoes });
    await expect(undo(adding.commandId)).rejects.toMatchObject(refused('changedMeanwhile'));
    await undo(taking.commandId);
    await undo(adding.commandId);
    expect(await workOf()).toBeUndefined();
  });

  it('W1.14 bad input gets its field and leaves nothing', async () => {
    const wrong: [string, object][] = [
      ['due', { due: addDays(today(), -1) }],
      ['leastMinutes', { leastMinutes: 121 }],
      ['likelyMinutes', { likelyMinutes: 241 }],
    ];
    for (const [field, changed] of wrong) {
      const input = { ...command(), ...which, text: { ...text(), ...changed } };
      const asked = ada.responsibilities.addDeadlineWork.mutate(input);
      await expect(asked).rejects.toMatchObject(refused('badInput', { field }));
    }
    for (const changed of [
      { title: ' ' },
      { title: 'x'.repeat(121) },
      { leastMinutes: -1 },
      { mostMinutes: 1.5 },
      { due: '2026-02-30' },
    ])
      await expect(
        ada.responsibilities.addDeadlineWork.mutate({ ...command(), ...which, text: { ...text(), ...changed } }),
      ).rejects.toMatchObject({ data: { code: 'badInput' } });
    expect(await workOf()).toBeUndefined();
  });
});

describe('a week that is full', () => {
  it('W2.9 one choice a person and week, whatever was sent at once', async () => {
    const record = (who: TestClient, kind: 'accepted' | 'dropped') =>
      who.responsibilities.recordOverload.mutate({
        ...command(),
        overloadId: newId<'overload'>(),
        monday: mondayOf(today()),
        kind,
        responsibilityId: kind === 'accepted' ? null : which.responsibilityId,
      });
    await Promise.all([record(ada, 'accepted'), record(ada, 'dropped'), record(ben, 'accepted')]);
    const { overload } = (await fatma.responsibilities.board.query({ teamId })).snapshot;
    const people = Object.values(overload).map(({ personId }) => personId);
    expect(people.toSorted()).toEqual([world.water.people.ada, world.water.people.ben].toSorted());
  });
});

describe('one’s own organising', () => {
  const weeks = (who: TestClient) => who.workload.organisingWeeks.query();
  const traces = () =>
    runQuery(
      application.database.ownerUrl,
      `SELECT (SELECT count(*) FROM "Change")::int AS changes, (SELECT count(*) FROM "Command")::int AS commands,
        (SELECT count(*) FROM "AuditEntry")::int AS audited, (SELECT sum("seq") FROM "Feed")::int AS told`,
    );

  it('W1.16 is written, written again and taken away, and leaves no trace elsewhere', async () => {
    const monday = mondayOf(today());
    const before = await traces();
    const set = (at: string, minutes: number | null) => ada.workload.setOrganisingWeek.mutate({ monday: at, minutes });
    await set(addDays(monday, -7), 240);
    await set(monday, 60);
    await set(monday, 90);
    expect(await weeks(ada)).toEqual([
      { monday: addDays(monday, -7), minutes: 240 },
      { monday, minutes: 90 },
    ]);
    await set(monday, null);
    await set(monday, null);
    expect(await weeks(ada)).toEqual([{ monday: addDays(monday, -7), minutes: 240 }]);
    expect(await traces()).toEqual(before);
    for (const wrong of [
      { monday, minutes: -1 },
      { monday, minutes: 10_081 },
      { monday: addDays(monday, 1), minutes: 1 },
    ])
      await expect(ada.workload.setOrganisingWeek.mutate(wrong)).rejects.toMatchObject({ data: { code: 'badInput' } });
  });

  it('W1.16 is there for nobody else: not a colleague, an administrator, the team’s board, or a statement in their name', async () => {
    await ada.workload.setOrganisingWeek.mutate({ monday: mondayOf(today()), minutes: 1234 });
    for (const who of [ben, fatma, anna]) expect(await weeks(who)).toEqual([]);
    expect(JSON.stringify(await ben.responsibilities.board.query({ teamId }))).not.toContain('1234');
    const client = await application.database.pool.connect();
    try {
      const seenBy = async (personId: string): Promise<number | null> => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.organisation', $1, true), set_config('app.person', $2, true)`, [
          world.water.id,
          personId,
        ]);
        const { rowCount } = await client.query('SELECT 1 FROM "OrganisingWeek"');
        await client.query('ROLLBACK');
        return rowCount;
      };
      const { people } = world.water;
      expect([await seenBy(people.ben), await seenBy(people.anna), await seenBy('')]).toEqual([0, 0, 0]);
      expect(await seenBy(people.ada)).toBeGreaterThan(0);
    } finally {
      client.release();
    }
  });
});

describe('the municipality’s own free days', () => {
  it('O16 O18 are in every open team at once, in its feed, and told to nobody of another organisation', async () => {
    const { permits, green } = world.water.teams;
    const listening = async (personId: PersonId, at: TeamId) => {
      const socket = await application.socket(await application.signIn(personId));
      expect(await socket.emitWithAck('listen', { teamId: at })).toMatchObject({ ok: true });
      return { socket, heard: hear(socket) };
    };
    const { people } = world.water;
    const ears = await Promise.all([listening(people.ben, permits), listening(people.dina, green)]);
    const days = ['2026-12-24', '2027-05-07'];
    const setting = { commandId: newId<'command'>(), days: [...days].toReversed() };
    await anna.organisation.setOwnHolidays.mutate(setting);
    await anna.organisation.setOwnHolidays.mutate(setting);
    for (const { heard } of ears)
      await expect
        .poll(() => heard.changes)
        .toMatchObject([
          {
            action: 'team.holidays',
            changes: [{ entity: 'team', before: { ownHolidays: [] }, after: { ownHolidays: days } }],
          },
        ]);
    expect(await ben.organisation.ownHolidays.query()).toEqual(days);
    const { snapshot } = await fatma.responsibilities.board.query({ teamId: green });
    expect(snapshot.team[green]).toMatchObject({ ownHolidays: days });
    const olaf = application.client(await application.signIn(world.hill.people.olaf));
    expect(await olaf.organisation.ownHolidays.query()).toEqual([]);
    const wrong = { commandId: newId<'command'>(), days: ['2031-01-01'] };
    await expect(anna.organisation.setOwnHolidays.mutate(wrong)).rejects.toMatchObject(
      refused('badInput', { field: 'days' }),
    );
    for (const { socket } of ears) socket.close();
  });
});
