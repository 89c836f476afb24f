import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '@roer/api/command-line/commands';
import { keyRingFrom } from '@roer/api/platform/key-ring';
import { openPersonKeys } from '@roer/api/platform/person-keys';
import { enterOrganisation } from '@roer/db/first-run';
import { databaseFromEnvironment } from '@roer/db/open-from-environment';
import { inTransaction } from '@roer/db/pool-transaction';
import { startApplication } from '../kit/application.ts';
import { makeDataDirectory, typeCommand } from '../kit/command.ts';
import type { Ended } from '../kit/command.ts';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery, runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

const main = fileURLToPath(new URL('../../apps/api/src/command-line/main.ts', import.meta.url));
const directory = await makeDataDirectory();
afterAll(() => rm(directory, { recursive: true, force: true }));
const nowhere = join(directory, 'nowhere');

/** Types a command in a process of its own, on the private database of a folder. */
const spawned = async (words: readonly string[], settings: Record<string, string> = {}): Promise<Ended> => {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: '', DATA_DIR: nowhere, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let complaints = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  const [code]: unknown[] = await once(child, 'close');
  return { code, out, complaints };
};

const begin = ['create-administrator', '--organisation', 'Gemeente Waterrijk', '--name', 'Anna Smit'];
const password = 'een lange zin om te onthouden';

it('OP1 tells which commands there are, and touches nothing when one was typed wrongly', async () => {
  const help = await spawned([]);
  expect(help).toMatchObject({ code: 0, complaints: '' });
  for (const name of Object.keys(commands)) expect(help.out).toContain(`\n  ${name}`);
  for (const [words, complaint] of [
    [['verify'], 'There is no command "verify"'],
    [['toString'], 'There is no command "toString"'],
    [['verify-audit', '--earlier', '3'], '--earlier'],
    [['verify-audit', '--all'], "Unknown option '--all'"],
    [['verify-audit', 'now'], "Unexpected argument 'now'"],
    [begin, '--email is missing'],
    [[...begin, '--email', 'anna'], '--email is not an e-mail address'],
  ] as const) {
    const ended = await typeCommand(words, { DATA_DIR: nowhere });
    expect(ended, complaint).toMatchObject({ code: 2, out: '' });
    expect(ended.complaints).toContain(complaint);
  }
  expect(existsSync(nowhere)).toBe(false);
}, 60_000);

