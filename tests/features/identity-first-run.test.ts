import { afterEach, describe, expect, it } from 'vitest';
import { inRelease, insertRows } from '@roer/db/check-in-roster';
import { readOrganisations } from '@roer/db/first-run';
import { personas } from '@roer/domain/identity/schema';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { cookieOf, post, signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';

const own = {
  organisationName: 'Gemeente Waterrijk',
  name: 'Anna Smit',
  email: 'anna@water.example',
  password: 'drie losse woorden samen',
};
const applications: TestApplication[] = [];
afterEach(async () => {
  await Promise.all(applications.splice(0).map((application) => application.close()));
});
const start = async (): Promise<TestApplication> => {
  const application = await startApplication();
  applications.push(application);
  return application;
};
const firstRun = (application: TestApplication) => application.client().identity.firstRun;
const state = async (application: TestApplication) => (await firstRun(application).state.query()).state;
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const demoCookie = async (application: TestApplication, persona: string): Promise<string> =>
  cookieOf(await post(application, '/trpc/identity.demoSignIn', { body: { persona } }));
const countOf = async (application: TestApplication, table: string): Promise<number> => {
  const query = `SELECT count(*)::int AS "count" FROM "${table}"`;
  return (await runQuery<{ count: number }>(application.database.ownerUrl, query))[0]?.count ?? -1;
};
/** How many wait for a lock that others have. */
const waitingOf = async (ownerUrl: string): Promise<number> => {
  const query = `SELECT count(*)::int AS "count" FROM pg_locks l JOIN pg_database d ON d.oid = l.database
    WHERE NOT l.granted AND d.datname = current_database()`;
  return (await runQuery<{ count: number }>(ownerUrl, query))[0]?.count ?? 0;
};

describe('looking around', () => {
  it('I12 makes the example once, also when asked twice and at the same moment', async () => {
    const application = await start();
    expect(await firstRun(application).state.query()).toEqual({
      state: 'needed',
      mail: false,
      passwords: true,
      provider: null,
      // No browser takes a passkey at an address that is a number (rule I31).
      passkeys: null,
    });
    await Promise.all([1, 2, 3].map(() => firstRun(application).lookAround.mutate()));
    await firstRun(application).lookAround.mutate();
    expect(await state(application)).toBe('demo');
    expect(await countOf(application, 'Organisation')).toBe(1);
    expect(await countOf(application, 'Person')).toBe(90);
  });

  it('I13 signs in as one of four people with one click, without a password', async () => {
    const application = await start();
    await firstRun(application).lookAround.mutate();
    for (const persona of personas) {
      const me = await application.client(await demoCookie(application, persona)).identity.me.query();
      expect(me?.organisation.demo).toBe(true);
      const appointed = me?.appointments.map((appointment) => appointment.kind);
      if (persona === 'manager' || persona === 'administrator') expect(appointed).toContain(persona);
      else expect(me?.memberships.length).toBeGreaterThan(0);
    }
    expect(await countOf(application, 'Account')).toBe(0);
    await expect(
      application.client().identity.demoSignIn.mutate(
        // Somebody else of the example, which the types do not allow to ask for.
        { persona: 'anybody' as 'manager' },
      ),
    ).rejects.toEqual(refused('badInput'));
  });

  it('I13 signs nobody in before there is an example', async () => {
    const application = await start();
    await expect(application.client().identity.demoSignIn.mutate({ persona: 'manager' })).rejects.toEqual(
      refused('notFound'),
    );
  });
});

describe('starting your own', () => {
  it('I12 makes the organisation with its first administrator, signed in', async () => {
    const application = await start();
    const answer = await post(application, '/trpc/identity.firstRun.startOwn', { body: own });
    const me = await application.client(cookieOf(answer)).identity.me.query();
    expect(me).toMatchObject({
      person: { name: 'Anna Smit' },
      organisation: { name: 'Gemeente Waterrijk', demo: false },
      memberships: [],
      appointments: [{ kind: 'administrator', domainId: null }],
    });
    expect(await state(application)).toBe('own');
    expect((await signInWith(application, own)).status).toBe(200);
  });

  it('I12 removes the example, its accounts and its sessions', async () => {
    const application = await start();
    await firstRun(application).lookAround.mutate();
    const cookie = await demoCookie(application, 'overwhelmed');
    const socket = await application.socket(cookie);
    const closed = new Promise((resolve) => void socket.once('disconnect', resolve));
    await firstRun(application).startOwn.mutate(own);
    await closed;
    expect(await application.client(cookie).identity.me.query()).toBeNull();
    for (const table of ['Organisation', 'Person', 'User', 'Feed']) expect(await countOf(application, table)).toBe(1);
    for (const table of ['Team', 'Responsibility', 'Assignment', 'Membership'])
      expect(await countOf(application, table)).toBe(0);
    await expect(application.client().identity.demoSignIn.mutate({ persona: 'manager' })).rejects.toEqual(
      refused('notFound'),
    );
  });

  it('I12 happens once, also for two at the same moment, and looking around is over then', async () => {
    const application = await start();
    await firstRun(application).lookAround.mutate();
    const answers = await Promise.allSettled(
      ['one', 'two', 'three'].map((name) =>
        firstRun(application).startOwn.mutate({ ...own, organisationName: name, email: `${name}@water.example` }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toEqual(refused('alreadySetUp'));
    await expect(firstRun(application).startOwn.mutate(own)).rejects.toEqual(refused('alreadySetUp'));
    await expect(firstRun(application).lookAround.mutate()).rejects.toEqual(refused('alreadySetUp'));
    expect(await countOf(application, 'Organisation')).toBe(1);
    expect(await countOf(application, 'User')).toBe(1);
  });

  it('I12 waits for a check-in of the example that is being made, and takes it along', async () => {
    const application = await start();
    await firstRun(application).lookAround.mutate();
    const { pool, releasePool, ownerUrl } = application.database;
    const [example] = await readOrganisations(pool);
    if (!example) throw new Error('Somebody looks around.');
    const window = { organisationId: example.id, id: application.clock.newId(), first: 1 };
    const teams = await runQuery<{ id: string }>(ownerUrl, 'SELECT "id" FROM "Team" LIMIT 1');
    const started = await inRelease(releasePool, { organisationId: example.id, about: 1 }, async (client) => {
      await insertRows(client, 'RosterWindow', [{ ...window, announcedOn: '2020-01-01' }]);
      const starting = firstRun(application).startOwn.mutate(own);
      await expect.poll(() => waitingOf(ownerUrl), { timeout: 10_000 }).toBeGreaterThan(0);
      const cell = { organisationId: example.id, windowId: window.id };
      const cellId = application.clock.newId();
      await insertRows(client, 'Cell', [{ ...cell, id: cellId }]);
      await insertRows(
        client,
        'CellTeam',
        teams.map(({ id }) => ({ ...cell, cellId, teamId: id })),
      );
      return { starting };
    });
    await started.starting;
    for (const table of ['Organisation', 'Person']) expect(await countOf(application, table)).toBe(1);
    for (const table of ['RosterWindow', 'CellTeam']) expect(await countOf(application, table)).toBe(0);
  });

  it('I8 asks for a good password and writes nothing before it has one', async () => {
    const application = await start();
    for (const password of ['te kort', 'welkom welkom', own.email])
      await expect(firstRun(application).startOwn.mutate({ ...own, password })).rejects.toEqual(
        refused('passwordWeak'),
      );
    expect(await state(application)).toBe('needed');
    expect(await countOf(application, 'User')).toBe(0);
  });
});
