import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const start = fileURLToPath(new URL('../../apps/api/src/start.ts', import.meta.url));
const directory = await mkdtemp(join(tmpdir(), 'roer-process-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('A tcp server has a port.');
  return address.port;
};

type Roer = { child: ChildProcess; said: () => string; ended: Promise<number | null>; url: string };

const launch = async (port: number): Promise<Roer> => {
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: directory, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  child.stdout.on('data', (data: Buffer) => (words += data.toString()));
  child.stderr.on('data', (data: Buffer) => (words += data.toString()));
  const ended = once(child, 'exit').then(([code]): number | null => (typeof code === 'number' ? code : null));
  return { child, said: () => words, ended, url: `http://127.0.0.1:${port}` };
};

const ready = async ({ url, said, child }: Roer): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended: ${said()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
};

const ask = async (url: string, path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
const firstRunState = (url: string): Promise<unknown> => ask(url, '/trpc/identity.firstRun.state');

// Three processes from nothing, which is slow beside other tests.
it('starts on an empty folder, says its address, stops in order on Ctrl-C, and finds its data the next time', async () => {
  const port = await freePort();
  const first = await launch(port);
  await ready(first);
  expect(first.said()).toContain(`http://localhost:${port}`);
  expect(await ask(first.url, '/healthz')).toEqual({ ok: true });
  expect(await firstRunState(first.url)).toMatchObject({ result: { data: { state: 'needed' } } });
  const made = await fetch(`${first.url}/trpc/identity.firstRun.startOwn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: first.url },
    body: JSON.stringify({
      organisationName: 'Gemeente Waterrijk',
      name: 'Anna Smit',
      email: 'anna@water.example',
      password: 'een lange zin om te onthouden',
    }),
  });
  expect(made.status).toBe(200);

  const second = await launch(port);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Port ${port} is in use`);

  // The terminal tells the whole group and npm passes it on: one Ctrl-C may arrive twice.
  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(first.said()).toContain('Stopped');

  const third = await launch(port);
  await ready(third);
  expect(await firstRunState(third.url)).toMatchObject({ result: { data: { state: 'own' } } });
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
}, 180_000);

it('says in words which setting it cannot use', async () => {
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, PORT: 'veel' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (data: Buffer) => (words += data.toString()));
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(words).toContain('PORT');
});