describe('beside what runs', () => {
  let database: TestDatabase;
  let world: World<typeof standardWorld>;
  const keys = ['one', 'two'].map((name, index) => `${name} ${Buffer.alloc(32, index + 1).toString('base64')}`);
  const here = (words: readonly string[], settings: Record<string, string> = {}): Promise<Ended> =>
    typeCommand(words, { DATA_DIR: directory, DATABASE_URL: database.ownerUrl, ...settings });
  const rows = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(database.ownerUrl, query);

  beforeAll(async () => {
    database = await createTestDatabase();
    world = await createWorld(database);
  });
  afterAll(() => database.drop());

  it('OP2 OP6 makes somebody administrator of an organisation that is there, with a link that works once', async () => {
    const other = await here([...begin, '--email', 'x@water.example'].with(2, 'Gemeente Nergens'));
    expect(other).toMatchObject({ code: 1 });
    expect(other.out).toContain('"Gemeente Waterrijk"');
    const made = await here([...begin, '--email', 'Nieuw@water.example'].with(4, 'Nieuwe Beheerder'));
    expect(made).toMatchObject({ code: 0, complaints: '' });
    const [, token = ''] = /\/welcome#([\w-]+)\n/.exec(made.out) ?? [];
    const application = await startApplication({ now: Date.now(), database });
    try {
      await application.client().identity.acceptLink.mutate({ token, password });
      await expect(application.client().identity.acceptLink.mutate({ token, password })).rejects.toThrow('linkExpired');
      const [person] = await rows<{ id: string; mailboxProvenOn: string | null }>(
        `SELECT "id", "mailboxProvenOn" FROM "Person" WHERE "email" = 'nieuw@water.example'`,
      );
      // Somebody else saw the link.
      expect(person?.mailboxProvenOn).toBeNull();
      const entries = await rows<{ actorId: string; action: string }>(
        `SELECT "actorId", "action" FROM "AuditEntry" WHERE "subjectId" = '${person?.id}' ORDER BY "at", "id"`,
      );
      const operator = '00000000-0000-0000-0000-000000000000';
      expect(entries).toEqual([
        { actorId: operator, action: 'person.create' },
        { actorId: operator, action: 'appointment.start' },
        { actorId: operator, action: 'person.invite' },
        { actorId: person?.id, action: 'account.join' },
      ]);
    } finally {
      await application.close();
    }
    const again = await here([...begin, '--email', 'nieuw@water.example']);
    expect(again).toMatchObject({ code: 1 });
    expect(again.out).toContain('Nieuwe Beheerder is administrator already');
    // Ada is a colleague without an account: she is made administrator under her own name.
    const ada = await here([...begin, '--email', 'ada@water.example']);
    expect(ada).toMatchObject({ code: 0 });
    expect(ada.out).toContain('Ada Yilmaz is administrator');
    expect(await rows(`SELECT FROM "Person" WHERE "email" = 'ada@water.example'`)).toHaveLength(1);
  });

  it('OP3 OP6 AU7 verifies what was done, and tells the number at which it is broken', async () => {
    const sound = await here(['verify-audit']);
    expect(sound).toMatchObject({ code: 0, complaints: '' });
    expect(sound.out).toContain('Gemeente Heuvelrug-Zuid: 0 entries, unbroken. 0:');
    const [, end = '', number = ''] = /Waterrijk: \d+ entries, unbroken\. ((\d+):[0-9a-f]{64})\n/.exec(sound.out) ?? [];
    expect(Number(number)).toBeGreaterThan(3);
    expect(await here(['verify-audit', '--earlier', end])).toMatchObject({ code: 0 });
    const unknown = await here(['verify-audit', '--earlier', `2:${'0'.repeat(64)}`]);
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.out).toContain('No chain has that digest at 2');
    await runStatement(
      database.ownerUrl,
      `ALTER TABLE "AuditEntry" DISABLE TRIGGER USER;
       UPDATE "AuditEntry" SET "action" = 'person.rename' WHERE "id" = (SELECT "entryId" FROM "AuditSeal" WHERE "number" = 2
         AND "organisationId" = '${world.water.id}');
       ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`,
    );
    const broken = await here(['verify-audit']);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.out).toContain('Gemeente Waterrijk: broken at entry 2, which was changed');
    // That it was looked at, and what was found, is an entry too.
    expect(broken.out).toMatch(/Gemeente Heuvelrug-Zuid: [1-9]\d* entries, unbroken/u);
    const found = await rows(`SELECT FROM "AuditEntry" WHERE "action" = 'audit.verify' AND "detail"->>'broken' = '2'`);
    expect(found).toHaveLength(1);
  });

  it('OP4 locks the keys of people with the current key, and says which one it lacks', async () => {
    const [first = '', second = ''] = keys;
    const ada = { organisationId: world.water.id, personId: world.water.people.ada };
    await inTransaction(database.pool, async (client) => {
      await enterOrganisation(client, ada.organisationId);
      await openPersonKeys(keyRingFrom(first, 'The first')).of(client, ada);
    });
    const lacking = await here(['rotate-keys'], { PERSON_KEYS: second });
    expect(lacking).toMatchObject({ code: 1, out: '' });
    expect(lacking.complaints).toContain('The key ring lacks the key one');
    const done = await here(['rotate-keys'], { PERSON_KEYS: `${second},${first}` });
    expect(done).toMatchObject({ code: 0, complaints: '' });
    expect(await rows('SELECT DISTINCT "kekId" FROM "PersonKey"')).toEqual([{ kekId: 'two' }]);
  });

  it('OP5 closes a period that was missed, once, and tells nothing of it but its number', async () => {
    const before = await here(['close-period']);
    expect(before).toMatchObject({ code: 0, complaints: '' });
    expect(before.out).toContain('Gemeente Waterrijk: no period was due');
    await runStatement(
      database.ownerUrl,
      `INSERT INTO "RosterWindow" ("organisationId", "id", "first", "announcedOn")
         VALUES ('${world.water.id}', gen_random_uuid(), 3, '2026-02-01');
       INSERT INTO "Epoch" ("organisationId", "number", "windowId", "publicKey", "closed")
         SELECT "organisationId", 3, "id", decode(repeat('07', 32), 'hex'), false FROM "RosterWindow"`,
    );
    const closed = await here(['close-period']);
    expect(closed).toMatchObject({ code: 0, complaints: '' });
    const lines = closed.out.trim().split('\n');
    expect(lines.toSorted()).toEqual(['Gemeente Heuvelrug-Zuid: no period was due', 'Gemeente Waterrijk: closed 3']);
    expect(await rows('SELECT "closed" FROM "Epoch"')).toEqual([{ closed: true }]);
    expect((await here(['close-period'])).out).toContain('Gemeente Waterrijk: no period was due');
  });
});

it('OP2 OP6 begins an organisation where nothing is yet, and nothing else does; then works beside the private database of a server', async () => {
  const nothing = await typeCommand(['verify-audit'], { DATA_DIR: nowhere });
  expect(nothing).toMatchObject({ code: 1, out: '' });
  expect(nothing.complaints).toContain('There is no Roer in');
  expect(existsSync(nowhere)).toBe(false);
  const made = await spawned([...begin, '--email', 'anna@water.example'], {
    PUBLIC_URL: 'https://roer.water.example/',
  });
  expect(made).toMatchObject({ code: 0 });
  expect(made.out).toMatch(
    /Anna Smit is administrator of Gemeente Waterrijk\.\n[^\n]+\nhttps:\/\/roer\.water\.example\/welcome#[\w-]{43}\n$/,
  );
  // The database that it started is no longer there, and a server starts it again.
  expect(existsSync(join(nowhere, 'postgres/postmaster.pid'))).toBe(false);
  const server = await databaseFromEnvironment({ dataDirectory: nowhere, log: () => undefined });
  try {
    const sound = await spawned(['verify-audit']);
    expect(sound).toMatchObject({ code: 0, complaints: '' });
    expect(sound.out).toMatch(/^Gemeente Waterrijk: 0 entries, unbroken\. 0:0{64}\n$/);
  } finally {
    await server.stop();
  }
}, 120_000);
