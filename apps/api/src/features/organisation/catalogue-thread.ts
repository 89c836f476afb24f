import { parentPort, workerData } from 'node:worker_threads';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';

if (!(workerData instanceof Uint8Array)) throw new Error('The bytes of a file are needed.');
// A thread of Node, not a window of a browser: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(readCatalogueFile(workerData));
