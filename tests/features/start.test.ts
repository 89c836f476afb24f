import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const file = fileURLToPath(new URL('../../apps/api/src/start.ts', import.meta.url));
type Started = { process: ChildProcess; output: () => string; ready: Promise<void>; exit: Promise<number | null> };

const started: Started[] = [];
let dataDirectory = '';
let port = 0;
let url = '';

const start = (settings: Record<string, string> = {}): Started => {
  // On a database of its own in the folder, whatever the tests themselves use.
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDirectory, PORT: String(port), ...settings };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const exit = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      if (text.includes('Roer is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exit.then(() => reject(new Error(text)));
  });
  // Whoever does not wait for it need not hear that it never came.
  ready.catch(() => undefined);
  const one = { process: child, output: () => text, ready, exit };
  started.push(one);
  return one;
};
const ask = (path: string, body?: object): Promise<Response> =>
  fetch(`${url}${path}`, {
    headers: { origin: url, 'content-type': 'application/json', connection: 'close' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
const state = async (): Promise<unknown> => (await ask('/trpc/identity.firstRun.state')).json();

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'roer-start-'));
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  // A server that listens on a port has such an address.
  ({ port } = probe.address() as AddressInfo);
  probe.close();
  await once(probe, 'close');
  url = `http://localhost:${port}`;
});
afterAll(async () => {
  for (const one of started) if (one.process.exitCode === null) one.process.kill('SIGTERM');
  await Promise.all(started.map((one) => one.exit));
  await rm(dataDirectory, { recursive: true, force: true });
});

describe('starting and stopping', () => {
  it('starts from nothing, says where it is, keeps the data, and stops in order with its database', async () => {
    const first = start();
    await first.ready;
    expect(first.output()).toContain(url);
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    expect(await state()).toMatchObject({ result: { data: { state: 'needed' } } });
    expect((await ask('/trpc/identity.firstRun.lookAround', {})).status).toBe(200);
    first.process.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(first.output()).toContain('Stopped');
    await expect(ask('/healthz')).rejects.toThrow();

    const second = start();
    await second.ready;
    expect(await state()).toMatchObject({ result: { data: { state: 'demo' } } });

    const third = start({ DATA_DIR: join(dataDirectory, 'another') });
    expect(await third.exit).toBe(1);
    expect(third.output()).toContain(`Port ${port} is in use`);
    expect(third.output()).not.toContain('    at ');

    // A terminal and npm may both pass on one Ctrl-C.
    second.process.kill('SIGINT');
    second.process.kill('SIGINT');
    expect(await second.exit).toBe(0);
    expect(second.output()).not.toContain('Hurrying');
  });

  it('heals after a hard stop', async () => {
    const first = start();
    await first.ready;
    first.process.kill('SIGKILL');
    await first.exit;
    const second = start();
    await second.ready;
    expect(await state()).toMatchObject({ result: { data: { state: 'demo' } } });
    second.process.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ SMTP_URL: 'mail.water.example:secret' }, 'SMTP_URL must begin with smtp://'],
    [{ PUBLIC_URL: 'roer.water.example' }, 'PUBLIC_URL must begin with http://'],
    [{ HOST: 'no-such-host.invalid' }, 'no address no-such-host.invalid'],
  ])('says in a sentence what is wrong with %j', async (settings, sentence) => {
    const one = start(settings);
    expect(await one.exit).toBe(1);
    expect(one.output()).toContain(sentence);
    expect(one.output()).not.toContain('secret');
    expect(one.output()).not.toContain('    at ');
  });
});
