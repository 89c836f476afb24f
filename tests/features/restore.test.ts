import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openErasureFolder } from '@roer/api/platform/erasure-folder';
import { leftOut } from '@roer/db/export-tables';
import { readForExport } from '@roer/db/organisation-export';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import { makeDataDirectory, typeCommand } from '../kit/command.ts';
import type { Ended } from '../kit/command.ts';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { insertOneOfEach } from '../kit/one-of-each.ts';
import { runQuery, runStatement } from '../kit/statement.ts';

let directory: string;
beforeAll(async () => {
  directory = await makeDataDirectory();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const at = (name: string): string => join(directory, name);
const roer = (database: { ownerUrl: string }, ...words: string[]): Promise<Ended> =>
  typeCommand(words, { DATA_DIR: directory, DATABASE_URL: database.ownerUrl });
const textOf = (name: string): Promise<string> => readFile(at(name), 'utf8');
/** How many rows each table of a database has, but for its migrations. */
const rowsOf = async (database: { ownerUrl: string }): Promise<Record<string, number>> => {
  const rows = await runQuery<{ name: string; count: number }>(
    database.ownerUrl,
    `SELECT table_name AS "name", (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', table_name), false, true, '')))[1]::text::int AS "count"
     FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
};

describe('one row of each kind', () => {
  let source: TestDatabase;
  let empty: TestDatabase;
  let organisation: string;
  beforeAll(async () => {
    [source, empty] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const owner = new Client({ connectionString: source.ownerUrl });
    await owner.connect();
    const rows = await insertOneOfEach(owner);
    organisation = String(rows.get('Organisation')?.['id']);
    await owner.query(
      `INSERT INTO "Feed" ("organisationId", "ownerId", "kind", "seq") SELECT "id", "id", 'organisation'::"FeedKind", 7 FROM "Organisation"
         UNION SELECT "organisationId", "id", 'team', 3 FROM "Team";
       INSERT INTO "User" ("id", "email", "name", "emailVerified", "organisationId", "personId", "createdAt", "updatedAt")
         SELECT gen_random_uuid(), "email", 'Ada “Jij”\n\\', true, "organisationId", "id", '2026-03-29 01:30:00.123+01', now() FROM "Person";
       INSERT INTO "Account" ("id", "accountId", "providerId", "userId", "accessToken", "password", "createdAt", "updatedAt")
         SELECT gen_random_uuid(), '1', 'credential', "id", 'a secret token', 'a hash', now(), now() FROM "User"`,
    );
    await owner.end();
    expect(await roer(source, 'export', at('one.jsonl'))).toMatchObject({ code: 0, complaints: '' });
  });
  afterAll(async () => {
    await source.drop();
    await empty.drop();
  });

  /** What came of restoring that text into an empty database. */
  const refused = async (text: string): Promise<string> => {
    await writeFile(at('wrong.jsonl'), text);
    const ended = await roer(empty, 'restore', at('wrong.jsonl'));
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.complaints).toContain('Nothing was changed.');
    return ended.complaints;
  };
  /** The file with its last line made right for what stands before it. */
  const signed = (lines: readonly string[]): string => {
    const body = lines.map((line) => `${line}\n`).join('');
    const rows = lines.filter((line) => line.startsWith('[')).length;
    return `${body}${JSON.stringify({ rows, sha256: createHash('sha256').update(body).digest('hex') })}\n`;
  };

  it('OP7 OP8 OP12 comes back but for what is left out, of which nothing is in the file', async () => {
    const text = await textOf('one.jsonl');
    expect(text).not.toContain('a secret token');
    const target = await createTestDatabase();
    try {
      const restored = await roer(target, 'restore', at('one.jsonl'));
      expect(restored).toMatchObject({ code: 0, complaints: '' });
      // The seal of the scene is made up.
      expect(restored.out).toContain('broken at 1 when they were exported');
      expect(await roer(target, 'export', at('again.jsonl'))).toMatchObject({ code: 0, complaints: '' });
      expect(await textOf('again.jsonl')).toBe(text);
      const [before, after] = [await rowsOf(source), await rowsOf(target)];
      // Counted anew, and what the export of each added to the other.
      for (const name of ['Coverage', 'GroupPicture', 'Change', 'AuditSeal']) delete after[name];
      for (const name of [...Object.keys(leftOut), 'AuditSeal']) delete before[name];
      expect(after).toEqual(before);
      expect(await runQuery(target.ownerUrl, 'SELECT "closed", "publicKey" FROM "Epoch"')).toEqual([
        { closed: true, publicKey: null },
      ]);
    } finally {
      await target.drop();
    }
  }, 60_000);

  it('OP8 never holds an answer, a key or an own text', async () => {
    const [header, ...lines] = (await textOf('one.jsonl')).split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({ format: 'roer-organisation', version: 1, organisation });
    const tables = lines.filter((line) => line.startsWith('{"table"')).map((line) => String(JSON.parse(line).table));
    for (const name of ['Answer', 'PersonKey', 'LearningGoal', 'GoalText', 'Reflection', 'KeptNotes', 'Session'])
      expect(tables).not.toContain(name);
    // Every sealed thing that the scene has is bytes of nothing.
    expect(lines.join('')).not.toContain(
      '0000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    );
  });

  it('OP7 is as it was at one moment, whatever happens while it is read', async () => {
    const before = (await textOf('one.jsonl')).split('\n').filter((line) => line.startsWith('['));
    const rows: string[] = [];
    // The brand exists only for the compiler.
    for await (const part of readForExport(source.ownerUrl, {
      organisationId: organisation as OrganisationId,
      now: Date.now(),
    })) {
      if (rows.length === 0)
        await runStatement(
          source.ownerUrl,
          `INSERT INTO "Domain" ("organisationId", "id", "name") VALUES ('${organisation}', gen_random_uuid(), 'Later')`,
        );
      rows.push(...part.rows.map((row) => JSON.stringify(row)));
    }
    await runStatement(source.ownerUrl, `DELETE FROM "Domain" WHERE "name" = 'Later'`);
    expect(rows.join('\n')).not.toContain('Later');
    // The file was made before it was noted that it was.
    expect(rows.filter((row) => !/(?:organisation|operator)\.export/.test(row))).toEqual(before);
  });

  it('OP9 leaves nothing behind when it is stopped', async () => {
    const stopped = await typeCommand(
      ['export', at('stopped.jsonl')],
      { DATA_DIR: directory, DATABASE_URL: source.ownerUrl },
      AbortSignal.abort(),
    );
    expect(stopped).toMatchObject({ code: 1, out: '' });
    expect(stopped.complaints).toContain('It was stopped. Nothing was written.');
    expect((await readdir(directory)).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('OP16 erases again whoever was erased since', async () => {
    const target = await createTestDatabase();
    const [person] = await runQuery<{ id: PersonId; name: string }>(
      source.ownerUrl,
      'SELECT "id", "name" FROM "Person"',
    );
    if (!person) throw new Error('There is a person.');
    expect(await textOf('one.jsonl')).toContain(person.name);
    try {
      await openErasureFolder(at('erasures')).note({ personId: person.id, on: '2026-11-28' });
      const restored = await roer(target, 'restore', at('one.jsonl'));
      expect(restored).toMatchObject({ code: 0, complaints: '' });
      expect(restored.out).toContain('1 person who was erased since this file was made was erased again');
      expect(await roer(target, 'export', at('erased.jsonl'))).toMatchObject({ code: 0, complaints: '' });
      expect(await textOf('erased.jsonl')).not.toContain(person.name);
    } finally {
      await rm(at('erasures'), { recursive: true });
      await target.drop();
    }
  }, 60_000);

  it('OP10 restores into an empty database only, and says what is there', async () => {
    const before = await rowsOf(source);
    const ended = await roer(source, 'restore', at('one.jsonl'));
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.complaints).toContain('There is an organisation here already: "Example"');
    expect(await rowsOf(source)).toEqual(before);
  });

  it('OP11 refuses a file that is not whole, not as it was, or not for this version', async () => {
    const text = await textOf('one.jsonl');
    const lines = text.trimEnd().split('\n').slice(0, -1);
    const schema = /"schema":"([^"]+)"/.exec(text)?.[1] ?? '';
    expect(signed(lines)).toBe(text);
    expect(await refused('')).toContain('It is empty');
    expect(await refused('name;email\nAda;ada@water.example\n')).toContain('It is not an export of Roer');
    expect(await refused(text.slice(0, -10))).toContain('It was cut off');
    expect(await refused(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))).toContain(
      'its last line is missing',
    );
    expect(await refused(text.replace('"Example"', '"Exomple"'))).toContain('It was changed or damaged');
    expect(await refused(text.replace('"version":1', '"version":2'))).toContain('version 2 of the format');
    expect(await refused(text.replace(schema, '20990101000000_later'))).toContain('A newer Roer made it');
    expect(await refused(text.replace(schema, '20200101000000_before'))).toContain('An older Roer made it');
    // Made right again by somebody who knows the format: the schema and the organisation are checked too.
    const withArea = (change: (row: string) => string): string =>
      signed(lines.map((line, index) => (lines[index - 1]?.startsWith('{"table":"Area"') ? change(line) : line)));
    expect(await refused(withArea((row) => row.replace(organisation, organisation.replace(/.$/, '_'))))).toContain(
      'changed',
    );
    expect(await refused(withArea((row) => row.replace(/"\d+"\]$/, '"many"]')))).toContain(
      'of the table Area does not fit',
    );
    expect(await refused(withArea((row) => row.replace(/,"\d+"\]$/, ']')))).toContain('changed or damaged');
    expect(await refused(signed(lines.filter((line) => !line.startsWith('{"table":"MirrorVisit"'))))).toContain(
      'changed',
    );
    expect(await rowsOf(empty)).toEqual({});
  }, 60_000);

  it('OP11 says of a path that cannot be used why, and writes over nothing', async () => {
    for (const [words, complaint] of [
      [['restore', at('nowhere.jsonl')], 'There is no file'],
      [['restore', directory], 'is not a file'],
      [['export', at('one.jsonl')], 'is there already, and nothing is written over'],
      [['export', at('nowhere/one.jsonl')], 'There is no folder'],
      [['export', at('one.jsonl/one.jsonl')], 'is not a folder'],
      [
        ['export', at('other.jsonl'), '--organisation', 'Nergens'],
        'No organisation is called "Nergens". There is: "Example"',
      ],
    ] as const) {
      const ended = await roer(source, ...words);
      expect(ended, complaint).toMatchObject({ code: 1, out: '' });
      expect(ended.complaints).toContain(complaint);
    }
    for (const [words, complaint] of [
      [['export'], '<file> is missing'],
      [['export', 'one', 'two'], 'One file at a time'],
      [['restore', at('one.jsonl'), '--force'], "Unknown option '--force'"],
    ] as const) {
      const ended = await roer(source, ...words);
      expect(ended, complaint).toMatchObject({ code: 2, out: '' });
      expect(ended.complaints).toContain(complaint);
    }
  });

  it('OP9 is noted in the audit, by the operator', async () => {
    const entries = await runQuery(
      source.ownerUrl,
      `SELECT "actorId", "subjectId" FROM "AuditEntry" WHERE "action" = 'organisation.export'`,
    );
    expect(entries).toEqual([{ actorId: '00000000-0000-0000-0000-000000000000', subjectId: organisation }]);
  });
});
