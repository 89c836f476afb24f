import { dayInMilliseconds } from '@roer/domain/dates';
import { performance } from 'node:perf_hooks';
import { dashboardKeeping } from '@roer/api/features/insights/dashboard-job';
import { openDatabase } from '@roer/db/connect';
import { secretsFrom } from '@roer/db/secrets';
import { epochTimes } from '@roer/domain/workload/epoch';
import { silentLive } from '../kit/accounts.ts';
import { createClock } from '../kit/clock.ts';
import { runQuery } from '../kit/statement.ts';
import { startChild } from './child.ts';
import { currentEpoch, townOf, writeTown, writeYears } from './insights-town.ts';
import type { InsightsTown } from './insights-town.ts';
import { clientOf } from './meanwhile.ts';
import type { BenchClient } from './meanwhile.ts';
import { percentiles } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import { buildPlace } from './town.ts';

/** Milliseconds. `floor` is who somebody is, which every page asks; `keeping` is drawing and counting all of it once. */
export type InsightsRun = InsightsTown & {
  years: number;
  floor: Percentiles;
  dashboard: Percentiles;
  domain: Percentiles;
  keeping: number;
};
export type InsightsResult = { rounds: number; runs: InsightsRun[] };

const rounds = 200;
// After the last publication.
const now = epochTimes(currentEpoch).opensAt + 3 * dayInMilliseconds;

/** The dashboard of who leads everything, in organisations of several sizes with one, three and five years behind them. */
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
    try {
      progress(`${people} people in ${town.teams} teams …`);
      await writeTown(place, town);
      const { gerda } = place.world.people;
      if (!gerda) throw new Error('Somebody leads this.');
      const cookie = await place.signIn(gerda);
      await runQuery(place.ownerUrl, `UPDATE "Session" SET "expiresAt" = "expiresAt" + interval '10 years'`);
      const server = await startChild<{ url: string }>('./server.ts', {
        ownerUrl: place.ownerUrl,
        secret: place.secret,
        now,
      });
      const database = await openDatabase({ ownerUrl: place.ownerUrl, secrets: secretsFrom(place.secret) });
      try {
        let from = 0;
        for (const years of [1, 3, 5]) {
          await writeYears(place, town, { from, until: years });
          from = years;
          // As after a publication: every picture is drawn anew.
          await runQuery(place.ownerUrl, 'TRUNCATE "GroupPicture", "Coverage"');
          const begin = performance.now();
          const keeping = dashboardKeeping({ clock: createClock(now), pool: database.pool, live: silentLive });
          await keeping.runDue(new AbortController().signal);
          const kept = Math.round(performance.now() - begin);
          await runQuery(place.ownerUrl, 'ANALYZE');
          const measured = await measure(clientOf(server.answer.url, cookie));
          runs.push({ ...town, years, ...measured, keeping: kept });
          progress(describeRun(runs.at(-1)));
        }
      } finally {
        await database.close();
        await server.end();
      }
    } finally {
      await place.remove();
    }
  }
  return { rounds, runs };
};

/** The three in turns, so that what else happens on the machine meets all of them. */
const measure = async (client: BenchClient): Promise<Pick<InsightsRun, 'floor' | 'dashboard' | 'domain'>> => {
  const times = { floor: [] as number[], dashboard: [] as number[], domain: [] as number[] };
  const timed = async <Result>(kind: keyof typeof times, act: () => Promise<Result>): Promise<Result> => {
    const begin = performance.now();
    const result = await act();
    times[kind].push(performance.now() - begin);
    return result;
  };
  for (let round = 0; round < rounds; round += 1) {
    await timed('floor', () => client.identity.me.query());
    const domains = await timed('dashboard', () => client.insights.dashboard.query());
    const chosen = domains[round % domains.length];
    if (!chosen) throw new Error('There are domains.');
    const domain = await timed('domain', () => client.insights.domain.query({ domainId: chosen.id }));
    if (domain.groups.some(({ picture }) => !picture || picture.epochs.length === 0))
      throw new Error('Of every group something is published.');
  }
  return {
    floor: percentiles(times.floor),
    dashboard: percentiles(times.dashboard),
    domain: percentiles(times.domain),
  };
};

const describeRun = (run: InsightsRun | undefined): string => {
  if (!run) return '';
  const { people, teams, years, floor, dashboard, domain, keeping } = run;
  const both = (part: Percentiles): string => `${part.p50} / ${part.p95}`;
  return `${people} people, ${teams} groups, ${years} years: floor ${both(floor)}, organisation ${both(dashboard)}, one domain ${both(domain)} ms (p50 / p95); keeping all of it ${keeping} ms`;
};

export const describeInsights = ({ runs }: InsightsResult): string => runs.map(describeRun).join('\n');
