import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject, afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { answer, anyMailer, ask, checkInWorld, clientOf, goTo, largeTeam, proveMailboxes } from '../kit/check-in.ts';
import type { ClosingInput } from '../kit/closing-process.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof checkInWorld>;
beforeAll(async () => {
  application = await startApplication({ mailer: anyMailer });
  world = await createWorld(application.database, checkInWorld);
  await proveMailboxes(application);
  await application.app.jobs.runDue();
});
afterAll(() => application.close());

const rows = <Row extends object>(query: string, parameters: unknown[] = []): Promise<Row[]> =>
  runQuery<Row>(application.database.ownerUrl, query, parameters);
/** From the opening of an epoch to where seven of the large team have answered that it was heavy. */
const answered = async (number: number): Promise<void> => {
  await goTo(application, epochTimes(number).opensAt);
  await goTo(application, epochTimes(number).answersFrom);
  for (const person of largeTeam.slice(0, 7))
    await answer(application, world.water.people[person], { number, value: 5 });
};
const isKeyLeft = async (number: number): Promise<boolean> => {
  const bytes = await readFile(join(application.keyFolder, `${world.water.id}.${number}`));
  expect(bytes).toHaveLength(32);
  return !bytes.equals(Buffer.alloc(32, '-'));
};
const releases = (number: number) =>
  rows<{ measure: string; band: string | null; count: number }>(
    `SELECT "measure", max("band") AS band, count(*)::int AS count FROM "Release"
     WHERE "epoch" = $1 AND "measure" NOT LIKE 'load:%' GROUP BY 1 ORDER BY 1`,
    [number],
  );
const answersLeft = async (number: number): Promise<number> =>
  (await rows('SELECT 1 FROM "Answer" WHERE "epoch" = $1', [number])).length;
/** One release of each statement for both groups, with a band for the one that answered; and nothing else is left. */
const expectClosedOnce = async (number: number): Promise<void> => {
  const single = statements.toSorted().map((measure) => ({ measure, band: 'heavy', count: 2 }));
  expect(await releases(number)).toEqual(single);
  expect(await answersLeft(number)).toBe(0);
  expect(await isKeyLeft(number)).toBe(false);
};

/** Another process that closes what is due, until it is killed. */
const killedAt = async (failpoint: string, now: number): Promise<void> => {
  const child = fork(fileURLToPath(new URL('../kit/closing-process.ts', import.meta.url)));
  const input: ClosingInput = {
    ownerUrl: application.database.ownerUrl,
    secret: inject('testSecret'),
    keyFolder: application.keyFolder,
    now,
    failpoint,
  };
  child.send(input);
  const [code, signal] = await once(child, 'exit');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
};

describe('a process that is killed while it closes', () => {
  it.each([
    ['close.before', 24, { released: false, key: true }],
    ['close.during', 25, { released: false, key: true }],
    ['close.committed', 26, { released: true, key: true }],
    ['close.destroyed', 27, { released: true, key: false }],
  ] as const)(
    'P5 P6 P12 at %s leaves one release after a restart, the same for everybody, and no key',
    async (failpoint, number, left) => {
      await answered(number);
      const { closesAt, publishesAt } = epochTimes(number);
      await killedAt(failpoint, closesAt);
      expect((await releases(number)).length > 0).toBe(left.released);
      expect((await answersLeft(number)) > 0).toBe(!left.released);
      expect(await isKeyLeft(number)).toBe(left.key);
      await goTo(application, closesAt + 60_000);
      await expectClosedOnce(number);
      await goTo(application, publishesAt);
      const seen = await Promise.all(
        (['ada', 'hana', 'mira'] as const).map(async (person) =>
          (await clientOf(application, world.water.people[person])).insights.results.query({
            teamId: world.water.teams.permits,
          }),
        ),
      );
      expect(seen[0]?.epochs.at(-1)).toMatchObject({ number, bands: { core: 'heavy' } });
      expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    },
    120_000,
  );
});

it('P6 of several processes that open and close at once, one does', async () => {
  const number = 28;
  const others = await Promise.all(
    [1, 2].map(() =>
      startApplication({
        mailer: anyMailer,
        database: application.database,
        clock: application.clock,
        keyFolder: application.keyFolder,
      }),
    ),
  );
  const all = [application, ...others];
  const together = () => Promise.all(all.map(({ app }) => app.jobs.runDue()));
  application.clock.set(epochTimes(number).opensAt);
  await together();
  expect(await answersLeft(number)).toBe(18 * statements.length);
  application.clock.set(epochTimes(number).answersFrom);
  // Whoever answers at another process than the one that opened it.
  for (const [index, person] of largeTeam.slice(0, 7).entries())
    await answer(all[index % all.length] ?? application, world.water.people[person], { number, value: 5 });
  application.clock.set(epochTimes(number).closesAt);
  await together();
  await expectClosedOnce(number);
  for (const other of others) await other.close();
});

it('P5 P6 P9.1 what was missed is closed as of when it was due, and nothing is made up for what never opened', async () => {
  await answered(29);
  // Nothing ran from the answers of epoch 29 until late in epoch 33; the next window was announced before that.
  await goTo(application, epochTimes(33).answersFrom);
  await expectClosedOnce(29);
  const moments = await rows<{ at: Date }>('SELECT DISTINCT "publishesAt" AS at FROM "Release" WHERE "epoch" = 29');
  expect(moments.map(({ at }) => at.getTime())).toEqual([epochTimes(29).publishesAt]);
  expect(await rows('SELECT "number" FROM "Epoch" WHERE "number" > 29')).toEqual([{ number: 33 }]);
  const { epochs } = await (
    await clientOf(application, world.water.people.ada)
  ).insights.results.query({ teamId: world.water.teams.permits });
  expect(epochs.slice(-4).map(({ number, bands }) => [number, bands.core])).toEqual([
    [29, 'heavy'],
    [30, null],
    [31, null],
    [32, null],
  ]);
});

it('P9.2 P17 a roster that is announced late opens later, and until then there is no check-in', async () => {
  await goTo(application, epochTimes(37).answersFrom);
  expect(await rows('SELECT max("first") AS first FROM "RosterWindow"')).toEqual([{ first: 39 }]);
  const { view } = await ask(application, world.water.people.ada, { kind: 'look' });
  expect(view).toMatchObject({ state: 'group', now: null, next: { opensOn: epochTimes(39).startsOn } });
  expect(await rows('SELECT "number" FROM "Epoch" WHERE NOT "closed"')).toEqual([]);
});

it('P12 a clock that jumps back opens nothing again and takes no answer', async () => {
  await answered(39);
  await goTo(application, epochTimes(39).closesAt);
  await expectClosedOnce(39);
  const before = await releases(39);
  await goTo(application, epochTimes(39).answersFrom);
  const { view } = await ask(application, world.water.people.ada, { kind: 'look' });
  expect(view).toMatchObject({ state: 'group', now: null, accepting: false });
  const { refused } = await answer(application, world.water.people.ada, { number: 39, value: 1 });
  expect(refused).toBe('checkInClosed');
  await goTo(application, epochTimes(39).publishesAt);
  expect(await releases(39)).toEqual(before);
  expect(await readdir(application.keyFolder)).not.toContainEqual(expect.stringContaining('draft'));
});
