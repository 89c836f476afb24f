import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id, PersonId } from '@roer/domain/ids';
import { givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';
import { startOver } from '../kit/start-over.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

const password = 'drie losse woorden samen';
const fullTime = [480, 480, 480, 480, 240, 0, 0];
let application: TestApplication;
let world: World<typeof standardWorld>;
let anna: TestClient;
const ask = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const cookie = (person: keyof typeof world.water.people) => application.signIn(world.water.people[person]);
const as = async (person: keyof typeof world.water.people): Promise<TestClient> =>
  application.client(await cookie(person));
// The brand exists only for the compiler.
const fresh = <Kind extends string>(): Id<Kind> => application.clock.newId() as Id<Kind>;
const numbered = <Input extends object>(input: Input) => ({ commandId: fresh<'command'>(), ...input });
const give = (person: keyof typeof world.water.people, email = `${person}@water.example`) =>
  givePassword(
    application,
    { organisationId: world.water.id, personId: world.water.people[person] },
    { email, password },
  );

const tokenIn = (link: string | null | undefined): string => /[\w-]{43}/.exec(link ?? '')?.[0] ?? '';

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  await startOver(application.database);
  world = await createWorld(application.database);
  await give('anna');
  anna = await as('anna');
});

const seen = async (personId: PersonId) => (await anna.organisation.people.query()).find(({ id }) => id === personId);
const newcomer = (changed: object = {}) =>
  numbered({
    id: fresh<'person'>(),
    name: 'Noor Bakker',
    email: ' Noor@Water.example ',
    membership: null,
    invite: false,
    ...changed,
  });
const appointment = (person: keyof typeof world.water.people, kind: 'manager' | 'administrator') =>
  numbered({ id: fresh<'appointment'>(), personId: world.water.people[person], kind, domainId: null });

