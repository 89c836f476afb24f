import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ResultsView, SharedView } from '@roer/domain/insights/series';
import { runQuery } from '../kit/statement.ts';
import { dataIn } from './messages.ts';
import { momentIn, statements } from './oracle.ts';
import { answer, look, query } from './play.ts';
import { alike, largeGroup, mergedGroup, sceneTown, someAnswers } from './scene-plan.ts';
import { copyOf, firstEpoch as epoch, install, remove, runOn } from './scene.ts';
import type { Installation, Scene } from './scene.ts';
import type { Town } from './town.ts';

const made: Installation[] = [];
afterAll(() => Promise.all(made.map(remove)));
const keep = (installation: Installation): Installation => {
  made.push(installation);
  return installation;
};

const everybodyLooks = async ({ town, wire }: Scene): Promise<void> => {
  for (const who of [...town.people.values(), town.administrator])
    for (const teamId of town.teams.values()) {
      await query(wire, who, 'insights.results', { teamId });
      await query(wire, who, 'insights.shared', { teamId });
    }
};

type Ledger = { epoch: number; teamId: string; measure: string; band: string | null; at: number };
const readLedger = async (ownerUrl: string): Promise<Ledger[]> => {
  const rows = await runQuery<Omit<Ledger, 'at'> & { publishesAt: Date }>(
    ownerUrl,
    `SELECT r."epoch", t."teamId", r."measure", r."band", r."publishesAt" FROM "Release" r
     JOIN "CellTeam" t ON t."organisationId" = r."organisationId" AND t."cellId" = r."cellId"`,
  );
  return rows.map(({ publishesAt, ...row }) => ({ ...row, at: publishesAt.getTime() }));
};

const resultsIn = (town: Town) =>
  town.sent.flatMap(({ about, input, text, at }) => {
    const data = about === 'insights.results' ? (dataIn(text) as ResultsView | null) : null;
    // What the test asked itself.
    return data ? [{ teamId: (JSON.parse(input) as { teamId: string }).teamId, data, at }] : [];
  });

const everybody = [...largeGroup, ...mergedGroup];

describe('the ledger of releases', () => {
  it('P5 P6 P7 P8 gives every screen, at every moment and for everybody', async () => {
    const { base, town: built } = await install(sceneTown);
    keep(base);
    const town = await runOn(base, { town: built, from: momentIn(epoch, -17, 12), seed: 1 }, async (scene) => {
      await scene.application.app.jobs.runDue();
      await scene.at(epoch, 0, 0);
      for (let index = 0; index < 3; index += 1) {
        await scene.at(epoch + index, 11, 10);
        // The large group finds it heavy three times, with two who share; of the other too few answer in the second epoch.
        const others = mergedGroup.slice(0, index === 1 ? 5 : 9);
        for (const key of largeGroup)
          await answer(scene, epoch + index, alike(key, 1, { shares: key === 'p0' || key === 'p1' }));
        for (const each of someAnswers(others, 20 + index)) await answer(scene, epoch + index, each);
        await scene.at(epoch + index, 14, 0);
        await everybodyLooks(scene);
        await scene.at(epoch + index, 15, 9);
        await everybodyLooks(scene);
      }
    });
    const ledger = await readLedger(base.ownerUrl);
    const seen = resultsIn(town);
    expect(seen.length).toBeGreaterThan(100);
    for (const { teamId, data, at } of seen) {
      const published = ledger.filter((row) => row.teamId === teamId && row.at <= at);
      const numbers = [...new Set(published.map((row) => row.epoch))].toSorted();
      expect(data.epochs.map(({ number }) => number)).toEqual(numbers);
      const bandOf = (number: number, measure: string): string | null | undefined =>
        published.find((row) => row.epoch === number && row.measure === measure)?.band;
      for (const { number, bands, load } of data.epochs) {
        for (const statement of statements) expect(bands[statement]).toBe(bandOf(number, statement));
        load?.forEach((band, block) => expect(band).toBe(bandOf(number, `load:${block}`)));
      }
      const isHeavy = (statement: string): boolean =>
        numbers.length >= 3 && numbers.slice(-3).every((number) => bandOf(number, statement) === 'heavy');
      expect(data.alarms).toEqual(statements.filter(isHeavy));
    }
    const last = seen.filter(({ at }) => at === momentIn(epoch + 2, 15, 9));
    expect(last.some(({ data }) => data.alarms.length === 5)).toBe(true);
    // At one moment everybody who sees a team sees the same.
    const screens = new Map<string, string>();
    for (const { teamId, data, at } of seen) {
      const text = JSON.stringify(data);
      expect(screens.get(`${teamId} ${at}`) ?? text).toBe(text);
      screens.set(`${teamId} ${at}`, text);
    }
    // What was shared is in no release, and shown to the team alone.
    const shown = town.sent.flatMap(({ about, to, text }) => {
      const data = about === 'insights.shared' ? (dataIn(text) as SharedView | null) : null;
      return data?.epochs.length
        ? [{ to, people: data.epochs.flatMap(({ people }) => people.map((each) => each.personId)) }]
        : [];
    });
    const sharers = ['p0', 'p1'].map((key) => town.people.get(key)?.personId);
    expect(new Set(shown.flatMap(({ people }) => people))).toEqual(new Set(sharers));
    expect(new Set(shown.map(({ to }) => to))).toEqual(new Set(largeGroup));
  });
});

