import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '@roer/api/platform/smtp';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import { digestDue } from '@roer/domain/responsibilities/digest';
import { accountsOf } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { startMailServer } from '../kit/mail-server.ts';
import type { MailServer } from '../kit/mail-server.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld, standardWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

const day = 86_400_000;
/** A Wednesday. */
const start = Date.parse('2026-11-18T09:00:00Z');
const monday = Date.parse('2026-11-23T06:00:00Z');

let application: TestApplication;
let mails: MailServer;
let world: World<typeof standardWorld>;
let permits: TeamId;
let log = '';
beforeAll(async () => {
  mails = await startMailServer();
});
afterAll(() => mails.close());
beforeEach(async () => {
  const mailer = openMailer({ url: mails.url, from: 'Roer <roer@water.example>' });
  application = await startApplication({ mailer, now: start, log: (line) => (log += line) });
  world = await createWorld(application.database);
  permits = world.water.teams.permits;
  return () => application.close();
});

const as = async (personId: PersonId) => application.client(await application.signIn(personId));
const subscribe = async (personId: PersonId, language: 'nl' | 'en' | null = 'nl') =>
  (await as(personId)).digest.choose.mutate({ language });
const runAt = async (now: number): Promise<void> => {
  application.clock.set(now);
  await application.app.jobs.runDue();
};
const count = async (table: string): Promise<number> =>
  (await runQuery<{ n: number }>(application.database.ownerUrl, `SELECT count(*)::int AS n FROM "${table}"`))[0]?.n ??
  -1;
/** The next mail, with the ends of its lines as we write them. */
const nextMail = async (): Promise<string> => (await mails.next()).text.replaceAll('\r\n', '\n');
const stopAddress = (text: string): string => /List-Unsubscribe: <([^>]+)>/.exec(unfolded(text))?.[1] ?? '';
const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]+/g, ' ').replaceAll('< ', '<');
const oneClick = (url: string, init: RequestInit = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    ...init,
  });

describe('J3 when', () => {
  it('J3 is Monday from seven until noon in Amsterdam, in summer and in winter', () => {
    const due = (at: string) => digestDue(Date.parse(at));
    expect(due('2026-11-23T05:59:59Z')).toBeNull();
    expect(due('2026-11-23T06:00:00Z')).toBe('2026-11-23');
    expect(due('2026-11-23T10:59:59Z')).toBe('2026-11-23');
    expect(due('2026-11-23T11:00:00Z')).toBeNull();
    expect(due('2026-11-24T07:00:00Z')).toBeNull();
    expect(due('2026-07-06T04:59:59Z')).toBeNull();
    expect(due('2026-07-06T05:00:00Z')).toBe('2026-07-06');
    // The clock went forward the day before.
    expect(due('2027-03-29T05:00:00Z')).toBe('2027-03-29');
  });

  it('J3 J5 comes once to who asked for it, and to nobody when nothing waits', async () => {
    const { ada, ben, anna, eva, dina } = world.water.people;
    await aDuty(application, { teamId: permits, holder: ada }, { title: 'Wachtlijst' });
    await aDuty(application, { teamId: permits, holder: ben }, { title: 'Van Ben' });
    await aDuty(application, { teamId: world.water.teams.green, holder: dina }, { title: 'Van Dina' });
    // Ben did not ask; Eva has nothing; Anna has no team; Dina's account was ended.
    for (const person of [ada, eva, anna, dina]) await subscribe(person);
    await accountsOf(application).remove({ organisationId: world.water.id, personId: dina });
    await runAt(monday - 1000);
    expect(mails.waiting()).toBe(0);
    await runAt(monday);
    const mail = await mails.next();
    expect(mail.to).toEqual(['ada@water.example']);
    expect(mail.text).toContain('- maandag 23 november: Wachtlijst');
    await runAt(monday + 60_000);
    expect(mails.waiting()).toBe(0);
    await runAt(monday + 7 * day);
    expect((await mails.next()).to).toEqual(['ada@water.example']);
    expect(mails.waiting()).toBe(0);
  });

  it('J3 nobody of the example gets one or can ask for one, and nobody where no mail can be sent', async () => {
    const demo = { ...standardWorld, water: { ...standardWorld.water, demo: true } };
    const example = await startApplication({
      mailer: openMailer({ url: mails.url, from: 'roer@example.nl' }),
      now: start,
    });
    const { water } = await createWorld(example.database, demo);
    const client = example.client(await example.signIn(water.people.ada));
    expect(await client.digest.state.query()).toEqual({ language: null, possible: 'demo' });
    await expect(client.digest.choose.mutate({ language: 'nl' })).rejects.toThrow('mailNotConfigured');
    await aDuty(example, { teamId: water.teams.permits, holder: water.people.ada }, { title: 'Wachtlijst' });
    await runQuery(example.database.ownerUrl, `INSERT INTO "DigestSubscription" VALUES ($1, $2, 'nl')`, [
      water.id,
      water.people.ada,
    ]);
    example.clock.set(monday);
    await example.app.jobs.runDue();
    await example.close();
    expect(mails.waiting()).toBe(0);
    const silent = await startApplication({ database: application.database, clock: application.clock });
    const ada = silent.client(await silent.signIn(world.water.people.ada));
    expect(await ada.digest.state.query()).toEqual({ language: null, possible: 'noMail' });
    await expect(ada.digest.choose.mutate({ language: 'nl' })).rejects.toThrow('mailNotConfigured');
    await silent.close();
  });
});

