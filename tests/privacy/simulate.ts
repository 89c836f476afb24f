import { openMailer } from '@roer/api/platform/smtp';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createClock } from '../kit/clock.ts';
import type { TestClock } from '../kit/clock.ts';
import { copyDatabase, createTestDatabase, dropDatabase, reopenTestDatabase } from '../kit/database.ts';
import { startMailServer } from '../kit/mail-server.ts';
import { newKeyFolder, removeKeyFolder } from './key-folder.ts';
import { momentIn } from './oracle.ts';
import { answer, happen } from './play.ts';
import type { Playing } from './play.ts';
import { planTown } from './town-plan.ts';
import type { EpochPlan, EventPlan, TownPlan } from './town-plan.ts';
import { buildTowns } from './town.ts';
import type { Town } from './town.ts';
import { glance, watch } from './watch.ts';
import { openWire } from './wire.ts';
import type { Wire } from './wire.ts';

/** The epoch in which the first window of every simulated town begins: Monday 14 December 2026. Summer time begins in the eighth. */
export const firstEpoch = 24;

/** How many towns are busy at once. */
const abreast = 6;

export type Simulated = {
  towns: Town[];
  /** Epochs that were published and then lost, because a backup was restored. */
  lost: Set<number>;
};

/**
 * Lives through `epochs` epochs of towns of these seeds, all on one running server with a clock of our own, and records what
 * leaves it. In the epoch with number `restored` of the simulation (from 0) a backup is made before closing, and restored after the release.
 */
export const simulate = async (options: {
  seeds: readonly number[];
  epochs: number;
  restored: number | null;
  /** After how many answers in a town somebody who governs looks at the results of the team that answered last. */
  looksEvery: number;
}): Promise<Simulated> => {
  const clock = createClock(momentIn(firstEpoch, -17, 12));
  const mails = await startMailServer();
  const lines: string[] = [];
  const keys = await newKeyFolder();
  const house: House = { clock, lines, keys, mailUrl: mails.url, application: null, wires: new Map() };
  const database = await createTestDatabase();
  let ownerUrl = database.ownerUrl;
  const towns = await buildTowns(
    options.seeds.map((seed) => planTown(seed, options.epochs)),
    { database, clock },
  );
  await database.close();
  const lost = new Set<number>();
  try {
    await open(house, ownerUrl, towns);
    await due(house);
    await at(house, firstEpoch, 0, 0);
    for (let index = 0; index < options.epochs; index += 1) {
      const epoch = firstEpoch + index;
      const of =
        <Part>(part: (plan: EpochPlan) => readonly Part[]) =>
        (plan: TownPlan): readonly Part[] => {
          const planned = plan.epochs[index];
          return planned ? part(planned) : [];
        };
      clock.set(momentIn(epoch, 3, 10));
      await happenAll(
        house,
        towns,
        of(({ before }) => before),
      );
      await at(house, epoch, 11, 10);
      await each(house, towns, async (playing, plan) => {
        for (const [number, answers] of of(({ answers }) => answers)(plan).entries()) {
          await answer(playing, epoch, answers);
          if (number % options.looksEvery === 0) await glance(playing.town, playing.wire, answers.person);
        }
        await watch(playing.town, playing.wire, { turn: index, everywhere: false });
      });
      // When a reminder would go out.
      await at(house, epoch, 13, 9);
      const backup = index === options.restored ? await backUp(house, ownerUrl, towns) : null;
      await happenAll(
        house,
        towns,
        of(({ between }) => between),
      );
      await each(house, towns, async (playing, plan) => {
        for (const answers of of(({ late }) => late)(plan)) await answer(playing, epoch, answers);
      });
      await at(house, epoch, 14, 0);
      await happenAll(
        house,
        towns,
        of(({ after }) => after),
      );
      await each(house, towns, ({ town, wire }) => watch(town, wire, { turn: index + 1, everywhere: false }));
      await at(house, epoch, 15, 9);
      await each(house, towns, ({ town, wire }) => watch(town, wire, { turn: index, everywhere: true }));
      if (backup === null) continue;
      await close(house);
      await dropDatabase(ownerUrl);
      ownerUrl = backup;
      lost.add(epoch);
      await open(house, ownerUrl, towns);
      await due(house);
      await each(house, towns, ({ town, wire }) => watch(town, wire, { turn: index, everywhere: true }));
    }
    for (const wire of house.wires.values()) await wire.settled();
    const record = (town: Town | undefined, by: 'log' | 'mail', to: string, text: string): void =>
      void town?.sent.push({ to, by, about: '', input: '', head: '', text, at: 0 });
    for (const line of lines) record(towns[0], 'log', 'log', line);
    while (mails.waiting() > 0) {
      const { to, text } = await mails.next();
      const town = towns.find(({ plan }) => to[0]?.endsWith(`@town${plan.seed}.example`));
      record(town ?? towns[0], 'mail', to.join(), text);
    }
    return { towns, lost };
  } finally {
    await close(house);
    await dropDatabase(ownerUrl);
    await removeKeyFolder(keys);
    await mails.close();
  }
};

