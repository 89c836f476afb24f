import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOwnRows } from '@roer/db/own-rows';
import { readInOrganisation } from '@roer/db/team-transaction';
import { atMoment } from '@roer/db/check-in-own';
import type { CommandId, OrganisationId, PersonId } from '@roer/domain/ids';
import { storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import { epochTimes } from '@roer/domain/workload/epoch';
import dutch from '@roer/web/i18n/nl/account.json' with { type: 'json' };
import english from '@roer/web/i18n/en/account.json' with { type: 'json' };
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { answer, anyMailer, checkInWorld, clientOf, goTo, proveMailboxes, toFirstAnswers } from '../kit/check-in.ts';
import { createTestDatabase } from '../kit/database.ts';
import { insertOneOfEach } from '../kit/one-of-each.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { everythingStored } from '../privacy/everything-stored.ts';

it('MD1 tells of every table that names a person, with words for everything that it tells, and nothing secret', async () => {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const rows = await insertOneOfEach(owner);
    // An id of the table of people, and of organisations.
    const personId = rows.get('Person')?.['id'] as PersonId;
    const organisationId = rows.get('Organisation')?.['id'] as OrganisationId;
    const { identityPool } = database;
    const untold: string[] = [];
    const columns = new Set<string>();
    for (const kind of storedKindNames) {
      for (const [table, [column]] of Object.entries(storedKinds[kind].tables))
        // Where a row names nobody of the table of people, it names this one now; what may not change is looked at below.
        if (!['Person', 'User', 'Account', 'Passkey', 'Session', 'Change', 'AuditEntry', 'Duo'].includes(table))
          await owner.query(`update "${table}" set "${column}" = $1`, [personId]).catch(() => untold.push(`${table}?`));
      const told = await readInOrganisation(database.pool, { organisationId, personId }, async (client) => {
        await atMoment(client, Date.parse('2027-01-01'));
        return readOwnRows({ client, identityPool }, { personId, kind, from: 0 });
      });
      for (const table of Object.keys(storedKinds[kind].tables)) {
        const [row] = told[table] ?? [];
        if (row) for (const column of Object.keys(row)) columns.add(column);
        else untold.push(table);
      }
    }
    // Accounts are another role's and not in that organisation; the other three keep the ids that they were made with.
    const elsewhere = new Set(['Account', 'AuditEntry', 'Change', 'Duo', 'Passkey', 'Session', 'User']);
    expect(untold.filter((table) => !elsewhere.has(table))).toEqual([]);
    for (const { myData } of [dutch, english])
      expect([...columns].filter((column) => !Object.hasOwn(myData.columns, column))).toEqual([]);
    expect([...columns].filter((column) => /hash|key|sealed|token|password/i.test(column))).toEqual([]);
  } finally {
    await owner.end();
    await database.drop();
  }
});

describe('MD3 the own answers', () => {
  let application: TestApplication;
  let world: World<typeof checkInWorld>;
  let number: number;
  const log: string[] = [];
  beforeAll(async () => {
    application = await startApplication({ mailer: anyMailer, log: (line) => void log.push(line) });
    world = await createWorld(application.database, checkInWorld);
    await proveMailboxes(application);
    number = await toFirstAnswers(application);
  });
  afterAll(() => application.close());

  const own = async (name: 'ada' | 'ben') =>
    application.client(await application.signIn(world.water.people[name])).identity.ownAnswers;

  it('MD3 P11 P12 come back to their author alone, as long as they have no result, as many bytes as none', async () => {
    const { ada } = world.water.people;
    await answer(application, ada, { number, value: [1, 2, 3, 4, 5], share: true });
    const [mine, nobody] = [await own('ada'), await own('ben')];
    const before = await everythingStored(application.database.ownerUrl);
    log.length = 0;
    const [told, none] = [await mine.mutate({ password: null }), await nobody.mutate({ password: null })];
    expect(told.epochs.map(({ answers }) => answers.map(({ value, shared }) => [value, shared]))).toEqual([
      [1, 2, 3, 4, 5].map((value) => [value, 1]),
    ]);
    expect(none.epochs.map(({ answers }) => answers.map(({ value }) => value))).toEqual([[0, 0, 0, 0, 0]]);
    expect(JSON.stringify(told).length).toBe(JSON.stringify(none).length);
    // Nothing is written but how often somebody tried a password, which is the same for both.
    const after = await everythingStored(application.database.ownerUrl);
    const changed = Object.keys(after).filter(
      (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
    );
    expect(changed).toEqual(['RateLimit']);
    expect(log).toEqual([]);
  });

  it('MD6 P9 P6 an answer of who is erased meanwhile counts, and what they showed goes', async () => {
    const { people, teams } = world.water;
    // Six of them do not show it: exactly as many as a band needs, with the one who goes.
    for (const name of ['ben', 'cem', 'dina', 'eva', 'fatma', 'gijs'] as const)
      await answer(application, people[name], { number, value: 5 });
    const anna = (await clientOf(application, people.anna)).organisation;
    for (const personId of [people.gijs, people.ada])
      // The clock makes ids of whatever is asked for.
      await anna.erasePerson.mutate({ commandId: application.clock.newId() as CommandId, personId });
    await goTo(application, epochTimes(number).closesAt);
    await goTo(application, epochTimes(number).publishesAt);
    const ben = await clientOf(application, people.ben);
    const { epochs } = await ben.insights.results.query({ teamId: teams.permits });
    expect(epochs.find((epoch) => epoch.number === number)?.bands.core).toBe('heavy');
    expect(JSON.stringify(await ben.insights.shared.query({ teamId: teams.permits }))).not.toContain(people.ada);
    expect((await everythingStored(application.database.ownerUrl))['SharedAnswer']).toEqual([]);
    const left = await (await own('ben')).mutate({ password: null });
    expect(left.epochs.map(({ epoch }) => epoch)).not.toContain(number);
  });
});
