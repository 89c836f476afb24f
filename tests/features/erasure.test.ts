import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '@roer/db/erasures';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import type { PersonId } from '@roer/domain/ids';
import type { Mail } from '@roer/api/platform/mailer';
import { givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { copyTestDatabase, createTestDatabase, reopenTestDatabase } from '../kit/database.ts';
import { insertOneOfEach } from '../kit/one-of-each.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';
import { everythingStored } from '../privacy/everything-stored.ts';
import { plantEverywhere, planted, plantedForOneself, plantedForTeam, plantHelpers } from './erasure-scene.ts';

const refused = (code: string) => ({ data: { code } });
const password = 'een heel lang wachtwoord';

describe('MD4 what goes and what stays', () => {
  it('MD4 leaves no row of a kind that goes, in whichever table', async () => {
    const database = await createTestDatabase();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      const rows = await insertOneOfEach(owner);
      const personId = rows.get('Person')?.['id'] as PersonId;
      const organisationId = String(rows.get('Organisation')?.['id']);
      const elsewhere = new Set(['Person', 'User', 'Account', 'Passkey', 'Session', 'Change']);
      const gone = storedKindNames
        .filter((kind) => storedKinds[kind].erased === 'goes')
        .flatMap((kind) => Object.entries(storedKinds[kind].tables))
        .flatMap(([table, [column]]) => (elsewhere.has(table) ? [] : [{ table, column }]));
      // Where a row names nobody of the table of people, it names this one now.
      for (const { table, column } of gone) await owner.query(`update "${table}" set "${column}" = $1`, [personId]);
      const left = async (): Promise<string[]> => {
        const tables: string[] = [];
        for (const { table, column } of gone)
          if ((await owner.query(`select from "${table}" where "${column}" = $1`, [personId])).rowCount !== 0)
            tables.push(table);
        return tables;
      };
      expect(await left()).toEqual(gone.map(({ table }) => table));
      await inOrganisation(database.prisma, { organisationId, personId: undefined }, (transaction) =>
        erasePerson(transaction, { personId, teams: [], now: 0 }),
      );
      expect(await left()).toEqual([]);
      const { rows: people } = await owner.query(`select "name", "email" from "Person" where id = $1`, [personId]);
      expect(people).toEqual([{ name: '', email: `${personId}@erased.invalid` }]);
    } finally {
      await owner.end();
      await database.drop();
    }
  });
});