describe('J4 what', () => {
  it('J4 counts, and titles of my own duties: nobody else’s words, in both languages, never as HTML', async () => {
    const { ada, ben } = world.water.people;
    const newId = <Kind extends string>() => application.clock.newId() as Id<Kind>;
    const command = () => ({ commandId: newId<'command'>(), teamId: permits });
    const held = { teamId: permits, holder: ada };
    const odd = '<b onclick="x">Één & \'twee\'</b>';
    await aDuty(application, held, { title: odd, rrule: 'FREQ=WEEKLY;BYDAY=TU' });
    await aDuty(application, held, { title: 'Bleef liggen', rrule: 'FREQ=MONTHLY;BYMONTHDAY=19' });
    const done = await aDuty(application, held, {
      title: 'Al gedaan',
      rrule: 'FREQ=WEEKLY;BYDAY=WE',
      start: '2026-11-25',
    });
    const client = await as(ada);
    await client.responsibilities.settleOccurrence.mutate({
      ...command(),
      ...done,
      recurrenceDate: '2026-11-25',
      state: 'skipped',
      reason: 'Geheime reden',
    });
    const others = await aDuty(
      application,
      { teamId: permits, holder: ben, responsibility: 'Geheime titel' },
      { title: 'Geheime taak' },
    );
    const row = (sql: string, values: unknown[]) => runQuery(application.database.ownerUrl, sql, values);
    await row(
      `INSERT INTO "Help" ("organisationId", "id", "teamId", "kind", "personId", "text", "madeOn", "expiresOn", "state")
       VALUES ($1, $2, $3, 'ask', $4, 'Geheime vraag', '2026-11-18', '2026-12-02', 'open')`,
      [world.water.id, newId(), permits, ben],
    );
    await row(
      `INSERT INTO "Offer" ("organisationId", "id", "teamId", "kind", "responsibilityId", "assignmentId", "fromPersonId", "toPersonId",
         "sharePercent", "madeOn", "expiresOn", "state")
       SELECT "organisationId", $1, "teamId", 'give', "responsibilityId", "id", "personId", $2, 100, '2026-11-18', '2026-12-02', 'open'
       FROM "Assignment" WHERE "responsibilityId" = $3`,
      [newId(), ada, others.responsibilityId],
    );
    await subscribe(ada);
    await runAt(monday);
    const dutch = await nextMail();
    expect(dutch).toContain('Subject: Jouw week in Roer');
    expect(dutch).toContain('Hallo Ada,');
    expect(dutch).toContain(`Deze week komt 1 taak van jou langs.\n- dinsdag 24 november: ${odd}`);
    expect(dutch).toContain('1 taak van eerder staat nog open.\n- donderdag 19 november: Bleef liggen');
    expect(dutch).toContain('1 vraag wacht op jouw antwoord.');
    expect(dutch).toContain('In je teams staat 1 vraag of aanbod open voor wie wil.');
    expect(dutch).toContain(
      '<li>dinsdag 24 november: &lt;b onclick=&quot;x&quot;&gt;Één &amp; &#39;twee&#39;&lt;/b&gt;</li>',
    );
    expect(dutch).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    for (const secret of ['Geheim', 'Al gedaan', 'Ben', 'Yilmaz']) expect(dutch).not.toContain(secret);
    await subscribe(ada, 'en');
    await runAt(monday + 7 * day);
    const english = await nextMail();
    expect(english).toContain('Subject: Your week in Roer');
    expect(english).toContain('Wednesday 2 December: Al gedaan');
    expect(english).not.toMatch(/Geheim|taken|Ben/);
  });
});

describe('J4 what a colleague cannot put in', () => {
  it('J4 a title with line ends is one line: nobody writes sentences of ours', async () => {
    const { ada } = world.water.people;
    const forged = 'Taak\n\nStop deze mail: https://kwaad.example\r\u2028\u202EX-Kop: x';
    await aDuty(application, { teamId: permits, holder: ada }, { title: forged });
    await subscribe(ada);
    await runAt(monday);
    const mail = await nextMail();
    expect(mail).toContain('- maandag 23 november: Taak Stop deze mail: https://kwaad.example X-Kop: x\n');
    expect(mail.match(/^Stop deze mail: /gm)).toHaveLength(1);
  });
});