describe('a backup', () => {
  it('P1 P6 P12 of any moment, restored later beside the keys of today: what closed stays closed, and no old answer opens', async () => {
    const { base, town: built } = await install(sceneTown);
    keep(base);
    const backups: Record<string, Installation> = {};
    const stages: [string, (scene: Scene) => Promise<void>][] = [
      [
        'before the epoch',
        async ({ application, at }) => {
          await application.app.jobs.runDue();
          await at(epoch, -1, 12);
        },
      ],
      [
        'with answers',
        async (scene) => {
          await scene.at(epoch, 0, 0);
          await scene.at(epoch, 11, 10);
          for (const each of someAnswers(everybody, 30)) expect(await answer(scene, epoch, each)).toBe(true);
        },
      ],
      ['closed', ({ at }) => at(epoch, 14, 0)],
      ['published', ({ at }) => at(epoch, 15, 9)],
    ];
    let town = built;
    let from = momentIn(epoch, -17, 12);
    for (const [name, work] of stages) {
      town = await runOn(base, { town, from, seed: 3 }, async (scene) => {
        await work(scene);
        from = scene.clock.now();
      });
      backups[name] = keep(await copyOf(base));
    }
    const withAnswers = backups['with answers'];
    const published = await readLedger(base.ownerUrl);
    expect(published.some(({ band }) => band !== null)).toBe(true);
    for (const [name, backup] of Object.entries(backups)) {
      // The database of then, the keys of now.
      const restored = { ownerUrl: backup.ownerUrl, keys: base.keys };
      const heard = await runOn(restored, { town, from: momentIn(epoch, 16, 12), seed: 5 }, async (scene) => {
        await scene.application.app.jobs.runDue();
        // Nobody can answer a closed epoch, not even when the clock goes back.
        scene.clock.set(momentIn(epoch, 12, 12));
        for (const each of someAnswers(largeGroup, 31)) expect(await answer(scene, epoch, each)).toBe(false);
        await scene.at(epoch, 16, 12);
        for (const who of scene.town.people.values()) await look(scene.wire, who);
        await everybodyLooks(scene);
      });
      const ledger = (await readLedger(restored.ownerUrl)).filter(
        (row) => row.epoch === epoch && !row.measure.startsWith('load'),
      );
      const isKept = name === 'closed' || name === 'published';
      const kept = published.filter((row) => row.epoch === epoch && !row.measure.startsWith('load'));
      const sorted = (rows: readonly Ledger[]) => rows.map((row) => JSON.stringify(row)).toSorted();
      if (isKept) expect(sorted(ledger)).toEqual(sorted(kept));
      else expect(ledger.filter(({ band }) => band !== null)).toEqual([]);
      for (const { data } of resultsIn(heard).filter(({ at }) => at === momentIn(epoch, 16, 12)))
        for (const { number, bands } of data.epochs)
          if (!isKept && number === epoch) expect(Object.values(bands).filter((band) => band !== null)).toEqual([]);
      const left = await runQuery<{ count: number }>(
        restored.ownerUrl,
        'SELECT count(*)::int AS count FROM "Answer" WHERE "epoch" = $1',
        [epoch],
      );
      expect(left).toEqual([{ count: 0 }]);
    }
    // What would open the answers of the backup is nowhere: not in the folder, not in a database.
    expect(withAnswers).toBeDefined();
    for (const file of await readdir(base.keys)) {
      const bytes = await readFile(join(base.keys, file));
      if (file.endsWith(`.${epoch}`)) expect(new Set(bytes).size).toBe(1);
    }
  });
});
