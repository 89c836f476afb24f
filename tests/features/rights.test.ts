import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientMessages } from '@roer/api/live/live';
import type { Id } from '@roer/domain/ids';
import type { WhatIf } from '@roer/domain/workload/tried';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { listProcedures } from '../kit/procedures.ts';
import type { Procedure } from '../kit/procedures.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { actors, openScene, personOf } from './rights-scene.ts';
import type { ActorName } from './rights-scene.ts';
import { table } from './rights-table.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
});
afterAll(() => application.close());

const cookieOf = async (actor: ActorName): Promise<string | undefined> =>
  actor === 'stranger' ? undefined : application.signIn(personOf(world, actor));

type Answer = { status: number; body: string };

/** As any program could send it. */
const send = async (
  { path, type }: Procedure,
  { input, cookie }: { input: object | undefined; cookie: string | undefined },
): Promise<Answer> => {
  const headers = {
    origin: application.url,
    'content-type': 'application/json',
    ...(cookie === undefined ? {} : { cookie }),
  };
  const body = JSON.stringify(input);
  const question = input === undefined ? '' : `?input=${encodeURIComponent(body)}`;
  const answer = await (type === 'query'
    ? fetch(`${application.url}/trpc/${path}${question}`, { headers })
    : fetch(`${application.url}/trpc/${path}`, { method: 'POST', headers, body: body ?? '' }));
  return { status: answer.status, body: await answer.text() };
};

const outcomeOf = ({ status, body }: Answer): string => {
  const parsed: { error?: { data: { code: string } } } = JSON.parse(body);
  return parsed.error ? parsed.error.data.code : status === 200 ? 'ok' : String(status);
};

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same input about things that are not there. */
const aboutNothing = (input: object): object => {
  const replaced = new Map<string, string>();
  const text = JSON.stringify(input).replaceAll(uuid, (known) => {
    const other = replaced.get(known) ?? application.clock.newId();
    replaced.set(known, other);
    return other;
  });
  const about: object = JSON.parse(text);
  return about;
};

it('the table names every procedure and nothing else', () => {
  expect(Object.keys(table).toSorted()).toEqual(
    listProcedures()
      .map(({ path }) => path)
      .toSorted(),
  );
});

describe.each(listProcedures())('A1 A2 A3 A4 $path', (procedure) => {
  it.each(actors)('%s', async (actor) => {
    const entry = table[procedure.path];
    if (!entry) throw new Error('The table has no such entry.');
    const expected = entry.outcomes[actor] ?? entry.outcomes.others;
    const input = await entry.input?.(openScene(application, world, actor));
    const cookie = await cookieOf(actor);
    const absent =
      expected === 'notFound' && input ? await send(procedure, { input: aboutNothing(input), cookie }) : undefined;
    const answer = await send(procedure, { input, cookie });
    expect(outcomeOf(answer), answer.body).toBe(expected);
    // What may not be looks as what is not: the same status and the same bytes.
    if (absent) expect(answer).toEqual(absent);
  });
});

it('A4 whoever may do nothing here cannot tell a wrong input from a right one either', async () => {
  const unauthorised = await send(
    { path: 'responsibilities.board', type: 'query' },
    { input: { teamId: 7 }, cookie: undefined },
  );
  const right = await send(
    { path: 'responsibilities.board', type: 'query' },
    { input: { teamId: world.water.teams.permits }, cookie: undefined },
  );
  expect(unauthorised).toEqual(right);
});

/** Every message that a socket may send, and what it gets. A stranger has no socket. */
const messages = {
  listen: { member: { ok: true }, others: { ok: false } },
  leave: { member: 'nothing', others: 'nothing' },
  look: { member: 'presence', others: 'nothing' },
  whatIf: { member: 'whatIf', others: 'nothing' },
} satisfies Record<keyof ClientMessages, unknown>;

const aWhatIf = (): WhatIf => {
  // The clock makes ids of whatever is asked for.
  const newId = <Kind extends string>() => application.clock.newId() as Id<Kind>;
  const who = { giver: newId<'person'>(), receiver: newId<'person'>() };
  const what = { responsibilityId: newId<'responsibility'>(), assignmentId: newId<'assignment'>(), workId: null };
  return {
    moves: [{ id: newId<'transferItem'>(), ...what, ...who, sharePercent: 100 }],
    from: '2026-12-07',
    until: null,
  };
};

describe('A1 A2 A4 the socket', () => {
  it('is not there for a stranger', async () => {
    await expect(application.socket()).rejects.toThrow('signInNeeded');
  });

  it.each(actors.filter((actor) => actor !== 'stranger'))('%s', async (actor) => {
    const socket = await application.socket(await cookieOf(actor));
    const teamId = world.water.teams.permits;
    const present: unknown[] = [];
    socket.on('presence', (message) => void present.push(message));
    const answer = await socket.emitWithAck('listen', { teamId });
    expect(answer).toMatchObject(actor === 'member' ? messages.listen.member : messages.listen.others);
    if (actor !== 'member') {
      // The clock makes ids of whatever is asked for.
      const nothing = { teamId: application.clock.newId() as typeof teamId };
      expect(answer).toEqual(await socket.emitWithAck('listen', nothing));
    }
    socket.emit('look', { teamId, responsibilityId: null });
    await socket.emitWithAck('listen', { teamId });
    expect(present.length > 0 ? 'presence' : 'nothing').toBe(
      actor === 'member' ? messages.look.member : messages.look.others,
    );
    const tried: unknown[] = [];
    socket.on('whatIf', (message) => void tried.push(message));
    socket.emit('whatIf', { teamId, ...aWhatIf() });
    await socket.emitWithAck('listen', { teamId });
    expect(tried.length > 0 ? 'whatIf' : 'nothing').toBe(
      actor === 'member' ? messages.whatIf.member : messages.whatIf.others,
    );
    socket.emit('leave', { teamId });
    expect(socket.connected).toBe(true);
    socket.close();
  });
});

/** Every address beside the pages, and what a stranger gets there with an empty object. */
const routes: Record<string, Record<string, number>> = {
  '/healthz': { GET: 200, HEAD: 200 },
  '/readyz': { GET: 200, HEAD: 200 },
  '/calendar/:file': { GET: 404, HEAD: 404 },
  '/unsubscribe/:token': { POST: 415 },
  '/api/auth/sign-in/email': { POST: 400 },
  '/api/auth/sign-out': { POST: 200 },
  '/trpc/:path': { GET: 404, HEAD: 204, POST: 404, PUT: 404, PATCH: 404, DELETE: 404, OPTIONS: 404 },
};

it('A4 the table of addresses names every one, and a stranger gets nothing anywhere', async () => {
  const listed = application.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => /(\/\S*) \(/.exec(line)?.[1] ?? []);
  expect(Object.keys(routes).toSorted()).toEqual(listed.toSorted());
  const got: typeof routes = {};
  for (const [path, methods] of Object.entries(routes)) {
    got[path] = {};
    for (const method of Object.keys(methods)) {
      const answer = await fetch(`${application.url}${path}`, {
        method,
        headers: { origin: application.url, 'content-type': 'application/json' },
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: '{}' }),
      });
      got[path][method] = answer.status;
    }
  }
  expect(got).toEqual(routes);
});
