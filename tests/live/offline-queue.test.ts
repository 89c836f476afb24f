import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRPCClientError } from '@trpc/client';
import { dateAt } from '@roer/domain/dates';
import type { Delivery } from '@roer/domain/feed';
import type { CommandId, Id } from '@roer/domain/ids';
import { emptyQueue } from '@roer/domain/offline-queue';
import type { OfflineQueue, QueuedCommand } from '@roer/domain/offline-queue';
import { createSender } from '@roer/web/live/queue-sender.ts';
import type { Sender, Tried } from '@roer/web/live/queue-sender.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

const clock = createClock();
let database: TestDatabase;
let application: TestApplication;
let world: World<typeof standardWorld>;
const start = (): Promise<TestApplication> => startApplication({ database, clock, requestsAMinute: 1_000_000 });
beforeAll(async () => {
  database = await createTestDatabase();
  application = await start();
  world = await createWorld(database);
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  clock.newId() as Id<Kind>;
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 1);
  });

type Fate = 'answered' | 'lostOnTheWay' | 'answerLost' | 'twice' | 'restart';
type Plan = { commands: { window: number; remove: boolean }[]; fates: Fate[]; crash: number };
const plan: fc.Arbitrary<Plan> = fc.record({
  commands: fc.array(fc.record({ window: fc.nat(1), remove: fc.boolean() }), { minLength: 4, maxLength: 10 }),
  fates: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Fate>('answered') },
      { weight: 5, arbitrary: fc.constantFrom<Fate>('lostOnTheWay', 'answerLost', 'twice') },
      { weight: 1, arbitrary: fc.constant<Fate>('restart') },
    ),
    { maxLength: 20 },
  ),
  crash: fc.nat(9),
});

const restart = async (): Promise<void> => {
  await application.close();
  application = await start();
};

const play = async ({ commands, fates, crash }: Plan) => {
  const personId = world.water.people.ada;
  const teamId = world.water.teams.permits;
  const cookie = await application.signIn(personId);
  const disk = { queue: emptyQueue };
  /** Given is given when it is kept. */
  const kept = new Set<CommandId>();
  let requests = 0;
  let holder: Promise<unknown> = Promise.resolve();
  const send = async ({ commandId, name, input }: QueuedCommand): Promise<Tried<Delivery | null>> => {
    const { responsibilities } = application.client(cookie);
    try {
      // Name and input belong together; a union of procedures takes no input of its own.
      const ask = responsibilities[name].mutate as unknown as (whole: object) => Promise<{ delivery: Delivery | null }>;
      return { is: 'done', answer: (await ask({ ...input, commandId, teamId })).delivery };
    } catch (error) {
      const code: unknown = error instanceof TRPCClientError ? error.data?.code : undefined;
      return typeof code === 'string' ? { is: 'refused', failure: { code, detail: {} } } : { is: 'later' };
    }
  };
  const open = (): Sender =>
    createSender<Delivery | null>({
      change: async (work) => {
        await turn();
        disk.queue = JSON.parse(JSON.stringify(work(disk.queue))) as OfflineQueue;
        for (const { commandId } of disk.queue.waiting) kept.add(commandId);
        return disk.queue;
      },
      alone: (_teamId, work) => {
        const mine = holder.then(work, work);
        holder = mine.catch(() => undefined);
        return mine;
      },
      ask: async (command) => {
        const fate = fates[requests] ?? 'answered';
        requests += 1;
        if (fate === 'lostOnTheWay') return { is: 'later' };
        if (fate === 'restart') {
          const [tried] = await Promise.all([send(command), restart()]);
          return tried;
        }
        if (fate === 'twice') {
          const [, tried] = await Promise.all([send(command), send(command)]);
          return tried;
        }
        const tried = await send(command);
        return fate === 'answerLost' ? { is: 'later' } : tried;
      },
      pause: turn,
      settled: () => undefined,
      shown: () => undefined,
    });

  const windows = [open(), open()];
  const given: { commandId: CommandId; isPossible: boolean }[] = [];
  for (const [index, { window, remove }] of commands.entries()) {
    const command: QueuedCommand = {
      commandId: newId<'command'>(),
      teamId,
      name: remove ? 'removeArea' : 'createArea',
      // What is removed was never there.
      input: remove ? { areaId: newId<'area'>() } : { id: newId<'area'>(), name: `Area ${index}` },
      context: { actorId: personId, today: dateAt(clock.now()) },
      at: clock.now(),
      title: null,
      seen: null,
      waited: false,
    };
    given.push({ commandId: command.commandId, isPossible: !remove });
    void windows[window]?.give(command);
    await expect.poll(() => kept.has(command.commandId), { interval: 1 }).toBe(true);
    if (index === crash) {
      windows[0]?.stop();
      windows[0] = open();
      void windows[0].sendWaiting();
    }
  }
  for (const sender of windows) void sender.sendWaiting();
  await expect.poll(() => disk.queue.waiting.length, { timeout: 20_000, interval: 2 }).toBe(0);
  const feed = await runQuery<{ commandId: CommandId }>(
    database.ownerUrl,
    'SELECT "commandId" FROM "Change" WHERE "feedId" = $1 AND "commandId" = ANY ($2::uuid[]) ORDER BY "seq"',
    [teamId, given.map(({ commandId }) => commandId)],
  );
  return { given, feed: feed.map(({ commandId }) => commandId) };
};

describe('F8 F9 a queue and the real server', () => {
  it('does everything once and in order, whatever the network, two windows and restarts do', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(plan, async (all) => {
        const { given, feed } = await play(all);
        expect(feed).toEqual(given.filter(({ isPossible }) => isPossible).map(({ commandId }) => commandId));
        done += feed.length;
      }),
      { numRuns: Number(process.env['FEED_RUNS'] ?? 40), endOnFailure: true },
    );
    expect(done).toBeGreaterThan(10);
  }, 300_000);
});

describe('F12 who gave it', () => {
  it('a command is done for who gave it and for nobody else', async () => {
    const { ada, ben } = world.water.people;
    const cookie = await application.signIn(ben);
    const send = async (headers: Record<string, string>): Promise<number> => {
      const answer = await fetch(`${application.url}/trpc/responsibilities.createArea`, {
        method: 'POST',
        headers: { cookie, origin: application.url, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({
          commandId: newId<'command'>(),
          teamId: world.water.teams.permits,
          id: newId<'area'>(),
          name: 'Area',
        }),
      });
      return answer.status;
    };
    // Waited at this browser since Ada was signed in.
    expect(await send({ 'roer-person': ada })).toBe(401);
    expect(await send({ 'roer-person': 'nobody' })).toBe(401);
    expect(await send({ 'roer-person': ben })).toBe(200);
    expect(await send({})).toBe(200);
  });
});
