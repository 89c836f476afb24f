// The real server in a process of its own, whose clock and jobs the measuring side moves.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createApp } from '@roer/api/app';
import { openEpochKeyFolder } from '@roer/api/features/workload/epoch-keys';
import { openErasureFolder } from '@roer/api/platform/erasure-folder';
import { openDatabase } from '@roer/db/connect';
import { secretsFrom } from '@roer/db/secrets';
import { anyMailer } from '../kit/check-in.ts';
import { createClock } from '../kit/clock.ts';
import { childInput, childReady } from './child.ts';
import { testKeyRing } from '../kit/key-ring.ts';

const { ownerUrl, secret, now } = await childInput<{ ownerUrl: string; secret: string; now: number }>();
const secrets = secretsFrom(secret);
const database = await openDatabase({ ownerUrl, secrets });
const clock = createClock(now);
let url = '';
/** Milliseconds. */
let closing = { begin: 0, took: 0 };
const app = await createApp({
  clock,
  database,
  epochKeys: openEpochKeyFolder(await mkdtemp(join(tmpdir(), 'roer-keys-'))),
  erasures: openErasureFolder(await mkdtemp(join(tmpdir(), 'roer-erasures-'))),
  keyRing: testKeyRing,
  authSecret: secrets.auth,
  mailer: anyMailer,
  reach: (failpoint) => {
    const now = performance.now();
    if (failpoint === 'close.before') closing = { begin: now, took: 0 };
    if (failpoint === 'close.destroyed') closing.took = now - closing.begin;
  },
  baseUrl: () => url,
  publicUrls: [],
  webDirectory: null,
  logLevel: 'error',
  trustProxy: 0,
});
url = await app.listen({ host: '127.0.0.1', port: 0 });
process.on('message', ({ at }: { at: number }) => {
  clock.set(at);
  const begin = performance.now();
  closing = { begin, took: 0 };
  void app.jobs.runDue().then(() => childReady({ all: performance.now() - begin, closing: closing.took }));
});
process.on('SIGTERM', () => {
  void app
    .close()
    .then(database.close)
    .then(() => process.exit(0));
});
childReady({ url });
