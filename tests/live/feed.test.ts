import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateAt } from '@roer/domain/dates';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { listProcedures } from '../kit/procedures.ts';
import { createWorld } from '../kit/world.ts';
import { connect, give, heed, openCopy, seenBy, take } from './browser-copy.ts';
import type { BrowserCopy, Outcome } from './browser-copy.ts';
import { expectChangesLead, expectWholeFeed } from './feed-check.ts';
import type { Sample } from './feed-check.ts';
import { commandsIn, copyCount, days, shuffled } from './feed-steps.ts';
import type { Given, Step } from './feed-steps.ts';
import { commandFrom, commandNames } from './random-command.ts';

const clock = createClock();
let database: TestDatabase;
/** The one that the browsers talk to, started again in the middle of every run, and another process on the same database. */
let first: TestApplication;
let second: TestApplication;
const start = (): Promise<TestApplication> =>
  startApplication({ database, clock, headsEvery: 60_000, requestsAMinute: 1_000_000 });

beforeAll(async () => {
  database = await createTestDatabase();
  first = await start();
  second = await start();
});
afterAll(async () => {
  await first.close();
  await second.close();
  await database.drop();
});

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  clock.newId() as Id<Kind>;

type Run = {
  teamId: TeamId;
  copies: BrowserCopy[];
  outcomes: Outcome[];
  samples: Sample[];
};

let runs = 0;
const openRun = async (): Promise<Run> => {
  const key = `run${(runs += 1)}`;
  const people = Object.fromEntries(
    ['ada', 'ben', 'cem', 'eva'].map((person) => [
      person,
      // Somebody whom the team can ask something.
      { name: person, teams: [{ team: 'team' }], ...(person === 'eva' ? { manages: 'one' } : {}) },
    ]),
  );
  const world = await createWorld(database, {
    [key]: { name: key, domains: { one: 'Domain' }, teams: { team: { name: 'Team', domain: 'one' } }, people },
  });
  const organisation = world[key];
  const teamId = organisation?.teams['team'];
  if (!organisation || !teamId) throw new Error('The world has what it was asked for.');
  const copies = await Promise.all(
    Object.values<PersonId>(organisation.people).map(async (personId) =>
      openCopy(first, { personId, teamId, cookie: await first.signIn(personId) }),
    ),
  );
  return { teamId, copies, outcomes: [], samples: [] };
};

const copyOf = (run: Run, by: number): BrowserCopy => {
  const copy = run.copies[by % copyCount];
  if (!copy) throw new Error('There are that many copies.');
  return copy;
};

const doGiven = async (run: Run, given: Given, server: () => TestApplication): Promise<void> => {
  const copy = copyOf(run, given.by);
  const context = { actorId: copy.personId, today: dateAt(clock.now()) };
  const command = commandFrom({ choice: given.choice, seen: seenBy(copy), context, newId, done: copy.done });
  run.outcomes.push(
    await give(server, copy, { command, teamId: run.teamId, commandId: newId<'command'>(), tries: given.tries }),
  );
};

/** Everybody at once, each their own commands in turn, as browsers do. */
const doAllGiven = async (run: Run, given: readonly Given[]): Promise<void> => {
  await Promise.all(
    run.copies.map(async (_, by) => {
      for (const own of given) if (own.by === by) await doGiven(run, own, () => first);
    }),
  );
};

const highest = (run: Run, from: number): number =>
  run.outcomes
    .slice(from)
    .flatMap(({ answers }) => answers)
    .reduce(
      (most, answer) => ('delivery' in answer && answer.delivery ? Math.max(most, answer.delivery.seq) : most),
      0,
    );

/** What was sent is on its way; waiting for it makes what the network does with it a matter of the steps alone. */
const untilHeard = async (run: Run, seq: number): Promise<void> => {
  await expect.poll(() => run.copies.every((copy) => copy.heard >= seq), { timeout: 10_000, interval: 2 }).toBe(true);
};

const reuse = async (run: Run, step: Extract<Step, { do: 'reuse' }>): Promise<void> => {
  const used = run.outcomes.filter(({ answers }) =>
    answers.some((answer) => 'delivery' in answer && answer.delivery !== null),
  );
  const outcome = used[step.which % Math.max(1, used.length)];
  const copy = run.copies.find(({ personId }) => personId === outcome?.personId);
  if (!outcome || !copy) return;
  const ask = first.client(copy.cookie).responsibilities.createArea.mutate({
    commandId: outcome.commandId,
    teamId: run.teamId,
    id: newId<'area'>(),
    name: 'Another',
  });
  await expect(ask).rejects.toMatchObject({ data: { code: 'commandReused' } });
};

