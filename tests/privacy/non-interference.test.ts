import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultsView } from '@roer/domain/insights/series';
import { dataIn } from './messages.ts';
import { momentIn, statements } from './oracle.ts';
import { answer, look, query } from './play.ts';
import { alike, largeGroup, mergedGroup, sceneTown, someAnswers } from './scene-plan.ts';
import { copyOf, firstEpoch as epoch, install, remove, runOn } from './scene.ts';
import type { Installation, Scene } from './scene.ts';
import { everythingStored } from './everything-stored.ts';
import type { AnswerPlan } from './town-plan.ts';
import type { Town } from './town.ts';
import { trafficOf } from './traffic.ts';

let opened: { base: Installation; town: Town };
beforeAll(async () => {
  opened = await install(sceneTown);
  // Up to the days on which the form is open, which all worlds share.
  const from = momentIn(epoch, -17, 12);
  opened.town = await runOn(opened.base, { town: opened.town, from, seed: 1 }, async ({ application, at }) => {
    await application.app.jobs.runDue();
    await at(epoch, 0, 0);
  });
});
afterAll(() => remove(opened.base));

/** All of a log. */
const anything = { group: null, personId: null, day: null, before: null };

/** Those who are there look at everything there is: everybody, or one of each kind. */
const lookAround = async ({ town, wire }: Scene, { everybody }: { everybody: boolean }): Promise<void> => {
  const kinds = new Set(['p0', 'p8', 'p9', 'p17', 'p18', 'p21', 'p22']);
  for (const who of [...town.people.values(), town.administrator]) {
    if (!everybody && !kinds.has(who.key) && who !== town.administrator) continue;
    await look(wire, who);
    await query(wire, who, 'insights.dashboard', undefined);
    await query(wire, who, 'audit.organisation', anything);
    await query(wire, who, 'audit.organisation', { ...anything, group: 'signIn' });
    await query(wire, who, 'audit.state', undefined);
    await query(wire, who, 'audit.retention', undefined);
    await query(wire, who, 'audit.mine', undefined);
    await query(wire, who, 'insights.ownResults', undefined);
    for (const domainId of town.domains.values()) await query(wire, who, 'insights.domain', { domainId });
    const teams = who.team === null ? [...town.teams.values()] : [town.teams.get(who.team)];
    for (const teamId of teams) {
      await query(wire, who, 'insights.results', { teamId });
      await query(wire, who, 'insights.shared', { teamId });
      await query(wire, who, 'insights.mirror', { teamId });
      await query(wire, who, 'responsibilities.since', { teamId, seq: 0 });
      await query(wire, who, 'audit.team', { ...anything, teamId });
    }
  }
};

type Lived = { town: Town; beforeClosing: Record<string, string[]>; afterwards: Record<string, string[]> };

/** Lives one world from the open form to the release, or up to it, with these answers and nothing else that differs. */
const live = async (answers: readonly AnswerPlan[], { released = true } = {}): Promise<Lived> => {
  const installation = await copyOf(opened.base);
  let beforeClosing = {};
  try {
    const town = await runOn(
      installation,
      { town: opened.town, from: momentIn(epoch, 11, 10), seed: 2 },
      async (scene) => {
        await scene.at(epoch, 11, 10);
        for (const each of answers) expect(await answer(scene, epoch, each)).toBe(true);
        await lookAround(scene, { everybody: false });
        // When a reminder would go out.
        await scene.at(epoch, 13, 9);
        beforeClosing = await everythingStored(installation.ownerUrl);
        await scene.at(epoch, 14, 0);
        await lookAround(scene, { everybody: false });
        if (!released) return;
        await scene.at(epoch, 15, 9);
        await lookAround(scene, { everybody: true });
      },
    );
    return { town, beforeClosing, afterwards: await everythingStored(installation.ownerUrl) };
  } finally {
    await remove(installation);
  }
};

/** The bands of both groups, as their teams saw them at the end. */
const bandsOf = ({ town }: Lived): unknown[] =>
  ['team0', 'team1'].map((team) => {
    const input = JSON.stringify({ teamId: town.teams.get(team) });
    const seen = town.sent.findLast(
      (each) => each.about === 'insights.results' && each.input === input && dataIn(each.text) !== null,
    );
    // What the procedure declares to give.
    return seen && (dataIn(seen.text) as ResultsView).epochs.map(({ bands }) => bands);
  });

