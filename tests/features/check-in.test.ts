import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@roer/domain/ids';
import { evenRequest, statements } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import {
  answer,
  anyMailer,
  ask,
  checkInWorld,
  confirm,
  goTo,
  largeTeam,
  proveMailboxes,
  smallTeams,
} from '../kit/check-in.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

let application: TestApplication;
let world: World<typeof checkInWorld>;
beforeAll(async () => {
  application = await startApplication({ mailer: anyMailer });
  world = await createWorld(application.database, checkInWorld);
  await proveMailboxes(application);
});
afterAll(() => application.close());

const people = () => world.water.people;
const rows = <Row extends object>(query: string, parameters: unknown[] = []): Promise<Row[]> =>
  runQuery<Row>(application.database.ownerUrl, query, parameters);
const look = async (person: keyof (typeof checkInWorld)['water']['people']) =>
  (await ask(application, people()[person], { kind: 'look' })).view;
const results = async (person: keyof (typeof checkInWorld)['water']['people'], team: 'permits' | 'green' | 'blue') =>
  application
    .client(await application.signIn(people()[person]))
    .insights.results.query({ teamId: world.water.teams[team] });

/** Monday 23 November 2026 is in the second week of epoch 22, so the first window begins with epoch 24. */
const first = 24;
const times = epochTimes(first);

