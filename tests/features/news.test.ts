import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readInOrganisation } from '@roer/db/team-transaction';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

type Client = TestClient['responsibilities'];

const lines: string[] = [];
let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let ada: Client;
let adasPhone: Client;
let ben: Client;
const as = async (personId: PersonId): Promise<Client> =>
  application.client(await application.signIn(personId)).responsibilities;

beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000, log: (line) => lines.push(line) });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  ada = await as(world.water.people.ada);
  adasPhone = await as(world.water.people.ada);
  ben = await as(world.water.people.ben);
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
let made = 0;
const anArea = async (who: Client): Promise<number> => {
  made += 1;
  const input = { commandId: newId<'command'>(), teamId, id: newId<'area'>(), name: `Area ${made}` };
  const { delivery } = await who.createArea.mutate(input);
  return delivery?.seq ?? 0;
};
const rowsOf = (personId: PersonId) =>
  runQuery<{ seq: string }>(application.database.ownerUrl, 'SELECT * FROM "SeenUntil" WHERE "personId" = $1', [
    personId,
  ]);

beforeEach(async () => {
  await runQuery(application.database.ownerUrl, 'DELETE FROM "SeenUntil"');
});

describe('what changed since I last looked', () => {
  it('S1 pretends nothing to who never looked', async () => {
    const head = await anArea(ben);
    expect(await ada.news.query({ teamId })).toEqual({ seenSeq: null, changes: [], head });
  });

  it('S1 is what others did after that, and nothing of oneself', async () => {
    const seq = await anArea(ben);
    await ada.markSeen.mutate({ teamId, seq });
    const ofBen = await anArea(ben);
    const head = await anArea(ada);
    const answer = await ada.news.query({ teamId });
    expect(answer).toMatchObject({ seenSeq: seq, head });
    expect(answer.changes?.map((change) => change.seq)).toEqual([ofBen]);
    expect((await ben.since.query({ teamId, seq: ofBen - 1 })).changes?.[0]).toEqual(answer.changes?.[0]);
  });

  it('S2 is seen on every device once it was seen on one', async () => {
    await ada.markSeen.mutate({ teamId, seq: await anArea(ben) });
    const head = await anArea(ben);
    expect((await adasPhone.news.query({ teamId })).changes).toHaveLength(1);
    expect(await ada.markSeen.mutate({ teamId, seq: head })).toEqual({ seenSeq: head });
    expect(await adasPhone.news.query({ teamId })).toEqual({ seenSeq: head, changes: [], head });
  });

  it('S2 moves forward only, and never beyond where the team is', async () => {
    const seq = await anArea(ben);
    expect(await ada.markSeen.mutate({ teamId, seq: seq + 1000 })).toEqual({ seenSeq: seq });
    expect(await adasPhone.markSeen.mutate({ teamId, seq: seq - 1 })).toEqual({ seenSeq: seq });
    await Promise.all([seq, seq - 1, 0].map((each) => ada.markSeen.mutate({ teamId, seq: each })));
    expect((await ada.news.query({ teamId })).seenSeq).toBe(seq);
  });

  it('S2 is a new start when too much happened to tell, or it was pruned', async () => {
    const seq = await anArea(ben);
    await ada.markSeen.mutate({ teamId, seq });
    await anArea(ben);
    const head = await anArea(ben);
    await runQuery(application.database.ownerUrl, 'DELETE FROM "Change" WHERE "feedId" = $1 AND "seq" = $2', [
      teamId,
      seq + 1,
    ]);
    expect(await ada.news.query({ teamId })).toEqual({ seenSeq: seq, changes: null, head });
  });
});

describe('how far somebody looked', () => {
  it('S3 is nobody else’s: not of a colleague, not of a stranger, not of another team', async () => {
    const seq = await anArea(ben);
    await ada.markSeen.mutate({ teamId, seq });
    expect((await ben.news.query({ teamId })).seenSeq).toBeNull();
    const [olaf, anna] = [await as(world.hill.people.olaf), await as(world.water.people.anna)];
    for (const who of [olaf, anna]) {
      await expect(who.news.query({ teamId })).rejects.toMatchObject({ data: { code: 'notFound' } });
      await expect(who.markSeen.mutate({ teamId, seq })).rejects.toMatchObject({ data: { code: 'notFound' } });
    }
    const stranger = application.client().responsibilities;
    await expect(stranger.news.query({ teamId })).rejects.toMatchObject({ data: { code: 'signInNeeded' } });
    expect(await rowsOf(world.hill.people.olaf)).toEqual([]);
  });

  it('S3 is in the database for its person alone, also when a query forgets to ask for one person', async () => {
    const seq = await anArea(ben);
    await ada.markSeen.mutate({ teamId, seq });
    await ben.markSeen.mutate({ teamId, seq });
    const { pool } = application.database;
    const bens = { organisationId: world.water.id, personId: world.water.people.ben };
    const seen = await readInOrganisation(pool, bens, (client) => client.query('SELECT "personId" FROM "SeenUntil"'));
    expect(seen.rows).toEqual([{ personId: world.water.people.ben }]);
  });

  it('S3 leaves no trace: no change in the feed, no time, nothing in the log', async () => {
    const seq = await anArea(ben);
    lines.length = 0;
    await ada.markSeen.mutate({ teamId, seq });
    expect((await ada.board.query({ teamId })).seq).toBe(seq);
    const [row] = await rowsOf(world.water.people.ada);
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['feedId', 'organisationId', 'personId', 'seq']);
    expect(lines.join('\n')).not.toContain(world.water.people.ada);
    expect(lines.join('\n')).not.toContain('markSeen');
  });
});