describe('people', () => {
  it('O4 O5 somebody new is invited by a link, chooses a password and is active', async () => {
    const { permits } = world.water.teams;
    const membership = { id: fresh<'membership'>(), teamId: permits, minutesByWeekday: fullTime, home: true };
    const input = newcomer({ membership, invite: true });
    const ben = hear(await listening('ben'));
    const { invitation } = await anna.organisation.createPerson.mutate(input);
    expect(invitation).toMatchObject({ mailed: false, link: expect.stringContaining(application.url) });
    await expect
      .poll(() => ben.changes)
      .toMatchObject([
        {
          feed: permits,
          seq: 1,
          action: 'membership.start',
          changes: [{ before: null, after: { name: 'Noor Bakker' } }],
        },
      ]);
    expect(await seen(input.id)).toEqual({
      id: input.id,
      name: 'Noor Bakker',
      email: 'noor@water.example',
      state: 'invited',
      hasPassword: false,
      memberships: [
        {
          id: membership.id,
          teamId: permits,
          teamName: 'Vergunningen',
          home: true,
          minutesByWeekday: fullTime,
          from: '2026-11-23',
        },
      ],
      appointments: [],
    });
    const token = tokenIn(invitation?.link);
    await application.client().identity.acceptLink.mutate({ token, password });
    expect(await seen(input.id)).toMatchObject({ state: 'active' });
    expect((await signInWith(application, { email: 'noor@water.example', password })).status).toBe(200);
  });

  it('O5 the next link replaces the one before; who can sign in is given a reset instead', async () => {
    const input = newcomer({ invite: true });
    const { invitation: first } = await anna.organisation.createPerson.mutate(input);
    const second = await anna.organisation.invite.mutate(numbered({ personId: input.id }));
    const stranger = application.client();
    await expect(stranger.identity.acceptLink.mutate({ token: tokenIn(first?.link), password })).rejects.toEqual(
      refused('linkExpired'),
    );
    await expect(anna.organisation.reset.mutate(numbered({ personId: input.id }))).rejects.toEqual(
      refused('changedMeanwhile'),
    );
    await stranger.identity.acceptLink.mutate({ token: tokenIn(second.link), password });
    await expect(anna.organisation.invite.mutate(numbered({ personId: input.id }))).rejects.toEqual(
      refused('changedMeanwhile'),
    );
    const reset = await anna.organisation.reset.mutate(numbered({ personId: input.id }));
    expect(reset).toMatchObject({ mailed: false, link: expect.any(String) });
  });

  it('O4 an address belongs to one person, a team must be there, and then nobody is made', async () => {
    await expect(anna.organisation.createPerson.mutate(newcomer({ email: 'Ada@water.example' }))).rejects.toEqual(
      refused('emailTaken'),
    );
    const membership = { id: fresh<'membership'>(), minutesByWeekday: fullTime, home: true };
    const { harbour } = world.hill.teams;
    const elsewhere = newcomer({ membership: { ...membership, teamId: harbour } });
    await expect(anna.organisation.createPerson.mutate(elsewhere)).rejects.toEqual(refused('notFound'));
    expect(await seen(elsewhere.id)).toBeUndefined();
    const input = newcomer();
    await Promise.all([1, 2].map(() => anna.organisation.createPerson.mutate(input)));
    expect(await ask(`SELECT 1 FROM "Person" WHERE "email" = 'noor@water.example'`)).toHaveLength(1);
  });

  it('O6 a new address holds for signing in at once, and links to the old one stop working', async () => {
    await give('ada');
    const { ada, ben } = world.water.people;
    const { link } = await anna.organisation.reset.mutate(numbered({ personId: ada }));
    await anna.organisation.changeEmail.mutate(numbered({ personId: ada, email: 'Ada.Y@water.example' }));
    expect((await signInWith(application, { email: 'ada@water.example', password })).status).toBe(401);
    expect((await signInWith(application, { email: 'ada.y@water.example', password })).status).toBe(200);
    const token = tokenIn(link);
    await expect(application.client().identity.linkInfo.mutate({ token })).rejects.toEqual(refused('linkExpired'));
    await expect(
      anna.organisation.changeEmail.mutate(numbered({ personId: ben, email: 'ada.y@water.example' })),
    ).rejects.toEqual(refused('emailTaken'));
    // Taken by somebody of another organisation: nothing here is changed either.
    const olaf = { organisationId: world.hill.id, personId: world.hill.people.olaf };
    await givePassword(application, olaf, { email: 'olaf@hill.example', password });
    await expect(
      anna.organisation.changeEmail.mutate(numbered({ personId: ada, email: 'olaf@hill.example' })),
    ).rejects.toEqual(refused('emailTaken'));
    expect(await seen(ada)).toMatchObject({ email: 'ada.y@water.example' });
  });

  it('O7 a new name is in the feed of each of the teams, and in no other', async () => {
    const { fatma } = world.water.people;
    const { permits, green } = world.water.teams;
    const [ada, dina, eva] = [
      hear(await listening('ada')),
      hear(await listening('dina', 'green')),
      hear(await listening('eva', 'support')),
    ];
    await anna.organisation.renamePerson.mutate(numbered({ personId: fatma, name: 'Fatma Demir-Kaya' }));
    const renamed = [
      { action: 'person.rename', changes: [{ before: { name: 'Fatma Demir' }, after: { name: 'Fatma Demir-Kaya' } }] },
    ];
    await expect.poll(() => ada.changes).toMatchObject(renamed);
    await expect.poll(() => dina.changes).toMatchObject(renamed);
    expect([ada.changes[0]?.feed, dina.changes[0]?.feed]).toEqual([permits, green]);
    expect(eva.changes).toEqual([]);
    expect(await (await as('fatma')).identity.me.query()).toMatchObject({ person: { name: 'Fatma Demir-Kaya' } });
    const audit = await ask<{ detail: unknown }>('SELECT "detail" FROM "AuditEntry"');
    expect(JSON.stringify(audit)).not.toContain('Fatma');
  });
});

const listening = async (person: keyof typeof world.water.people, team: keyof typeof world.water.teams = 'permits') => {
  const socket = await application.socket(await cookie(person));
  expect(await socket.emitWithAck('listen', { teamId: world.water.teams[team] })).toMatchObject({ ok: true });
  return socket;
};

