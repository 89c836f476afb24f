import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { openContributionScene } from './contribution-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let scene: ReturnType<typeof openContributionScene>;
let log = '';
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000, log: (line) => (log += line) });
  world = await createWorld(application.database);
  scene = openContributionScene(application, world);
});
afterAll(() => application.close());

describe('a link', () => {
  it('R9.9 R9.10 works to the moment, for one at a time, and all that do not work are one', async () => {
    const { dina } = world.water.people;
    const first = await scene.linkOf(dina, 'Een');
    const made = application.clock.now();
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect((await scene.answerTo(first)).status).toBe(200);
    const second = await scene.linkOf(dina, 'Twee', 30);
    const gone = await scene.answerTo(application.clock.newToken());
    expect(gone.status).toBe(404);
    expect(await scene.answerTo(first)).toEqual(gone);
    expect(await scene.answerTo('')).toEqual(gone);
    const own = await scene.learningOf(dina);
    // Its owner finds it again, on whichever device.
    expect((await own.ownContribution.query()).link?.path).toBe(`/shared-contribution#${second}`);
    application.clock.set(made + 30 * 86_400_000 - 1);
    expect((await scene.answerTo(second)).status).toBe(200);
    application.clock.set(made + 30 * 86_400_000);
    expect(await scene.answerTo(second)).toEqual(gone);
    expect((await (await scene.learningOf(dina)).ownContribution.query()).link).toBe(null);
    await application.app.jobs.runDue();
    expect(await scene.rows('SELECT 1 FROM "ContributionCopy" WHERE "personId" = $1', [dina])).toEqual([]);
    application.clock.set(made);
    const third = await scene.linkOf(dina, 'Drie', 90);
    await (await scene.learningOf(dina)).unpublishContribution.mutate({ from: 'link' });
    expect(await scene.answerTo(third)).toEqual(gone);
  });

  it('R9.9 R9.10 ends with the account, and is not there again when somebody comes back', async () => {
    const { eva, anna } = world.water.people;
    const token = await scene.linkOf(eva, 'Van Eva');
    expect((await scene.answerTo(token)).status).toBe(200);
    const { organisation } = await scene.as(anna);
    await organisation.endAccount.mutate({ commandId: scene.newId<'command'>(), personId: eva });
    expect(await scene.answerTo(token)).toEqual(await scene.answerTo(application.clock.newToken()));
    await application.signIn(eva);
    expect(await scene.answerTo(token)).toEqual(await scene.answerTo(application.clock.newToken()));
  });

  it('R9.10 of somebody who was erased, or has no account, is none', async () => {
    const { ada } = world.water.people;
    const token = await scene.linkOf(ada, 'Van Ada');
    await scene.rows('UPDATE "Person" SET "erasedAt" = $2 WHERE "id" = $1', [ada, new Date(application.clock.now())]);
    expect(await scene.answerTo(token)).toEqual(await scene.answerTo(application.clock.newToken()));
    await scene.rows('UPDATE "Person" SET "erasedAt" = NULL WHERE "id" = $1', [ada]);
    expect((await scene.answerTo(token)).status).toBe(200);
  });

  it('R9.10 lets one place ask 120 times in five minutes', async () => {
    const other = await startApplication({ database: application.database, clock: application.clock, trustProxy: 1 });
    const ask = () =>
      fetch(`${other.url}/trpc/learning.sharedContribution`, {
        method: 'POST',
        headers: { origin: other.url, 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
        body: JSON.stringify({ token: 'guess' }),
      }).then(({ status }) => status);
    const answers: number[] = [];
    for (let round = 0; round < 13; round += 1) answers.push(...(await Promise.all(Array.from({ length: 10 }, ask))));
    await other.close();
    expect([answers.filter((status) => status === 404).length, answers.at(-1)]).toEqual([120, 429]);
  });

  it('R9.11 shows a name, a municipality, the page and until when, and asks its owner about a colleague’s name', async () => {
    const { ben } = world.water.people;
    const token = await scene.linkOf(ben, 'Samen met Ada');
    const own = await (await scene.learningOf(ben)).ownContribution.query();
    expect(own.named).toEqual(['Ada Yilmaz']);
    const { body } = await scene.answerTo(token);
    const parsed: { result: { data: object } } = JSON.parse(body);
    expect(parsed.result.data).toEqual({
      name: 'Ben de Boer',
      organisation: 'Gemeente Waterrijk',
      until: application.clock.now() + 7 * 86_400_000,
      page: own.page,
    });
    expect(body).not.toContain(token);
    expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});

describe('what is kept', () => {
  it('R9.12 goes with the key of its owner, what was published too, and they can begin anew', async () => {
    const { dina } = world.water.people;
    const token = await scene.linkOf(dina, 'Van Dina');
    const own = await scene.learningOf(dina);
    await own.writeTalents.mutate({ from: 'Rustig.' });
    await scene.rows('DELETE FROM "PersonKey" WHERE "personId" = $1', [dina]);
    expect(await scene.answerTo(token)).toEqual(await scene.answerTo(application.clock.newToken()));
    expect((await own.ownTalents.query()).card.from).toBe('');
    expect((await own.ownContribution.query()).link).toBe(null);
    expect((await own.writeContribution.mutate({ from: 'Opnieuw' })).page.from).toBe('Opnieuw');
  });

  it('R9.12 is sealed: nothing of it is in the database, a feed, a record or a log', async () => {
    const { fatma } = world.water.people;
    const own = await scene.learningOf(fatma);
    const planted = 'Zandloperkwartet';
    await own.writeTalents.mutate({ from: planted, free: [{ text: planted, energy: null, wantsToLearn: false }] });
    await own.showTalents.mutate({ audience: 'team' });
    const { seen } = await own.writeContribution.mutate({
      from: planted,
      talents: [planted],
      results: [{ id: scene.newId<'result'>(), text: planted, evidence: null }],
    });
    await own.publishContribution.mutate({ to: 'team', seen });
    const { link } = await own.publishContribution.mutate({ to: 'link', seen, days: 7 });
    const token = link?.path.split('#')[1] ?? '';
    expect((await scene.answerTo(token)).body).toContain(planted);
    await own.writeContribution.mutate({ from: `${planted} `.repeat(200) }).catch(() => undefined);
    const tables = await scene.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(40);
    for (const { name } of tables) {
      const kept = await scene.rows<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
      const text = kept.map(({ row }) => row).join('\n');
      for (const secret of [planted, Buffer.from(planted).toString('hex'), token])
        expect(text, name).not.toContain(secret);
    }
    for (const secret of [planted, token]) expect(log).not.toContain(secret);
    for (const table of ['Command', 'AuditEntry'])
      expect(JSON.stringify(await scene.rows(`SELECT * FROM "${table}"`)), table).not.toMatch(/talent|contribution/i);
  });
});
