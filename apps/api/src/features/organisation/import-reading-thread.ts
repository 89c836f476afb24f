import { parentPort, workerData } from 'node:worker_threads';
import type { ReadRequest, ReadAnswer } from './import-reading.ts';
import { readImportFile } from './import-file.ts';

// Only import-reading.ts starts this file.
const { bytes, kind, sheet } = workerData as ReadRequest;
const { table, outline } = readImportFile(Buffer.from(bytes), { kind, sheet });
const text = table ? Buffer.from(JSON.stringify(table)) : null;
// Shared, so that handing it on to the thread that plans copies nothing.
const shared = text ? new Uint8Array(new SharedArrayBuffer(text.length)) : null;
if (text) shared?.set(text);
const answer: ReadAnswer = { outline, table: shared };
// A thread of Node, not a window of a browser: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(answer);
