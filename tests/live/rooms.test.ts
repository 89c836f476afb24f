import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commandInTeam } from '@roer/db/team-transaction';
import type { RowChange } from '@roer/domain/feed';
import type { AreaId, CommandId, Id, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestSocket } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from './hear.ts';
import type { Heard } from './hear.ts';

const headsEvery = 50;
let application: TestApplication;
/** Another process on the same database. */
let other: TestApplication;
let world: World<typeof standardWorld>;
let permits: TeamId;
beforeAll(async () => {
  application = await startApplication({ headsEvery, requestsAMinute: 1_000_000 });
  const { database, clock } = application;
  other = await startApplication({ headsEvery, database, clock, requestsAMinute: 1_000_000 });
  world = await createWorld(database);
  permits = world.water.teams.permits;
});
afterAll(async () => {
  await other.close();
  await application.close();
});

const opened: TestSocket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.close();
});

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;

const connect = async (
  personId: PersonId,
  { at = application, cookie }: { at?: TestApplication; cookie?: string } = {},
): Promise<{ socket: TestSocket; heard: Heard; cookie: string }> => {
  const own = cookie ?? (await application.signIn(personId));
  const socket = await at.socket(own);
  opened.push(socket);
  return { socket, heard: hear(socket), cookie: own };
};

const makeArea = async (
  personId: PersonId,
  teamId: TeamId = permits,
): Promise<{ seq: number; commandId: CommandId }> => {
  const client = application.client(await application.signIn(personId));
  const { delivery } = await client.responsibilities.createArea.mutate({
    commandId: newId<'command'>(),
    teamId,
    id: newId<'area'>(),
    name: 'Area',
  });
  if (!delivery) throw new Error('A new area is a change.');
  return delivery;
};

const twice = headsEvery * 3;
const quiet = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, twice);
  });

describe('who may connect', () => {
  it('A4 refuses the socket of a stranger, of a forged cookie and of a session that ended', async () => {
    await expect(application.socket()).rejects.toThrow('signInNeeded');
    await expect(application.socket('roer.session_token=forged.signature')).rejects.toThrow('signInNeeded');
    await expect(application.socket('roer.session_token=%E0%A4%A')).rejects.toThrow('signInNeeded');
    const cookie = await application.signIn(world.water.people.ada);
    await application.database.identityPool.query('DELETE FROM "Session"');
    await expect(application.socket(cookie)).rejects.toThrow('signInNeeded');
  });

  it('refuses a page of another site, also with the right cookie', async () => {
    const cookie = await application.signIn(world.water.people.ada);
    for (const origin of ['https://elsewhere.example', 'null', undefined]) {
      const answer = await fetch(`${application.url}/socket.io/?EIO=4&transport=polling`, {
        headers: { cookie, ...(origin === undefined ? {} : { origin }) },
      });
      expect(answer.status, origin).toBe(403);
    }
  });
});

