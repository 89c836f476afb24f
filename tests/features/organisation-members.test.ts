import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { startOver } from '../kit/start-over.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

const threeDays = [480, 480, 480, 0, 0, 0, 0];
let application: TestApplication;
let world: World<typeof standardWorld>;
type Person = keyof typeof world.water.people;
type Team = keyof typeof world.water.teams;
const ask = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const cookie = (person: Person) => application.signIn(world.water.people[person]);
const as = async (person: Person): Promise<TestClient> => application.client(await cookie(person));
// The brand exists only for the compiler.
const fresh = <Kind extends string>(): Id<Kind> => application.clock.newId() as Id<Kind>;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  await startOver(application.database);
  world = await createWorld(application.database);
});

const joining = (person: Person, team: Team, { home = false } = {}) => ({
  commandId: fresh<'command'>(),
  teamId: world.water.teams[team],
  membershipId: fresh<'membership'>(),
  personId: world.water.people[person],
  minutesByWeekday: threeDays,
  home,
});
/** Somebody's membership of a team, as a command on it names it. */
const ofMembership = (person: Person, team: Team) => ({
  commandId: fresh<'command'>(),
  teamId: world.water.teams[team],
  membershipId: world.water.memberships[person][team] ?? fresh<'membership'>(),
});
const listening = async (person: Person, team: Team) => {
  const socket = await application.socket(await cookie(person));
  const answer = await socket.emitWithAck('listen', { teamId: world.water.teams[team] });
  return { socket, answer, heard: hear(socket) };
};

