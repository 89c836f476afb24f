import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestSocket } from '../kit/application.ts';
import { cookieOf, post, signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { givePassword } from '../kit/accounts.ts';

const password = 'drie losse woorden samen';
const email = 'ada@water.example';
const day = 86_400_000;
let application: TestApplication;
let world: World<typeof standardWorld>;
const ask = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const ada = () => ({ organisationId: world.water.id, personId: world.water.people.ada });

beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
});
afterAll(() => application.close());
beforeEach(async () => {
  await ask('TRUNCATE "RateLimit", "Session" CASCADE');
  await givePassword(application, ada(), { email, password });
});

const refusal = async (answer: Response) => ({ status: answer.status, body: await answer.json() });
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

const ended = (socket: TestSocket): Promise<void> =>
  new Promise((resolve) => void socket.once('disconnect', () => resolve()));

describe('signing in', () => {
  it('I10 gives a cookie that no script reads and no other site sends, and no token in the answer', async () => {
    const answer = await signInWith(application, { email: ' Ada@Water.example ', password });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ok: true });
    const [header, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(header).toMatch(/^roer\.session_token=[^;]+/);
    expect(header?.toLowerCase()).toMatch(/; path=\//);
    expect(header).toMatch(/; HttpOnly/);
    expect(header).toMatch(/; SameSite=Lax/);
    expect(header).toMatch(/; Max-Age=604800/);
    expect(header).not.toMatch(/Secure/);
    const me = await application.client(cookieOf(answer)).identity.me.query();
    expect(me).toMatchObject({ person: { name: 'Ada Yilmaz' }, organisation: { name: 'Gemeente Waterrijk' } });
  });

  it('I10 asks https of a cookie when people reach Roer by https', async () => {
    const { database, clock } = application;
    const publicUrls = ['https://roer.water.example'];
    const behindProxy = await startApplication({ database, clock, publicUrls });
    try {
      const headers = { origin: 'https://roer.water.example' };
      const answer = await post(behindProxy, '/api/auth/sign-in/email', { body: { email, password }, headers });
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-roer\.session_token=.*; Secure/);
      const asked = await fetch(`${behindProxy.url}/trpc/identity.me`, { headers: { cookie: cookieOf(answer) } });
      expect(await asked.json()).toMatchObject({ result: { data: { person: { name: 'Ada Yilmaz' } } } });
    } finally {
      await behindProxy.app.close();
    }
  });

  it('I10 a session ends a week after the last day of use', async () => {
    const { clock } = application;
    const start = clock.now();
    const cookie = cookieOf(await signInWith(application, { email, password }));
    const me = () => application.client(cookie).identity.me.query();
    clock.advance(5 * day);
    expect(await me()).not.toBeNull();
    clock.advance(6 * day);
    expect(await me()).not.toBeNull();
    clock.advance(7 * day);
    expect(await me()).toBeNull();
    clock.set(start);
  });

  it('I2 says the same whatever is wrong', async () => {
    const wrong = [
      { email, password: 'iets anders dan dat' },
      { email: 'nobody@water.example', password },
      { email: 'ben@water.example', password },
      { email, password: 'x'.repeat(900) },
    ];
    for (const account of wrong) {
      const answer = await signInWith(application, account);
      expect(await refusal(answer)).toEqual({ status: 401, body: { code: 'wrongPassword', detail: {} } });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('I3 stops after ten tries, also with the right password, and forgets after a quarter of an hour', async () => {
    const guess = () => signInWith(application, { email, password: 'mis geraden wachtwoord' });
    const guesses = await Promise.all(Array.from({ length: 13 }, guess));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(await refusal(await signInWith(application, { email, password }))).toEqual({
      status: 429,
      body: { code: 'tooManyRequests', detail: {} },
    });
    // Also for an address that signs nobody in: the limit tells nothing either.
    for (let index = 0; index < 10; index += 1) await signInWith(application, { email: 'no@b.example', password });
    expect((await signInWith(application, { email: 'no@b.example', password })).status).toBe(429);
    application.clock.advance(15 * 60_000);
    expect((await signInWith(application, { email, password })).status).toBe(200);
    const kept = await ask<{ key: string }>('SELECT "key" FROM "RateLimit"');
    expect(JSON.stringify(kept)).not.toContain('ada');
  });

  it('I1 has no other door: not to sign up, not to list or to change accounts', async () => {
    const paths = [
      'sign-up/email',
      'request-password-reset',
      'reset-password',
      'update-user',
      'change-email',
      'delete-user',
    ];
    for (const path of [...paths, 'list-sessions', 'get-session', 'sign-in/social', 'revoke-sessions', 'ok', 'error']) {
      const cookie = await application.signIn(world.water.people.ada);
      const body = { email: 'new@water.example', password, name: 'New' };
      expect((await post(application, `/api/auth/${path}`, { body, cookie })).status, path).toBe(404);
      expect((await fetch(`${application.url}/api/auth/${path}`, { headers: { cookie } })).status, path).toBe(404);
    }
    expect(await ask(`SELECT 1 FROM "User" WHERE "email" = 'new@water.example'`)).toEqual([]);
  });

  it('I15 keeps neither device nor place', async () => {
    await signInWith(application, { email, password });
    expect(await ask('SELECT DISTINCT "ipAddress", "userAgent" FROM "Session"')).toEqual([
      { ipAddress: null, userAgent: null },
    ]);
  });
});

describe('what may change anything', () => {
  it('I14 is JSON from an allowed origin, and nothing else', async () => {
    const cookie = await application.signIn(world.water.people.ada);
    const doors = ['/api/auth/sign-out', '/trpc/identity.signOutEverywhere', '/trpc/identity.firstRun.lookAround'];
    for (const door of doors) {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
        const answer = await post(application, door, { cookie, headers: { 'content-type': type } });
        expect(answer.status, `${door} ${type}`).toBe(415);
      }
      for (const origin of ['https://elsewhere.example', 'null', `${application.url}.elsewhere.example`]) {
        expect((await post(application, door, { cookie, headers: { origin } })).status, origin).toBe(403);
      }
      const { origin: _none, ...without } = { origin: '', cookie, 'content-type': 'application/json' };
      const answer = await fetch(`${application.url}${door}`, { method: 'POST', headers: without, body: '{}' });
      expect(answer.status).toBe(403);
      expect((await fetch(`${application.url}${door}`, { headers: { cookie } })).status).toBeGreaterThanOrEqual(404);
    }
    expect(await application.client(cookie).identity.me.query()).not.toBeNull();
  });
});

describe('ending sessions', () => {
  it('I11 signing out ends this session and its sockets, and no other', async () => {
    const here = cookieOf(await signInWith(application, { email, password }));
    const there = await application.signIn(world.water.people.ada);
    const [socketHere, socketThere] = [await application.socket(here), await application.socket(there)];
    const closed = ended(socketHere);
    const answer = await post(application, '/api/auth/sign-out', { cookie: here });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^roer\.session_token=; .*Max-Age=0/);
    await closed;
    expect(await application.client(here).identity.me.query()).toBeNull();
    expect(await application.client(there).identity.me.query()).not.toBeNull();
    expect(socketThere.connected).toBe(true);
    await expect(application.socket(here)).rejects.toThrow('signInNeeded');
  });

  it('I11 signing out everywhere ends every session of this person only', async () => {
    const cookies = [
      await application.signIn(world.water.people.ada),
      await application.signIn(world.water.people.ada),
    ] as const;
    const ben = await application.signIn(world.water.people.ben);
    const sockets = await Promise.all([...cookies, ben].map(application.socket));
    const closed = sockets.slice(0, 2).map(ended);
    await application.client(cookies[0]).identity.signOutEverywhere.mutate();
    await Promise.all(closed);
    for (const cookie of cookies) expect(await application.client(cookie).identity.me.query()).toBeNull();
    expect(await application.client(ben).identity.me.query()).not.toBeNull();
    expect(sockets[2]?.connected).toBe(true);
  });

  it('I9 changing the password ends the other sessions and their sockets, and keeps this one', async () => {
    const here = cookieOf(await signInWith(application, { email, password }));
    const there = await application.signIn(world.water.people.ada);
    const [socketHere, socketThere] = [await application.socket(here), await application.socket(there)];
    const closed = ended(socketThere);
    const newPassword = 'vier andere losse woorden';
    await application.client(here).identity.changePassword.mutate({ currentPassword: password, newPassword });
    await closed;
    expect(socketHere.connected).toBe(true);
    expect(await application.client(here).identity.me.query()).not.toBeNull();
    expect(await application.client(there).identity.me.query()).toBeNull();
    expect((await signInWith(application, { email, password })).status).toBe(401);
    expect((await signInWith(application, { email, password: newPassword })).status).toBe(200);
  });

  it('I9 asks for the old password, a limited number of times', async () => {
    const client = application.client(await application.signIn(world.water.people.ada));
    const change = (currentPassword: string, newPassword = 'vier andere losse woorden') =>
      client.identity.changePassword.mutate({ currentPassword, newPassword });
    await expect(change('niet het oude')).rejects.toEqual(refused('wrongPassword'));
    await expect(change(password, 'kort')).rejects.toEqual(refused('passwordWeak'));
    for (let index = 0; index < 8; index += 1) await expect(change('raden')).rejects.toEqual(refused('wrongPassword'));
    await expect(change(password)).rejects.toEqual(refused('tooManyRequests'));
    const stranger = application.client().identity.changePassword;
    await expect(stranger.mutate({ currentPassword: password, newPassword: password })).rejects.toEqual(
      refused('signInNeeded'),
    );
  });
});
