import { request as httpRequest } from 'node:http';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { post } from '../kit/sign-in.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;

beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
});
afterAll(() => application.close());

/** The same procedure by three addresses: as browsers write it, with a letter in code, and with the server's name in it. */
const disguises = {
  plainly: '/trpc/',
  'with a letter in code': '/%74rpc/',
  'with the name of a server in it': 'http://roer.example/trpc/',
};

type Sent = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Sends exactly this address and these headers: fetch would tidy them up first. */
const send = (
  to: TestApplication,
  request: { path: string; body?: string; headers?: Record<string, string>; method?: string },
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(to.url);
    const { path, body, method = body === undefined ? 'GET' : 'POST' } = request;
    const headers = {
      origin: to.url,
      'content-type': 'application/json',
      ...(body === undefined || request.headers?.['transfer-encoding']
        ? {}
        : { 'content-length': String(Buffer.byteLength(body)) }),
      ...request.headers,
    };
    const outgoing = httpRequest({ hostname, port, path, method, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
    });
    // A server that has refused need not read to the end.
    outgoing.on('error', reject);
    outgoing.end(body);
  });

describe.each(Object.entries(disguises))('an address written %s', (_how, prefix) => {
  it('is counted like any other', async () => {
    const strict = await startApplication({ database: application.database, requestsAMinute: 2 });
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn += 1)
        statuses.push((await send(strict, { path: `${prefix}identity.me` })).status);
      expect(statuses).toEqual([200, 200, 429, 429]);
    } finally {
      await strict.app.close();
    }
  });

  it('lets no stranger send more than a stranger may', async () => {
    const body = JSON.stringify({ token: 'a'.repeat(2_000_000) });
    const file = JSON.stringify({ fileName: '', bytes: 'a'.repeat(2_000_000), source: 'x', skipWrongRows: false });
    expect((await send(application, { path: `${prefix}identity.linkInfo`, body })).status).toBe(413);
    const upload = { path: `${prefix}organisation.previewCatalogue`, body: file };
    expect((await send(application, upload)).status).toBe(401);
    const chunked = { 'transfer-encoding': 'chunked' };
    expect((await send(application, { ...upload, headers: chunked })).status).toBe(411);
  });
});

describe('what is somebody’s own', () => {
  it.each(['/trpc/identity.me', '/trpc/organisation.structure', '/trpc/identity.me?batch=1', '/healthz'])(
    'is kept by no cache: %s',
    async (path) => {
      const cookie = await application.signIn(world.water.people.ada);
      const answer = await fetch(`${application.url}${path}`, { headers: { cookie } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('behind a proxy', () => {
  const tries = async (to: TestApplication, forwarded: (turn: number) => string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const headers = { 'x-forwarded-for': forwarded(turn) };
      statuses.push((await fetch(`${to.url}/trpc/identity.me`, { headers })).status);
    }
    return statuses;
  };

  it('an address that the visitor made up does not count as another visitor', async () => {
    const { database } = application;
    const behind = await startApplication({ database, requestsAMinute: 2, trustProxy: 1 });
    try {
      // The proxy adds, behind what the visitor sent, the address it sees.
      expect(await tries(behind, (turn) => `10.0.0.${turn}, 192.0.2.1`)).toEqual([200, 200, 429, 429]);
      expect(await tries(behind, (turn) => `10.0.0.1, 192.0.2.${turn + 10}`)).toEqual([200, 200, 200, 200]);
    } finally {
      await behind.app.close();
    }
  });

  it('nobody is believed when there is none', async () => {
    const direct = await startApplication({ database: application.database, requestsAMinute: 2 });
    try {
      expect(await tries(direct, (turn) => `192.0.2.${turn}`)).toEqual([200, 200, 429, 429]);
    } finally {
      await direct.app.close();
    }
  });
});

describe('a page whose name was made to point here (DNS rebinding)', () => {
  const firstRun = (host: string, to: TestApplication = application) =>
    send(to, {
      path: '/trpc/identity.firstRun.lookAround',
      body: '{}',
      headers: { host, origin: `http://${host}` },
    });

  it('may send nothing unless the operator named it', async () => {
    expect((await firstRun('evil.example:4400')).status).toBe(403);
    expect((await firstRun('127.0.0.1.evil.example')).status).toBe(403);
    expect((await firstRun('roer.localhost.evil.example')).status).toBe(403);
    const { database } = application;
    const named = await startApplication({ database, publicUrls: ['http://roer.water.example:4400'] });
    try {
      expect((await firstRun('roer.water.example:4400', named)).status).not.toBe(403);
      expect((await firstRun('evil.example:4400', named)).status).toBe(403);
      expect((await firstRun('localhost:4400', named)).status).toBe(403);
    } finally {
      await named.app.close();
    }
  });

  it.each(['localhost:4400', '192.168.1.20:4400', '[::1]:4400', 'stadhuis-server:4400', 'server.local'])(
    'is not %s, which no name server outside can point anywhere',
    async (host) => {
      expect((await firstRun(host)).status).not.toBe(403);
    },
  );

  it('opens no channel', async () => {
    const cookie = await application.signIn(world.water.people.ada);
    const host = `evil.example:${new URL(application.url).port}`;
    const socket = io(application.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, host, origin: `http://${host}` },
    });
    const heard = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', () => resolve('refused'));
    });
    socket.close();
    expect(heard).toBe('refused');
  });
});

describe('text that is no JSON', () => {
  it.each(['{', '[[[[', '', 'null', '"', '{"token":"x"}{}'])('is the fault of whoever sent it: %s', async (body) => {
    const answer = await send(application, { path: '/trpc/identity.linkInfo', body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { data: { code: 'badInput' } } });
  });

  it('is refused in an address too', async () => {
    const cookie = await application.signIn(world.water.people.ada);
    const path = '/trpc/responsibilities.board?input=%7B';
    expect((await send(application, { path, headers: { cookie } })).status).toBe(400);
    expect((await post(application, '/trpc/identity.linkInfo?batch=1', { body: [] })).status).toBe(400);
  });
});

describe('one socket that asks and asks', () => {
  it('holds up nobody, and is answered again afterwards', async () => {
    const socket = await application.socket(await application.signIn(world.water.people.ada));
    const ask = () => socket.timeout(20_000).emitWithAck('listen', { teamId: world.water.teams.permits });
    const answers = await Promise.all(Array.from({ length: 3000 }, ask));
    expect(answers.filter(({ ok }) => !ok).length).toBeGreaterThan(1000);
    expect(await ask()).toEqual({ ok: true, head: 0 });
    socket.close();
  });
});
