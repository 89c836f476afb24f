import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { PgBoss } from 'pg-boss';
import type { Pool } from '@roer/db/pool';
import { traceable } from './errors.ts';

/** Something that is done when its time has come. It looks itself, by the clock of the application, whether that is so. */
export type Task = { name: string; runDue: (stopping: AbortSignal) => Promise<void> };

export type Jobs = {
  /** From now on something wakes this process, or another one, every few minutes. */
  start: () => Promise<void>;
  /** Does what is due now, one task after the other. A task that fails is logged and tried at the next wake. */
  runDue: () => Promise<void>;
  /** Lets the task under way come to a good moment to stop, and wakes no more. */
  stop: () => Promise<void>;
};

const queue = 'wake';
/** Milliseconds that a task under way gets to end, within what a stop takes at most. */
const mostPatience = 8000;
const everyFiveMinutes = '*/5 * * * *';

/**
 * Work without a request. pg-boss only wakes: of several processes on one database one at a time, and another one when the
 * first has died. What is due is decided by each task (docs/decisions/0013).
 */
export const openJobs = ({
  pool,
  logger,
  tasks,
  cron = everyFiveMinutes,
  pollingIntervalSeconds = 30,
}: {
  pool: Pool;
  logger: FastifyBaseLogger;
  tasks: readonly Task[];
  /** When to wake, and how soon a process notices. */
  cron?: string;
  pollingIntervalSeconds?: number;
}): Jobs => {
  const stopping = new AbortController();
  let underWay: Promise<void> = Promise.resolve();
  let boss: PgBoss | null = null;

  const runAll = async (): Promise<void> => {
    for (const task of tasks) {
      if (stopping.signal.aborted) return;
      try {
        await task.runDue(stopping.signal);
      } catch (error) {
        logger.error({ job: task.name, error: traceable(error) });
      }
    }
  };
  const runDue = (): Promise<void> => {
    // Never two at once in one process, also when a test asks for one.
    underWay = underWay.then(runAll);
    return underWay;
  };

  return {
    runDue,
    start: async () => {
      // Loaded when the pages are served already.
      const { PgBoss } = await import('pg-boss');
      if (stopping.signal.aborted) return;
      boss = new PgBoss({
        db: { executeSql: (text, values) => runStatements(pool, text, values) },
        // The owner makes the schema: a migration of the db package.
        migrate: false,
        createSchema: false,
        // Which machine runs Roer is nobody's business; and only an owner may rebuild an index.
        registerInstance: false,
        reindex: false,
        monitorVacuum: false,
        openTelemetry: { enabled: false },
        // One job in five minutes needs no looking every few seconds.
        superviseIntervalSeconds: 300,
        flowIntervalSeconds: 300,
        queueCacheIntervalSeconds: 300,
        cronMonitorIntervalSeconds: 45,
        cronWorkerIntervalSeconds: 30,
      });
      boss.on('error', (error) => logger.error({ job: queue, error: traceable(error) }));
      await boss.start({ attempts: 5 });
      await boss.createQueue(queue, {
        policy: 'singleton',
        retryLimit: 0,
        expireInSeconds: 900,
        retentionSeconds: 3600,
        deleteAfterSeconds: 3600,
      });
      await boss.schedule(queue, cron, null, { tz: 'Europe/Amsterdam' });
      await boss.work(queue, { pollingIntervalSeconds }, runDue);
    },
    stop: async () => {
      stopping.abort();
      const patience = new AbortController();
      await Promise.all([
        boss?.stop({ graceful: true, timeout: mostPatience }),
        Promise.race([underWay, sleep(mostPatience, undefined, { signal: patience.signal }).catch(() => undefined)]),
      ]);
      patience.abort();
    },
  };
};

/** pg answers several statements with a list; pg-boss wants the rows of all. */
const runStatements = async (pool: Pool, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
  const results = [await pool.query(text, values)].flat();
  return { rows: results.flatMap((result) => result.rows) };
};
