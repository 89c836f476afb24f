import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import type { Id, ObstacleId, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld, standardWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { hear } from '../live/hear.ts';

const { water, hill } = standardWorld;
/** The standard world with somebody who leads the whole organisation. */
const withDirector = {
  water: { ...water, people: { ...water.people, gerda: { name: 'Gerda Directeur', manages: 'all' } } },
  hill: { ...hill, people: { ...hill.people, hugo: { name: 'Hugo Heuvel', manages: 'city' } } },
};

let application: TestApplication;
let world: World<typeof withDirector>;
let permits: TeamId;
let people: World<typeof withDirector>['water']['people'];
const lines: string[] = [];
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000, log: (line) => void lines.push(line) });
  world = await createWorld(application.database, withDirector);
  permits = world.water.teams.permits;
  ({ people } = world.water);
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const cookies = new Map<PersonId, Promise<string>>();
const cookieOf = (personId: PersonId): Promise<string> => {
  const known = cookies.get(personId) ?? application.signIn(personId);
  cookies.set(personId, known);
  return known;
};
const as = async (personId: PersonId): Promise<TestClient> => application.client(await cookieOf(personId));
const command = () => ({ commandId: newId<'command'>(), teamId: permits });
const refused = (code: string, detail?: object) => ({ data: detail ? { code, detail } : { code } });

const words = {
  title: 'Mag er tot april 16 uur bij?',
  body: 'Beide leunen op één drager.',
  answer: 'Ja, vanaf maandag.',
};
let obstacleId: ObstacleId;
beforeEach(() => {
  obstacleId = newId<'obstacle'>();
});
const raise = async (changed: object = {}, by = people.ada) =>
  (await as(by)).responsibilities.raiseObstacle.mutate({
    ...command(),
    obstacleId,
    title: words.title,
    body: words.body,
    addressedTo: people.mira,
    addressedName: 'Wie dan ook',
    dueOn: '2026-12-07',
    ...changed,
  });
const answerAs = async (personId: PersonId, changed: object = {}) =>
  (await as(personId)).insights.answerObstacle.mutate({ ...command(), obstacleId, body: words.answer, ...changed });
const seenBy = async (personId: PersonId) => {
  const teams = await (await as(personId)).insights.obstacles.query();
  return teams.flatMap(({ name, obstacles }) => obstacles.map((each) => ({ team: name, ...each })));
};
const seesIt = async (personId: PersonId): Promise<boolean> =>
  (await seenBy(personId)).some(({ id }) => id === obstacleId);
const boardOf = async (personId: PersonId) => (await as(personId)).responsibilities.board.query({ teamId: permits });