describe('joining', () => {
  it('O8 A1 A2 is for the team and for administrators, and for nobody else', async () => {
    for (const person of ['dina', 'cem', 'mira', 'mats'] as const) {
      const client = await as(person);
      await expect(client.organisation.startMembership.mutate(joining('eva', 'permits'))).rejects.toEqual(
        refused('notFound'),
      );
      const ada = ofMembership('ada', 'permits');
      await expect(
        client.organisation.changeMembership.mutate({ ...ada, minutesByWeekday: threeDays, home: true }),
      ).rejects.toEqual(refused('notFound'));
      await expect(client.organisation.endMembership.mutate(ada)).rejects.toEqual(refused('notFound'));
    }
    const odile = application.client(await application.signIn(world.hill.people.odile));
    await expect(odile.organisation.startMembership.mutate(joining('eva', 'permits'))).rejects.toEqual(
      refused('notFound'),
    );
    const ours = { ...joining('eva', 'permits'), personId: world.hill.people.olaf };
    await expect((await as('ada')).organisation.startMembership.mutate(ours)).rejects.toEqual(refused('notFound'));
    await (await as('ada')).organisation.startMembership.mutate(joining('eva', 'permits'));
    await (await as('anna')).organisation.startMembership.mutate(joining('cem', 'permits'));
  });

  it('O8 is heard by the team and by whoever joins, who may listen from then on', async () => {
    const ada = await as('ada');
    const ben = await listening('ben', 'permits');
    const eva = await listening('eva', 'permits');
    expect([ben.answer.ok, eva.answer.ok]).toEqual([true, false]);
    const input = joining('eva', 'permits');
    const { delivery } = await ada.organisation.startMembership.mutate(input);
    expect(delivery).toMatchObject({
      seq: 1,
      action: 'membership.start',
      changes: [{ after: { name: 'Eva Jansen' } }],
    });
    await expect.poll(() => ben.heard.changes).toEqual([delivery]);
    await expect.poll(() => eva.heard.rightsChanged).toBe(1);
    expect(await eva.socket.emitWithAck('listen', { teamId: input.teamId })).toEqual({ ok: true, head: 1 });
    const { snapshot } = await (await as('eva')).responsibilities.board.query({ teamId: input.teamId });
    expect(snapshot.member[input.membershipId]).toMatchObject({ minutesByWeekday: threeDays, from: '2026-11-23' });
    await expect(ada.organisation.startMembership.mutate(joining('eva', 'permits'))).rejects.toEqual(
      refused('alreadyMember'),
    );
    expect(await ada.organisation.startMembership.mutate(input)).toEqual({ done: true, delivery });
    expect(ben.heard.changes).toHaveLength(1);
  });

  it('O9 a person has one home team, also when two teams take somebody at the same moment', async () => {
    const ada = await as('ada');
    await expect(ada.organisation.startMembership.mutate(joining('eva', 'permits', { home: true }))).rejects.toEqual(
      refused('homeTeamExists'),
    );
    const dina = await as('dina');
    const answers = await Promise.allSettled([
      ada.organisation.startMembership.mutate(joining('mats', 'permits', { home: true })),
      dina.organisation.startMembership.mutate(joining('mats', 'green', { home: true })),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await ask<{ homes: number }>(
      `SELECT count(*)::int AS homes FROM "Membership" WHERE "home" AND "personId" = '${world.water.people.mats}'`,
    );
    expect(row).toEqual({ homes: 1 });
  });
});

describe('hours', () => {
  it('O10 change from today, and what they were stays known; the same again is no change', async () => {
    const ada = await as('ada');
    const change = { ...ofMembership('ben', 'permits'), minutesByWeekday: threeDays, home: true };
    const { delivery } = await ada.organisation.changeMembership.mutate(change);
    expect(delivery).toMatchObject({
      action: 'membership.change',
      changes: [
        { before: { minutesByWeekday: [480, 480, 480, 480, 240, 0, 0] }, after: { minutesByWeekday: threeDays } },
      ],
    });
    const hours = await ask(
      `SELECT "from"::text, "minutesByWeekday" FROM "MembershipHours" WHERE "membershipId" = '${change.membershipId}' ORDER BY 1`,
    );
    expect(hours).toEqual([
      { from: '2024-01-01', minutesByWeekday: [480, 480, 480, 480, 240, 0, 0] },
      { from: '2026-11-23', minutesByWeekday: threeDays },
    ]);
    const again = { ...change, commandId: fresh<'command'>() };
    expect(await ada.organisation.changeMembership.mutate(again)).toEqual({ done: true, delivery: null });
    const impossible = { ...again, minutesByWeekday: [1500, 0, 0, 0, 0, 0, 0] };
    await expect(ada.organisation.changeMembership.mutate(impossible)).rejects.toEqual(refused('badInput'));
  });
});

describe('leaving', () => {
  it('O9 O10 P16 who leaves their home team is from then on at home in one that they were in already', async () => {
    const anna = await as('anna');
    const home = { ...ofMembership('fatma', 'permits'), minutesByWeekday: threeDays, home: true };
    await expect(anna.organisation.changeMembership.mutate(home)).rejects.toEqual(refused('homeTeamExists'));
    await anna.organisation.endMembership.mutate(ofMembership('fatma', 'green'));
    await anna.organisation.changeMembership.mutate({ ...home, commandId: fresh<'command'>() });
    const rows = await ask(
      `SELECT "id", "from"::text, "until"::text, "home" FROM "Membership" WHERE "personId" = '${world.water.people.fatma}' ORDER BY "until"`,
    );
    expect(rows).toEqual([
      { id: world.water.memberships.fatma['green'], from: '2024-01-01', until: '2026-11-23', home: true },
      { id: home.membershipId, from: '2024-01-01', until: null, home: true },
    ]);
    await expect(anna.organisation.startMembership.mutate(joining('fatma', 'support', { home: true }))).rejects.toEqual(
      refused('homeTeamExists'),
    );
  });

  it('O11 ends at once what somebody may hear and do there, and nowhere else', async () => {
    const fatma = await listening('fatma', 'permits');
    await fatma.socket.emitWithAck('listen', { teamId: world.water.teams.green });
    const ben = await listening('ben', 'permits');
    const ada = await as('ada');
    const own = await as('fatma');
    await ada.organisation.endMembership.mutate(ofMembership('fatma', 'permits'));
    await expect.poll(() => ben.heard.changes).toMatchObject([{ action: 'membership.end' }]);
    await expect.poll(() => fatma.heard.ended).toContain(world.water.teams.permits);
    expect(fatma.heard.changes).toEqual([]);
    await ada.organisation.startMembership.mutate(joining('eva', 'permits'));
    await (await as('dina')).organisation.startMembership.mutate(joining('eva', 'green'));
    await expect.poll(() => fatma.heard.changes).toMatchObject([{ feed: world.water.teams.green }]);
    const { permits, green } = world.water.teams;
    await expect(own.responsibilities.board.query({ teamId: permits })).rejects.toEqual(refused('notFound'));
    await expect(own.responsibilities.board.query({ teamId: green })).resolves.toMatchObject({ seq: 1 });
    await expect(ada.organisation.endMembership.mutate(ofMembership('fatma', 'permits'))).rejects.toEqual(
      refused('notFound'),
    );
    await ada.organisation.startMembership.mutate(joining('fatma', 'permits'));
    await expect(own.responsibilities.board.query({ teamId: permits })).resolves.toMatchObject({ seq: 3 });
  });

  it('O11 is also for oneself, who then gets nothing of the team in answer', async () => {
    const ben = await as('ben');
    expect(await ben.organisation.endMembership.mutate(ofMembership('ben', 'permits'))).toEqual({
      done: true,
      delivery: null,
    });
  });

  it('O12 an administrator changes who is in a team without seeing its work', async () => {
    const anna = await as('anna');
    const answers = [
      await anna.organisation.startMembership.mutate(joining('eva', 'permits')),
      await anna.organisation.changeMembership.mutate({
        ...ofMembership('ada', 'permits'),
        minutesByWeekday: threeDays,
        home: true,
      }),
      await anna.organisation.endMembership.mutate(ofMembership('fatma', 'permits')),
    ];
    for (const answer of answers) expect(answer).toEqual({ done: true, delivery: null });
    const teamId = world.water.teams.permits;
    await expect(anna.responsibilities.board.query({ teamId })).rejects.toEqual(refused('notFound'));
  });
});
