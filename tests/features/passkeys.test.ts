import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateAt } from '@roer/domain/dates';
import { createAuthenticator } from '../kit/authenticator.ts';
import type { Misuse } from '../kit/authenticator.ts';
import { cookieOf, post } from '../kit/sign-in.ts';
import { codeOf, minute, openPasskeyScene, password } from './passkeys-scene.ts';
import type { PasskeyScene } from './passkeys-scene.ts';

let scene: PasskeyScene;
beforeAll(async () => {
  scene = await openPasskeyScene();
});
afterAll(() => scene.application.close());
beforeEach(() => scene.clear());

const people = () => scene.world.water.people;
const meOf = (cookie: string) => scene.application.client(cookie).identity.me.query();

describe('a passkey', () => {
  it('I26 signs its owner in without a password, in a session like any other', async () => {
    const device = await scene.withPasskey(await scene.signedIn('ada'));
    const before = await scene.rows('SELECT 1 FROM "SignIn" WHERE "personId" = $1', [people().ada]);
    scene.application.clock.advance(2 * minute);
    const answer = await scene.signInBy(device);
    expect(answer.status).toBe(200);
    expect(await answer.clone().json()).toEqual({ ok: true });
    expect(answer.headers.getSetCookie().join()).toMatch(
      /roer\.session_token=.*HttpOnly; SameSite=Lax; Max-Age=604800/,
    );
    expect(await meOf(cookieOf(answer))).toMatchObject({ person: { id: people().ada } });
    // AU8
    expect(await scene.rows('SELECT 1 FROM "SignIn" WHERE "personId" = $1', [people().ada])).toHaveLength(
      before.length + 1,
    );
    expect((await scene.signInBy(device)).status).toBe(200);
  });

  it('I26 is told of to its owner by name and days, and nothing of the device is kept (I15)', async () => {
    const cookie = await scene.signedIn('ada');
    const device = await scene.withPasskey(cookie, ' Laptop van het werk ');
    const today = dateAt(scene.application.clock.now());
    const own = async () => scene.passkeysOf(cookie).own.query();
    expect(await own()).toEqual({
      origin: scene.application.url,
      passkeys: [{ id: expect.any(String), name: 'Laptop van het werk', createdOn: today, usedOn: null }],
    });
    await scene.signInBy(device);
    expect((await own()).passkeys).toMatchObject([{ createdOn: today, usedOn: today }]);
    const columns = Object.keys((await scene.rows('SELECT * FROM "Passkey"'))[0] ?? {});
    expect(columns.toSorted()).toEqual(
      ['counter', 'createdOn', 'credentialId', 'id', 'name', 'publicKey', 'usedOn', 'userId'].toSorted(),
    );
    // MD1: what is told of it holds no key.
    const told = await scene.application.client(cookie).identity.ownRows.query({ kind: 'passkey', from: 0 });
    expect(told).toEqual({ Passkey: [{ name: 'Laptop van het werk', createdOn: today, usedOn: today }] });
    expect((await scene.application.client(cookie).identity.stored.query()).counts.passkey).toBe(1);
  });

  it('I28 is added only by who types the password, and one that is there is not made again', async () => {
    const cookie = await scene.signedIn('ada');
    const wrong = scene.passkeysOf(cookie).begin.mutate({ password: 'iets anders' });
    await expect(wrong).rejects.toThrow('wrongPassword');
    await scene.withPasskey(cookie);
    const wish = await scene.passkeysOf(cookie).begin.mutate({ password });
    expect(wish).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: 'ada@water.example', displayName: 'Ada Yilmaz' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
    expect(wish.excludeCredentials).toHaveLength(1);
    // Who has no password has no passkey.
    const without = scene.passkeysOf(await scene.application.signIn(people().fatma));
    expect(await without.own.query()).toEqual({ origin: null, passkeys: [] });
    await expect(without.begin.mutate({ password })).rejects.toThrow('wrongPassword');
  });

  it('I28 is not taken over by who says that their device made the same', async () => {
    const [ada, ben] = [await scene.signedIn('ada'), await scene.signedIn('ben')];
    const device = await scene.withPasskey(ada);
    const copied = device.create(await scene.passkeysOf(ben).begin.mutate({ password }));
    await expect(scene.passkeysOf(ben).add.mutate({ name: 'Kopie', passkey: copied })).rejects.toThrow(
      'changedMeanwhile',
    );
    expect((await scene.passkeysOf(ada).own.query()).passkeys).toHaveLength(1);
    expect((await scene.passkeysOf(ben).own.query()).passkeys).toEqual([]);
  });

  it('I27 I28 is refused when it was made for another wish, too late, elsewhere, or without a finger, face or pin', async () => {
    const ada = await scene.signedIn('ada');
    const ben = await scene.signedIn('ben');
    const add = async (cookie: string, by: string, misuse: Misuse = {}, after = 0) => {
      const device = createAuthenticator(scene.application.url);
      const wish = await scene.passkeysOf(by).begin.mutate({ password });
      scene.application.clock.advance(after);
      return scene.passkeysOf(cookie).add.mutate({ name: 'Laptop', passkey: device.create(wish, misuse) });
    };
    await expect(add(ada, ben)).rejects.toThrow('badInput');
    await expect(add(ada, ada, { origin: 'http://localhost.example' })).rejects.toThrow('badInput');
    await expect(add(ada, ada, { relyingParty: 'example.org' })).rejects.toThrow('badInput');
    await expect(add(ada, ada, { unverified: true })).rejects.toThrow('badInput');
    await expect(add(ada, ada, {}, 5 * minute)).rejects.toThrow('badInput');
    const device = createAuthenticator(scene.application.url);
    const passkey = device.create(await scene.passkeysOf(ada).begin.mutate({ password }));
    await scene.passkeysOf(ada).add.mutate({ name: 'Eerste', passkey });
    // The wish counted once.
    await expect(scene.passkeysOf(ada).add.mutate({ name: 'Tweede', passkey })).rejects.toThrow('badInput');
    expect((await scene.passkeysOf(ada).own.query()).passkeys.map(({ name }) => name)).toEqual(['Eerste']);
  });

  it('I28 there are at most twenty of one person, also when they are added at one moment', async () => {
    const cookie = await scene.signedIn('ada');
    await scene.withPasskey(cookie);
    await scene.rows(
      `INSERT INTO "Passkey" SELECT gen_random_uuid(), "userId", 'other' || n, "publicKey", 0, 'Other', "createdOn"
       FROM "Passkey", generate_series(1, 18) n`,
    );
    const made = await Promise.allSettled([scene.withPasskey(cookie), scene.withPasskey(cookie)]);
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an answer at the door', () => {
  it('I27 counts once, for five minutes, and in the browser that asked', async () => {
    const cookie = await scene.signedIn('ada');
    const device = await scene.withPasskey(cookie);
    const { asked, browser } = await scene.begin();
    const answer = device.answer(asked);
    expect((await scene.send(answer, browser)).status).toBe(200);
    expect(await codeOf(await scene.send(answer, browser))).toBe('passkeyRefused');
    const other = await scene.begin();
    const stranger = await scene.begin();
    expect(await codeOf(await scene.send(device.answer(other.asked), stranger.browser))).toBe('passkeyRefused');
    // Once it was shown elsewhere it is over in its own browser too.
    expect(await codeOf(await scene.send(device.answer(other.asked), other.browser))).toBe('passkeyRefused');
    expect(await codeOf(await scene.send(device.answer(stranger.asked), ''))).toBe('passkeyRefused');
    const late = await scene.begin();
    scene.application.clock.advance(5 * minute);
    expect(await codeOf(await scene.send(device.answer(late.asked), late.browser))).toBe('passkeyRefused');
    // One that was asked to add a passkey does not sign anybody in.
    const wish = await scene.passkeysOf(cookie).begin.mutate({ password });
    const mixed = device.answer({ challenge: wish.challenge, rpId: wish.rp.id });
    expect(await codeOf(await scene.send(mixed, (await scene.begin()).browser))).toBe('passkeyRefused');
  });

  it.each<[string, Misuse]>([
    ['of a page elsewhere', { origin: 'https://roer.example' }],
    ['for another name', { relyingParty: 'roer.example' }],
    ['without a finger, a face or a pin', { unverified: true }],
    ['for somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('I27 is refused: %s', async (_what, misuse) => {
    const device = await scene.withPasskey(await scene.signedIn('ada'));
    const answer = await scene.signInBy(device, misuse);
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token');
    expect(await codeOf(answer)).toBe('passkeyRefused');
    // AU8
    expect(await scene.rows('SELECT "count" FROM "SignInFailure"')).toEqual([{ count: 1 }]);
  });

  it('I27 is refused when the signature is another’s, and when the device counted backwards', async () => {
    const device = await scene.withPasskey(await scene.signedIn('ada'));
    const { asked, browser } = await scene.begin();
    const [own, other] = [device.answer(asked), createAuthenticator(scene.application.url).answer(asked)];
    const forged = { ...own, response: { ...own.response, signature: other.response.signature } };
    expect(await codeOf(await scene.send(forged, browser))).toBe('passkeyRefused');
    expect((await scene.signInBy(device, { counter: 7 })).status).toBe(200);
    expect(await codeOf(await scene.signInBy(device, { counter: 7 }))).toBe('passkeyRefused');
    expect(await codeOf(await scene.signInBy(device, { counter: 3 }))).toBe('passkeyRefused');
    expect((await scene.signInBy(device, { counter: 8 })).status).toBe(200);
  });

  it('I2 I3 is answered alike for every passkey that is not known, and tries are counted', async () => {
    const stranger = createAuthenticator(scene.application.url);
    for (let tries = 0; tries < 10; tries++)
      expect(await codeOf(await scene.signInBy(stranger))).toBe('passkeyUnknown');
    expect(await codeOf(await scene.signInBy(stranger))).toBe('tooManyRequests');
    // Somebody else at the same place is let in.
    expect((await scene.signInBy(await scene.withPasskey(await scene.signedIn('ben')))).status).toBe(200);
    for (const body of [{}, { id: 'x' }, [], { ...stranger.answer((await scene.begin()).asked), id: '../' }])
      expect((await scene.send(body, '')).status).toBe(400);
  });

  it('I14 takes nothing of a page elsewhere', async () => {
    for (const path of ['begin', 'sign-in']) {
      const headers = { origin: 'https://elsewhere.example' };
      expect((await post(scene.application, `/api/auth/passkey/${path}`, { headers })).status).toBe(403);
    }
  });
});