describe('what a team asks its management', () => {
  it('W6.1 W6.3 goes to somebody who leads the team, under the name that the server knows', async () => {
    const { insights } = await as(people.ben);
    expect(await insights.addressees.query({ teamId: permits })).toEqual([
      { id: people.gerda, name: 'Gerda Directeur' },
      { id: people.mira, name: 'Mira Vos' },
    ]);
    for (const stranger of [people.mats, people.ada, people.anna, world.hill.people.hugo, newId<'person'>()])
      await expect(raise({ addressedTo: stranger })).rejects.toMatchObject(refused('addresseeGone'));
    const { delivery } = await raise();
    expect(delivery).toMatchObject({ feed: permits, action: 'obstacle.raise' });
    expect((await boardOf(people.ben)).snapshot.obstacle[obstacleId]).toEqual({
      id: obstacleId,
      title: words.title,
      body: words.body,
      submittedBy: people.ada,
      addressedTo: people.mira,
      addressedName: 'Mira Vos',
      raisedOn: '2026-11-23',
      dueOn: '2026-12-07',
      state: 'open',
      answer: null,
    });
    await expect(raise()).rejects.toMatchObject(refused('badInput'));
  });

  it('W6.7 is there for who leads the team, told to their open page, without who wrote it', async () => {
    const socket = await application.socket(await cookieOf(people.mira));
    const heard = hear(socket);
    await raise();
    await expect.poll(() => heard.organisationChanged, { timeout: 10_000 }).toBe(1);
    for (const manager of [people.mira, people.gerda])
      expect((await seenBy(manager)).find(({ id }) => id === obstacleId)).toEqual({
        team: 'Vergunningen',
        id: obstacleId,
        title: words.title,
        body: words.body,
        addressedName: 'Mira Vos',
        isToMe: manager === people.mira,
        raisedOn: '2026-11-23',
        dueOn: '2026-12-07',
        answer: null,
      });
    expect(await seesIt(people.mats)).toBe(false);
    socket.close();
  });

  it('W6.5 gets a dated answer that reaches two members live, and leads to the team as it is', async () => {
    await raise();
    const before = await boardOf(people.ben);
    const hearing = await Promise.all(
      [people.ada, people.ben].map(async (personId) => {
        const socket = await application.socket(await cookieOf(personId));
        const heard = hear(socket);
        await socket.emitWithAck('listen', { teamId: permits });
        return { socket, heard };
      }),
    );
    application.clock.advance(2 * 86_400_000);
    const given = command();
    expect(await answerAs(people.mira, given)).toEqual({ answered: true });
    for (const { heard } of hearing) await expect.poll(() => heard.changes.length, { timeout: 10_000 }).toBe(1);
    const [delivery] = hearing.map(({ heard }) => heard.changes[0]);
    expect(delivery).toMatchObject({ action: 'obstacle.answer', actorId: people.mira, seq: before.seq + 1 });
    const now = await boardOf(people.ben);
    expect(now.snapshot.obstacle[obstacleId]).toMatchObject({
      state: 'answered',
      answer: { by: people.mira, byName: 'Mira Vos', body: words.answer, on: '2026-11-25' },
    });
    expect(applyChanges(before.snapshot, delivery?.changes ?? [])).toEqual(now.snapshot);

    // A retry is answered as the first time and not done again; another answer is not possible, for nobody.
    expect(await answerAs(people.mira, given)).toEqual({ answered: true });
    await expect(answerAs(people.mira, { body: 'Toch niet.' })).rejects.toMatchObject(refused('obstacleAnswered'));
    await expect(answerAs(people.gerda)).rejects.toMatchObject(refused('obstacleAnswered', { by: people.mira }));
    expect((await boardOf(people.ben)).seq).toBe(now.seq);
    expect((await seenBy(people.gerda)).find(({ id }) => id === obstacleId)?.answer).toEqual({
      byName: 'Mira Vos',
      body: words.answer,
      on: '2026-11-25',
    });
    const { responsibilities } = await as(people.ben);
    await expect(responsibilities.withdrawObstacle.mutate({ ...command(), obstacleId })).rejects.toMatchObject(
      refused('obstacleAnswered', { by: people.mira }),
    );
    for (const { socket } of hearing) socket.close();
    application.clock.advance(-2 * 86_400_000);
  });

  it('W6.4 is gone for who leads the team when any member takes it back', async () => {
    await raise();
    const { responsibilities } = await as(people.ben);
    await responsibilities.withdrawObstacle.mutate({ ...command(), obstacleId });
    expect(await seesIt(people.mira)).toBe(false);
    expect((await boardOf(people.ada)).snapshot.obstacle[obstacleId]).toBeUndefined();
    await expect(answerAs(people.mira)).rejects.toMatchObject(refused('obstacleGone'));
  });

  it('W6.5 is answered by nobody else: it looks as if it were not there', async () => {
    await raise();
    const strangers = [
      people.mats,
      people.anna,
      people.ada,
      people.eva,
      world.hill.people.hugo,
      world.hill.people.olaf,
    ];
    for (const stranger of strangers) {
      await expect(answerAs(stranger)).rejects.toMatchObject(refused('notFound'));
      await expect(answerAs(stranger, { obstacleId: newId() })).rejects.toMatchObject(refused('notFound'));
    }
    for (const stranger of [people.anna, people.ada])
      await expect(seenBy(stranger)).rejects.toMatchObject(refused('notFound'));
    expect(await seesIt(world.hill.people.hugo)).toBe(false);
    await expect(application.client().insights.obstacles.query()).rejects.toMatchObject(refused('signInNeeded'));
    // The id of what another team asks opens nothing.
    const elsewhere = { teamId: world.water.teams.support };
    await expect(answerAs(people.mats, elsewhere)).rejects.toMatchObject(refused('obstacleGone'));
    expect((await boardOf(people.ada)).snapshot.obstacle[obstacleId]?.state).toBe('open');
  });

  it('W6.3 W6.5 a manager whose appointment ended today does nothing any more', async () => {
    await raise();
    const ends = (until: string | null) =>
      runQuery(application.database.ownerUrl, 'UPDATE "Appointment" SET "until" = $2 WHERE "personId" = $1', [
        people.mira,
        until,
      ]);
    await ends('2026-11-23');
    try {
      await expect(answerAs(people.mira)).rejects.toMatchObject(refused('notFound'));
      await expect(seenBy(people.mira)).rejects.toMatchObject(refused('notFound'));
      await expect(raise({ obstacleId: newId() })).rejects.toMatchObject(refused('addresseeGone'));
      expect(await seesIt(people.gerda)).toBe(true);
    } finally {
      await ends(null);
    }
  });

  it('W6.8 goes along to another domain, and carries a new name everywhere', async () => {
    await raise();
    await answerAs(people.mira);
    const open = newId<'obstacle'>();
    await raise({ obstacleId: open });
    const { organisation } = await as(people.anna);
    const move = (domainId: Id<'domain'>) =>
      organisation.moveTeam.mutate({ commandId: newId(), teamId: permits, domainId });
    await move(world.water.domains.care);
    try {
      expect((await seenBy(people.mats)).map(({ id }) => id)).toEqual(expect.arrayContaining([open, obstacleId]));
      expect(await seesIt(people.mira)).toBe(false);
      await answerAs(people.mats, { obstacleId: open });
    } finally {
      await move(world.water.domains.space);
    }
    const before = await boardOf(people.ben);
    await organisation.renamePerson.mutate({ commandId: newId(), personId: people.mira, name: 'Mira de Vos' });
    const now = await boardOf(people.ben);
    expect(now.snapshot.obstacle[obstacleId]).toMatchObject({
      addressedName: 'Mira de Vos',
      answer: { byName: 'Mira de Vos', body: words.answer },
    });
    const { changes } = await (await as(people.ben)).responsibilities.since.query({ teamId: permits, seq: before.seq });
    const applied = (changes ?? []).reduce(
      (snapshot, delivery) => applyChanges(snapshot, delivery.changes),
      before.snapshot,
    );
    expect(applied).toEqual(now.snapshot);
    await organisation.renamePerson.mutate({ commandId: newId(), personId: people.mira, name: 'Mira Vos' });
  });
});

