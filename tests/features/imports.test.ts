import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { bookParts, rowXml, zipOf } from '../kit/spreadsheet.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';
import { writeTable } from '../rules/catalogue-samples.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let anna: TestClient;
const ask = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

beforeEach(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
  anna = application.client(await application.signIn(world.water.people.anna));
  return () => application.close();
});

const peopleHeader = ['Naam', 'E-mailadres', 'Team', 'Uren per week', 'Thuisteam', 'In dienst'];
const workHeader = [
  'Team',
  'Aandachtsgebied',
  'Verantwoordelijkheid',
  'Doel',
  'Belang',
  'Uren',
  'Dragers',
  'Achtervang',
];
const fileOf = (header: string[], ...rows: string[][]): Uint8Array => writeTable([header, ...rows]);

const upload = (kind: ImportKind, bytes: Uint8Array, client = anna) =>
  client.organisation.uploadImport.mutate({ kind, fileName: 'a.csv', bytes: Buffer.from(bytes).toString('base64') });

/** Uploads and looks, with the columns that were suggested. */
const look = async (kind: ImportKind, bytes: Uint8Array, { skip = false, client = anna } = {}) => {
  const { uploadId, suggestion } = await upload(kind, bytes, client);
  const wanted = { uploadId: uploadId ?? '', mapping: suggestion, skipWrongRows: skip };
  return { wanted, preview: await client.organisation.previewImport.mutate(wanted) };
};

const ended = async (jobId: string, client = anna) => {
  const phases: string[] = [];
  for (;;) {
    const progress = await client.organisation.importProgress.query({ jobId });
    if (phases.at(-1) !== progress.phase) phases.push(progress.phase);
    if (progress.phase === 'done' || progress.phase === 'failed') return { ...progress, phases };
    await sleep(20);
  }
};

/** Looks, and then does what was shown. */
const bring = async (kind: ImportKind, bytes: Uint8Array, options: { skip?: boolean } = {}) => {
  const { wanted, preview } = await look(kind, bytes, options);
  const command = { ...wanted, digest: preview.digest, commandId: application.clock.newId() };
  const { jobId } = await anna.organisation.startImport.mutate(command);
  return ended(jobId);
};
const written = () =>
  ask(`SELECT (SELECT count(*) FROM "Person")::int AS people, (SELECT count(*) FROM "Membership")::int AS memberships,
    (SELECT count(*) FROM "MembershipHours")::int AS hours, (SELECT count(*) FROM "Responsibility")::int AS responsibilities,
    (SELECT count(*) FROM "Assignment")::int AS assignments, (SELECT count(*) FROM "Area")::int AS areas,
    (SELECT count(*) FROM "ImportRun")::int AS runs, (SELECT count(*) FROM "Change")::int AS changes,
    (SELECT count(*) FROM "AuditEntry")::int AS audits, (SELECT count(*) FROM "Command")::int AS commands`);

describe('people from a file', () => {
  const file = fileOf(
    peopleHeader,
    ['Esra Kaya', 'Esra@water.example', 'Vergunningen', '36', 'ja', '1-3-2025'],
    ['Esra Kaya', 'esra@water.example', 'Groen', '7,5', 'nee', ''],
    ['Ada Yilmaz', 'ada@water.example', 'vergunningen', '32 uur', '', ''],
  );

  it('IM9 IM15 IM24 come in with their teams and hours, and a second time change nothing at all', async () => {
    const { preview } = await look('people', file);
    expect(preview).toMatchObject({ writable: true, counts: { new: 2, changed: 1, wrong: 0 }, teams: 2 });
    expect(await bring('people', file)).toMatchObject({ phase: 'done', counts: { new: 2, changed: 1 } });
    const rows = await ask(
      `SELECT p."name", p."email", t."name" AS team, m."home", m."from"::text, h."minutesByWeekday" AS minutes
       FROM "Person" p JOIN "Membership" m ON m."personId" = p."id" JOIN "Team" t ON t."id" = m."teamId"
       JOIN "MembershipHours" h ON h."membershipId" = m."id" WHERE p."email" = 'esra@water.example' ORDER BY t."name"`,
    );
    expect(rows).toMatchObject([
      { name: 'Esra Kaya', team: 'Groen', home: false, minutes: [90, 90, 90, 90, 90, 0, 0] },
      { team: 'Vergunningen', home: true, from: '2025-03-01', minutes: [432, 432, 432, 432, 432, 0, 0] },
    ]);
    const before = await written();
    expect(before).toMatchObject([{ runs: 1, changes: 3, audits: 1, commands: 1 }]);
    expect(await bring('people', file)).toMatchObject({ phase: 'done', counts: { new: 0, changed: 0, same: 3 } });
    expect(await written()).toEqual(before);
  });
});

