import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPresence } from '@roer/api/live/presence';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestSocket } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from './hear.ts';
import type { Heard } from './hear.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let permits: TeamId;
const log: string[] = [];
beforeAll(async () => {
  application = await startApplication({
    headsEvery: 50,
    requestsAMinute: 1_000_000,
    log: (line) => void log.push(line),
  });
  world = await createWorld(application.database);
  permits = world.water.teams.permits;
});
afterAll(() => application.close());

const opened: TestSocket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.close();
});

const newId = (): ResponsibilityId =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as ResponsibilityId;

type Page = { socket: TestSocket; heard: Heard; now: () => Record<string, ResponsibilityId | null> };
const openPage = async (personId: PersonId, { listens = true } = {}): Promise<Page> => {
  const socket = await application.socket(await application.signIn(personId));
  opened.push(socket);
  const heard = hear(socket);
  if (listens) await socket.emitWithAck('listen', { teamId: permits });
  const now = () =>
    Object.fromEntries(
      (heard.presence.at(-1)?.people ?? []).map(({ personId: who, responsibilityId }) => [who, responsibilityId]),
    );
  return { socket, heard, now };
};

describe('who is looking', () => {
  it('PR1 tells the team who looks at its pages now and at what, and that they are gone', async () => {
    const { ada, ben } = world.water.people;
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const one = newId();
    bens.socket.emit('look', { teamId: permits, responsibilityId: null });
    await expect.poll(adas.now).toEqual({ [ben]: null });
    bens.socket.emit('look', { teamId: permits, responsibilityId: one });
    await expect.poll(adas.now).toEqual({ [ben]: one });
    adas.socket.emit('look', { teamId: permits, responsibilityId: null });
    await expect.poll(bens.now).toEqual({ [ben]: one, [ada]: null });
    bens.socket.emit('look', null);
    await expect.poll(adas.now).toEqual({ [ada]: null });
    for (const { people } of adas.heard.presence)
      for (const person of people) expect(Object.keys(person).toSorted()).toEqual(['personId', 'responsibilityId']);
  });

  it('PR1 tells who comes later at once, and forgets who left, hid the page or lost the connection', async () => {
    const { ada, ben, fatma } = world.water.people;
    const bens = await openPage(ben);
    const fatmas = await openPage(fatma);
    bens.socket.emit('look', { teamId: permits, responsibilityId: null });
    fatmas.socket.emit('look', { teamId: permits, responsibilityId: null });
    await expect.poll(() => Object.keys(bens.now()).length).toBe(2);
    const adas = await openPage(ada);
    await expect.poll(adas.now).toEqual({ [ben]: null, [fatma]: null });
    bens.socket.close();
    await expect.poll(adas.now).toEqual({ [fatma]: null });
    fatmas.socket.emit('leave', { teamId: permits });
    await expect.poll(adas.now).toEqual({});
  });

  it('PR2 somebody with several pages open is there once, at what they looked at last', async () => {
    const { ada, ben } = world.water.people;
    const adas = await openPage(ada);
    const [first, second] = [await openPage(ben), await openPage(ben)];
    const [one, other] = [newId(), newId()];
    first.socket.emit('look', { teamId: permits, responsibilityId: one });
    await expect.poll(adas.now).toEqual({ [ben]: one });
    second.socket.emit('look', { teamId: permits, responsibilityId: other });
    await expect.poll(adas.now).toEqual({ [ben]: other });
    expect(adas.heard.presence.every(({ people }) => people.length <= 1)).toBe(true);
    second.socket.close();
    await expect.poll(adas.now).toEqual({ [ben]: one });
  });

  it('PR3 A1 A4 is for members alone: nobody else hears it, or can be there', async () => {
    const { ada, eva, anna, mira } = world.water.people;
    const adas = await openPage(ada);
    const outsiders = await Promise.all([eva, anna, mira, world.hill.people.olaf].map((who) => openPage(who)));
    const silent = await openPage(world.water.people.ben, { listens: false });
    for (const { socket } of [...outsiders, silent]) socket.emit('look', { teamId: permits, responsibilityId: null });
    adas.socket.emit('look', { teamId: permits, responsibilityId: null });
    await expect.poll(adas.now).toEqual({ [ada]: null });
    // A question that is answered after all of them were heard.
    for (const { socket } of [...outsiders, silent]) await socket.emitWithAck('listen', { teamId: permits });
    expect(adas.heard.presence.flatMap(({ people }) => people.map(({ personId }) => personId))).toEqual([ada]);
    for (const { heard } of outsiders) expect(heard.presence).toEqual([]);
  });

  it('PR3 who is no longer a member is no longer there', async () => {
    const { ada, fatma } = world.water.people;
    const [adas, fatmas] = [await openPage(ada), await openPage(fatma)];
    fatmas.socket.emit('look', { teamId: permits, responsibilityId: null });
    await expect.poll(adas.now).toEqual({ [fatma]: null });
    const endMembership = (until: string | null) =>
      runQuery(
        application.database.ownerUrl,
        'UPDATE "Membership" SET "until" = $2 WHERE "personId" = $1 AND "teamId" = $3',
        [fatma, until, permits],
      );
    await endMembership('2026-11-23');
    try {
      await expect.poll(adas.now).toEqual({});
      fatmas.socket.emit('look', { teamId: permits, responsibilityId: null });
      await fatmas.socket.emitWithAck('listen', { teamId: permits });
      expect(adas.now()).toEqual({});
    } finally {
      await endMembership(null);
    }
  });

  it('PR4 stores nothing and logs nothing', async () => {
    const { ada, ben } = world.water.people;
    const count = async () => {
      const tables = await runQuery<{ name: string; rows: number }>(
        application.database.ownerUrl,
        `SELECT relname AS name, (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I.%I', nspname, relname), false, true, '')))[1]::text::int AS rows
         FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname = 'public' ORDER BY 1`,
      );
      return JSON.stringify(tables);
    };
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const before = await count();
    const lines = log.length;
    bens.socket.emit('look', { teamId: permits, responsibilityId: newId() });
    await expect.poll(() => Object.keys(adas.now())).toEqual([ben]);
    bens.socket.close();
    await expect.poll(adas.now).toEqual({});
    expect(await count()).toBe(before);
    expect(log.slice(lines)).toEqual([]);
  });

  it('PR4 what is not a message changes nothing', async () => {
    const { ada, ben } = world.water.people;
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    bens.socket.emit('look', { teamId: permits, responsibilityId: null });
    await expect.poll(adas.now).toEqual({ [ben]: null });
    // A browser of ours cannot send these; anything else can.
    const raw = bens.socket as unknown as { emit: (event: string, ...rest: unknown[]) => void };
    for (const message of [7, 'x', {}, { teamId: permits }, { teamId: permits, responsibilityId: 'x' }])
      raw.emit('look', message);
    raw.emit('presence', { teamId: permits, people: [{ personId: ada, responsibilityId: null }] });
    await bens.socket.emitWithAck('listen', { teamId: permits });
    expect(adas.now()).toEqual({ [ben]: null });
  });
});

it('PR4 a flood of looks is told a few times, and the last one counts', async () => {
  const told: number[] = [];
  const looked = Promise.withResolvers<void>();
  const person = application.clock.newId() as PersonId;
  const last = newId();
  const presence = openPresence({
    tell: (_teamId, people) => {
      told.push(people.length);
      if (people[0]?.responsibilityId === last) looked.resolve();
    },
    tellEvery: 20,
  });
  for (let count = 0; count < 5000; count += 1)
    presence.look('socket', {
      teamId: permits,
      personId: person,
      responsibilityId: count === 4999 ? last : newId(),
    });
  await looked.promise;
  expect(told.length).toBeLessThan(5);
  presence.look('socket', null);
  presence.close();
});
