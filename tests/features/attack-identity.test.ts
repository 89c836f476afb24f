import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '@roer/api/platform/smtp';
import { traceable } from '@roer/api/platform/errors';
import type { Id } from '@roer/domain/ids';
import { accountsOf, givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startMailServer } from '../kit/mail-server.ts';
import type { MailServer } from '../kit/mail-server.ts';
import { cookieOf, post, signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

const password = 'drie losse woorden samen';
const email = 'ada@water.example';
let application: TestApplication;
let mails: MailServer;
let world: World<typeof standardWorld>;

beforeAll(async () => {
  mails = await startMailServer();
  application = await startApplication();
  world = await createWorld(application.database);
  await givePassword(
    application,
    { organisationId: world.water.id, personId: world.water.people.ada },
    { email, password },
  );
});
afterAll(async () => {
  await application.close();
  await mails.close();
});
beforeEach(() => runQuery(application.database.ownerUrl, 'TRUNCATE "RateLimit"'));

const whoIs = async (cookie: string): Promise<string | undefined> =>
  (await application.client(cookie).identity.me.query())?.person.name;

describe('a cookie', () => {
  it('I11 that signs in also signs out, however its signature looks', async () => {
    const cookie = cookieOf(await signInWith(application, { email, password }));
    const damaged = cookie.replace(/\.[^.]+$/, '.forged');
    await post(application, '/api/auth/sign-out', { cookie: damaged });
    expect(await whoIs(cookie)).toBeUndefined();
    expect(await whoIs(damaged)).toBeUndefined();
    const absurd = await post(application, '/api/auth/sign-out', { cookie: 'roer.session_token=%00%ed%a0.x' });
    const zero = await post(application, '/api/auth/sign-out', { cookie: 'roer.session_token=%00.x' });
    expect([absurd.status, zero.status]).toEqual([200, 200]);
  });

  it('I10 that another site of the same domain put before the secure one changes nobody into somebody else', async () => {
    const { database, clock } = application;
    const publicUrls = ['https://roer.water.example'];
    const secure = await startApplication({ database, clock, publicUrls });
    try {
      const headers = { origin: 'https://roer.water.example' };
      const own = cookieOf(await post(secure, '/api/auth/sign-in/email', { body: { email, password }, headers }));
      const planted = await application.signIn(world.water.people.ben);
      expect(await whoIs(`${planted}; ${own}`)).toBe('Ada Yilmaz');
      expect(await whoIs(`${own}; ${planted}`)).toBe('Ada Yilmaz');
      await post(secure, '/api/auth/sign-out', { cookie: `${planted}; ${own}`, headers });
      expect(await whoIs(own)).toBeUndefined();
    } finally {
      await secure.app.close();
    }
  });

  it('I10 of before signing in is not the one after', async () => {
    const planted = await application.signIn(world.water.people.ben);
    const answer = await post(application, '/api/auth/sign-in/email', { cookie: planted, body: { email, password } });
    expect(cookieOf(answer)).not.toBe(planted);
    expect(await whoIs(cookieOf(answer))).toBe('Ada Yilmaz');
    expect(await whoIs(planted)).toBe('Ben de Boer');
  });
});

describe('the example, open to passers-by', () => {
  it('I13 sends mail to nobody', async () => {
    const mailer = openMailer({ url: mails.url, from: 'Roer <roer@water.example>' });
    const example = await startApplication({ mailer });
    try {
      await example.client().identity.firstRun.lookAround.mutate();
      const answer = await post(example, '/trpc/identity.demoSignIn', { body: { persona: 'administrator' } });
      const passerBy = example.client(cookieOf(answer)).organisation;
      // The brands exist only for the compiler.
      const commandId = example.clock.newId() as Id<'command'>;
      const id = example.clock.newId() as Id<'person'>;
      const victim = { id, name: 'Klik op http://evil.example', email: 'victim@else.example' };
      const { invitation } = await passerBy.createPerson.mutate({
        commandId,
        ...victim,
        membership: null,
        invite: true,
      });
      expect(invitation).toMatchObject({ mailed: false, link: expect.stringContaining('/welcome#') });
      const token = invitation?.link?.split('#')[1] ?? '';
      await example.client().identity.acceptLink.mutate({ token, password });
      await example.client().identity.requestReset.mutate({ email: victim.email });
    } finally {
      await example.close();
    }
    expect(mails.waiting()).toBe(0);
  });

  it('I12 is all that starting one’s own removes, also when it is asked many times at once', async () => {
    const fresh = await startApplication();
    try {
      await fresh.client().identity.firstRun.lookAround.mutate();
      const start = (index: number) =>
        fresh.client().identity.firstRun.startOwn.mutate({
          organisationName: `Gemeente ${index}`,
          name: 'Eerste',
          email: `eerste${index}@own.example`,
          password,
        });
      const others = [
        fresh.client().identity.firstRun.lookAround.mutate(),
        fresh.client().identity.demoSignIn.mutate({ persona: 'administrator' }),
      ];
      const settled = await Promise.allSettled([start(1), start(2), start(3), start(4), ...others]);
      expect(settled.slice(0, 4).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [row] = await runQuery<{ organisations: number; working: number }>(
        fresh.database.ownerUrl,
        `SELECT (SELECT count(*) FROM "Organisation")::int AS organisations, (SELECT count(*) FROM "Session" s
          JOIN "User" u ON u."id" = s."userId" JOIN "Organisation" o ON o."id" = u."organisationId" AND o."demo")::int AS working`,
      );
      expect(row).toEqual({ organisations: 1, working: 0 });
      await expect(start(5)).rejects.toThrow('alreadySetUp');
      await expect(fresh.client().identity.demoSignIn.mutate({ persona: 'manager' })).rejects.toThrow('notFound');
    } finally {
      await fresh.close();
    }
  });
});

describe('a link that is used while the account is ended', () => {
  it('O15 leaves nobody an account, whichever comes first', async () => {
    const anna = application.client(await application.signIn(world.water.people.anna)).organisation;
    // The brands exist only for the compiler.
    const commandId = () => application.clock.newId() as Id<'command'>;
    for (let turn = 0; turn < 12; turn += 1) {
      const id = application.clock.newId() as Id<'person'>;
      const person = { id, name: 'Nieuw', email: `nieuw${turn}@water.example`, membership: null, invite: true };
      const { invitation } = await anna.createPerson.mutate({ commandId: commandId(), ...person });
      const token = invitation?.link?.split('#')[1] ?? '';
      const accept = application.client().identity.acceptLink.mutate({ token, password });
      // Hashing the password takes some 90 ms; the end comes around the moments after it.
      const end = sleep(60 + turn * 8).then(() => anna.endAccount.mutate({ commandId: commandId(), personId: id }));
      const [, ended] = await Promise.allSettled([accept, end]);
      // Neither waits for what the other holds.
      expect(ended).toMatchObject({ status: 'fulfilled' });
      const left = await runQuery(application.database.ownerUrl, 'SELECT 1 FROM "User" WHERE "personId" = $1', [id]);
      expect(left).toEqual([]);
    }
  });
});

describe('a password that is changed while the account is ended', () => {
  it('O15 brings no account back', async () => {
    const { cem } = world.water.people;
    const person = { organisationId: world.water.id, personId: cem };
    await givePassword(application, person, { email: 'cem@water.example', password });
    const accounts = accountsOf(application);
    // What changing a password does after the old one was checked, with the end in between.
    await accounts.remove(person);
    const account = { email: 'cem@water.example', passwordHash: 'x', keepSession: application.clock.newId() };
    await expect(accounts.setPassword(person, account)).rejects.toThrow('notFound');
    expect(await accounts.emailOf(person)).toBeNull();
  });
});

describe('what strangers may learn', () => {
  it('I2 I7 is the same, byte for byte, for an address that is known and one that is not', async () => {
    const withMail = await startApplication({
      database: application.database,
      mailer: openMailer({ url: mails.url, from: 'Roer <roer@water.example>' }),
    });
    const say = async (answer: Response) => ({
      status: answer.status,
      text: await answer.text(),
      headers: [...answer.headers].filter(
        ([name]) => !['date', 'x-ratelimit-remaining', 'x-ratelimit-reset'].includes(name),
      ),
    });
    try {
      const unknown = 'zoe@water.example';
      const wrong = 'vier andere losse woorden';
      expect(await say(await signInWith(withMail, { email, password: wrong }))).toEqual(
        await say(await signInWith(withMail, { email: unknown, password: wrong })),
      );
      const reset = (address: string) => post(withMail, '/trpc/identity.requestReset', { body: { email: address } });
      for (let turn = 0; turn < 5; turn += 1)
        expect(await say(await reset(email))).toEqual(await say(await reset(unknown)));
    } finally {
      await withMail.app.close();
    }
    for (let mailed = 0; mailed < 3; mailed += 1) expect((await mails.next()).to).toEqual([email]);
    expect(mails.waiting()).toBe(0);
  });
});

describe('the log', () => {
  it('holds nothing of a message that looks like the trace of an error', () => {
    const error = new Error('A title of\n    at Ada, 12 Water Street\nsomebody');
    expect(JSON.stringify(traceable(error))).not.toContain('Water Street');
    expect(traceable(error).at[0]).toContain('attack-identity.test.ts');
  });
});