/** One server that stands or not, with what lasts beside its database. */
type House = {
  clock: TestClock;
  lines: string[];
  keys: string;
  mailUrl: string;
  application: { running: TestApplication; close: () => Promise<void> } | null;
  wires: Map<Town, Wire>;
};

const open = async (house: House, ownerUrl: string, towns: readonly Town[]): Promise<void> => {
  const { clock, lines } = house;
  const database = await reopenTestDatabase({ ownerUrl });
  const running = await startApplication({
    clock,
    database,
    keyFolder: house.keys,
    mailer: openMailer({ url: house.mailUrl, from: 'roer@example.nl' }),
    // Looking again at every session each three seconds would take more than the simulation.
    headsEvery: 20_000,
    requestsAMinute: 1_000_000_000,
    log: (line) => void lines.push(line),
  });
  const closeAll = async (): Promise<void> => {
    for (const wire of house.wires.values()) wire.close();
    await running.close();
    await database.close();
  };
  house.application = { running, close: closeAll };
  for (const town of towns) {
    const wire = openWire(running.url, (sent) => town.sent.push({ ...sent, at: clock.now() }));
    house.wires.set(town, wire);
    const listeners = [...town.people.values()].filter((_, index) => index % 8 === 0);
    for (const who of [...listeners, town.administrator]) {
      // Whose account ended has no socket.
      const socket = await wire.listen(who).catch(() => null);
      const teamId = who.team === null ? undefined : town.teams.get(who.team);
      if (teamId) await socket?.ask('listen', { teamId });
    }
  }
};

const close = async (house: House): Promise<void> => {
  const { application } = house;
  house.application = null;
  await application?.close();
};

/** As an operator does at night: of the database alone, while nothing runs. */
const backUp = async (house: House, ownerUrl: string, towns: readonly Town[]): Promise<string> => {
  await close(house);
  const backup = await copyDatabase(ownerUrl);
  await open(house, ownerUrl, towns);
  return backup;
};

const due = async ({ application }: House): Promise<void> => application?.running.app.jobs.runDue();

const at = async (house: House, epoch: number, day: number, hours: number): Promise<void> => {
  house.clock.set(momentIn(epoch, day, hours));
  await due(house);
};

const each = async (
  { application, wires, clock }: House,
  towns: readonly Town[],
  work: (playing: Playing, plan: TownPlan) => Promise<void>,
): Promise<void> => {
  if (!application) throw new Error('The server does not stand');
  const { database } = application.running;
  const waiting = [...towns];
  const workers = Array.from({ length: abreast }, async () => {
    for (let town = waiting.shift(); town; town = waiting.shift()) {
      const wire = wires.get(town);
      if (wire) await work({ town, wire, database, clock }, town.plan);
    }
  });
  await Promise.all(workers);
};

const happenAll = (
  house: House,
  towns: readonly Town[],
  events: (plan: TownPlan) => readonly EventPlan[],
): Promise<void> =>
  each(house, towns, async (playing, plan) => {
    for (const event of events(plan)) await happen(playing, event);
  });
