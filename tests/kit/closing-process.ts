// Closes what is due in a process of its own, which is killed when it reaches a failpoint.
import { openEpochKeyFolder } from '@roer/api/features/workload/epoch-keys';
import { openErasureFolder } from '@roer/api/platform/erasure-folder';
import { createApp } from '@roer/api/app';
import { openDatabase } from '@roer/db/connect';
import { secretsFrom } from '@roer/db/secrets';
import { once } from 'node:events';
import { join } from 'node:path';
import { createClock } from './clock.ts';
import { testKeyRing } from './key-ring.ts';

export type ClosingInput = { ownerUrl: string; secret: string; keyFolder: string; now: number; failpoint: string };

const [message] = await once(process, 'message');
// What the test sent: both sides stand in this repository.
const { ownerUrl, secret, keyFolder, now, failpoint } = message as ClosingInput;
const secrets = secretsFrom(secret);
const database = await openDatabase({ ownerUrl, secrets });
const app = await createApp({
  clock: createClock(now),
  database,
  epochKeys: openEpochKeyFolder(keyFolder),
  erasures: openErasureFolder(join(keyFolder, 'erasures')),
  keyRing: testKeyRing,
  authSecret: secrets.auth,
  mailer: { send: async () => undefined },
  baseUrl: () => '',
  publicUrls: [],
  webDirectory: null,
  logLevel: 'error',
  trustProxy: 0,
  reach: (reached) => {
    if (reached === failpoint) process.kill(process.pid, 'SIGKILL');
  },
});
await app.jobs.runDue();
process.exit(0);
