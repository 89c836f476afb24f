import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startIdentityProvider } from '../kit/identity-provider.ts';
import type { IdentityProvider } from '../kit/identity-provider.ts';
import { begin, comeBack, passProvider, signInByProvider } from '../kit/single-sign-on.ts';
import { openScene, refused } from './single-sign-on-scene.ts';
import type { Scene } from './single-sign-on-scene.ts';

let provider: IdentityProvider;
let application: TestApplication;
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  ({ provider, application } = scene);
});
afterAll(() => scene.close());
beforeEach(() => scene.rows('TRUNCATE "RateLimit"'));

const rows: Scene['rows'] = (...query) => scene.rows(...query);
const enter: Scene['enter'] = (...how) => scene.enter(...how);
const me: Scene['me'] = (cookie) => scene.me(cookie);

describe('an answer of the provider', () => {
  const ada = { email: 'ada@water.example', email_verified: true };

  it('I22 counts once, for the browser that began, and only with its own state', async () => {
    provider.people.set('sub-ada', ada);
    const jar = new Map<string, string>();
    const back = await passProvider(application, { address: await begin(application, jar), login: 'sub-ada' });
    const forged = new URL(back);
    forged.searchParams.set('state', 'another');
    expect(await comeBack(application, new Map(jar), forged.href)).toEqual(refused('stale'));
    // A link that somebody sends: their answer would sign another in as them.
    const sent = await passProvider(application, { address: await begin(application, new Map()), login: 'sub-ada' });
    expect(await comeBack(application, new Map(), sent)).toEqual(refused('stale'));
    expect(await comeBack(application, new Map(jar), sent)).toEqual(refused('stale'));
    expect((await comeBack(application, new Map(jar), back)).cookie).not.toBeNull();
    expect(await comeBack(application, new Map(jar), back)).toEqual(refused('stale'));
  });

  it('I22 is refused with a code of before, another nonce, or another verifier', async () => {
    const jar = new Map<string, string>();
    const used = await passProvider(application, { address: await begin(application, jar), login: 'sub-ada' });
    await comeBack(application, new Map(jar), used);
    for (const change of [
      // The code of an answer that was used.
      async (back: URL) => back.searchParams.set('code', new URL(used).searchParams.get('code') ?? ''),
      async () =>
        void (await rows(
          `UPDATE "Verification" SET "value" = jsonb_set("value"::jsonb, '{nonce}', '"another"')::text`,
        )),
      async () =>
        void (await rows(
          `UPDATE "Verification" SET "value" = jsonb_set("value"::jsonb, '{verifier}', to_jsonb(repeat('v', 43)))::text`,
        )),
      async (back: URL) => back.searchParams.set('iss', 'http://evil.example'),
    ]) {
      const back = new URL(
        await passProvider(application, { address: await begin(application, jar), login: 'sub-ada' }),
      );
      await change(back);
      expect(await comeBack(application, new Map(jar), back.href)).toEqual(refused('providerFailed'));
    }
  });

  it('I22 is too late after half an hour', async () => {
    const jar = new Map<string, string>();
    const back = await passProvider(application, { address: await begin(application, jar), login: 'sub-ada' });
    application.clock.advance(31 * 60_000);
    expect(await comeBack(application, jar, back)).toEqual(refused('stale'));
  });

  it('I22 of another issuer signs nobody in, whatever its subject', async () => {
    const other = await startIdentityProvider();
    const { database, clock } = application;
    const elsewhere = await startApplication({
      database,
      clock,
      doors: { passwords: true, provider: other.settings() },
    });
    try {
      other.serve(elsewhere.url);
      other.people.set('sub-ada', { email: 'niemand@water.example', email_verified: true });
      expect(await signInByProvider(elsewhere, 'sub-ada')).toEqual(refused('unknownPerson'));
    } finally {
      await elsewhere.close();
      await other.close();
    }
  });

  it('I23 that somebody stopped, and a provider that is down, are said at the door, and nothing is lost', async () => {
    expect(await enter(null, '/week')).toEqual({ page: '/sign-in?refused=cancelled&returnTo=%2Fweek', cookie: null });
    const jar = new Map<string, string>();
    const back = await passProvider(application, { address: await begin(application, jar), login: 'sub-ada' });
    await provider.stop();
    try {
      expect(await comeBack(application, jar, back)).toEqual(refused('providerDown'));
      const fresh = await startApplication({
        database: application.database,
        doors: { passwords: true, provider: provider.settings() },
      });
      try {
        expect(new URL(await begin(fresh, new Map())).search).toBe('?refused=providerDown');
        expect(await fresh.client().identity.firstRun.state.query()).toMatchObject({ passwords: true });
      } finally {
        await fresh.close();
      }
    } finally {
      await provider.start();
    }
    expect((await enter('sub-ada')).cookie).not.toBeNull();
  });

  it('I1 I17 has three addresses beside those of passwords and passkeys, and nobody gets anything at them by asking', async () => {
    for (const [method, url] of [
      ['GET', '/api/auth/sso'],
      ['GET', '/api/auth/sso/callback'],
      ['POST', '/api/auth/sso/back-channel-logout'],
    ] as const)
      expect(application.app.hasRoute({ method, url })).toBe(true);
    const inTree = application.app.printRoutes({ commonPrefix: false }).match(/\/\S* \((?!HEAD\))[A-Z, ]+\)/g) ?? [];
    expect(inTree.filter((line) => /sso|callback|back-channel|\/api/.test(line))).toHaveLength(7);
    const at = (path: string, method = 'GET') => fetch(`${application.url}${path}`, { method, redirect: 'manual' });
    const callback = await at('/api/auth/sso/callback?code=x&state=y');
    expect(callback.headers.get('location')).toBe('/sign-in?refused=stale');
    expect(callback.headers.getSetCookie()).toEqual([]);
    expect((await at('/api/auth/sso/callback', 'POST')).status).toBe(403);
    expect((await at('/api/auth/sso', 'POST')).status).toBe(403);
  });

  it('I23 leads to no other site', async () => {
    for (const wanted of ['//evil.example', 'https://evil.example/', String.raw`/\evil.example`, '/\t/evil.example'])
      expect((await enter('sub-ada', wanted)).page).toBe('/');
  });

  it('I15 leaves neither names, addresses nor tokens in the log', () => {
    expect(scene.log()).not.toMatch(/water\.example|sub-|Nina|eyJ/);
  });
});

