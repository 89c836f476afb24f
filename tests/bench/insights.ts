import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { dashboardKeeping } from '@roer/api/features/insights/dashboard-job';
import { openDatabase } from '@roer/db/connect';
import { toDatabase } from '@roer/db/connection-url';
import { secretsFrom } from '@roer/db/secrets';
import { dayInMilliseconds } from '@roer/domain/dates';
import { epochTimes } from '@roer/domain/workload/epoch';
import { silentLive } from '../kit/accounts.ts';
import { createClock } from '../kit/clock.ts';
import { runQuery, runStatement } from '../kit/statement.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { currentEpoch, townOf, writeTown, writeYears } from './insights-town.ts';
import type { InsightsTown } from './insights-town.ts';
import { clientOf } from './meanwhile.ts';
import type { BenchClient } from './meanwhile.ts';
import { percentiles } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import { buildPlace } from './town.ts';
import type { Place } from './town.ts';

/**
 * Milliseconds. `floor` is who somebody is, which every page asks; `keeping` is drawing and counting all of it once. `blocks`: how many
 * blocks of 8 kB of the database one request touches, which no other work on the machine changes.
 */
export type InsightsRun = InsightsTown & {
  years: number;
  floor: Percentiles;
  dashboard: Percentiles;
  domain: Percentiles;
  blocks: { dashboard: number; domain: number };
  keeping: number;
};
export type InsightsResult = { rounds: number; runs: InsightsRun[] };

const rounds = 200;
// After the last publication.
const now = epochTimes(currentEpoch).opensAt + 3 * dayInMilliseconds;

/**
 * The dashboard of who leads everything, in organisations of several sizes with one, three and five years behind them. The years of one
 * size are asked in turns, so that what else happens on the machine meets all of them.
 */
export const benchInsights = async (
  progress: (line: string) => void,
  sizes: readonly number[] = [1000, 10_000, 100_000],
): Promise<InsightsResult> => {
  const runs: InsightsRun[] = [];
  for (const people of sizes) {
    const town = townOf(people);
    const place = await buildPlace({
      name: 'Gemeente Waterrijk',
      domains: {},
      teams: {},
      people: { gerda: { name: 'Gerda Directeur', manages: 'all' } },
    });
    const pasts: Past[] = [];
    try {
      progress(`${people} people in ${town.teams} teams …`);
      await writeTown(place, town);
      const { gerda } = place.world.people;
      if (!gerda) throw new Error('Somebody leads this.');
      const cookie = await place.signIn(gerda);
      await runQuery(place.ownerUrl, `UPDATE "Session" SET "expiresAt" = "expiresAt" + interval '10 years'`);
      let from = 0;
      for (const years of [1, 3, 5]) {
        await writeYears(place, town, { from, until: years });
        from = years;
        const keeping = await keepAnew(place);
        // So that cleaning up after the writing does not go on while it is measured.
        await runStatement(place.ownerUrl, 'VACUUM (ANALYZE)');
        pasts.push({ years, keeping, ...(await servePast(place, { years, cookie })) });
        progress(`${years} years are written …`);
      }
      for (const { past, ...measured } of await measure(pasts)) {
        const run = { ...town, years: past.years, ...measured, keeping: past.keeping };
        runs.push(run);
        progress(describeRun(run));
      }
    } finally {
      await Promise.all(pasts.map(({ server }) => server.end()));
      await place.remove();
    }
  }
  return { rounds, runs };
};

/** As after a publication: every picture is drawn anew. Milliseconds. */
const keepAnew = async (place: Place): Promise<number> => {
  await runQuery(place.ownerUrl, 'TRUNCATE "GroupPicture", "Coverage"');
  const database = await openDatabase({ ownerUrl: place.ownerUrl, secrets: secretsFrom(place.secret) });
  const begin = performance.now();
  await dashboardKeeping({ clock: createClock(now), pool: database.pool, live: silentLive })
    .runDue(new AbortController().signal)
    .finally(database.close);
  return Math.round(performance.now() - begin);
};

/** An organisation with so many years behind it, in a database and a server of its own. */
type Past = {
  years: number;
  keeping: number;
  ownerUrl: string;
  client: BenchClient;
  server: Child<{ url: string }>;
};