describe('responsibilities from a file', () => {
  const file = fileOf(
    workHeader,
    [
      'Vergunningen',
      'Balie',
      'Spoedaanvragen',
      'Binnen een dag',
      '3',
      '7:30',
      'Ada Yilmaz 60%, Ben de Boer 40%',
      'fatma@water.example',
    ],
    ['Groen', '', 'Bomenlijst', '', 'gewoon', '2.5', 'Dina Amrani; Fatma Demir', ''],
  );

  it('IM9 IM20 IM24 come in with who carries them, once in every feed, and a second time change nothing', async () => {
    const ada = application.client(await application.signIn(world.water.people.ada));
    const socket = await application.socket(await application.signIn(world.water.people.ada));
    const teamId = world.water.teams.permits;
    await socket.emitWithAck('listen', { teamId });
    const heard = hear(socket);
    expect(await bring('responsibilities', file)).toMatchObject({ phase: 'done', counts: { new: 2 } });
    await expect.poll(() => heard.changes).toMatchObject([{ feed: teamId, seq: 1, action: 'reset', changes: [] }]);
    const { snapshot } = await ada.responsibilities.board.query({ teamId });
    expect(Object.values(snapshot.responsibility)).toMatchObject([
      { title: 'Spoedaanvragen', criticality: 3, minutesAWeek: 450, version: 1 },
    ]);
    expect(Object.values(snapshot.assignment).map(({ sharePercent, role }) => [role, sharePercent])).toEqual(
      expect.arrayContaining([
        ['holder', 60],
        ['holder', 40],
        ['substitute', 100],
      ]),
    );
    const before = await written();
    expect(await bring('responsibilities', file)).toMatchObject({ phase: 'done', counts: { same: 2 } });
    expect(await written()).toEqual(before);
  });
});

describe('what does not happen', () => {
  const wrong = fileOf(
    peopleHeader,
    ['Esra Kaya', 'esra@water.example', 'Bestaat niet', '', '', ''],
    ['Wie Wel', 'wel@water.example', '', '', '', ''],
  );

  it('IM9 nothing is written of a file with a wrong row, unless it is left out', async () => {
    const { wanted, preview } = await look('people', wrong);
    expect(preview).toMatchObject({ writable: false, problemCount: 1, counts: { wrong: 1, new: 1 } });
    expect(preview.problems).toEqual([
      { line: 2, column: 'Team', field: 'team', reason: 'unknownTeam', value: 'Bestaat niet' },
    ]);
    const before = await written();
    const command = { ...wanted, digest: preview.digest, commandId: application.clock.newId() };
    await expect(anna.organisation.startImport.mutate(command)).rejects.toEqual(refused('fileRefused'));
    expect(await written()).toEqual(before);
    expect(await bring('people', wrong, { skip: true })).toMatchObject({
      phase: 'done',
      counts: { skipped: 1, new: 1 },
    });
    expect(await ask(`SELECT "name" FROM "Person" WHERE "email" LIKE '%wel@%' OR "email" LIKE 'esra@%'`)).toEqual([
      { name: 'Wie Wel' },
    ]);
  });

  it('IM9 what would not happen as it was shown does not happen', async () => {
    const { wanted, preview } = await look(
      'people',
      fileOf(peopleHeader, ['Esra Kaya', 'esra@water.example', 'Groen', '8', '', '']),
    );
    const mapping = { ...wanted.mapping, hours: null };
    const other = { ...wanted, mapping, digest: preview.digest, commandId: application.clock.newId() };
    const { jobId } = await anna.organisation.startImport.mutate(other);
    expect(await ended(jobId)).toMatchObject({ phase: 'failed', failure: 'importChanged' });
    const id = application.clock.newId();
    const esra = {
      commandId: application.clock.newId(),
      id,
      name: 'Esra',
      email: 'esra@water.example',
      membership: null,
      invite: false,
    };
    await anna.organisation.createPerson.mutate(esra);
    const before = await written();
    const again = { ...wanted, digest: preview.digest, commandId: application.clock.newId() };
    const second = await anna.organisation.startImport.mutate(again);
    expect(await ended(second.jobId)).toMatchObject({ phase: 'failed', failure: 'importChanged' });
    await expect(
      anna.organisation.startImport.mutate({ ...again, digest: 'made up', commandId: application.clock.newId() }),
    ).rejects.toEqual(refused('importChanged'));
    expect(await written()).toEqual(before);
  });

  it('IM8 a bomb is refused with its reason while others are answered, and nothing of it is kept', async () => {
    const spaces = Buffer.alloc(120 * 1024 * 1024, ' ');
    const bomb = zipOf(bookParts(rowXml(1, 'Naam'), [{ name: 'xl/sharedStrings.xml', content: spaces }]));
    const [answer, healthy] = await Promise.all([upload('people', bomb), fetch(`${application.url}/healthz`)]);
    expect(answer).toMatchObject({ uploadId: null, columns: [], problems: [{ line: null, reason: 'tooLarge' }] });
    expect(healthy.status).toBe(200);
  });

  it('IM8 200 MB are refused before anything of them is read', async () => {
    const cookie = await application.signIn(world.water.people.anna);
    const headers = {
      cookie,
      origin: application.url,
      'content-type': 'application/json',
      'content-length': String(200 * 1024 * 1024),
    };
    const asked = request(`${application.url}/trpc/organisation.uploadImport`, { method: 'POST', headers });
    asked.flushHeaders();
    const [answer] = await once(asked, 'response');
    asked.destroy();
    // What node:http gives with a response.
    const { statusCode } = answer as IncomingMessage;
    expect(statusCode).toBe(413);
  });
});

