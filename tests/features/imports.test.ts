import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
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
