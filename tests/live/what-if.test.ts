import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWhatIfs } from '@roer/api/live/what-if';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import type { WhatIf } from '@roer/domain/workload/tried';
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

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;

const aWhatIf = (): WhatIf => {
  const { ada, ben } = world.water.people;
  const what = { responsibilityId: newId<'responsibility'>(), assignmentId: newId<'assignment'>(), workId: null };
  const move = { id: newId<'transferItem'>(), ...what, sharePercent: 40, giver: ada, receiver: ben };
  return { moves: [move], from: '2026-12-07', until: '2026-12-14' };
};

type Page = {
  socket: TestSocket;
  heard: Heard;
  now: () => Record<string, WhatIf>;
  tries: (whatIf: WhatIf | null) => void;
};
/** Listens and looks, as the page of a team does. */
const openPage = async (personId: PersonId, { listens = true } = {}): Promise<Page> => {
  const socket = await application.socket(await application.signIn(personId));
  opened.push(socket);
  const heard = hear(socket);
  if (listens) await socket.emitWithAck('listen', { teamId: permits });
  socket.emit('look', { teamId: permits, responsibilityId: null });
  return {
    socket,
    heard,
    now: () => Object.fromEntries((heard.whatIf.at(-1)?.tries ?? []).map(({ personId: who, whatIf }) => [who, whatIf])),
    tries: (whatIf) => void socket.emit('whatIf', whatIf && { teamId: permits, ...whatIf }),
  };
};