describe('a session that the provider opened', () => {
  beforeAll(() => {
    provider.people.set('sub-ada', { email: 'ada@water.example', email_verified: true });
    provider.people.set('sub-fatma', { email: 'fatma@water.example', email_verified: true });
  });

  it('I24 ends after twelve hours, however much it is used', async () => {
    provider.people.set('sub-ada', { email: 'ada@water.example', email_verified: true });
    const { cookie } = await enter('sub-ada');
    application.clock.advance(11 * 3_600_000);
    expect(await me(cookie)).not.toBeNull();
    application.clock.advance(2 * 3_600_000);
    expect(await me(cookie)).toBeNull();
  });

  it('I24 is ended at the provider with signing out, and here when the provider says so', async () => {
    const { cookie } = await enter('sub-ada');
    const response = await fetch(`${application.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { origin: application.url, 'content-type': 'application/json', cookie: cookie ?? '' },
      body: '{}',
    });
    const { next } = (await response.json()) as { next: string };
    expect(new URL(next).origin).toBe(provider.issuer);
    expect(new URL(next).searchParams.get('post_logout_redirect_uri')).toBe(`${application.url}/sign-in`);
    const second = await enter('sub-ada');
    const everywhere = await application.client(second.cookie ?? '').identity.signOutEverywhere.mutate();
    expect(everywhere.next).toContain(provider.issuer);

    const third = await enter('sub-ada');
    const fatma = await enter('sub-fatma');
    const socket = await application.socket(third.cookie ?? '');
    const from = Date.now();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await provider.tellLoggedOut('sub-ada');
    await closed;
    expect(Date.now() - from).toBeLessThan(1000);
    expect(await me(third.cookie)).toBeNull();
    expect(await me(fatma.cookie)).not.toBeNull();
  });

  it('I24 is not ended by a message that the provider did not sign', async () => {
    const { cookie } = await enter('sub-ada');
    const say = (body: string, type = 'application/x-www-form-urlencoded') =>
      fetch(`${application.url}/api/auth/sso/back-channel-logout`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
    const [row] = await rows<{ idToken: string }>('SELECT "idToken" FROM "ProviderSession" LIMIT 1');
    for (const token of ['', 'x', row?.idToken ?? ''])
      expect((await say(new URLSearchParams({ logout_token: token }).toString())).status).toBe(400);
    expect((await say('{}', 'text/plain')).status).toBe(415);
    expect(await me(cookie)).not.toBeNull();
  });
});