describe('a whole cycle', () => {
  it('P9.2 P17 a roster is announced fourteen days before its window opens, and shows who is in it', async () => {
    expect(await look('ada')).toEqual({ state: 'none', because: 'starting', rosterOn: null });
    await application.app.jobs.runDue();
    const view = await look('kim');
    if (view.state !== 'group') throw new Error(view.because);
    expect(view).toMatchObject({ now: null, next: { opensOn: '2026-12-14' }, accepting: false });
    const [roster] = view.rosters;
    expect(roster).toMatchObject({ opensOn: '2026-12-14', until: '2027-03-08', left: [] });
    expect(roster?.teams.map(({ name, people: members }) => [name, members.length])).toEqual([
      ['Groen', 5],
      ['Water', 4],
    ]);
    expect(roster?.teams.flatMap((team) => team.people).every(({ isNew }) => !isNew)).toBe(true);
    await application.app.jobs.runDue();
    expect(await rows('SELECT "first" FROM "RosterWindow"')).toEqual([{ first }]);
  });

  it('P16 tells why somebody takes part in none', async () => {
    const none = { state: 'none', rosterOn: '2027-02-22' };
    expect(await look('uma')).toEqual({ ...none, because: 'tooSmall' });
    expect(await look('willem')).toEqual({ ...none, because: 'noHomeTeam' });
    await rows(`UPDATE "Person" SET "mailboxProvenOn" = NULL WHERE "id" = $1`, [people().vera]);
    expect(await look('vera')).toEqual({ ...none, because: 'notYetActive' });
  });

  it('P12 P17 takes no answer before its time and none without a confirmation, and says so', async () => {
    const receipt = await confirm(application, people().ada, first);
    const values = [1, 2, 3, 4, 5] as const;
    const asked = { kind: 'answer', receipt, epochNumber: first, values: [...values], share: false } as const;
    const tried = { ...asked, values: [1, 2, 3, 4, 5] as [1, 2, 3, 4, 5] };
    expect((await ask(application, people().ada, tried)).refused).toBe('checkInNotYet');
    await goTo(application, times.opensAt);
    expect(await look('ada')).toMatchObject({ now: { number: first, closesAt: times.closesAt }, accepting: false });
    expect((await ask(application, people().ada, tried)).refused).toBe('checkInNotYet');
    await goTo(application, times.answersFrom);
    expect(await look('ada')).toMatchObject({ accepting: true });
    const forged = [{ receipt: 'x'.repeat(43) }, { receipt: await confirm(application, people().ben, first) }];
    for (const change of forged)
      expect((await ask(application, people().ada, { ...tried, ...change })).refused).toBe('rosterNotConfirmed');
    expect((await ask(application, people().willem, tried)).refused).toBe('checkInClosed');
    expect((await ask(application, people().ada, { ...tried, epochNumber: first + 1 })).refused).toBe('checkInNotYet');
    expect((await ask(application, people().ada, tried)).refused).toBeNull();
  });

  it('P11 every request and every answer is as long as every other, whatever was asked and however it ended', async () => {
    const view = await look('ben');
    if (view.state !== 'group' || !view.rosters[0]) throw new Error('There is a roster.');
    const { windowId, digest } = view.rosters[0];
    const receipt = await confirm(application, people().ben, first);
    const answering = { kind: 'answer', receipt, epochNumber: first, share: true } as const;
    const cookie = await application.signIn(people().ben);
    const lengths = new Set<string>();
    for (const asked of [
      { kind: 'look' },
      { kind: 'confirm', windowId, digest },
      { kind: 'confirm', windowId, digest: 'x'.repeat(43) },
      { ...answering, values: [0, 0, 0, 0, 0] },
      { ...answering, receipt: 'x'.repeat(43), values: [5, 5, 5, 5, 5] },
      { ...answering, epochNumber: 3, values: [5, 5, 5, 5, 5], share: false },
    ] as const) {
      const body = JSON.stringify(
        evenRequest({
          ...asked,
          ...('values' in asked ? { values: [...asked.values] as [0, 0, 0, 0, 0] } : {}),
        } as Parameters<typeof evenRequest>[0]),
      );
      const response = await fetch(`${application.url}/trpc/workload.own`, {
        method: 'POST',
        headers: { origin: application.url, 'content-type': 'application/json', cookie },
        body,
      });
      lengths.add(`${body.length} ${response.status} ${(await response.text()).length}`);
    }
    expect([...lengths]).toHaveLength(1);
    const short = { ask: { kind: 'look' as const }, padding: '' };
    await expect(application.client(cookie).workload.own.mutate(short)).rejects.toThrow('badInput');
  });

  it('P11 an answer leaves no change, entry, number or time, and rows that differ in nothing to see', async () => {
    const before = await rows(`SELECT (SELECT count(*) FROM "Command") + (SELECT count(*) FROM "AuditEntry")
      + (SELECT count(*) FROM "Change") + (SELECT sum("seq") FROM "Feed") AS total, (SELECT sum(reltuples) FROM pg_class WHERE relkind = 'S')`);
    for (const [index, person] of largeTeam.entries())
      await answer(application, people()[person], { number: first, value: index < 7 ? 4 : 0 });
    for (const person of smallTeams.slice(0, 5))
      await answer(application, people()[person], { number: first, value: 5 });
    expect(
      await rows(`SELECT (SELECT count(*) FROM "Command") + (SELECT count(*) FROM "AuditEntry")
      + (SELECT count(*) FROM "Change") + (SELECT sum("seq") FROM "Feed") AS total, (SELECT sum(reltuples) FROM pg_class WHERE relkind = 'S')`),
    ).toEqual(before);
    const kept = await rows<{ personId: string; length: number }>(
      `SELECT "personId", octet_length("sealed") AS length FROM "Answer"`,
    );
    expect(kept).toHaveLength(18 * statements.length);
    expect(new Set(kept.map(({ length }) => length))).toEqual(new Set([50]));
    // Who only looks writes the rows anew as well: not even the database's own marks tell them apart.
    const marks = () =>
      rows<{ mark: string }>(`SELECT DISTINCT xmin::text AS mark FROM "Answer" WHERE "personId" = $1`, [people().tom]);
    const [mark] = await marks();
    await look('tom');
    expect(await marks()).not.toEqual([mark]);
  });

  it('P12 the last one before closing counts, and replaces all five', async () => {
    expect((await answer(application, people().ada, { number: first, value: [5, 5, 5, 5, 0] })).refused).toBeNull();
    expect((await answer(application, people().ivo, { number: first, value: 2, share: true })).refused).toBeNull();
  });

  it('P5 P6 closing makes one release, and nothing of it shows before its moment', async () => {
    const socket = await application.socket(await application.signIn(people().ben));
    const heard = hear(socket);
    await goTo(application, times.closesAt - 1);
    expect(await rows('SELECT 1 FROM "Release" WHERE "measure" = $1', ['fits'])).toEqual([]);
    await goTo(application, times.closesAt);
    expect((await answer(application, people().ada, { number: first, value: 1 })).refused).toBe('checkInClosed');
    expect(await rows('SELECT 1 FROM "Answer" WHERE "epoch" = $1', [first])).toEqual([]);
    expect(await rows('SELECT count(*)::int AS count FROM "Release" WHERE "measure" NOT LIKE $1', ['load:%'])).toEqual([
      { count: 2 * statements.length },
    ]);
    await goTo(application, times.publishesAt - 1);
    const before = await results('ben', 'permits');
    expect(before).toEqual({
      teams: ['Vergunningen'],
      epochs: [],
      running: { number: first, publishesAt: times.publishesAt },
      alarms: [],
    });
    expect(heard.released).toBe(0);
    await goTo(application, times.publishesAt);
    await expect.poll(() => heard.released).toBe(1);
    const after = await results('ben', 'permits');
    expect(after.epochs).toMatchObject([
      {
        number: first,
        startsOn: '2026-12-14',
        endsOn: '2026-12-27',
        // Seven answered, of whom one without the last statement; the one who shared is not among them.
        bands: { fits: 'heavy', overview: 'heavy', core: 'heavy', help: 'heavy', learn: 'heavy' },
        breaks: false,
      },
    ]);
    expect(after.running).toEqual({ number: first + 1, publishesAt: epochTimes(first + 1).publishesAt });
    socket.close();
  });

  it('P2 P3 five answers give no result, and nothing tells why', async () => {
    const { epochs } = await results('kim', 'green');
    expect(epochs[0]?.bands).toEqual({ fits: null, overview: null, core: null, help: null, learn: null });
  });

  it('P8 team and manager get the same bytes, whichever of its teams is asked about', async () => {
    const text = JSON.stringify(await results('kim', 'green'));
    expect(JSON.stringify(await results('mira', 'green'))).toBe(text);
    expect(JSON.stringify(await results('mira', 'blue'))).toBe(text);
    expect(JSON.stringify(await results('pia', 'blue'))).toBe(text);
    for (const person of ['ada', 'mats', 'anna', 'willem'] as const)
      await expect(results(person, 'green')).rejects.toThrow('notFound');
  });

  it('P2 what was shared is there for the own team alone, with the result', async () => {
    const shared = async (person: 'ben' | 'mira' | 'kim') =>
      application
        .client(await application.signIn(people()[person]))
        .insights.shared.query({ teamId: world.water.teams.permits });
    expect(await shared('ben')).toEqual({
      epochs: [
        {
          number: first,
          people: [
            { personId: people().ivo, name: 'Ivo Test', values: { fits: 2, overview: 2, core: 2, help: 2, learn: 2 } },
          ],
        },
      ],
    });
    for (const person of ['mira', 'kim'] as const) await expect(shared(person)).rejects.toThrow('notFound');
  });

  it('P2 what was shared is not for who joined the team after it', async () => {
    const newId = <Kind extends string>(): Id<Kind> =>
      // The clock makes ids of whatever is asked for.
      application.clock.newId() as Id<Kind>;
    const { willem, anna } = people();
    const administrator = application.client(await application.signIn(anna));
    await administrator.organisation.startMembership.mutate({
      commandId: newId<'command'>(),
      membershipId: newId<'membership'>(),
      teamId: world.water.teams.permits,
      personId: willem,
      minutesByWeekday: [480, 480, 0, 0, 0, 0, 0],
      home: true,
    });
    const newcomer = application.client(await application.signIn(willem));
    expect(await newcomer.insights.shared.query({ teamId: world.water.teams.permits })).toEqual({ epochs: [] });
  });
});
