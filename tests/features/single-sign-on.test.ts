import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, PersonId } from '@roer/domain/ids';
import { accountsOf, givePassword } from '../kit/accounts.ts';
import type { TestApplication } from '../kit/application.ts';
import type { IdentityProvider } from '../kit/identity-provider.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { openScene, refused } from './single-sign-on-scene.ts';
import type { Scene } from './single-sign-on-scene.ts';

const password = 'drie losse woorden samen';
let provider: IdentityProvider;
let application: TestApplication;
let world: World<typeof standardWorld>;
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  ({ provider, application, world } = scene);
});
afterAll(() => scene.close());
beforeEach(() => scene.rows('TRUNCATE "RateLimit"'));

const rows: Scene['rows'] = (...query) => scene.rows(...query);
const enter: Scene['enter'] = (...how) => scene.enter(...how);
const me: Scene['me'] = (cookie) => scene.me(cookie);
const anna = async () => application.client(await application.signIn(world.water.people.anna)).organisation;
// The clock makes ids of whatever is asked for.
const commandId = () => application.clock.newId() as CommandId;
const personNamed = async (email: string): Promise<{ id: PersonId; name: string }> => {
  const [row] = await rows<{ id: PersonId; name: string }>('SELECT "id", "name" FROM "Person" WHERE "email" = $1', [
    email,
  ]);
  if (!row) throw new Error(`Nobody has ${email}.`);
  return row;
};
const until = async (reached: () => boolean | Promise<boolean>, within: number): Promise<number> => {
  const from = Date.now();
  while (!(await reached())) {
    if (Date.now() - from > within) throw new Error(`Not within ${within} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return Date.now() - from;
};

describe('somebody who was invited', () => {
  it('I17 I18 MD11 is linked by a verified address under the name they have here, lands where they wanted to be, and is known by issuer and subject from then on', async () => {
    provider.people.set('sub-ada', { email: 'ada@water.example', email_verified: true, name: 'A. Yilmaz' });
    const { page, cookie } = await enter('sub-ada', '/week?day=2#top');
    expect(page).toBe('/week?day=2#top');
    expect(await me(cookie)).toMatchObject({ person: { id: world.water.people.ada, name: 'Ada Yilmaz' } });
    // Another address at the provider, even somebody else's here, changes nothing of who they are.
    provider.people.set('sub-ada', { email: 'ben@water.example', email_verified: true });
    expect(await me((await enter('sub-ada')).cookie)).toMatchObject({ person: { id: world.water.people.ada } });
    expect(
      await rows('SELECT "providerId", "accountId" FROM "Account" WHERE "providerId" <> $1', ['credential']),
    ).toEqual([{ providerId: provider.issuer, accountId: 'sub-ada' }]);
  });

  it('I18 is not linked by an address that is not verified, nor without one', async () => {
    provider.people.set('sub-ben', { email: 'ben@water.example', email_verified: false });
    expect(await enter('sub-ben')).toEqual(refused('emailUnverified'));
    provider.people.set('sub-ben', { email: 'ben@water.example' });
    expect(await enter('sub-ben')).toEqual(refused('emailUnverified'));
    provider.people.set('sub-ben', {});
    expect(await enter('sub-ben')).toEqual(refused('emailMissing'));
  });

  it('I18 is not handed over to another account of the provider with the same address', async () => {
    provider.people.set('sub-other', { email: 'ada@water.example', email_verified: true });
    expect(await enter('sub-other')).toEqual(refused('linkedElsewhere'));
  });

  it('I18 does not come in any more once their account ended, until they are invited again', async () => {
    provider.people.set('sub-dina', { email: 'dina@water.example', email_verified: true, groups: ['groen'] });
    const first = await enter('sub-dina');
    const socket = await application.socket(first.cookie ?? '');
    const personId = world.water.people.dina;
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const administrator = await anna();
    await administrator.endAccount.mutate({ commandId: commandId(), personId });
    await closed;
    expect(await me(first.cookie)).toBeNull();
    expect(await enter('sub-dina')).toEqual(refused('accountEnded'));
    await administrator.invite.mutate({ commandId: commandId(), personId });
    const again = await enter('sub-dina');
    expect(await me(again.cookie)).toMatchObject({ person: { id: personId }, memberships: [{ teamName: 'Groen' }] });
  });

  it('P16 I21 counts in check-ins from then on, and nobody keeps another key to the account', async () => {
    const person = { organisationId: world.water.id, personId: world.water.people.fatma };
    await givePassword(application, person, { email: 'fatma@water.example', password });
    const before = await application.signIn(person.personId);
    provider.people.set('sub-fatma', { email: 'fatma@water.example', email_verified: true });
    const { cookie } = await enter('sub-fatma');
    expect(
      await rows(`SELECT to_char("mailboxProvenOn", 'YYYY-MM-DD') AS "on" FROM "Person" WHERE "id" = $1`, [
        person.personId,
      ]),
    ).toEqual([{ on: '2026-11-23' }]);
    expect(await accountsOf(application).isPassword(person, password)).toBe(false);
    expect(await me(before)).toBeNull();
    expect(await me(cookie)).not.toBeNull();
    // A password that they chose afterwards themselves is theirs.
    await givePassword(application, person, { email: 'fatma@water.example', password });
    await enter('sub-fatma');
    expect(await accountsOf(application).isPassword(person, password)).toBe(true);
  });
});

describe('somebody whom nobody invited', () => {
  it('I19 AU5 AU10 comes in when a group gives them something, as a new person in their teams, by nobody of the organisation', async () => {
    const claims = { email: 'Nina@Water.example', email_verified: true, name: 'Nina de Wit' };
    provider.people.set('sub-nina', { ...claims, groups: ['kantine'] });
    expect(await enter('sub-nina', '/team')).toEqual({
      page: '/sign-in?refused=unknownPerson&returnTo=%2Fteam',
      cookie: null,
    });
    provider.people.set('sub-nina', { ...claims, groups: ['kantine', 'vergunningen', 'groen', 'leiding'] });
    const { cookie } = await enter('sub-nina');
    expect(await me(cookie)).toMatchObject({
      person: { name: 'Nina de Wit' },
      memberships: expect.arrayContaining([
        expect.objectContaining({ teamName: 'Vergunningen', home: true }),
        expect.objectContaining({ teamName: 'Groen', home: false }),
      ]),
      appointments: [{ kind: 'manager', domainId: world.water.domains.space }],
    });
    const { id } = await personNamed('nina@water.example');
    const actions = await rows<{ action: string }>(
      'SELECT "action" FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY 1',
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'appointment.start',
      'membership.start',
      'membership.start',
      'person.create',
    ]);
    const administrator = application.client(await application.signIn(world.water.people.anna));
    const asked = { group: null, personId: null, day: null, before: null };
    const { lines } = await administrator.audit.organisation.query(asked);
    const ofNina = lines.filter(({ about }) => about === 'Nina de Wit');
    expect(ofNina.map(({ action }) => action).toSorted()).toEqual(actions.map(({ action }) => action));
    const own = await application.client(cookie ?? '').audit.mine.query();
    for (const { actor, action } of [...ofNina, ...own])
      expect([action, actor.kind]).toEqual([action, action === 'signIn' ? 'person' : 'provider']);
    expect(own.map(({ action }) => action)).toContain('person.create');
  });

  it('I20 leaves a team, and a role, when the group goes; what was given by hand stays', async () => {
    const claims = { email: 'omar@water.example', email_verified: true, name: 'Omar Bakker' };
    provider.people.set('sub-omar', { ...claims, groups: ['vergunningen', 'leiding'] });
    const first = await enter('sub-omar');
    const { id: personId } = await personNamed('omar@water.example');
    await (
      await anna()
    ).startMembership.mutate({
      commandId: commandId(),
      teamId: world.water.teams.support,
      // The clock makes ids of whatever is asked for.
      membershipId: application.clock.newId() as never,
      personId,
      minutesByWeekday: [480, 0, 0, 0, 0, 0, 0],
      home: false,
    });
    const socket = await application.socket(first.cookie ?? '');
    const board = await application
      .client(first.cookie ?? '')
      .responsibilities.board.query({ teamId: world.water.teams.permits });
    expect(board).toBeTruthy();
    const heard: string[] = [];
    socket.onAny((name: string) => heard.push(name));
    provider.people.set('sub-omar', { ...claims, groups: [] });
    const second = await enter('sub-omar');
    expect(await me(second.cookie)).toMatchObject({ memberships: [{ teamName: 'Ondersteuning' }], appointments: [] });
    // The window that is still open hears it at once, and has no right to the team any more.
    expect(await until(() => heard.length > 0, 1000)).toBeLessThan(1000);
    await expect(
      application.client(first.cookie ?? '').responsibilities.board.query({ teamId: world.water.teams.permits }),
    ).rejects.toThrow('notFound');
  });

  it('I20 keeps the team when it got another name here', async () => {
    const claims = { email: 'pia@water.example', email_verified: true, name: 'Pia Smit' };
    provider.people.set('sub-pia', { ...claims, groups: ['groen'] });
    await enter('sub-pia');
    const { id } = await personNamed('pia@water.example');
    await rows(`UPDATE "Team" SET "name" = 'Groen en water' WHERE "id" = $1`, [world.water.teams.green]);
    try {
      expect(await me((await enter('sub-pia')).cookie)).toMatchObject({
        memberships: [{ teamName: 'Groen en water' }],
      });
    } finally {
      await rows(`UPDATE "Team" SET "name" = 'Groen' WHERE "id" = $1`, [world.water.teams.green]);
    }
    expect(await rows('SELECT "right" FROM "GroupGrant" WHERE "personId" = $1', [id])).toEqual([
      { right: 'team Groen' },
    ]);
  });

  it('I20 O13 stays administrator when nobody else could sign in as one', async () => {
    provider.people.set('sub-olga', { email: 'olga@water.example', email_verified: true, groups: ['beheer'] });
    await enter('sub-olga');
    // Anna has no door: her session of the tests is no password.
    await rows('DELETE FROM "Account" WHERE "userId" = (SELECT "id" FROM "User" WHERE "personId" = $1)', [
      world.water.people.anna,
    ]);
    provider.people.set('sub-olga', { email: 'olga@water.example', email_verified: true, groups: ['groen'] });
    expect(await me((await enter('sub-olga')).cookie)).toMatchObject({ appointments: [{ kind: 'administrator' }] });
    expect(scene.log()).toContain('last administrator');
    await givePassword(
      application,
      { organisationId: world.water.id, personId: world.water.people.anna },
      { email: 'anna@water.example', password },
    );
    expect(await me((await enter('sub-olga')).cookie)).toMatchObject({ appointments: [] });
  });
});