describe('who may listen', () => {
  it('A1 A2 A4 answers everybody who is not a member as if the team were not there, and tells them nothing', async () => {
    const { ada, cem, dina, eva, mira, mats, anna } = world.water.people;
    const { olaf, odile } = world.hill.people;
    const outsiders = await Promise.all([cem, dina, eva, mira, mats, anna, olaf, odile].map((each) => connect(each)));
    const insider = await connect(ada);
    expect(await insider.socket.emitWithAck('listen', { teamId: permits })).toEqual({ ok: true, head: 0 });
    for (const { socket } of outsiders) {
      const theirs = await socket.emitWithAck('listen', { teamId: permits });
      const nobodys = await socket.emitWithAck('listen', { teamId: newId<'team'>() });
      expect(JSON.stringify(theirs)).toBe(JSON.stringify(nobodys));
      expect(theirs).toEqual({ ok: false });
    }
    const { seq } = await makeArea(ada);
    await expect.poll(() => insider.heard.changes.map((change) => change.seq)).toEqual([seq]);
    await quiet();
    for (const { heard } of outsiders) expect(heard.all).toEqual([]);
  });

  it('a member who does not listen, or who left, hears nothing', async () => {
    const listener = await connect(world.water.people.ben);
    const silent = await connect(world.water.people.fatma);
    await listener.socket.emitWithAck('listen', { teamId: permits });
    await silent.socket.emitWithAck('listen', { teamId: permits });
    silent.socket.emit('leave', { teamId: permits });
    await silent.socket.emitWithAck('listen', { teamId: world.water.teams.green });
    // Heads may have been told in between.
    silent.heard.heads.length = 0;
    const { seq } = await makeArea(world.water.people.ada);
    await expect.poll(() => listener.heard.changes.map((change) => change.seq)).toEqual([seq]);
    await quiet();
    expect(silent.heard.changes).toEqual([]);
    expect(silent.heard.heads.filter((heads) => permits in heads)).toEqual([]);
  });

  it('what is not a message is not answered and ends nothing', async () => {
    const { socket, heard } = await connect(world.water.people.ada);
    // A browser of ours cannot send these; anything else can.
    const raw = socket as unknown as { emit: (event: string, ...rest: unknown[]) => void };
    const answers: unknown[] = [];
    for (const message of [null, 7, 'x', {}, { teamId: 7 }, { teamId: 'x' }, { teamId: { $ne: null } }, [permits]]) {
      raw.emit('listen', message, (answer: unknown) => answers.push(answer));
      raw.emit('listen', message);
      raw.emit('leave', message);
    }
    raw.emit('listen');
    raw.emit('join', `team:${permits}`);
    raw.emit('change', { feed: permits, seq: 1 });
    raw.emit('listen', { teamId: permits }, 'not a function');
    expect(await socket.emitWithAck('listen', { teamId: permits })).toMatchObject({ ok: true });
    await makeArea(world.water.people.ben);
    await expect.poll(() => heard.changes.length).toBe(1);
    expect(answers).toEqual([]);
  });
});

describe('what is lost heals', () => {
  /** As a process that was killed between the commit and the delivery. */
  const changeSilently = async (): Promise<number> => {
    const id: AreaId = newId<'area'>();
    const changes: RowChange[] = [{ entity: 'area', before: null, after: { id, name: 'Silent', order: 0 } }];
    const { delivery } = await commandInTeam(
      application.database.pool,
      {
        organisationId: world.water.id,
        personId: world.water.people.ben,
        teamId: permits,
        commandId: newId<'command'>(),
        procedure: 'test',
        inputDigest: 'test',
        now: application.clock.now(),
        newId: application.clock.newId,
      },
      async () => ({ action: 'area.create', changes }),
    );
    return delivery?.seq ?? 0;
  };

  it('F4 a change that was committed and never delivered is told by the heads, and caught up', async () => {
    const { socket, heard, cookie } = await connect(world.water.people.ada);
    const answer = await socket.emitWithAck('listen', { teamId: permits });
    const head = answer.ok ? answer.head : -1;
    const seq = await changeSilently();
    expect(seq).toBe(head + 1);
    await expect.poll(() => heard.heads.at(-1)?.[permits]).toBe(seq);
    expect(heard.changes).toEqual([]);
    const { changes } = await application.client(cookie).responsibilities.since.query({ teamId: permits, seq: head });
    expect(changes?.map((change) => change.seq)).toEqual([seq]);
  });

  it('F4 a change through one process reaches those who listen at another by its heads', async () => {
    const near = await connect(world.water.people.ada);
    const far = await connect(world.water.people.ben, { at: other });
    for (const { socket } of [near, far]) await socket.emitWithAck('listen', { teamId: permits });
    const { seq } = await makeArea(world.water.people.fatma);
    await expect.poll(() => near.heard.changes.map((change) => change.seq)).toEqual([seq]);
    await expect.poll(() => far.heard.heads.at(-1)?.[permits]).toBe(seq);
    const { changes } = await other.client(far.cookie).responsibilities.since.query({ teamId: permits, seq: seq - 1 });
    expect(changes).toEqual(near.heard.changes);
  });

  it('F5 who is too far behind, or ahead of what is there, is sent to a new snapshot', async () => {
    const client = application.client(await application.signIn(world.water.people.ada));
    const { seq } = await client.responsibilities.board.query({ teamId: permits });
    expect(await client.responsibilities.since.query({ teamId: permits, seq: seq + 1 })).toEqual({ changes: null });
    expect(await client.responsibilities.since.query({ teamId: permits, seq })).toEqual({ changes: [] });
    await runQuery(application.database.ownerUrl, 'DELETE FROM "Change" WHERE "feedId" = $1 AND "seq" <= 1', [permits]);
    expect(await client.responsibilities.since.query({ teamId: permits, seq: 0 })).toEqual({ changes: null });
    await makeArea(world.water.people.ada);
    const { changes } = await client.responsibilities.since.query({ teamId: permits, seq });
    expect(changes?.map((change) => change.seq)).toEqual([seq + 1]);
  });
});

