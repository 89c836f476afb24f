import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId } from '@roer/domain/ids';
import { givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import { answer, checkInWorld, largeTeam, toFirstAnswers } from '../kit/check-in.ts';
import { post, signInWith } from '../kit/sign-in.ts';
import { signInByProvider } from '../kit/single-sign-on.ts';
import { createWorld } from '../kit/world.ts';
import { openScene } from './single-sign-on-scene.ts';
import type { Scene } from './single-sign-on-scene.ts';

const password = 'drie losse woorden samen';
let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ passwords: false });
});
afterAll(() => scene.close());

const ada = () => ({ organisationId: scene.world.water.id, personId: scene.world.water.people.ada });
// The clock makes ids of whatever is asked for.
const commandId = () => scene.application.clock.newId() as CommandId;
const administrator = async () =>
  scene.application.client(await scene.application.signIn(scene.world.water.people.anna)).organisation;

describe('I25 where nobody signs in with a password', () => {
  it('a right password is refused as well, and no link, reset or change of one is of use', async () => {
    const { application } = scene;
    await givePassword(application, ada(), { email: 'ada@water.example', password });
    const response = await signInWith(application, { email: 'ada@water.example', password });
    expect(response.status).toBe(412);
    expect(response.headers.getSetCookie()).toEqual([]);
    const asStranger = application.client().identity;
    const asAda = application.client(await application.signIn(ada().personId)).identity;
    for (const asked of [
      asStranger.requestReset.mutate({ email: 'ada@water.example' }),
      asStranger.acceptLink.mutate({ token: 'x', password }),
      asAda.changePassword.mutate({ currentPassword: password, newPassword: 'vier andere losse woorden' }),
    ])
      await expect(asked).rejects.toThrow('passwordsOff');
    const reset = (await administrator()).reset.mutate({ commandId: commandId(), personId: ada().personId });
    await expect(reset).rejects.toThrow('changedMeanwhile');
    expect(await asStranger.firstRun.state.query()).toMatchObject({ passwords: false, provider: 'Waterrijk-account' });
  });

  it('whoever is invited is told of the door, which opens for them', async () => {
    const { application, world, provider } = scene;
    const personId = world.water.people.eva;
    const organisation = await administrator();
    const state = async () => (await organisation.people.query()).find(({ id }) => id === personId)?.state;
    expect(await state()).toBe('expected');
    expect(await organisation.invite.mutate({ commandId: commandId(), personId })).toMatchObject({
      link: `${application.url}/sign-in`,
      mailed: false,
      isDoor: true,
    });
    expect(await scene.rows('SELECT 1 FROM "PersonToken"')).toEqual([]);
    provider.people.set('sub-eva', { email: 'eva@water.example', email_verified: true });
    const { cookie } = await scene.enter('sub-eva');
    expect(await scene.me(cookie)).toMatchObject({ person: { id: personId } });
    expect(await state()).toBe('active');
    // Whoever can sign in already is not told again.
    await expect(organisation.invite.mutate({ commandId: commandId(), personId })).rejects.toThrow('changedMeanwhile');
  });

  it('O13 an administrator who has a password and no account at the provider is none that could be the last', async () => {
    const { provider, world, rows } = scene;
    await givePassword(
      scene.application,
      { organisationId: world.water.id, personId: world.water.people.anna },
      { email: 'anna@water.example', password },
    );
    provider.people.set('sub-olga', { email: 'olga@water.example', email_verified: true, groups: ['beheer'] });
    const { cookie } = await scene.enter('sub-olga');
    const [olga] = await rows<{ id: string }>(
      `SELECT a."id" FROM "Appointment" a JOIN "Person" p ON p."id" = a."personId" WHERE p."email" = 'olga@water.example'`,
    );
    const asOlga = scene.application.client(cookie ?? '').organisation;
    const end = () =>
      asOlga.endAppointment.mutate({ commandId: commandId(), appointmentId: (olga?.id ?? '') as never });
    await expect(end()).rejects.toThrow('lastAdministrator');
    provider.people.set('sub-anna', { email: 'anna@water.example', email_verified: true });
    await scene.enter('sub-anna');
    await end();
  });

  it('P16 there is a check-in, because the provider knows who is who', async () => {
    const { provider } = scene;
    const other = await startApplication({ doors: { passwords: true, provider: provider.settings() } });
    try {
      provider.serve(other.url);
      const { water } = await createWorld(other.database, checkInWorld);
      const ada = water.people.ada;
      // Nobody had a mail: each comes in by the provider.
      for (const name of largeTeam) {
        provider.people.set(`sub-${name}`, { email: `${name}@water.example`, email_verified: true });
        expect((await signInByProvider(other, `sub-${name}`)).cookie).not.toBeNull();
      }
      other.clock.advance(2 * 86_400_000);
      const number = await toFirstAnswers(other);
      expect(await answer(other, ada, { number, value: 4 })).toMatchObject({ refused: null });
    } finally {
      await other.close();
    }
  });

  it('I12 an organisation of one’s own is begun without a password, and its administrator is known by the address', async () => {
    const { provider } = scene;
    const fresh = await startApplication({ doors: { passwords: false, provider: provider.settings() } });
    try {
      provider.serve(fresh.url);
      const anna = { organisationName: 'Gemeente Nieuw', name: 'Anna Smit', email: 'anna@nieuw.example' };
      const response = await post(fresh, '/trpc/identity.firstRun.startOwn', { body: anna });
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie().join()).toContain('session_token');
      provider.people.set('sub-first', { email: 'anna@nieuw.example', email_verified: true });
      const { cookie } = await signInByProvider(fresh, 'sub-first');
      expect(await fresh.client(cookie ?? '').identity.me.query()).toMatchObject({
        person: { name: 'Anna Smit' },
        appointments: [{ kind: 'administrator' }],
      });
    } finally {
      await fresh.close();
    }
  });
});