describe('appointments', () => {
  it('O14 hold from today, and twice is once', async () => {
    const { ada } = world.water.people;
    await anna.organisation.appoint.mutate({ ...appointment('ada', 'manager'), domainId: world.water.domains.care });
    await anna.organisation.appoint.mutate({ ...appointment('ada', 'manager'), domainId: world.water.domains.care });
    await anna.organisation.appoint.mutate(appointment('ada', 'manager'));
    const appointments = (await seen(ada))?.appointments ?? [];
    expect(new Set(appointments.map(({ domainId }) => domainId))).toEqual(new Set([null, world.water.domains.care]));
    expect(appointments).toHaveLength(2);
    const [first] = appointments;
    if (!first) throw new Error('There are two.');
    await anna.organisation.endAppointment.mutate(numbered({ appointmentId: first.id }));
    expect((await seen(ada))?.appointments).toEqual(appointments.slice(1));
    await expect(anna.organisation.endAppointment.mutate(numbered({ appointmentId: first.id }))).rejects.toEqual(
      refused('notFound'),
    );
    const ofAll = { ...appointment('ada', 'administrator'), domainId: world.water.domains.care };
    await expect(anna.organisation.appoint.mutate(ofAll)).rejects.toEqual(refused('badInput'));
    const elsewhere = { ...appointment('ada', 'manager'), domainId: world.hill.domains.city };
    await expect(anna.organisation.appoint.mutate(elsewhere)).rejects.toEqual(refused('notFound'));
  });

  it('O13 the last administrator who can sign in stays, also when two go at the same moment', async () => {
    const administrator = async (person: 'anna' | 'ben') =>
      (await seen(world.water.people[person]))?.appointments[0]?.id ?? fresh<'appointment'>();
    const own = await administrator('anna');
    await anna.organisation.appoint.mutate(appointment('ben', 'administrator'));
    // Ben was appointed but never chose a password.
    await ask(`DELETE FROM "User" WHERE "personId" = '${world.water.people.ben}'`);
    const end = (client: TestClient, appointmentId: typeof own) =>
      client.organisation.endAppointment.mutate(numbered({ appointmentId }));
    await expect(end(anna, own)).rejects.toEqual(refused('lastAdministrator'));
    await expect(anna.organisation.endAccount.mutate(numbered({ personId: world.water.people.anna }))).rejects.toEqual(
      refused('lastAdministrator'),
    );
    await give('ben');
    const ben = await as('ben');
    const answers = await Promise.allSettled([end(anna, own), end(ben, await administrator('ben'))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = await ask(`SELECT 1 FROM "Appointment" WHERE "kind" = 'administrator' AND "until" IS NULL
      AND "organisationId" = '${world.water.id}'`);
    expect(left).toHaveLength(1);
  });
});

describe('an account that ends', () => {
  it('O15 takes memberships, appointments, sessions and links with it, and may begin again', async () => {
    const { fatma } = world.water.people;
    const { permits, green } = world.water.teams;
    await give('fatma');
    const socket = await listening('fatma');
    const own = hear(socket);
    const ada = hear(await listening('ada'));
    const client = await as('fatma');
    const area = fresh<'area'>();
    const title = fresh<'responsibility'>();
    await client.responsibilities.add.mutate(
      numbered({
        teamId: permits,
        areas: [{ id: area, name: 'Zaken', order: 0 }],
        responsibilities: [
          {
            id: title,
            areaId: area,
            catalogueItemId: null,
            title: 'Bezwaren',
            purpose: '',
            criticality: 2 as const,
            minutesAWeek: 60,
            season: Array.from({ length: 12 }, () => 100),
          },
        ],
      }),
    );
    const assignmentId = fresh<'assignment'>();
    await client.responsibilities.takeOver.mutate(
      numbered({ teamId: permits, responsibilityId: title, role: 'holder' as const, sharePercent: 100, assignmentId }),
    );
    const { link } = await anna.organisation.reset.mutate(numbered({ personId: fatma }));
    const command = numbered({ personId: fatma });
    await Promise.all([1, 2].map(() => anna.organisation.endAccount.mutate(command)));
    await expect
      .poll(() => ada.changes.at(-1))
      .toMatchObject({
        seq: 3,
        action: 'membership.end',
        changes: [
          { entity: 'member', after: { personId: fatma, until: '2026-11-23' } },
          { entity: 'assignment', after: { id: assignmentId, until: '2026-11-23' } },
        ],
      });
    await expect.poll(() => socket.connected).toBe(false);
    expect(own.changes.map(({ action }) => action)).not.toContain('membership.end');
    await expect(client.responsibilities.board.query({ teamId: green })).rejects.toEqual(refused('signInNeeded'));
    expect((await signInWith(application, { email: 'fatma@water.example', password })).status).toBe(401);
    const token = tokenIn(link);
    await expect(application.client().identity.linkInfo.mutate({ token })).rejects.toEqual(refused('linkExpired'));
    expect(await seen(fatma)).toMatchObject({ state: 'none', memberships: [], appointments: [] });
    expect(await anna.organisation.invite.mutate(numbered({ personId: fatma }))).toMatchObject({
      link: expect.any(String),
    });
  });
});
