import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDataDirectory, typeCommand } from '../kit/command.ts';
import type { Ended } from '../kit/command.ts';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { bookParts, rowXml, zipOf } from '../kit/spreadsheet.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';

let directory: string;
let database: TestDatabase;
const water = ['--organisation', 'Gemeente Waterrijk'];
const roer = (...words: string[]): Promise<Ended> =>
  typeCommand(['import', ...words, ...water], { DATA_DIR: directory, DATABASE_URL: database.ownerUrl });
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(directory, name), content);
  return join(directory, name);
};
const written = () =>
  runQuery(
    database.ownerUrl,
    `SELECT (SELECT count(*) FROM "Person")::int AS people, (SELECT count(*) FROM "Membership")::int AS memberships,
       (SELECT count(*) FROM "Responsibility")::int AS responsibilities, (SELECT count(*) FROM "CatalogueItem")::int AS items,
       (SELECT count(*) FROM "ImportRun")::int AS runs, (SELECT count(*) FROM "AuditEntry")::int AS audits,
       (SELECT count(*) FROM "Change")::int AS changes, (SELECT count(*) FROM "Command")::int AS commands`,
  );

beforeAll(async () => {
  directory = await makeDataDirectory();
  database = await createTestDatabase();
  await createWorld(database);
});
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

it('OP13 OP14 shows what files would bring, brings it in when told to, and a second time nothing', async () => {
  const people = await file(
    'mensen.csv',
    'Naam;E-mailadres;Team;Uren per week\nEsra Kaya;esra@water.example;Vergunningen;36\nAda Yilmaz;ada@water.example;Vergunningen;32\n',
  );
  const work = await file(
    'werk.csv',
    'Team;Verantwoordelijkheid;Dragers\nVergunningen;Spoedaanvragen;Esra Kaya\nGroen;Bomenlijst;Dina Amrani\n',
  );
  const catalogue = await file(
    'functies.csv',
    'id;parent_id;naam;type;beschrijving\n1;;Dienstverlening;groep;\n2;1;Vergunningverlening;functie;Beslist\n',
  );
  const nothing = await written();

  const looked = await roer(people);
  expect(looked).toMatchObject({ code: 0, complaints: '' });
  expect(looked.out).toBe(
    'mensen.csv, people: 1 new, 1 changed, 0 the same, 0 not right, 0 skipped.\n  new, row 2: Esra Kaya, Vergunningen\n' +
      '  changed, row 3: Ada Yilmaz, Vergunningen\nNothing was saved yet. Type it again with --yes to do this.\n',
  );
  expect(await written()).toEqual(nothing);

  // Esra carries something in the second file, and comes with the first.
  const early = await roer(people, work);
  expect(early).toMatchObject({ code: 1 });
  expect(early.out).toContain('Row 2, column Dragers: Roer does not know “Esra Kaya”. Import the people first.');
  expect(early.out).toContain('not with the files before it');
  const done = await roer(people, work, catalogue, '--source', 'GEMMA', '--yes');
  expect(done).toMatchObject({ code: 0, complaints: '' });
  for (const name of ['mensen', 'werk', 'functies']) expect(done.out).toContain(`${name}.csv: saved.`);
  const after = await written();
  expect(after).toMatchObject([{ responsibilities: 2, items: 2, runs: 3, audits: 3 }]);
  const entries = await runQuery<{ actorId: string; action: string }>(
    database.ownerUrl,
    'SELECT DISTINCT "actorId", "action" FROM "AuditEntry" ORDER BY "action"',
  );
  const actorId = '00000000-0000-0000-0000-000000000000';
  expect(entries).toEqual(
    ['catalogue.import', 'people.import', 'responsibilities.import'].map((action) => ({ actorId, action })),
  );

  const again = await roer(people, work, catalogue, '--source', 'GEMMA', '--yes');
  expect(again).toMatchObject({ code: 0, complaints: '' });
  expect(again.out.match(/everything was there already/g)).toHaveLength(3);
  expect(await written()).toEqual(after);
});

it('OP13 reads a spreadsheet by its columns, or as the kind that was said', async () => {
  const rows = [
    ['Naam', 'E-mailadres'],
    ['Bas Tuinstra', 'bas@water.example'],
  ];
  const sheet = zipOf(bookParts(rows.map((cells, index) => rowXml(index + 1, ...cells)).join('')));
  const book = await file('mensen.xlsx', sheet);
  expect((await roer(book)).out).toContain('new, row 2: Bas Tuinstra\n');
  const wrong = await roer(book, '--kind', 'responsibilities');
  expect(wrong).toMatchObject({ code: 1, complaints: '' });
  expect(wrong.out).toContain('No column was chosen for Team.');
});

it('OP15 writes nothing of a file in which a row is not right, unless wrong rows are skipped', async () => {
  const before = await written();
  const mixed = await file(
    'gemengd.csv',
    'Naam;E-mailadres;Team\nKees Vos;kees@water.example;Groen\nLot Vos;lot;Groen\nSem Vos;sem@water.example;Nergens\n',
  );
  const refused = await roer(mixed, '--yes');
  expect(refused).toMatchObject({ code: 1, complaints: '' });
  expect(refused.out).toContain('1 new, 0 changed, 0 the same, 2 not right');
  expect(refused.out).toContain('Row 3, column E-mailadres: “lot” is not an e-mail address.');
  expect(refused.out).toContain('Row 4, column Team: Roer knows no team “Nergens”.');
  expect(refused.out).toContain('Nothing of gemengd.csv was saved.');
  expect(await written()).toEqual(before);
  expect(await roer(mixed, '--skip-wrong-rows', '--yes')).toMatchObject({ code: 0 });
  expect(
    await runQuery(
      database.ownerUrl,
      `SELECT FROM "Person" WHERE "email" LIKE '%vos%' OR "email" = 'kees@water.example'`,
    ),
  ).toHaveLength(1);
});

it('OP15 says of a file that cannot be used why', async () => {
  const before = await written();
  const noise = await file('ruis.csv', 'dit is geen lijst\n');
  const list = await file('functies.csv', 'id;parent_id;naam;type;beschrijving\n9;;Nieuw;functie;\n');
  for (const [words, code, complaint] of [
    [[], 2, '<file>… is missing'],
    [[join(directory, 'nergens.csv')], 1, 'There is no file'],
    [[noise, '--yes'], 1, 'none of people, responsibilities, catalogue. Say which with --kind'],
    [[noise, '--kind', 'teams'], 2, '--kind is one of people, responsibilities, catalogue'],
    [[list, '--yes'], 1, 'Give the list a name, with --source'],
    [[list, '--yes', '--everything'], 2, "Unknown option '--everything'"],
  ] as const) {
    const ended = await roer(...words);
    expect(ended, complaint).toMatchObject({ code });
    expect(ended.complaints).toContain(complaint);
  }
  const refused = await roer(noise, '--kind', 'catalogue', '--source', 'GEMMA', '--yes');
  expect(refused).toMatchObject({ code: 1, complaints: '' });
  expect(refused.out).toContain('There is no column for');
  expect(await written()).toEqual(before);
});
