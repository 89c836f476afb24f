import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import { epochTimes } from '@roer/domain/workload/epoch';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { answer, anyMailer, checkInWorld, clientOf, goTo, proveMailboxes, toFirstAnswers } from '../kit/check-in.ts';
import { copyDatabase, createTestDatabase, dropDatabase, reopenTestDatabase } from '../kit/database.ts';
import { createClock } from '../kit/clock.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { newKeyFolder, removeKeyFolder } from '../privacy/key-folder.ts';

export const spec = {
  water: {
    ...checkInWorld.water,
    people: { ...checkInWorld.water.people, gerda: { name: 'Gerda Directeur', manages: 'all' } },
  },
};
export type Town = World<typeof spec>['water'];
export type Person = keyof Town['people'];
export type Steps = Parameters<TestClient['organisation']['saveReorganisation']['mutate']>[0]['steps'];

/**
 * Of each group exactly as many answer as a band needs, and their sum is at the edge of its band: with one answer fewer there is no result,
 * with one of somebody else there is another one. Half of them answers before, half after.
 */
export const answering = {
  before: { ada: 3, ben: 4, cem: 3, kim: 3, lena: 2, pia: 2 },
  after: { dina: 4, eva: 4, fatma: 3, marc: 3, rob: 3, sara: 2 },
} as const satisfies Record<string, Partial<Record<Person, number>>>;
type Answers = Partial<Record<Person, 1 | 2 | 3 | 4 | 5>>;

/** An installation in the middle of answering, of which any number of copies goes on, each its own way. */
export type Halfway = { town: Town; ownerUrl: string; keys: string; now: number; number: number };

/** A copy that runs. */
export type Copy = {
  application: TestApplication;
  town: Town;
  number: number;
  as: (person: Person) => Promise<TestClient>;
  fresh: <Kind extends string>() => Id<Kind>;
  /** Lets people answer in an epoch. */
  answers: (number: number, given: Answers) => Promise<void>;
  /** An administrator makes a plan for today, announces it and carries it out; gives what takes it back. */
  carryOut: (steps: Steps) => Promise<{ reorganisationId: Id<'reorganisation'>; undo: () => Promise<void> }>;
  /** Closes an epoch and publishes it. */
  publish: (number: number) => Promise<void>;
  /** All that was published of answers in an epoch, as it is kept, to the byte. */
  released: (number: number) => Promise<string>;
};

const newIdOf =
  (application: TestApplication) =>
  <Kind extends string>(): Id<Kind> =>
    // The clock makes ids of whatever is asked for.
    application.clock.newId() as Id<Kind>;

/** Ada holds more work than the whole team has hours for. */
const tooMuchWork = async (application: TestApplication, teamId: TeamId, personId: PersonId): Promise<void> => {
  const fresh = newIdOf(application);
  const { responsibilities } = await clientOf(application, personId);
  const areaId = fresh<'area'>();
  const ids = Array.from({ length: 6 }, () => fresh<'responsibility'>());
  const text = { areaId, purpose: '', criticality: 2 as const, organising: false, minutesAWeek: 3600 };
  const season = Array.from({ length: 12 }, () => 100);
  await responsibilities.add.mutate({
    commandId: fresh<'command'>(),
    teamId,
    areas: [{ id: areaId, name: 'Werk', order: 0 }],
    responsibilities: ids.map((id, index) => ({ ...text, season, id, title: `Taak ${index}`, catalogueItemId: null })),
  });
  for (const responsibilityId of ids)
    await responsibilities.takeOver.mutate({
      commandId: fresh<'command'>(),
      teamId,
      responsibilityId,
      assignmentId: fresh<'assignment'>(),
      role: 'holder',
      sharePercent: 100,
    });
};

/** Goes from an empty database to the moment at which half of the people answered. */
export const toHalfway = async (): Promise<Halfway> => {
  const database = await createTestDatabase();
  const keys = await newKeyFolder();
  const application = await startApplication({
    database,
    keyFolder: keys,
    mailer: anyMailer,
    requestsAMinute: 1_000_000,
  });
  const town = (await createWorld(database, spec)).water;
  await proveMailboxes(application);
  await tooMuchWork(application, town.teams.permits, town.people.ada);
  const number = await toFirstAnswers(application);
  await give(application, town, { number, given: answering.before });
  const now = application.clock.now();
  await application.close();
  await database.close();
  return { town, ownerUrl: database.ownerUrl, keys, now, number };
};

const give = async (
  application: TestApplication,
  town: Town,
  { number, given }: { number: number; given: Answers },
): Promise<void> => {
  // Keys of a record of people.
  for (const [person, value] of Object.entries(given) as [Person, 1 | 2 | 3 | 4 | 5][])
    await answer(application, town.people[person], { number, value });
};

/** Runs `work` on a copy, and removes it. */
export const onCopy = async <Result>(
  { town, ownerUrl, keys, now, number }: Halfway,
  work: (copy: Copy) => Promise<Result>,
): Promise<Result> => {
  const copied = { ownerUrl: await copyDatabase(ownerUrl), keys: await newKeyFolder(keys) };
  const application = await startApplication({
    database: await reopenTestDatabase(copied),
    keyFolder: copied.keys,
    clock: createClock(now),
    mailer: anyMailer,
    requestsAMinute: 1_000_000,
  });
  try {
    return await work(copyOf(application, town, number));
  } finally {
    await application.close();
    await application.database.close();
    await dropDatabase(copied.ownerUrl);
    await removeKeyFolder(copied.keys);
  }
};

const copyOf = (application: TestApplication, town: Town, number: number): Copy => {
  const as = (person: Person) => clientOf(application, town.people[person]);
  const fresh = newIdOf(application);
  return {
    application,
    town,
    number,
    as,
    fresh,
    answers: (epoch, given) => give(application, town, { number: epoch, given }),
    carryOut: async (steps) => {
      const { organisation } = await as('anna');
      const reorganisationId = fresh<'reorganisation'>();
      const press = (version: number) => ({ commandId: fresh<'command'>(), reorganisationId, version });
      const effectiveOn = new Date(application.clock.now() + 3_600_000).toISOString().slice(0, 10);
      await organisation.saveReorganisation.mutate({ ...press(0), name: 'Anders', effectiveOn, steps, announce: true });
      // One after the other, also in the log.
      application.clock.advance(1000);
      await organisation.carryOutReorganisation.mutate(press(1));
      application.clock.advance(1000);
      return { reorganisationId, undo: async () => void (await organisation.undoReorganisation.mutate(press(2))) };
    },
    publish: async (epoch) => {
      await goTo(application, epochTimes(epoch).closesAt);
      await goTo(application, epochTimes(epoch).publishesAt);
    },
    released: async (epoch) =>
      JSON.stringify(
        await runQuery(
          application.database.ownerUrl,
          'SELECT * FROM "Release" WHERE "epoch" = $1 ORDER BY "cellId", "measure"',
          [epoch],
        ),
      ),
  };
};

export const removeHalfway = async ({ ownerUrl, keys }: Halfway): Promise<void> => {
  await dropDatabase(ownerUrl);
  await removeKeyFolder(keys);
};
