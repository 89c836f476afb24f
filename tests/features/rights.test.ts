import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientMessages } from '@roer/api/live/live';
import type { Id } from '@roer/domain/ids';
import type { WhatIf } from '@roer/domain/workload/tried';
import { tokenFromCookies } from '@roer/api/platform/session';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { listProcedures } from '../kit/procedures.ts';
import type { Procedure } from '../kit/procedures.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { actors, endedSessions, openScene, personOf } from './rights-scene.ts';
import type { ActorName } from './rights-scene.ts';
import { table } from './rights-table.ts';
import type { Entry } from './rights-table.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
});
afterAll(() => application.close());

const hasEnded = (actor: ActorName): actor is (typeof endedSessions)[number] =>
  endedSessions.some((ended) => ended === actor);

/** A cookie of a session that was good, and is over. */
const endedCookie = async (actor: (typeof endedSessions)[number]): Promise<string> => {
  const cookie = await application.signIn(personOf(world, actor));
  const isOver =
    actor === 'expiredSession'
      ? 'UPDATE "Session" SET "expiresAt" = $2::timestamptz WHERE "token" = $1'
      : 'DELETE FROM "Session" WHERE "token" = $1 AND "createdAt" <= $2::timestamptz';
  const { rowCount } = await application.database.identityPool.query(isOver, [
    tokenFromCookies(cookie),
    new Date(application.clock.now()),
  ]);
  expect(rowCount).toBe(1);
  return cookie;
};

const cookieOf = async (actor: ActorName): Promise<string | undefined> => {
  if (actor === 'stranger') return undefined;
  return hasEnded(actor) ? endedCookie(actor) : application.signIn(personOf(world, actor));
};

const expectedOf = ({ outcomes }: Entry, actor: ActorName): string =>
  outcomes[hasEnded(actor) ? 'stranger' : actor] ?? outcomes.others;

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
  const entry = (): Entry => {
    const known = table[procedure.path];
    if (!known) throw new Error('The table has no such entry.');
    return known;
  };
  // Who is refused changes nothing, so that the next one can be refused the same; who may needs their own.
  let refused: Promise<object | undefined> | undefined;
  const inputFor = async (actor: ActorName): Promise<object | undefined> => {
    const make = async () => entry().input?.(openScene(application, world, actor));
    if (expectedOf(entry(), actor) === 'ok') return make();
    refused ??= make();
    return refused;
  };

  it.each(actors)('%s', async (actor) => {
    const expected = expectedOf(entry(), actor);
    const input = await inputFor(actor);
    const cookie = await cookieOf(actor);
    const absent =
      expected === 'notFound' && input ? await send(procedure, { input: aboutNothing(input), cookie }) : undefined;
    const answer = await send(procedure, { input, cookie });
    expect(outcomeOf(answer), answer.body).toBe(expected);
    // What may not be looks as what is not: the same status and the same bytes.
    if (absent) expect(answer).toEqual(absent);
    if (hasEnded(actor) && expected !== 'ok')
      expect(answer).toEqual(await send(procedure, { input, cookie: undefined }));
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
  it.each(['stranger', ...endedSessions] as const)('is not there for a %s', async (actor) => {
    await expect(application.socket(await cookieOf(actor))).rejects.toThrow('signInNeeded');
  });

  it.each(actors.filter((actor) => actor !== 'stranger' && !hasEnded(actor)))('%s', async (actor) => {
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

/** Every address beside the pages, and what anybody gets there with an empty object; `signedIn` where that is another. */
const routes: Record<string, Record<string, number | { signedIn: number; others: number }>> = {
  '/healthz': { GET: 200, HEAD: 200 },
  '/readyz': { GET: 200, HEAD: 200 },
  '/calendar/:file': { GET: 404, HEAD: 404 },
  '/unsubscribe/:token': { POST: 415 },
  // Not where the address is a number.
  '/api/auth/passkey/begin': { POST: 404 },
  '/api/auth/passkey/sign-in': { POST: 404 },
  '/api/auth/sign-in/email': { POST: 400 },
  '/api/auth/sign-out': { POST: 200 },
  '/trpc/:path': { GET: 404, HEAD: 204, POST: 404, PUT: 404, PATCH: 404, DELETE: 404, OPTIONS: 404 },
};

it('A4 the table of addresses names every one', () => {
  const listed = application.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => /(\/\S*) \(/.exec(line)?.[1] ?? []);
  expect(Object.keys(routes).toSorted()).toEqual(listed.toSorted());
});

it.each(actors)('A4 no address gives a %s anything', async (actor) => {
  const expected: Record<string, Record<string, number>> = {};
  const got: typeof expected = {};
  for (const [path, methods] of Object.entries(routes)) {
    expected[path] = {};
    got[path] = {};
    for (const [method, outcome] of Object.entries(methods)) {
      const isIn = actor !== 'stranger' && !hasEnded(actor);
      expected[path][method] = typeof outcome === 'number' ? outcome : outcome[isIn ? 'signedIn' : 'others'];
      // One of these signs out.
      const cookie = await cookieOf(actor);
      const answer = await fetch(`${application.url}${path}`, {
        method,
        redirect: 'manual',
        headers: { origin: application.url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: '{}' }),
      });
      got[path][method] = answer.status;
    }
  }
  expect(got).toEqual(expected);
});