/** What a page that opens now would show. */
const sample = async (run: Run): Promise<Sample> => {
  const taken = await first.client(run.copies[0]?.cookie).responsibilities.board.query({ teamId: run.teamId });
  run.samples.push(taken);
  return taken;
};

const play = async (run: Run, step: Step): Promise<void> => {
  switch (step.do) {
    case 'commands': {
      const before = run.outcomes.length;
      // A snapshot that is read while others change the team is of one moment all the same.
      await Promise.all([doAllGiven(run, step.given), ...[1, 2, 3].map(() => sample(run))]);
      return untilHeard(run, highest(run, before));
    }
    case 'handOver': {
      const copy = copyOf(run, step.handing.by);
      const handed = shuffled(copy.inbox.splice(0), step.handing);
      for (const delivery of handed) await take(first, copy, delivery, run.teamId);
      return undefined;
    }
    case 'heads': {
      const copy = copyOf(run, step.by);
      const { seq } = await sample(run);
      copy.heads = Math.max(copy.heads, seq);
      return heed(first, copy, run.teamId);
    }
    case 'elsewhere':
      return doGiven(run, step.given, () => second);
    case 'reuse':
      return reuse(run, step);
    case 'tomorrow':
      // Two days at most, so that nobody's session ends.
      if (run.outcomes.length % 2 === 0) clock.advance(6 * 3_600_000);
      return undefined;
    case 'restart': {
      const restarted = (async () => {
        await first.close();
        first = await start();
      })();
      await Promise.all([doAllGiven(run, step.given), restarted]);
      await Promise.all(run.copies.map((copy) => connect(first, copy, run.teamId)));
      return undefined;
    }
  }
};

const expectAllTheSame = async (run: Run): Promise<void> => {
  const { teamId, copies } = run;
  const reader = first.client(copies[0]?.cookie).responsibilities;
  const end = await reader.board.query({ teamId });
  for (const copy of copies) {
    copy.heads = end.seq;
    await heed(first, copy, teamId);
    expect(copy.replica.seq).toBe(end.seq);
    expect(copy.replica.confirmed).toEqual(end.snapshot);
    expect(copy.replica.pending).toEqual([]);
    expect(copy.replica.early).toEqual([]);
    expect(seenBy(copy)).toBe(copy.replica.confirmed);
    // What the network still brings after that changes nothing.
    for (const delivery of copy.inbox.splice(0).toReversed()) await take(first, copy, delivery, teamId);
    expect(copy.replica.confirmed).toEqual(end.snapshot);
  }
  for (const sample of run.samples) {
    const { changes } = await reader.since.query({ teamId, seq: sample.seq });
    expectChangesLead(sample, { changes: changes ?? [], to: end });
  }
  await expectWholeFeed(database, { teamId, head: end.seq, outcomes: run.outcomes });
};

/** What a person does for themselves alone: no feed tells it. */
const besideTheFeed = new Set(['markSeen']);

it('the commands of these tests are those of the router', () => {
  const procedures = listProcedures()
    .filter(({ path, type }) => path.startsWith('responsibilities.') && type === 'mutation')
    .map(({ path }) => path.slice('responsibilities.'.length))
    .filter((name) => !besideTheFeed.has(name));
  expect(commandNames.toSorted()).toEqual(procedures.toSorted());
});

it('F1 F2 F3 F4 F5 F6 F7 whatever the network and the server do, every browser comes to show the same team, and every command is done once', async () => {
  let commands = 0;
  const answers: Record<string, number> = {};
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(days, async (steps) => {
      const run = await openRun();
      try {
        await sample(run);
        for (const step of steps) await play(run, step);
        await expectAllTheSame(run);
        for (const { answers: given } of run.outcomes) {
          const last = given.at(-1);
          if (!last) continue;
          const kind = 'delivery' in last ? (last.delivery?.action ?? 'nothing') : last.refused;
          answers[kind] = (answers[kind] ?? 0) + 1;
        }
        commands += commandsIn(steps);
        changes += run.copies[0]?.replica.seq ?? 0;
      } finally {
        for (const copy of run.copies) copy.socket?.close();
      }
    }),
    { numRuns: Number(process.env['FEED_RUNS'] ?? 30), endOnFailure: true, ...seedFromEnvironment() },
  );
  // It has to do something, of nearly every kind, and to be refused in many ways, else this proves little.
  expect(Object.keys(answers).length, Object.keys(answers).join(' ')).toBeGreaterThan(18);
  expect(changes / commands).toBeGreaterThan(0.3);
  expect(commands).toBeGreaterThan(25 * runs);
}, 600_000);

const seedFromEnvironment = (): { seed?: number } =>
  process.env['FEED_SEED'] === undefined ? {} : { seed: Number(process.env['FEED_SEED']) };