describe('W6.7 what leaves the server for who leads a team', () => {
  const isOfTheTeam = (bytes: string): string[] => {
    const members = [people.ada, people.ben, people.fatma, people.cem];
    const secrets = [...members, 'Ada', 'Yilmaz', 'Ben de Boer', 'Fatma', 'Demir', 'submittedBy', 'minutesByWeekday'];
    return secrets.filter((secret) => bytes.includes(secret));
  };

  it('holds nothing of the members, in no answer, error or message', async () => {
    const cookie = await cookieOf(people.mira);
    const socket = await application.socket(cookie);
    const frames: string[] = [];
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => void frames.push(String(data)));
    await socket.emitWithAck('listen', { teamId: permits });
    const bytes: string[] = [];
    const send = async (path: string, body?: object): Promise<void> => {
      const headers = { origin: application.url, cookie, 'content-type': 'application/json' };
      const answer = await fetch(`${application.url}/trpc/${path}`, {
        headers,
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      });
      bytes.push(JSON.stringify([...answer.headers]), await answer.text());
    };
    await raise();
    await send('insights.obstacles');
    const given = { ...command(), obstacleId, body: words.answer };
    await send('insights.answerObstacle', given);
    await send('insights.answerObstacle', given);
    await send('insights.answerObstacle', { ...given, commandId: newId() });
    await send('insights.answerObstacle', { ...given, commandId: newId(), body: 'Anders.' });
    await send('insights.answerObstacle', { ...given, commandId: newId(), obstacleId: newId() });
    await send('insights.answerObstacle', { ...given, commandId: newId(), body: ' ' });
    await send('insights.obstacles');
    await send('responsibilities.undo', { ...command(), undoes: given.commandId });
    await expect
      .poll(() => frames.filter((frame) => frame.includes('organisationChanged')).length, { timeout: 10_000 })
      .toBeGreaterThan(1);
    expect(bytes.filter((text) => text.includes(words.title))).toHaveLength(2);
    expect(isOfTheTeam([...bytes, ...frames].join('\n'))).toEqual([]);
    // The look for it finds what is there to find.
    expect(isOfTheTeam(JSON.stringify(await boardOf(people.ada))).length).toBeGreaterThan(5);
    socket.close();
  });

  it('keeps a trace without texts, and logs none', async () => {
    await raise();
    await answerAs(people.mira);
    const traces = await runQuery<{ action: string; actorId: string; detail: object }>(
      application.database.ownerUrl,
      `SELECT DISTINCT "action", "actorId", "detail" FROM "AuditEntry" WHERE "action" LIKE 'obstacle.%'`,
    );
    expect(traces).toEqual(
      expect.arrayContaining([
        { action: 'obstacle.answer', actorId: people.mira, detail: {} },
        { action: 'obstacle.raise', actorId: people.ada, detail: {} },
      ]),
    );
    expect(traces.filter(({ detail }) => Object.keys(detail).length > 0)).toEqual([]);
    const kept = lines.join('\n');
    for (const text of Object.values(words)) expect(kept).not.toContain(text);
  });
});