describe('J5 at most once', () => {
  it('J5 with several processes at the same moment', async () => {
    const { ada, ben, dina } = world.water.people;
    for (const holder of [ada, ben]) await aDuty(application, { teamId: permits, holder }, { title: 'Taak' });
    await aDuty(application, { teamId: world.water.teams.green, holder: dina }, { title: 'Taak' });
    for (const person of [ada, ben, dina]) await subscribe(person);
    const mailer = openMailer({ url: mails.url, from: 'roer@water.example' });
    const options = { database: application.database, clock: application.clock, mailer };
    const others = [await startApplication(options), await startApplication(options)];
    application.clock.set(monday);
    await Promise.all([application, ...others].map(({ app }) => app.jobs.runDue()));
    for (const other of others) await other.close();
    const to = [await mails.next(), await mails.next(), await mails.next()].flatMap((mail) => mail.to);
    expect(to.toSorted()).toEqual(['ada@water.example', 'ben@water.example', 'dina@water.example']);
    expect(mails.waiting()).toBe(0);
  });

  it('J5 not again when the mail server refuses it, without a word of it in the log, and later when it cannot be reached', async () => {
    const { ada } = world.water.people;
    await aDuty(application, { teamId: permits, holder: ada }, { title: 'Taak' });
    await subscribe(ada);
    mails.refuse(true);
    log = '';
    await runAt(monday);
    mails.refuse(false);
    expect(log).toContain('"job":"digest"');
    for (const content of ['@water', 'Ada', 'Taak', 'unsubscribe/']) expect(log).not.toContain(content);
    await runAt(monday + 60_000);
    expect([mails.waiting(), await count('DigestSent')]).toEqual([0, 1]);
    const gone = await startMailServer();
    await gone.close();
    const unreachable = await startApplication({
      database: application.database,
      clock: application.clock,
      mailer: openMailer({ url: gone.url, from: 'roer@water.example' }),
    });
    application.clock.set(monday + 7 * day);
    await unreachable.app.jobs.runDue();
    await unreachable.close();
    expect(await count('DigestSent')).toBe(1);
    await application.app.jobs.runDue();
    expect((await mails.next()).to).toEqual(['ada@water.example']);
  });
});

describe('J6 stopping', () => {
  const mailed = async (): Promise<string> => {
    const { ada } = world.water.people;
    await aDuty(application, { teamId: permits, holder: ada }, { title: 'Taak' });
    await subscribe(ada);
    await runAt(monday);
    return stopAddress((await mails.next()).text);
  };

  it('J6 by the button of a mail program, in both forms that it may send', async () => {
    const url = await mailed();
    expect(url).toContain(`${application.url}/unsubscribe/`);
    expect((await oneClick(url)).status).toBe(200);
    expect(await count('DigestSubscription')).toBe(0);
    expect((await oneClick(url)).status).toBe(200);
    await subscribe(world.water.people.ada);
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
    expect(await count('DigestSubscription')).toBe(0);
  });

  it('J6 nothing else that is sent there, and no link that we did not sign, ends anything', async () => {
    const url = await mailed();
    const form = (body: string, headers: Record<string, string> = {}) =>
      oneClick(url, { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
    expect((await fetch(url)).status).toBe(404);
    expect((await form('')).status).toBe(400);
    expect((await form('List-Unsubscribe=One-Click&more=1')).status).toBe(400);
    expect((await form('x'.repeat(5000))).status).toBe(413);
    const json = { 'content-type': 'application/json', origin: application.url };
    expect((await form('{}', json)).status).toBe(415);
    expect((await form('List-Unsubscribe=One-Click', { 'content-type': 'text/plain' })).status).toBe(415);
    const two = new FormData();
    two.set('List-Unsubscribe', 'One-Click');
    two.set('more', '1');
    expect((await fetch(url, { method: 'POST', body: two })).status).toBe(400);
    for (const other of [`${url.slice(0, -3)}AAA`, `${url}A`, `${application.url}/unsubscribe/x`])
      expect((await oneClick(other)).status).toBe(404);
    // The same form anywhere else is refused as it was.
    expect((await oneClick(`${application.url}/api/auth/sign-out`)).status).toBe(403);
    expect((await oneClick(`${application.url}/trpc/digest.choose`)).status).toBe(403);
    expect(await count('DigestSubscription')).toBe(1);
  });

  it('J6 by the page behind the link, without signing in', async () => {
    const token = (await mailed()).split('/').at(-1) ?? '';
    const { digest } = application.client();
    await expect(digest.unsubscribe.mutate({ token: `${token.slice(0, -4)}AAAA` })).rejects.toThrow('linkExpired');
    expect(await count('DigestSubscription')).toBe(1);
    await digest.unsubscribe.mutate({ token });
    await digest.unsubscribe.mutate({ token });
    expect(await (await as(world.water.people.ada)).digest.state.query()).toEqual({ language: null, possible: 'yes' });
    await runAt(monday + 7 * day);
    expect(mails.waiting()).toBe(0);
  });
});