describe('what somebody tries out', () => {
  it('WI1 is told to the team while it lasts, and to who comes later at once', async () => {
    const { ada, ben, fatma } = world.water.people;
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const [one, other, bensOwn] = [aWhatIf(), aWhatIf(), aWhatIf()];
    adas.tries(one);
    await expect.poll(bens.now).toEqual({ [ada]: one });
    adas.tries(other);
    await expect.poll(bens.now).toEqual({ [ada]: other });
    bens.tries(bensOwn);
    await expect.poll(adas.now).toEqual({ [ada]: other, [ben]: bensOwn });
    const fatmas = await openPage(fatma);
    expect(fatmas.now()).toEqual({ [ada]: other, [ben]: bensOwn });
    adas.tries(null);
    await expect.poll(fatmas.now).toEqual({ [ben]: bensOwn });
  });

  it.each<[string, (page: Page) => unknown]>([
    ['hides the page', ({ socket }) => socket.emit('look', null)],
    ['looks at another team', ({ socket }) => socket.emit('look', { teamId: newId<'team'>(), responsibilityId: null })],
    ['leaves the team', ({ socket }) => socket.emit('leave', { teamId: permits })],
    ['loses the connection', ({ socket }) => socket.close()],
  ])('WI1 ends when who tries it %s', async (_, leave) => {
    const { ada, ben } = world.water.people;
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const one = aWhatIf();
    adas.tries(one);
    await expect.poll(bens.now).toEqual({ [ada]: one });
    leave(adas);
    await expect.poll(bens.now).toEqual({});
  });

  it('WI1 goes on while somebody opens a responsibility of that team', async () => {
    const { ada, ben } = world.water.people;
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const one = aWhatIf();
    adas.tries(one);
    await expect.poll(bens.now).toEqual({ [ada]: one });
    adas.socket.emit('look', { teamId: permits, responsibilityId: newId<'responsibility'>() });
    await adas.socket.emitWithAck('listen', { teamId: permits });
    expect(adas.now()).toEqual({ [ada]: one });
  });

  it('WI2 somebody with several pages open tries the last', async () => {
    const { ada, ben } = world.water.people;
    const adas = await openPage(ada);
    const [first, second] = [await openPage(ben), await openPage(ben)];
    const [one, other] = [aWhatIf(), aWhatIf()];
    first.tries(one);
    await expect.poll(adas.now).toEqual({ [ben]: one });
    second.tries(other);
    await expect.poll(adas.now).toEqual({ [ben]: other });
    expect(adas.heard.whatIf.every(({ tries }) => tries.length <= 1)).toBe(true);
    second.socket.close();
    await expect.poll(adas.now).toEqual({ [ben]: one });
  });

  it('WI3 A1 A4 is for members alone: nobody else hears it, or can try anything', async () => {
    const { ada, ben, eva, dina, anna, mira } = world.water.people;
    const adas = await openPage(ada);
    const strangers = [eva, dina, anna, mira, world.hill.people.olaf];
    const outsiders = await Promise.all(strangers.map((who) => openPage(who)));
    const silent = await openPage(ben, { listens: false });
    for (const outsider of [...outsiders, silent]) outsider.tries(aWhatIf());
    const one = aWhatIf();
    adas.tries(one);
    await expect.poll(adas.now).toEqual({ [ada]: one });
    // A question that is answered after all of them were heard.
    for (const { socket } of [...outsiders, silent]) await socket.emitWithAck('listen', { teamId: permits });
    const told = adas.heard.whatIf.flatMap(({ tries }) => tries.map(({ personId }) => personId));
    expect(new Set(told)).toEqual(new Set([ada]));
    for (const { heard } of outsiders) expect(heard.all).not.toContain('whatIf');
  });

  it('WI3 who is no longer a member tries nothing any more', async () => {
    const { ada, fatma } = world.water.people;
    const [adas, fatmas] = [await openPage(ada), await openPage(fatma)];
    const one = aWhatIf();
    fatmas.tries(one);
    await expect.poll(adas.now).toEqual({ [fatma]: one });
    const endMembership = (until: string | null) =>
      runQuery(
        application.database.ownerUrl,
        'UPDATE "Membership" SET "until" = $2 WHERE "personId" = $1 AND "teamId" = $3',
        [fatma, until, permits],
      );
    await endMembership('2026-11-23');
    try {
      await expect.poll(adas.now).toEqual({});
      fatmas.tries(one);
      await fatmas.socket.emitWithAck('listen', { teamId: permits });
      expect(adas.now()).toEqual({});
    } finally {
      await endMembership(null);
    }
  });

  it('WI4 stores nothing and logs nothing', async () => {
    const { ada, ben } = world.water.people;
    const count = async () =>
      JSON.stringify(
        await runQuery<{ name: string; rows: number }>(
          application.database.ownerUrl,
          `SELECT relname AS name, (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I.%I', nspname, relname), false, true, '')))[1]::text::int AS rows
           FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname = 'public' ORDER BY 1`,
        ),
      );
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const before = await count();
    const lines = log.length;
    bens.tries(aWhatIf());
    await expect.poll(() => Object.keys(adas.now())).toEqual([ben]);
    bens.socket.close();
    await expect.poll(adas.now).toEqual({});
    expect(await count()).toBe(before);
    expect(log.slice(lines)).toEqual([]);
  });

  it('WI4 what is not a message changes nothing', async () => {
    const { ada, ben } = world.water.people;
    const [adas, bens] = [await openPage(ada), await openPage(ben)];
    const one = aWhatIf();
    bens.tries(one);
    await expect.poll(adas.now).toEqual({ [ben]: one });
    // A browser of ours cannot send these; anything else can.
    const raw = bens.socket as unknown as { emit: (event: string, ...rest: unknown[]) => void };
    const [move] = one.moves;
    const whole = { teamId: permits, ...one };
    const broken = [
      7,
      {},
      { ...whole, moves: [] },
      { ...whole, moves: Array.from({ length: 21 }, () => move) },
      { ...whole, moves: [{ ...move, workId: newId() }] },
      { ...whole, moves: [{ ...move, assignmentId: null }] },
      { ...whole, moves: [{ ...move, sharePercent: 101 }] },
      { ...whole, moves: [{ ...move, receiver: 'Ben' }] },
      { ...whole, until: whole.from },
      { ...whole, from: 'tomorrow' },
    ];
    for (const message of broken) raw.emit('whatIf', message);
    raw.emit('whatIf', { ...whole, words: 'x', moves: [{ ...move, words: 'x' }] });
    await bens.socket.emitWithAck('listen', { teamId: permits });
    // The last one is one with words beside it, which nobody gets.
    await expect.poll(adas.now).toEqual({ [ben]: one });
    expect(JSON.stringify(adas.heard.whatIf)).not.toContain('words');
  });
});

it('WI4 a flood of tries is told a few times, and the last one counts', async () => {
  const told: number[] = [];
  const ended = Promise.withResolvers<void>();
  const personId = newId<'person'>();
  const last = aWhatIf();
  const whatIfs = openWhatIfs({
    tell: (_teamId, tries) => {
      told.push(tries.length);
      if (tries[0]?.whatIf === last) ended.resolve();
    },
    tellEvery: 20,
  });
  for (let count = 0; count < 5000; count += 1)
    whatIfs.tries('socket', { teamId: permits, personId, whatIf: count === 4999 ? last : aWhatIf() });
  await ended.promise;
  expect(told.length).toBeLessThan(5);
  whatIfs.tries('socket', null);
  whatIfs.close();
});