describe('MD5 erasing somebody', () => {
  const log: string[] = [];
  const mails: Mail[] = [];
  let application: TestApplication;
  let scene: Parameters<typeof plantEverywhere>[0];
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roer-erased-'));
    application = await startApplication({
      log: (line) => void log.push(line),
      mailer: { send: async (mail) => void mails.push(mail) },
      erasureFolder: folder,
      requestsAMinute: 1_000_000,
    });
    scene = { application, world: await createWorld(application.database) };
  });
  afterAll(async () => {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('MD5 MD6 MD7 nothing of their words is left but what the preview says, nowhere', async () => {
    const { as, one, teamId } = plantHelpers(scene);
    const { people } = scene.world.water;
    const { token } = await plantEverywhere(scene);
    const ada = await as(people.ada);
    const [ben, anna] = [await as(people.ben), await as(people.anna)];
    const before = JSON.stringify(await everythingStored(application.database.ownerUrl));
    // A search that finds nothing beforehand would prove nothing.
    for (const place of [...plantedForTeam, 'help']) expect(before, place).toContain(planted(place));
    expect(await anna.organisation.erasurePreview.query({ personId: people.ada })).toEqual({
      name: 'Ada Yilmaz',
      teams: ['Vergunningen'],
      isLastAdministrator: false,
    });
    const socket = await application.socket(await application.signIn(people.ben));
    const heard = hear(socket);
    await socket.emitWithAck('listen', { teamId });
    await anna.organisation.erasePerson.mutate({ ...one(), personId: people.ada });

    const stored = await everythingStored(application.database.ownerUrl);
    const found = (word: string): string[] =>
      Object.keys(stored).filter((table) => stored[table]?.some((row) => row.includes(word)));
    for (const place of plantedForOneself) expect(found(planted(place)), place).toEqual([]);
    for (const word of ['Ada Yilmaz', 'ada@water.example']) expect(found(word), word).toEqual([]);
    const stays = new Set(['Area', 'Responsibility', 'Duty', 'Occurrence', 'Note', 'Obstacle', 'HandoverItem']);
    for (const place of plantedForTeam) {
      expect(found(planted(place)), place).not.toEqual([]);
      expect(
        found(planted(place)).filter((table) => !stays.has(table)),
        place,
      ).toEqual([]);
    }
    expect(log.join('\n')).not.toMatch(/zwanenhals|Yilmaz|ada@water/);

    // What she carried is open, and no answer of the server has her name.
    const [board, history, dashboard] = [
      await ben.responsibilities.board.query({ teamId }),
      await ben.responsibilities.news.query({ teamId }),
      await (await as(people.mira)).insights.obstacles.query(),
    ];
    expect(Object.values(board.snapshot.assignment).map(({ personId }) => personId)).not.toContain(people.ada);
    const answers = JSON.stringify([board, history, dashboard, await anna.organisation.people.query()]);
    expect(answers).not.toMatch(/Yilmaz|ada@water/);
    for (const place of plantedForOneself) expect(answers).not.toContain(planted(place));
    await expect(ben.learning.sharedContribution.mutate({ token })).rejects.toMatchObject(refused('linkExpired'));
    // Her own browsers are out, and the others begin anew.
    await expect(ada.identity.stored.query()).rejects.toMatchObject(refused('signInNeeded'));
    expect(JSON.stringify(heard)).toContain('reset');
    socket.close();
  });

  it('MD5 tells them by mail, once, and holds who did it by ids', async () => {
    const { people } = scene.world.water;
    await application.app.platform.afterwards.settled();
    expect(mails.filter(({ to }) => to === 'ada@water.example').map(({ subject }) => subject)).toEqual([
      'Je gegevens in Roer zijn gewist / Your data in Roer have been erased',
    ]);
    const entries = await runQuery<{ actorId: string; subjectId: string; detail: object }>(
      application.database.ownerUrl,
      `SELECT "actorId", "subjectId", "detail" FROM "AuditEntry" WHERE "action" = 'person.erase'`,
    );
    expect(entries).toEqual([{ actorId: people.anna, subjectId: people.ada, detail: {} }]);
  });

  it('MD5 is also for who left long ago, and for nobody twice', async () => {
    const { as, one } = plantHelpers(scene);
    const { people } = scene.world.water;
    const anna = await as(people.anna);
    await anna.organisation.erasePerson.mutate({ ...one(), personId: people.cem });
    for (const personId of [people.cem, people.ada])
      await expect(anna.organisation.erasePerson.mutate({ ...one(), personId })).rejects.toMatchObject(
        refused('notFound'),
      );
  });

  it('MD5 somebody erases themselves after they have shown that it is them', async () => {
    const { as, one } = plantHelpers(scene);
    const { water } = scene.world;
    const person = { organisationId: water.id, personId: water.people.fatma };
    await givePassword(application, person, { email: 'fatma@water.example', password });
    const fatma = await as(water.people.fatma);
    for (const wrong of [null, 'een ander lang wachtwoord'])
      await expect(fatma.identity.eraseMe.mutate({ ...one(), password: wrong })).rejects.toMatchObject(
        refused('wrongPassword'),
      );
    expect(await fatma.organisation.ownErasurePreview.query()).toMatchObject({ teams: ['Groen', 'Vergunningen'] });
    await fatma.identity.eraseMe.mutate({ ...one(), password });
    await expect(fatma.identity.stored.query()).rejects.toMatchObject(refused('signInNeeded'));
    const everything = JSON.stringify(await everythingStored(application.database.ownerUrl));
    expect(everything).not.toMatch(/Fatma Demir|fatma@water/);
  });

  it('MD3 without a password a sign-in of a moment ago counts, and an older one does not', async () => {
    const { as, one } = plantHelpers(scene);
    const dina = await as(scene.world.water.people.dina);
    expect(await dina.identity.confirmation.query()).toEqual({ how: 'recent' });
    application.clock.advance(11 * 60_000);
    expect(await dina.identity.confirmation.query()).toEqual({ how: 'signInAgain' });
    await expect(dina.identity.eraseMe.mutate({ ...one(), password: null })).rejects.toMatchObject(
      refused('wrongPassword'),
    );
  });

  it('MD5 O13 does not take the last administrator away', async () => {
    const { as, one } = plantHelpers(scene);
    const { water } = scene.world;
    await givePassword(
      application,
      { organisationId: water.id, personId: water.people.anna },
      { email: 'anna@water.example', password },
    );
    const anna = await as(water.people.anna);
    expect(await anna.organisation.ownErasurePreview.query()).toMatchObject({ isLastAdministrator: true });
    await expect(anna.identity.eraseMe.mutate({ ...one(), password })).rejects.toMatchObject(
      refused('lastAdministrator'),
    );
    expect(await readdir(folder)).not.toContain(water.people.anna);
  });
});

describe('MD9 a restore of an older backup', () => {
  it('MD9 erases again before anything is served, by a list that holds ids and days alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roer-erased-'));
    const first = await createTestDatabase();
    const options = { erasureFolder: folder, requestsAMinute: 1_000_000, mailer: { send: async () => undefined } };
    let application = await startApplication({ ...options, database: first });
    const scene = { application, world: await createWorld(first) };
    const { people } = scene.world.water;
    await plantEverywhere(scene);
    await application.close();
    await first.close();
    const backup = await copyTestDatabase(first);
    await backup.close();

    const again = await reopenTestDatabase(first);
    application = await startApplication({ ...options, database: again, clock: application.clock });
    const helpers = plantHelpers({ ...scene, application });
    const anna = await helpers.as(people.anna);
    await anna.organisation.erasePerson.mutate({ ...helpers.one(), personId: people.ada });
    expect(await readdir(folder)).toEqual([people.ada]);
    expect(await readFile(join(folder, people.ada), 'utf8')).toBe(helpers.today);
    await application.close();
    await again.drop();

    const restored = await reopenTestDatabase(backup);
    expect(JSON.stringify(await everythingStored(restored.ownerUrl))).toContain('Ada Yilmaz');
    application = await startApplication({ ...options, database: restored, clock: application.clock });
    const everything = JSON.stringify(await everythingStored(restored.ownerUrl));
    expect(everything).not.toMatch(/Ada Yilmaz|ada@water/);
    for (const place of plantedForOneself) expect(everything, place).not.toContain(planted(place));
    for (const place of plantedForTeam) expect(everything, place).toContain(planted(place));
    await application.close();
    await restored.drop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
});
