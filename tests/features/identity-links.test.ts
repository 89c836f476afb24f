import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInvitation, createReset } from '@roer/api/features/identity/commands';
import { openMailer } from '@roer/api/platform/smtp';
import { hashToken } from '@roer/api/platform/session';
import type { PersonId } from '@roer/domain/ids';
import { accountsOf, givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { startMailServer } from '../kit/mail-server.ts';
import type { MailServer } from '../kit/mail-server.ts';
import { post, signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { asAdministrator } from '../kit/administrator.ts';

const password = 'drie losse woorden samen';
const minute = 60_000;
const day = 24 * 60 * minute;
let application: TestApplication;
let mails: MailServer;
let world: World<typeof standardWorld>;

beforeAll(async () => {
  mails = await startMailServer();
  application = await startApplication({ mailer: openMailer({ url: mails.url, from: 'Roer <roer@water.example>' }) });
  world = await createWorld(application.database);
});
afterAll(async () => {
  await application.close();
  await mails.close();
});
beforeEach(() => runQuery(application.database.ownerUrl, 'TRUNCATE "RateLimit"'));

const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code, detail: {} }) });
const stranger = () => application.client().identity;
const administrator = (mailer: 'mailer' | 'none' = 'mailer') =>
  asAdministrator(application, {
    organisationId: world.water.id,
    personId: world.water.people.anna,
    mailer: mailer === 'mailer' ? openMailer({ url: mails.url, from: 'Roer <roer@water.example>' }) : null,
  });
const ada = () => ({ organisationId: world.water.id, personId: world.water.people.ada });
const anna = () => ({ organisationId: world.water.id, personId: world.water.people.anna });
const tokenIn = (text: string): string => /#([\w-]{43})/.exec(text)?.[1] ?? '';
const invite = async (personId: PersonId): Promise<string> =>
  tokenIn((await createInvitation(administrator('none'), { personId })).link ?? '');
const reset = async (personId: PersonId): Promise<string> =>
  tokenIn((await createReset(administrator('none'), { personId })).link ?? '');

