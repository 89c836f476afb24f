import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import { accountsOf } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import type { CarriedDuty } from '../kit/duties.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld, standardWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let permits: TeamId;
let log = '';
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000, log: (line) => (log += line) });
  world = await createWorld(application.database);
  permits = world.water.teams.permits;
});
afterAll(() => application.close());

const as = async (personId: PersonId) => application.client(await application.signIn(personId));
const address = async (personId: PersonId): Promise<string> => {
  const { path } = await (await as(personId)).calendar.renew.mutate();
  return `${application.url}${path}`;
};
const textOf = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return answer.text();
};
/** Everything but what differs between any two answers. */
const bytesOf = async (url: string, method = 'GET') => {
  const answer = await fetch(url, { method });
  const headers = [...answer.headers].filter(([name]) => !/^(date|x-ratelimit)/.test(name));
  return { status: answer.status, headers, body: await answer.text() };
};

type Event = { uid: string; summary: string; description: string; start: string; sequence: number; changedAt: string };
/** As ical.js reads it; `start` is a date or a local time with its zone's moment. */
const read = (text: string): Event[] => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
      sequence: event.sequence,
      changedAt: String(component.getFirstPropertyValue('last-modified')),
    };
  });
};
/** The same by node-ical. */
const readToo = (text: string): Pick<Event, 'uid' | 'summary' | 'start'>[] =>
  Object.values(nodeIcal.parseICS(text)).flatMap((component) => {
    if (component?.type !== 'VEVENT') return [];
    const { uid, summary, start, datetype } = component;
    // A whole day is midnight of wherever this runs.
    return [{ uid, summary: String(summary), start: datetype === 'date' ? localDay(start) : start.toISOString() }];
  });
const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
const ofDuty = (events: Event[], { dutyId }: CarriedDuty) => events.filter(({ uid }) => uid.startsWith(dutyId));
const command = () => ({ commandId: application.clock.newId() as Id<'command'>, teamId: permits });

describe('K1 the address', () => {
  it('K1 is told once and kept as a hash; a new one ends the old one, and revoking ends it', async () => {
    const { dina } = world.water.people;
    const { calendar } = await as(dina);
    expect(await calendar.state.query()).toEqual({ exists: false });
    const first = await address(dina);
    expect(await calendar.state.query()).toEqual({ exists: true });
    const token = first.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await runQuery(application.database.ownerUrl, 'SELECT * FROM "CalendarFeed"');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await fetch(first)).status).toBe(200);
    const second = await address(dina);
    // Nothing is in it yet, and a program can read that.
    const empty = await textOf(second);
    expect([read(empty), readToo(empty)]).toEqual([[], []]);
    const never = `${application.url}/calendar/${application.clock.newToken()}.ics`;
    expect((await fetch(second)).status).toBe(200);
    expect(await bytesOf(first)).toEqual(await bytesOf(never));
    await calendar.revoke.mutate();
    expect(await bytesOf(second)).toEqual(await bytesOf(never));
    expect(await bytesOf(second, 'HEAD')).toEqual(await bytesOf(never, 'HEAD'));
    expect(await bytesOf(`${application.url}/calendar/short.ics`)).toEqual(await bytesOf(never));
    expect(await calendar.state.query()).toEqual({ exists: false });
    for (const url of [first, second]) expect(log).not.toContain(url.split('/').at(-1)?.replace('.ics', ''));
  });

  it('K1 stops with the account, and of nobody else', async () => {
    const { eva, dina } = world.water.people;
    const [hers, other] = [await address(eva), await address(dina)];
    await accountsOf(application).remove({ organisationId: world.water.id, personId: eva });
    expect(await bytesOf(hers)).toEqual(
      await bytesOf(`${application.url}/calendar/${application.clock.newToken()}.ics`),
    );
    expect((await fetch(other)).status).toBe(200);
  });

  it('K1 of the example goes with the example', async () => {
    const demo = {
      ...standardWorld,
      water: { ...standardWorld.water, demo: true },
      hill: { ...standardWorld.hill, demo: true },
    };
    const example = await startApplication();
    const { water } = await createWorld(example.database, demo);
    const client = example.client(await example.signIn(water.people.dina));
    const { path } = await client.calendar.renew.mutate();
    expect((await fetch(`${example.url}${path}`)).status).toBe(200);
    const own = {
      organisationName: 'Eigen',
      name: 'Iemand',
      email: 'iemand@eigen.example',
      password: 'drie losse woorden',
    };
    await example.client().identity.firstRun.startOwn.mutate(own);
    expect((await fetch(`${example.url}${path}`)).status).toBe(404);
    expect(await runQuery(example.database.ownerUrl, 'SELECT 1 FROM "CalendarFeed"')).toEqual([]);
    await example.close();
  });

  it('answers a program that has it already with nothing, and lets no other cache keep it', async () => {
    const url = await address(world.water.people.dina);
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const etag = answer.headers.get('etag') ?? '';
    application.clock.advance(60_000);
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('K1 lets one place ask 600 times a minute', async () => {
    const other = await startApplication({ database: application.database, clock: application.clock });
    const ask = async () => (await fetch(`${other.url}/calendar/guess.ics`)).status;
    const answers: number[] = [];
    for (let round = 0; round < 31; round += 1) answers.push(...(await Promise.all(Array.from({ length: 20 }, ask))));
    await other.close();
    expect([answers.filter((status) => status === 404).length, answers.at(-1)]).toEqual([600, 429]);
  });

  it('K1 is in no log, also when the database fails', async () => {
    const { database } = application;
    const url = await address(world.water.people.dina);
    log = '';
    const query = database.pool.query.bind(database.pool);
    database.pool.query = () => {
      throw new Error(`cannot ask about ${url}`);
    };
    const answer = await fetch(url).finally(() => (database.pool.query = query));
    expect([answer.status, await answer.json()]).toEqual([500, { code: 'unexpected', detail: {} }]);
    expect(log).toContain('"error"');
    expect(log).not.toContain(url.split('/').at(-1)?.replace('.ics', ''));
  });
});