const everybody = [...largeGroup, ...mergedGroup];
const heavy = Object.fromEntries(statements.map((statement) => [statement, 'heavy']));
const nothing = Object.fromEntries(statements.map((statement) => [statement, null]));

describe('two worlds that differ in answers', () => {
  // Who agrees finds it light: a group of 1 and 2 is heavy.
  const ones = largeGroup.map((key) => alike(key, 1));
  const [first] = largeGroup;
  let heavyWorld: Promise<Lived> | null = null;
  const liveHeavy = (): Promise<Lived> => (heavyWorld ??= live(ones));
  const changed = ones.map((each) => (each.person === first ? alike(each.person, 5) : each));

  it('P3 P5 P8 P11 P13 but in no band look the same to everyone but the author, byte by byte, and are stored the same', async () => {
    const [one, other] = [await liveHeavy(), await live(changed)];
    expect(bandsOf(one)).toEqual([[heavy], [nothing]]);
    expect(bandsOf(other)).toEqual(bandsOf(one));
    expect(trafficOf(other.town, { without: [String(first)] })).toEqual(
      trafficOf(one.town, { without: [String(first)] }),
    );
    expect(other.beforeClosing).toEqual(one.beforeClosing);
    expect(other.afterwards).toEqual(one.afterwards);
  });

  it('P1 P2 P11 in who answered, but in no result, look the same to everyone but those who did', async () => {
    const some = someAnswers(mergedGroup.slice(0, 4), 7);
    const others = someAnswers(mergedGroup.slice(2, 7), 8);
    const [one, other] = [await live([...ones.slice(0, 8), ...some]), await live([...ones.slice(1), ...others])];
    expect(bandsOf(one)).toEqual([[heavy], [nothing]]);
    expect(bandsOf(other)).toEqual(bandsOf(one));
    const without = [String(first), String(largeGroup[8]), ...mergedGroup.slice(0, 7)];
    expect(trafficOf(other.town, { without })).toEqual(trafficOf(one.town, { without }));
    expect(other.beforeClosing).toEqual(one.beforeClosing);
    expect(other.afterwards).toEqual(one.afterwards);
  });

  it('P5 P11 P12 P17 before the release always look the same: nobody, everybody, sharing, edits', async () => {
    const before = async (answers: readonly AnswerPlan[]) => {
      const { town, beforeClosing } = await live(answers, { released: false });
      return { traffic: trafficOf(town, { without: everybody }), beforeClosing };
    };
    const silence = await before([]);
    const voices = someAnswers(everybody, 9).map((each, index) => ({ ...each, shares: index % 3 === 0 }));
    expect(await before([...voices, ...someAnswers(everybody.slice(14), 10)])).toEqual(silence);
    // To those who answer it says nothing of the others.
    const [alone, together] = [voices.slice(0, 1), voices.slice(0, 12)];
    const heard = async (answers: readonly AnswerPlan[]) =>
      trafficOf((await live(answers, { released: false })).town, { without: everybody.slice(1) });
    expect(await heard(together)).toEqual(await heard(alone));
  });

  it('P5 P11 nor does who answered see anything but that they did', async () => {
    // To look, to confirm and to answer get answers of one shape and one length.
    const { town } = await liveHeavy();
    const lengths = town.sent
      .filter(({ to, about, at }) => to === String(first) && about === 'workload.own' && at < momentIn(epoch, 14, 0))
      .map(({ head, text }) => `${head} ${text.length}`);
    expect(lengths.length).toBeGreaterThanOrEqual(3);
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('existence', () => {
  it('P4 the same people answer otherwise: the same groups have a result', async () => {
    const who = [...largeGroup.slice(0, 6), ...mergedGroup.slice(0, 5)];
    const patterns = new Set<string>();
    for (const seed of [11, 12]) {
      const lived = await live(someAnswers(who, seed));
      patterns.add(
        JSON.stringify(bandsOf(lived), (_, value: unknown) => (typeof value === 'string' ? 'a band' : value)),
      );
    }
    expect([...patterns].map((text) => JSON.parse(text) as unknown)).toEqual([
      [[Object.fromEntries(statements.map((statement) => [statement, 'a band']))], [nothing]],
    ]);
  });
});