const servePast = async (
  place: Place,
  { years, cookie }: { years: number; cookie: string },
): Promise<Pick<Past, 'ownerUrl' | 'client' | 'server'>> => {
  const name = `years_${years}`;
  const original = new URL(place.ownerUrl).pathname.slice(1);
  await runStatement(
    toDatabase(place.ownerUrl, 'template1'),
    `CREATE DATABASE ${name} TEMPLATE ${original} STRATEGY file_copy`,
  );
  const ownerUrl = toDatabase(place.ownerUrl, name);
  const server = await startChild<{ url: string }>('./server.ts', { ownerUrl, secret: place.secret, now });
  return { ownerUrl, server, client: clientOf(server.answer.url, cookie) };
};

type Measured = Pick<InsightsRun, 'floor' | 'dashboard' | 'domain' | 'blocks'> & { past: Past };

const measure = async (pasts: readonly Past[]): Promise<Measured[]> => {
  const measured = pasts.map((past) => ({
    past,
    floor: [] as number[],
    dashboard: [] as number[],
    domain: [] as number[],
  }));
  const timed = async <Result>(times: number[], act: () => Promise<Result>): Promise<Result> => {
    const begin = performance.now();
    const result = await act();
    times.push(performance.now() - begin);
    return result;
  };
  for (let round = 0; round < rounds; round += 1)
    for (const { past, floor, dashboard, domain } of measured) {
      await timed(floor, () => past.client.identity.me.query());
      const domains = await timed(dashboard, () => past.client.insights.dashboard.query());
      const chosen = domains[round % domains.length];
      if (!chosen) throw new Error('There are domains.');
      const opened = await timed(domain, () => past.client.insights.domain.query({ domainId: chosen.id }));
      if (opened.groups.some(({ picture }) => !picture || picture.epochs.length === 0))
        throw new Error('Of every group something is published.');
    }
  const ofDashboard = await blocksOf(pasts, ({ client }) => client.insights.dashboard.query());
  const chosen = (await pasts[0]?.client.insights.dashboard.query())?.[0];
  if (!chosen) throw new Error('There are domains.');
  const ofDomain = await blocksOf(pasts, ({ client }) => client.insights.domain.query({ domainId: chosen.id }));
  return measured.map(({ past, floor, dashboard, domain }, index) => ({
    past,
    floor: percentiles(floor),
    dashboard: percentiles(dashboard),
    domain: percentiles(domain),
    blocks: { dashboard: ofDashboard[index] ?? 0, domain: ofDomain[index] ?? 0 },
  }));
};

const requestsCounted = 50;
// A connection tells what it did when it has been idle for ten seconds.
const untilTold = 12_000;

/** Blocks that one request touches, for each of the databases. */
const blocksOf = async (pasts: readonly Past[], act: (past: Past) => Promise<unknown>): Promise<number[]> => {
  const touched = (): Promise<number[]> =>
    Promise.all(
      pasts.map(async ({ ownerUrl }) => {
        const [row] = await runQuery<{ touched: number }>(
          ownerUrl,
          `SELECT (blks_hit + blks_read)::double precision AS "touched" FROM pg_stat_database WHERE datname = current_database()`,
        );
        return row?.touched ?? 0;
      }),
    );
  await sleep(untilTold);
  const before = await touched();
  for (let request = 0; request < requestsCounted; request += 1) for (const past of pasts) await act(past);
  await sleep(untilTold);
  const after = await touched();
  return after.map((count, index) => Math.round((count - (before[index] ?? 0)) / requestsCounted));
};

const describeRun = ({ people, teams, years, floor, dashboard, domain, blocks, keeping }: InsightsRun): string => {
  const both = (part: Percentiles): string => `${part.p50} / ${part.p95}`;
  return `${people} people, ${teams} groups, ${years} years: floor ${both(floor)}, organisation ${both(dashboard)}, one domain ${both(domain)} ms (p50 / p95), ${blocks.dashboard} and ${blocks.domain} blocks; keeping all of it ${keeping} ms`;
};

export const describeInsights = ({ runs }: InsightsResult): string => runs.map(describeRun).join('\n');