describe('what it holds', () => {
  it('K2 K3 my own dates of every team, and nobody’s name', async () => {
    const { ada, ben, fatma } = world.water.people;
    const hers = { holder: fatma, substitute: ada };
    const one = await aDuty(
      application,
      { teamId: permits, ...hers, responsibility: 'Loket' },
      { title: 'Wachtlijst' },
    );
    const two = await aDuty(
      application,
      { teamId: world.water.teams.green, holder: fatma, responsibility: 'Bomen' },
      { title: 'Snoeilijst', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1', shift: 'previousWorkday' },
    );
    const others = await aDuty(application, { teamId: permits, holder: ben }, { title: 'Van Ben' });
    const text = await textOf(await address(fatma));
    const events = read(text);
    expect(
      ofDuty(events, one)
        .map(({ start }) => start)
        .slice(0, 3),
    ).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
    expect(ofDuty(events, one).at(-1)?.start).toBe('2027-12-27');
    expect(
      ofDuty(events, two)
        .map(({ start }) => start)
        .slice(0, 3),
    ).toEqual(['2026-11-30', '2026-12-31', '2027-01-29']);
    expect(ofDuty(events, others)).toEqual([]);
    expect(ofDuty(events, one)[0]).toMatchObject({ summary: 'Wachtlijst', sequence: expect.any(Number) });
    expect(ofDuty(events, one)[0]?.description).toContain('Loket · Vergunningen');
    for (const name of ['Ada', 'Ben', 'Fatma']) expect(text).not.toContain(name);
    expect(readToo(text)).toEqual(events.map(({ uid, summary, start }) => ({ uid, summary, start })));
  });

  it('K2 K4 what I stand in for on the days on which nobody who carries it is there', async () => {
    const { ada, ben } = world.water.people;
    const duty = await aDuty(application, { teamId: permits, holder: ada, substitute: ben }, { title: 'Balie' });
    const url = await address(ben);
    expect(ofDuty(read(await textOf(url)), duty)).toEqual([]);
    const away = (personId: PersonId, from: string, until: string) =>
      runQuery(
        application.database.ownerUrl,
        'INSERT INTO "Absence" ("organisationId", "teamId", "id", "personId", "from", "until") VALUES ($1, $2, $3, $4, $5, $6)',
        [world.water.id, permits, application.clock.newId(), personId, from, until],
      );
    await away(ada, '2026-12-01', '2026-12-15');
    const startsAndTitles = (text: string) => ofDuty(read(text), duty).map(({ start, summary }) => [start, summary]);
    expect(startsAndTitles(await textOf(url))).toEqual([
      ['2026-12-07', 'Balie (achtervang)'],
      ['2026-12-14', 'Balie (achtervang)'],
    ]);
    expect(startsAndTitles(await textOf(`${url}?lang=en`))[0]).toEqual(['2026-12-07', 'Balie (standing in)']);
    await away(ben, '2026-12-14', '2026-12-15');
    expect(startsAndTitles(await textOf(url)).map(([start]) => start)).toEqual(['2026-12-07']);
  });

  it('K4 a date moves under its own number, is ticked, skipped and gone', async () => {
    const { ben } = world.water.people;
    const duty = await aDuty(application, { teamId: permits, holder: ben }, { title: 'Rapport' });
    const url = await address(ben);
    const { responsibilities } = await as(ben);
    const dates = async () => ofDuty(read(await textOf(url)), duty);
    const before = await dates();
    const about = { ...duty, recurrenceDate: '2026-11-30' };
    application.clock.advance(60_000);
    await responsibilities.moveOccurrence.mutate({ ...command(), ...about, movedTo: '2026-12-02' });
    const moved = await dates();
    const uid = `${duty.dutyId}-2026-11-30@roer`;
    const one = (events: Event[]) => events.filter((event) => event.uid === uid);
    expect(one(before).map(({ start }) => start)).toEqual(['2026-11-30']);
    expect(one(moved).map(({ start }) => start)).toEqual(['2026-12-02']);
    expect(one(moved)[0]?.sequence).toBeGreaterThan(one(before)[0]?.sequence ?? Infinity);
    expect(String(one(moved)[0]?.changedAt) > String(one(before)[0]?.changedAt)).toBe(true);
    expect(moved.map((event) => event.uid).toSorted()).toEqual(before.map((event) => event.uid).toSorted());
    await responsibilities.settleOccurrence.mutate({ ...command(), ...about, state: 'done', reason: '' });
    expect(one(await dates())[0]?.summary).toBe('✓ Rapport');
    await responsibilities.reopenOccurrence.mutate({ ...command(), ...about });
    await responsibilities.settleOccurrence.mutate({ ...command(), ...about, state: 'skipped', reason: 'Geheim' });
    expect(await textOf(url)).not.toContain('Geheim');
    expect(one(await dates())).toEqual([]);
    const { responsibilityId, dutyId } = duty;
    await responsibilities.endDuty.mutate({ ...command(), responsibilityId, dutyId });
    expect((await dates()).every(({ start }) => start <= '2026-11-23')).toBe(true);
  });

  it('K4 a time is a time in Amsterdam, in summer and in winter, by either reader', async () => {
    const { ben } = world.water.people;
    const timed = { title: 'Vóór twaalven', rrule: 'FREQ=MONTHLY;BYMONTHDAY=15', dueTime: '12:00' };
    const duty = await aDuty(application, { teamId: permits, holder: ben }, timed);
    // In October 2027 the clock goes back on Sunday the 31st.
    const turning = { title: 'Dag van de klok', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU,MO', dueTime: '09:30' };
    const daily = await aDuty(application, { teamId: permits, holder: ben }, turning);
    const text = await textOf(await address(ben));
    const starts = ofDuty(read(text), duty).map(({ start }) => start);
    expect(starts).toContain('2026-12-15T11:00:00.000Z');
    expect(starts).toContain('2027-07-15T10:00:00.000Z');
    const around = ofDuty(read(text), daily).map(({ start }) => start);
    expect(around.filter((start) => start.startsWith('2027-10-30') || start.startsWith('2027-10-31'))).toEqual([
      '2027-10-30T07:30:00.000Z',
      '2027-10-31T08:30:00.000Z',
    ]);
    expect(around.filter((start) => start.startsWith('2027-03-2'))).toContain('2027-03-27T08:30:00.000Z');
    expect(around).toContain('2027-03-28T07:30:00.000Z');
    expect(readToo(text)).toEqual(read(text).map(({ uid, summary, start }) => ({ uid, summary, start })));
  });

  it('K5 odd titles are read as they were written, by two readers, in lines of at most 75 octets', async () => {
    const { ben } = world.water.people;
    const title = `Één; twee, drie\\vier: "vijf" 👩‍🚒🌳 ${'é🌳'.repeat(30)}`;
    const duty = await aDuty(application, { teamId: permits, holder: ben, responsibility: 'a;b,c' }, { title });
    const text = await textOf(await address(ben));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // No sign was cut in two.
    expect(text).not.toContain('\uFFFD');
    const events = ofDuty(read(text), duty);
    expect(events[0]).toMatchObject({ summary: title });
    expect(events[0]?.description).toContain('a;b,c · Vergunningen\n');
    expect(readToo(text).find(({ uid }) => uid === events[0]?.uid)?.summary).toBe(title);
    expect(readToo(text)).toHaveLength(read(text).length);
  });

  it('K2 K4 reaches thirty days back, and what does not change stays the same bytes as time passes', async () => {
    const { ben } = world.water.people;
    const duty = await aDuty(application, { teamId: permits, holder: ben }, { title: 'Elke maandag' });
    const url = await address(ben);
    const [first] = ofDuty(read(await textOf(url)), duty);
    application.clock.advance(10 * 86_400_000);
    expect(ofDuty(read(await textOf(url)), duty)[0]).toEqual(first);
    application.clock.advance(50 * 86_400_000);
    // Saturday 23 January 2027: thirty days before is 24 December.
    expect(ofDuty(read(await textOf(url)), duty).map(({ start }) => start)[0]).toBe('2026-12-28');
  });
});