describe('an invitation', () => {
  it('I6 goes to the person by mail, in both languages, and nobody else sees the link', async () => {
    const sent = await createInvitation(administrator(), { personId: world.water.people.ben });
    expect(sent).toEqual({ link: null, mailed: true });
    const mail = await mails.next();
    expect(mail.to).toEqual(['ben@water.example']);
    expect(mail.text).toContain('Hallo Ben de Boer');
    expect(mail.text).toContain('Hello Ben de Boer');
    const link = new RegExp(`${application.url}/welcome#[\\w-]{43}`).exec(mail.text)?.[0] ?? '';
    const token = tokenIn(link);
    expect(await stranger().linkInfo.mutate({ token })).toEqual({
      kind: 'invitation',
      name: 'Ben de Boer',
      email: 'ben@water.example',
      organisation: 'Gemeente Waterrijk',
      losesPasskeys: false,
    });
    const answer = await post(application, '/trpc/identity.acceptLink', { body: { token, password } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^roer\.session_token=/);
    expect((await signInWith(application, { email: 'ben@water.example', password })).status).toBe(200);
    await expect(createInvitation(administrator(), { personId: world.water.people.ben })).rejects.toThrow(
      'changedMeanwhile',
    );
  });

  it('I6 is handed over once where there is no mail server, and only its hash is kept (I4)', async () => {
    const { link, mailed } = await createInvitation(administrator('none'), { personId: world.water.people.eva });
    expect(mailed).toBe(false);
    const token = tokenIn(link ?? '');
    const rows = await runQuery<{ tokenHash: string }>(
      application.database.ownerUrl,
      `SELECT * FROM "PersonToken" WHERE "personId" = '${world.water.people.eva}'`,
    );
    expect(rows).toMatchObject([{ tokenHash: hashToken(token), mailed: false, kind: 'invitation' }]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('I6 survives a mail server that refuses it', async () => {
    mails.refuse(true);
    const sent = await createInvitation(administrator(), { personId: world.water.people.dina });
    mails.refuse(false);
    expect(sent).toEqual({ link: null, mailed: false });
    expect(await createInvitation(administrator(), { personId: world.water.people.dina })).toEqual({
      link: null,
      mailed: true,
    });
    const token = tokenIn((await mails.next()).text);
    expect(await stranger().linkInfo.mutate({ token })).toMatchObject({ name: 'Dina Amrani' });
  });

  it('is not for somebody of another organisation', async () => {
    await expect(createInvitation(administrator(), { personId: world.hill.people.olaf })).rejects.toThrow('notFound');
    await expect(createReset(administrator(), { personId: world.hill.people.olaf })).rejects.toThrow('notFound');
  });
});

describe('a link', () => {
  it('I4 that is forged, used or expired is answered alike', async () => {
    const { clock } = application;
    const start = clock.now();
    const used = await invite(world.water.people.fatma);
    await stranger().acceptLink.mutate({ token: used, password });
    const invitation = await invite(world.water.people.mira);
    const passing = await reset(world.water.people.fatma);
    const tokens = ['', 'x', 'A'.repeat(43), used];
    for (const token of tokens) {
      await expect(stranger().linkInfo.mutate({ token })).rejects.toEqual(refused('linkExpired'));
      await expect(stranger().acceptLink.mutate({ token, password })).rejects.toEqual(refused('linkExpired'));
    }
    clock.set(start + 60 * minute - 1);
    expect(await stranger().linkInfo.mutate({ token: passing })).toMatchObject({ kind: 'reset' });
    clock.set(start + 60 * minute);
    await expect(stranger().acceptLink.mutate({ token: passing, password })).rejects.toEqual(refused('linkExpired'));
    clock.set(start + 14 * day - 1);
    expect(await stranger().linkInfo.mutate({ token: invitation })).toMatchObject({ kind: 'invitation' });
    clock.set(start + 14 * day);
    await expect(stranger().linkInfo.mutate({ token: invitation })).rejects.toEqual(refused('linkExpired'));
    clock.set(start);
  });

  it('I4 works once, also for two at the same moment', async () => {
    const token = await invite(world.water.people.mats);
    const passwords = ['de eerste lange zin', 'de tweede lange zin', 'de derde lange zin'];
    const answers = await Promise.allSettled(
      passwords.map((each) => stranger().acceptLink.mutate({ token, password: each })),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toEqual(refused('linkExpired'));
    const winner = passwords[answers.findIndex((answer) => answer.status === 'fulfilled')] ?? '';
    expect((await signInWith(application, { email: 'mats@water.example', password: winner })).status).toBe(200);
  });

  it('I8 does not take a weak password, and works still', async () => {
    const token = await invite(world.water.people.cem);
    for (const weak of ['te kort', 'wachtwoord2026!', 'cem@water.example', 'aaaaaaaaaaaaaa']) {
      await expect(stranger().acceptLink.mutate({ token, password: weak })).rejects.toMatchObject({
        data: { code: 'passwordWeak' },
      });
    }
    expect(await stranger().acceptLink.mutate({ token, password })).toEqual({ done: true });
  });

  it('I5 of an administrator ends the earlier ones, and a changed password ends all', async () => {
    const first = await invite(world.water.people.anna);
    const second = await invite(world.water.people.anna);
    await expect(stranger().linkInfo.mutate({ token: first })).rejects.toEqual(refused('linkExpired'));
    expect(await stranger().linkInfo.mutate({ token: second })).toMatchObject({ name: 'Anna Smit' });
    await givePassword(application, anna(), { email: 'anna@water.example', password });
    const { identity } = application.client(await application.signIn(world.water.people.anna));
    await identity.changePassword.mutate({ currentPassword: password, newPassword: 'vier andere losse woorden' });
    await expect(stranger().linkInfo.mutate({ token: second })).rejects.toEqual(refused('linkExpired'));
  });
});

describe('a forgotten password', () => {
  const email = 'ada@water.example';

  it('I7 is answered alike for every address, and only who has a password gets mail', async () => {
    await givePassword(application, ada(), { email, password });
    for (const address of ['nobody@water.example', 'olaf@hill.example', email])
      expect(await stranger().requestReset.mutate({ email: address })).toEqual({ done: true });
    const mail = await mails.next();
    expect(mail.to).toEqual([email]);
    expect(mail.text).toContain('/new-password#');
    expect(mails.waiting()).toBe(0);
    // I5: a stranger who asks does not end the link of another.
    await stranger().requestReset.mutate({ email });
    await mails.next();
    expect(await stranger().linkInfo.mutate({ token: tokenIn(mail.text) })).toMatchObject({ kind: 'reset' });
  });

  it('I7 sends at most three in a quarter of an hour, and says nothing of it', async () => {
    await givePassword(application, ada(), { email, password });
    for (let index = 0; index < 5; index += 1)
      expect(await stranger().requestReset.mutate({ email })).toEqual({ done: true });
    for (let index = 0; index < 3; index += 1) await mails.next();
    // What is not mailed is decided before the answer, so nothing comes later.
    expect(mails.waiting()).toBe(0);
  });

  it('I9 gets a new one by the link, which ends every session and its sockets', async () => {
    await givePassword(application, ada(), { email, password });
    const cookie = await application.signIn(world.water.people.ada);
    const socket = await application.socket(cookie);
    const closed = new Promise((resolve) => void socket.once('disconnect', resolve));
    await stranger().requestReset.mutate({ email });
    const token = tokenIn((await mails.next()).text);
    const newPassword = 'vier andere losse woorden';
    await stranger().acceptLink.mutate({ token, password: newPassword });
    await closed;
    expect(await application.client(cookie).identity.me.query()).toBeNull();
    expect((await signInWith(application, { email, password })).status).toBe(401);
    expect((await signInWith(application, { email, password: newPassword })).status).toBe(200);
    await expect(stranger().acceptLink.mutate({ token, password })).rejects.toEqual(refused('linkExpired'));
  });

  it('I7 says when there is no mail server, whoever asks', async () => {
    const { database, clock } = application;
    const without = await startApplication({ database, clock });
    try {
      for (const address of [email, 'nobody@water.example'])
        await expect(without.client().identity.requestReset.mutate({ email: address })).rejects.toEqual(
          refused('mailNotConfigured'),
        );
    } finally {
      await without.close();
    }
  });

  it('an account that was taken away signs nobody in', async () => {
    await givePassword(application, ada(), { email, password });
    await accountsOf(application).remove(ada());
    expect((await signInWith(application, { email, password })).status).toBe(401);
  });
});
