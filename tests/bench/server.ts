// The real server, in a process of its own.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@roer/api/app';
import { openEpochKeyFolder } from '@roer/api/features/workload/epoch-keys';
import { openErasureFolder } from '@roer/api/platform/erasure-folder';
import { openDatabase } from '@roer/db/connect';
import { secretsFrom } from '@roer/db/secrets';
import { createClock } from '../kit/clock.ts';
import { childInput, childReady } from './child.ts';
import { testKeyRing } from '../kit/key-ring.ts';

const { ownerUrl, secret, now } = await childInput<{ ownerUrl: string; secret: string; now?: number }>();
const secrets = secretsFrom(secret);
const database = await openDatabase({ ownerUrl, secrets });
const clock = createClock(now);
let url = '';
const app = await createApp({
  clock,
  database,
  epochKeys: openEpochKeyFolder(await mkdtemp(join(tmpdir(), 'roer-keys-'))),
  erasures: openErasureFolder(await mkdtemp(join(tmpdir(), 'roer-erasures-'))),
  keyRing: testKeyRing,
  authSecret: secrets.auth,
  mailer: null,
  baseUrl: () => url,
  publicUrls: [],
  webDirectory: null,
  logLevel: 'error',
  trustProxy: 0,
});
url = await app.listen({ host: '127.0.0.1', port: 0 });
process.on('SIGTERM', () => {
  void app
    .close()
    .then(database.close)
    .then(() => process.exit(0));
});
childReady({ url });