describe('when a right ends', () => {
  const endMembership = (until: string | null): Promise<object[]> =>
    runQuery(
      application.database.ownerUrl,
      'UPDATE "Membership" SET "until" = $2 WHERE "personId" = $1 AND "teamId" = $3',
      [world.water.people.fatma, until, permits],
    );

  it('A1 somebody who is no longer a member leaves the room at once, at every process, and hears no more', async () => {
    const near = await connect(world.water.people.fatma);
    const far = await connect(world.water.people.fatma, { at: other });
    for (const { socket } of [near, far])
      expect(await socket.emitWithAck('listen', { teamId: permits })).toMatchObject({ ok: true });
    await endMembership('2026-11-23');
    try {
      for (const { heard } of [near, far]) await expect.poll(() => heard.ended).toEqual([permits]);
      const before = [near.heard.changes.length, far.heard.changes.length];
      await makeArea(world.water.people.ada);
      await quiet();
      expect([near.heard.changes.length, far.heard.changes.length]).toEqual(before);
      expect(await near.socket.emitWithAck('listen', { teamId: permits })).toEqual({ ok: false });
      expect(await near.socket.emitWithAck('listen', { teamId: world.water.teams.green })).toMatchObject({ ok: true });
    } finally {
      await endMembership(null);
    }
  });

  it('A1 a right that ends by date ends when that day comes', async () => {
    const { socket, heard } = await connect(world.water.people.fatma);
    await socket.emitWithAck('listen', { teamId: permits });
    await endMembership('2026-11-24');
    try {
      await quiet();
      expect(heard.ended).toEqual([]);
      application.clock.advance(15 * 3_600_000);
      await expect.poll(() => heard.ended).toEqual([permits]);
    } finally {
      application.clock.advance(-15 * 3_600_000);
      await endMembership(null);
    }
  });

  it('a session that ended elsewhere, or by time, closes its socket and no other', async () => {
    const ends = await connect(world.water.people.ben);
    const stays = await connect(world.water.people.ben);
    await ends.socket.emitWithAck('listen', { teamId: permits });
    await stays.socket.emitWithAck('listen', { teamId: permits });
    const token = decodeURIComponent(ends.cookie.split('=')[1] ?? '').split('.')[0];
    await application.database.identityPool.query('DELETE FROM "Session" WHERE "token" = $1', [token]);
    await expect.poll(() => [ends.heard.sessionEnded, ends.socket.connected]).toEqual([1, false]);
    const { seq } = await makeArea(world.water.people.ada);
    await expect.poll(() => stays.heard.changes.map((change) => change.seq)).toEqual([seq]);
    expect([stays.heard.sessionEnded, stays.socket.connected]).toEqual([0, true]);
    expect(ends.heard.changes).toEqual([]);
  });

  it('signing out closes the sockets of that session at once', async () => {
    const { socket, heard, cookie } = await connect(world.water.people.ben);
    const answer = await fetch(`${application.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: application.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    await expect.poll(() => [heard.sessionEnded > 0, socket.connected]).toEqual([true, false]);
  });
});
