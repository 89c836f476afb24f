import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReset } from '@roer/api/features/identity/commands';
import type { CommandId, PersonId } from '@roer/domain/ids';
import { asAdministrator } from '../kit/administrator.ts';
import { givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { ApplicationOptions } from '../kit/application.ts';
import { createAuthenticator } from '../kit/authenticator.ts';
import { post, signInWith } from '../kit/sign-in.ts';
import { createWorld } from '../kit/world.ts';
import { codeOf, minute, openPasskeyScene, password } from './passkeys-scene.ts';
import type { PasskeyScene } from './passkeys-scene.ts';

let scene: PasskeyScene;
beforeAll(async () => {
  scene = await openPasskeyScene();
});
afterAll(() => scene.application.close());
beforeEach(() => scene.clear());

const people = () => scene.world.water.people;

describe('a passkey that is over', () => {
  const administrator = async () =>
    scene.application.client(await scene.application.signIn(people().anna)).organisation;
  // The clock makes ids of whatever is asked for.
  const commandId = () => scene.application.clock.newId() as CommandId;
  const resetOf = async (personId: PersonId): Promise<void> => {
    const context = asAdministrator(scene.application, { ...scene.keyOf(people().anna), mailer: null });
    const { link } = await createReset(context, { personId });
    const token = new URL(link ?? '').hash.slice(1);
    expect(await scene.application.client().identity.linkInfo.mutate({ token })).toMatchObject({
      kind: 'reset',
      losesPasskeys: true,
    });
    await scene.application.client().identity.acceptLink.mutate({ token, password });
  };

  it('I30 no longer signs in when its owner took it away, and nobody takes away another’s', async () => {
    const ada = await scene.signedIn('ada');
    const device = await scene.withPasskey(ada);
    const [{ id } = { id: '' }] = (await scene.passkeysOf(ada).own.query()).passkeys;
    await expect(scene.passkeysOf(await scene.signedIn('ben')).remove.mutate({ id })).rejects.toThrow('notFound');
    expect((await scene.signInBy(device)).status).toBe(200);
    await scene.passkeysOf(ada).remove.mutate({ id });
    expect(await codeOf(await scene.signInBy(device))).toBe('passkeyUnknown');
    await expect(scene.passkeysOf(ada).remove.mutate({ id })).rejects.toThrow('notFound');
    // The password is still there.
    expect((await signInWith(scene.application, { email: 'ada@water.example', password })).status).toBe(200);
  });

  it('AU5 AU10 that one was added or removed stands in the log, once, and not which', async () => {
    const cookie = await scene.signedIn('dina');
    await scene.withPasskey(cookie, 'Geheime naam');
    scene.application.clock.advance(minute);
    const [{ id } = { id: '' }] = (await scene.passkeysOf(cookie).own.query()).passkeys;
    await scene.passkeysOf(cookie).remove.mutate({ id });
    await expect(scene.passkeysOf(cookie).remove.mutate({ id })).rejects.toThrow('notFound');
    const entries = await scene.rows<{ action: string }>(
      `SELECT "action", "subjectId", "actorId", "teamId", "detail" FROM "AuditEntry" WHERE "action" LIKE 'account.passkey%' AND "actorId" = $1 ORDER BY "at", "id"`,
      [people().dina],
    );
    const entry = { subjectId: people().dina, actorId: people().dina, teamId: null, detail: {} };
    expect(entries).toEqual([
      { ...entry, action: 'account.passkeyAdd' },
      { ...entry, action: 'account.passkeyRemove' },
    ]);
    const mine = JSON.stringify(await scene.application.client(cookie).audit.mine.query());
    expect(mine).toContain('account.passkeyAdd');
    const log = await scene.application
      .client(await scene.application.signIn(people().anna))
      .audit.organisation.query({ group: 'access', personId: null, day: null, before: null });
    expect(log.lines.map(({ action }) => action)).toContain('account.passkeyRemove');
    expect(JSON.stringify(log) + mine).not.toContain('Geheime naam');
  });

  it('I29 is gone when a new password is chosen by a link, and stays when its owner changes the password', async () => {
    const cookie = await scene.signedIn('ada');
    const device = await scene.withPasskey(cookie);
    await scene.application
      .client(cookie)
      .identity.changePassword.mutate({ currentPassword: password, newPassword: 'vier andere losse woorden' });
    expect((await scene.signInBy(device)).status).toBe(200);
    await resetOf(people().ada);
    expect(await codeOf(await scene.signInBy(device))).toBe('passkeyUnknown');
    expect(await scene.rows('SELECT 1 FROM "Passkey"')).toEqual([]);
  });

  it('I29 is not added by a session that such a link ended', async () => {
    const cookie = await scene.signedIn('ada');
    await scene.withPasskey(cookie);
    const passkey = createAuthenticator(scene.application.url).create(
      await scene.passkeysOf(cookie).begin.mutate({ password }),
    );
    await resetOf(people().ada);
    await expect(scene.passkeysOf(cookie).add.mutate({ name: 'Laptop', passkey })).rejects.toThrow('signInNeeded');
  });

  it('I30 goes with the account, and when the account is erased', async () => {
    const device = await scene.withPasskey(await scene.signedIn('eva'));
    await (await administrator()).endAccount.mutate({ commandId: commandId(), personId: people().eva });
    expect(await codeOf(await scene.signInBy(device))).toBe('passkeyUnknown');
    expect(await scene.rows('SELECT 1 FROM "Passkey"')).toEqual([]);
    const other = await scene.signedIn('ben');
    const erased = await scene.withPasskey(other);
    await scene.application.client(other).identity.eraseMe.mutate({ commandId: commandId(), password });
    expect(await codeOf(await scene.signInBy(erased))).toBe('passkeyUnknown');
    expect(await scene.rows('SELECT 1 FROM "Passkey"')).toEqual([]);
  });

  it('I30 signs nobody in whose account was ended and whose rows are still there', async () => {
    const device = await scene.withPasskey(await scene.signedIn('dina'));
    await scene.rows('UPDATE "Person" SET "accountEndedOn" = now() WHERE "id" = $1', [people().dina]);
    expect(await codeOf(await scene.signInBy(device))).toBe('passkeyUnknown');
    await scene.rows('UPDATE "Person" SET "accountEndedOn" = NULL WHERE "id" = $1', [people().dina]);
    // Nor without a password: passkeys are beside one.
    await scene.rows(
      `UPDATE "Account" a SET "password" = NULL FROM "User" u WHERE u."id" = a."userId" AND u."personId" = $1`,
      [people().dina],
    );
    expect(await codeOf(await scene.signInBy(device))).toBe('passkeyUnknown');
  });
});

describe('where there are no passkeys', () => {
  const without = async (options: ApplicationOptions) => {
    const other = await startApplication(options);
    try {
      for (const path of ['begin', 'sign-in'])
        expect((await post(other, `/api/auth/passkey/${path}`)).status, path).toBe(404);
      expect(await other.client().identity.firstRun.state.query()).toMatchObject({ passkeys: null });
      const { water } = await createWorld(other.database);
      const person = { organisationId: water.id, personId: water.people.ada };
      await givePassword(other, person, { email: 'ada@water.example', password });
      const { passkeys } = other.client(await other.signIn(person.personId)).identity;
      expect(await passkeys.own.query()).toEqual({ origin: null, passkeys: [] });
      await expect(passkeys.begin.mutate({ password })).rejects.toThrow('notFound');
    } finally {
      await other.close();
    }
  };

  it('I31 the address is a number', () => without({}));

  it('I31 nobody signs in with a password', () =>
    without({ hostname: 'localhost', doors: { passwords: false, provider: null } }));

  it('I31 elsewhere it is told for which address they are', async () => {
    expect(await scene.application.client().identity.firstRun.state.query()).toMatchObject({
      passkeys: scene.application.url,
    });
  });
});
