import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import type { PersonId } from '@roer/domain/ids';
import dutch from '@roer/web/i18n/nl/account.json' with { type: 'json' };
import english from '@roer/web/i18n/en/account.json' with { type: 'json' };
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
});
afterAll(() => application.close());

const storedOf = async (personId: PersonId) =>
  application.client(await application.signIn(personId)).identity.stored.query();

/** Every column that says who somebody is: their id as their own, as an actor's or user's, or as `by`. */
const columnsAboutPeople = async (): Promise<string[]> => {
  const rows = await runQuery<{ name: string }>(
    application.database.ownerUrl,
    `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.udt_name IN ('uuid', '_uuid', 'text')
       AND (c.column_name ~* '(person|people|actor|user|member|author|owner|buddy)_?ids?$' OR c.column_name ~ '(^by|By)$'
         OR c.column_name IN ('giver', 'receiver', 'addressedTo', 'caseOwner', 'facilitator', 'timekeeper'))
       AND NOT (c.table_name, c.column_name) IN (('Feed', 'ownerId'))
     UNION SELECT 'Person.id' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('I16 what Roer stores about me', () => {
  it('I16 tells of every column that names a person, and of nothing that is not there', async () => {
    const told = storedKindNames.flatMap((kind) => {
      const tables: Record<string, readonly string[]> = storedKinds[kind].tables;
      return Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
    });
    expect(told.toSorted()).toEqual(await columnsAboutPeople());
    // A test that finds no columns would be content with anything.
    expect(told.length).toBeGreaterThan(20);
  });

  it('I16 has words for every kind, and for no other, in both languages', () => {
    for (const { stored } of [dutch, english]) {
      expect(Object.keys(stored.kinds).toSorted()).toEqual(storedKindNames.toSorted());
      for (const words of Object.values(stored.kinds))
        expect(Object.keys(words).toSorted()).toEqual(['long', 'title', 'what', 'who', 'why']);
    }
  });

  it('I16 counts my own rows and nobody else’s', async () => {
    const { ada, ben, mira } = world.water.people;
    const before = await storedOf(ada);
    expect(before).toMatchObject({ name: 'Ada Yilmaz', email: 'ada@water.example' });
    expect(before.counts).toMatchObject({
      person: 1,
      account: 1,
      session: 1,
      membership: 1,
      appointment: 0,
      assignment: 0,
    });
    await aDuty(application, { teamId: world.water.teams.permits, holder: ada, substitute: ben }, { title: 'Taak' });
    const client = application.client(await application.signIn(ada));
    await client.calendar.renew.mutate();
    const { counts } = await client.identity.stored.query();
    expect(counts).toMatchObject({ session: 3, assignment: 1, calendar: 1, history: before.counts.history + 3 });
    expect((await storedOf(mira)).counts).toMatchObject({ person: 1, membership: 0, appointment: 1, calendar: 0 });
    expect(Object.keys(counts).toSorted()).toEqual(storedKindNames.toSorted());
  });

  it('I16 keeps no time of looking, no place and no device', async () => {
    const columns = await runQuery<{ name: string }>(
      application.database.ownerUrl,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~* '(lastSeen|seenAt|readAt|lastActive|ip$|ipAddress|userAgent|device|reason)'`,
    );
    // better-auth's two columns, which are never filled (rule I15); a date of a duty may say why it was skipped.
    expect(columns.map(({ name }) => name).toSorted()).toEqual([
      'Occurrence.reason',
      'Session.ipAddress',
      'Session.userAgent',
    ]);
  });
});