describe('uploads and jobs', () => {
  const file = fileOf(peopleHeader, ['Esra Kaya', 'esra@water.example', 'Groen', '36', 'ja', '']);

  it('IM22 an upload is there for half an hour, for one person, until the next one', async () => {
    const gone = refused('uploadGone');
    const first = await look('people', file);
    const second = await look('people', file);
    await expect(anna.organisation.previewImport.mutate(first.wanted)).rejects.toEqual(gone);
    const { odile } = world.hill.people;
    const stranger = application.client(await application.signIn(odile));
    await expect(stranger.organisation.previewImport.mutate(second.wanted)).rejects.toEqual(gone);
    application.clock.advance(29 * 60_000);
    expect(await anna.organisation.previewImport.mutate(second.wanted)).toMatchObject({ writable: true });
    application.clock.advance(60_000);
    await expect(anna.organisation.previewImport.mutate(second.wanted)).rejects.toEqual(gone);
    const late = { ...second.wanted, digest: second.preview.digest, commandId: application.clock.newId() };
    await expect(anna.organisation.startImport.mutate(late)).rejects.toEqual(gone);
  });

  it('IM23 one at a time; a retry is the same one, and another server tells that it was done', async () => {
    const { wanted, preview } = await look('people', file);
    const command = { ...wanted, digest: preview.digest, commandId: application.clock.newId() };
    // Somebody else's command holds the organisation, so that the import waits.
    const holder = new Client({ connectionString: application.database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "Feed" WHERE "ownerId" = $1 FOR UPDATE`, [world.water.id]);
    const { jobId } = await anna.organisation.startImport.mutate(command);
    expect(jobId).toBe(command.commandId);
    expect(await anna.organisation.importProgress.query({ jobId })).toMatchObject({ phase: 'reading' });
    expect(await anna.organisation.startImport.mutate(command)).toEqual({ jobId });
    const other = { ...command, commandId: application.clock.newId() };
    await expect(anna.organisation.startImport.mutate(other)).rejects.toEqual(refused('importRunning'));
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await ended(jobId)).toMatchObject({ phase: 'done', counts: { new: 1 } });
    const before = await written();
    expect(await anna.organisation.startImport.mutate(command)).toEqual({ jobId });
    expect(await written()).toEqual(before);

    const { database, clock } = application;
    const restarted = await startApplication({ database, clock });
    const again = restarted.client(await restarted.signIn(world.water.people.anna));
    expect(await ended(jobId, again)).toMatchObject({ phase: 'done', counts: { new: 1 } });
    expect(await again.organisation.startImport.mutate(command)).toEqual({ jobId });
    expect(await ended(other.commandId, again)).toMatchObject({ phase: 'failed', failure: 'uploadGone' });
    await restarted.close();
  });

  it('IM9 an administrator who is none any more when it is written writes nothing', async () => {
    const { wanted, preview } = await look('people', file);
    const holder = new Client({ connectionString: application.database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "Feed" WHERE "ownerId" = $1 FOR UPDATE`, [world.water.id]);
    const command = { ...wanted, digest: preview.digest, commandId: application.clock.newId() };
    const { jobId } = await anna.organisation.startImport.mutate(command);
    await holder.query(`UPDATE "Appointment" SET "until" = '2026-11-23' WHERE "personId" = $1`, [
      world.water.people.anna,
    ]);
    await holder.query('COMMIT');
    await holder.end();
    await expect(ended(jobId)).rejects.toEqual(refused('notFound'));
    await application.app.close();
    expect(await ask(`SELECT 1 FROM "Person" WHERE "email" = 'esra@water.example'`)).toEqual([]);
  });
});
