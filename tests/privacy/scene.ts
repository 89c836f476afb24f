import { openMailer } from '@roer/api/platform/smtp';
import { uuidFrom } from '@roer/domain/ids';
import { copyDatabase, createTestDatabase, dropDatabase, reopenTestDatabase } from '../kit/database.ts';
import { createClock } from '../kit/clock.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import type { TestClock } from '../kit/clock.ts';
import type { TestDatabase } from '../kit/database.ts';
import { startMailServer } from '../kit/mail-server.ts';
import { newKeyFolder, removeKeyFolder } from './key-folder.ts';
import { momentIn } from './oracle.ts';
import { seededRandom } from './random.ts';
import type { TownPlan } from './town-plan.ts';
import { buildTowns } from './town.ts';
import type { Town } from './town.ts';
import { fixedSocketIds } from './socket-ids.ts';
import { openWire } from './wire.ts';
import type { Sent, Wire } from './wire.ts';

/** The epoch in which the first window begins: Monday 14 December 2026. */
export const firstEpoch = 24;

/** Everything of an installation that lasts: the owner of its database, and the folder with the keys beside it. */
export type Installation = { ownerUrl: string; keys: string };

export type Scene = {
  town: Town;
  wire: Wire;
  clock: TestClock;
  database: TestDatabase;
  application: TestApplication;
  /** Moves the clock to an hour of a day of an epoch, and does what is due. */
  at: (epoch: number, day: number, hours: number) => Promise<void>;
};

/** A clock whose ids and tokens are the same in every run. */
const seededClock = (start: number, seed: number): TestClock => {
  const random = seededRandom(seed);
  const clock = createClock(start);
  return {
    ...clock,
    newId: () => uuidFrom(clock.now(), random.bytes(10)),
    newToken: () => random.bytes(32).toString('base64url'),
  };
};

/** A new installation with one town in it. The town lists people and their cookies; it is copied for every run. */
export const install = async (plan: TownPlan): Promise<{ base: Installation; town: Town }> => {
  const database = await createTestDatabase();
  const clock = seededClock(momentIn(firstEpoch, -17, 12), plan.seed);
  const [town] = await buildTowns([plan], { database, clock });
  if (!town) throw new Error('No town was built');
  await database.close();
  return { base: { ownerUrl: database.ownerUrl, keys: await newKeyFolder() }, town };
};

/** As a backup of the database and one of the keys have it. Nothing may run on what is copied. */
export const copyOf = async ({ ownerUrl, keys }: Installation): Promise<Installation> => {
  return { ownerUrl: await copyDatabase(ownerUrl), keys: await newKeyFolder(keys) };
};

export const remove = async ({ ownerUrl, keys }: Installation): Promise<void> => {
  await dropDatabase(ownerUrl);
  await removeKeyFolder(keys);
};

/**
 * Runs the server on an installation, with seeded ids and tokens, and everybody of the town connected to its team; then stops it.
 * Gives the town with everything that was sent, log and mail among it.
 */
export const runOn = async (
  { ownerUrl, keys }: Installation,
  { town: before, from, seed }: { town: Town; from: number; seed: number },
  work: (scene: Scene) => Promise<void>,
): Promise<Town> => {
  const undo = fixedSocketIds();
  const clock = seededClock(from, seed);
  const mails = await startMailServer();
  const database = await reopenTestDatabase({ ownerUrl });
  const town: Town = { ...before, people: new Map(), taken: [...before.taken], ended: [...before.ended], sent: [] };
  for (const [key, person] of before.people) town.people.set(key, { ...person, receipts: [...person.receipts] });
  const record = (sent: Sent): void => void town.sent.push({ ...sent, at: clock.now() });
  const application = await startApplication({
    clock,
    database,
    keyFolder: keys,
    mailer: openMailer({ url: mails.url, from: 'roer@example.nl' }),
    // Heads come by the time of the computer; they are asked for instead.
    headsEvery: 3_600_000,
    requestsAMinute: 1_000_000_000,
    log: (line) => record({ to: 'log', by: 'log', about: '', input: '', head: '', text: line }),
  });
  const wire = openWire(application.url, record);
  try {
    for (const who of [...town.people.values(), town.administrator]) {
      const socket = await wire.listen(who);
      const teamId = who.team === null ? undefined : town.teams.get(who.team);
      if (teamId) await socket.ask('listen', { teamId });
    }
    const at: Scene['at'] = async (epoch, day, hours) => {
      clock.set(momentIn(epoch, day, hours));
      await application.app.jobs.runDue();
    };
    await work({ town, wire, clock, database, application, at });
    await wire.settled();
    while (mails.waiting() > 0) {
      const { to, text } = await mails.next();
      record({ to: to.join(), by: 'mail', about: '', input: '', head: '', text });
    }
    return town;
  } finally {
    wire.close();
    await application.close();
    await database.close().catch(() => undefined);
    await mails.close();
    undo();
  }
};
