import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IntervisieId, PersonId } from '@roer/domain/ids';
import { derivePhase } from '@roer/domain/learning/intervisie-clock';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';
import { everythingStored } from '../privacy/everything-stored.ts';

const minutes = [10, 15, 15, 10, 10];
const minute = 60_000;
const day = 24 * 60 * minute;
/** What nothing may hold that is not sealed. */
const planted = 'zwanenhals-9134';

let application: TestApplication;
let world: World<typeof standardWorld>;
const log: string[] = [];
beforeAll(async () => {
  application = await startApplication({ log: (line) => void log.push(line) });
  world = await createWorld(application.database);
});
afterAll(() => application.close());

const people = () => world.water.people;
type Name = keyof (typeof standardWorld)['water']['people'];
const teamId = () => world.water.teams.permits;
const newId = () =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as IntervisieId;
const as = async (personId: PersonId, on = application) => on.client(await on.signIn(personId)).learning;
const rows = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'ok',
    (error: { data?: { code?: string } }) => error.data?.code ?? 'unknown',
  );
/** Text that another kind of id cannot be mistaken for. */
const lineId = () => application.clock.newId() as never;

/** A room of Ada with Ben and Fatma in it, begun; Ben leads. */
const begun = async (): Promise<IntervisieId> => {
  const roomId = newId();
  const [ada, ben, fatma] = await Promise.all([as(people().ada), as(people().ben), as(people().fatma)]);
  await ada.openIntervisie.mutate({ teamId: teamId(), roomId, minutes });
  await ben.joinIntervisie.mutate({ roomId });
  await fatma.joinIntervisie.mutate({ roomId });
  await ben.takeIntervisieRole.mutate({ roomId, role: 'facilitator' });
  await ada.startIntervisie.mutate({ roomId });
  return roomId;
};
const next = async (roomId: IntervisieId, on = application): Promise<void> => {
  const ben = await as(people().ben, on);
  const { clock, now } = await ben.intervisieRoom.query({ roomId });
  const here = clock && derivePhase(clock, now);
  if (!here || here.state === 'over') throw new Error('There is no next phase.');
  await ben.moveIntervisie.mutate({ roomId, act: 'next', phase: here.phase, endsAt: here.endsAt });
};
const phaseOf = async (personId: PersonId, roomId: IntervisieId, on = application) => {
  const { clock, now } = await (await as(personId, on)).intervisieRoom.query({ roomId });
  return clock && derivePhase(clock, now);
};

beforeEach(async () => {
  await rows('DELETE FROM "IntervisieRoom"');
  await rows('DELETE FROM "FacilitatorTurn"');
});

describe('until it begins', () => {
  it('L6.4 the team sees who brings a case and who is in it, and comes in', async () => {
    const roomId = newId();
    const [ada, ben] = await Promise.all([as(people().ada), as(people().ben)]);
    await ada.openIntervisie.mutate({ teamId: teamId(), roomId, minutes });
    await ada.openIntervisie.mutate({ teamId: teamId(), roomId, minutes });
    const card = { id: roomId, ownerName: 'Ada Yilmaz', names: ['Ada Yilmaz'], isInside: false, hasBegun: false };
    expect(await ben.intervisieRooms.query({ teamId: teamId() })).toEqual({ rooms: [card] });
    expect(await ben.intervisieRoom.query({ roomId })).toMatchObject({
      clock: null,
      lines: [],
      me: { isInside: false },
    });
    expect(await refusal(ben.takeIntervisieRole.mutate({ roomId, role: 'facilitator' }))).toBe('notFound');
    await ben.joinIntervisie.mutate({ roomId });
    expect(await refusal(ada.startIntervisie.mutate({ roomId }))).toBe('badInput');
    expect(await ada.intervisieRoom.query({ roomId })).toMatchObject({
      proposed: ['facilitator'],
      people: [
        { name: 'Ada Yilmaz', role: 'caseOwner' },
        { name: 'Ben de Boer', role: 'facilitator' },
      ],
    });
    // The same id for another team, or of somebody else, makes nothing.
    const other = await as(people().fatma);
    expect(await refusal(other.openIntervisie.mutate({ teamId: teamId(), roomId, minutes }))).toBe('notFound');
  });

  it('L6.5 proposes who did not lead for the longest time, and remembers no more than when', async () => {
    const roomId = await begun();
    await (await as(people().ada)).endIntervisie.mutate({ roomId, keep: false });
    expect(await rows('SELECT "personId", "lastOn"::text AS "lastOn" FROM "FacilitatorTurn"')).toEqual([
      { personId: people().ben, lastOn: '2026-11-23' },
    ]);
    const again = newId();
    const [ada, ben, fatma] = await Promise.all([as(people().ada), as(people().ben), as(people().fatma)]);
    await ada.openIntervisie.mutate({ teamId: teamId(), roomId: again, minutes });
    await ben.joinIntervisie.mutate({ roomId: again });
    await fatma.joinIntervisie.mutate({ roomId: again });
    const roles = (await ada.intervisieRoom.query({ roomId: again })).people.map(({ role }) => role);
    expect(roles).toEqual(['caseOwner', 'timekeeper', 'facilitator']);
  });
});

describe('while it lasts', () => {
  it('L6.6 each writes in their phases, takes back their own, and all of the room read', async () => {
    const roomId = await begun();
    const [ada, ben, fatma] = await Promise.all([as(people().ada), as(people().ben), as(people().fatma)]);
    const mine = lineId();
    const line = { roomId, lineId: mine, phase: 'incident' as const, text: ' Zo ging het. ' };
    await ada.writeIntervisie.mutate(line);
    await ada.writeIntervisie.mutate(line);
    expect(await refusal(ben.writeIntervisie.mutate({ ...line, lineId: lineId() }))).toBe('notFound');
    await ben.removeIntervisieLine.mutate({ roomId, lineId: mine });
    const seen = { id: mine, phase: 'incident', writer: 'Ada Yilmaz', isMine: false, text: 'Zo ging het.' };
    expect((await fatma.intervisieRoom.query({ roomId })).lines).toEqual([seen]);
    await next(roomId);
    await next(roomId);
    const analysis = { roomId, phase: 'analysis' as const, text: 'Het valt mij op.' };
    expect(await refusal(ada.writeIntervisie.mutate({ ...analysis, lineId: lineId() }))).toBe('notFound');
    await fatma.writeIntervisie.mutate({ ...analysis, lineId: lineId() });
    expect((await ada.intervisieRoom.query({ roomId })).lines.map(({ writer }) => writer)).toEqual([
      'Ada Yilmaz',
      'Fatma Demir',
    ]);
    await ada.removeIntervisieLine.mutate({ roomId, lineId: mine });
    expect((await ada.intervisieRoom.query({ roomId })).lines).toHaveLength(1);
  });

  it('L6.7 it is not there for anybody else: not for who left it or the team, and for no manager or administrator', async () => {
    const roomId = await begun();
    const [ada, ben] = await Promise.all([as(people().ada), as(people().ben)]);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: planted });
    const outsiders: Name[] = ['cem', 'dina', 'eva', 'mira', 'mats', 'anna'];
    for (const name of [...outsiders.map((each) => people()[each]), world.hill.people.olaf, world.hill.people.odile]) {
      const outsider = await as(name);
      expect(await refusal(outsider.intervisieRoom.query({ roomId }))).toBe('notFound');
      expect(await refusal(outsider.joinIntervisie.mutate({ roomId }))).toBe('notFound');
      expect(await refusal(outsider.endIntervisie.mutate({ roomId, keep: true }))).toBe('notFound');
      expect(await outsider.keptIntervisie.query()).toEqual({ kept: [] });
    }
    await ben.leaveIntervisie.mutate({ roomId });
    expect(await refusal(ben.intervisieRoom.query({ roomId }))).toBe('notFound');
    expect(await refusal(ben.joinIntervisie.mutate({ roomId }))).toBe('notFound');
    expect(await ben.intervisieRooms.query({ teamId: teamId() })).toEqual({ rooms: [] });
    // Who is in it and leaves the team.
    const fatma = await as(people().fatma);
    expect((await fatma.intervisieRoom.query({ roomId })).lines).toHaveLength(1);
    const membership = `WHERE "personId" = '${people().fatma}' AND "teamId" = '${teamId()}'`;
    await rows(`UPDATE "Membership" SET "until" = '2026-11-23' ${membership}`);
    expect(await refusal(fatma.intervisieRoom.query({ roomId }))).toBe('notFound');
    await rows(`UPDATE "Membership" SET "until" = NULL ${membership}`);
  });

  it('L6.4 nobody of the team comes in any more, and it is in nobody’s list but theirs', async () => {
    const roomId = await begun();
    const ben = await as(people().ben);
    await ben.leaveIntervisie.mutate({ roomId });
    expect((await (await as(people().ada)).intervisieRooms.query({ teamId: teamId() })).rooms).toMatchObject([
      { id: roomId, hasBegun: true, isInside: true },
    ]);
    expect((await ben.intervisieRooms.query({ teamId: teamId() })).rooms).toEqual([]);
  });

  it('L6.2 L6.3 there is one clock, also across a restart, and time alone moves on', async () => {
    const roomId = await begun();
    application.clock.advance(4 * minute);
    expect(await phaseOf(people().ada, roomId)).toMatchObject({ phase: 'incident', left: 6 * minute });
    const again = await startApplication({ database: application.database, clock: application.clock });
    application.clock.advance(8 * minute);
    const [first, second] = [await phaseOf(people().fatma, roomId, again), await phaseOf(people().ada, roomId)];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ phase: 'questions', left: 13 * minute });
    await next(roomId, again);
    expect(await phaseOf(people().ada, roomId)).toMatchObject({ phase: 'analysis', left: 15 * minute });
    expect(await refusal(next(roomId, again))).toBe('ok');
    await again.close();
    const ada = await as(people().ada);
    expect(await refusal(ada.moveIntervisie.mutate({ roomId, act: 'next', phase: 'advice', endsAt: 0 }))).toBe(
      'notFound',
    );
  });
});

describe('what is left of it', () => {
  it('L6.8 L6.10 is stored sealed, in no feed, history, command or log, and nothing is left of it at the end', async () => {
    const roomId = await begun();
    const ada = await as(people().ada);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: `De ${planted} klemt.` });
    const during = await everythingStored(application.database.ownerUrl);
    const told = JSON.stringify(during);
    expect(during['RoomNote']).toHaveLength(1);
    expect(told).not.toContain(planted);
    expect(told).not.toContain(Buffer.from(planted).toString('hex'));
    for (const table of ['Change', 'AuditEntry', 'Command'])
      expect(during[table]?.join() ?? '', table).not.toContain(roomId);
    await ada.endIntervisie.mutate({ roomId, keep: false });
    expect(await rows('SELECT FROM "RoomNote"')).toEqual([]);
    expect(await rows('SELECT FROM "IntervisieRoom"')).toEqual([]);
    expect(await rows('SELECT FROM "KeptNotes"')).toEqual([]);
    expect(await refusal(ada.intervisieRoom.query({ roomId }))).toBe('notFound');
    expect(log.join()).not.toContain(planted);
    expect(log.join()).not.toContain(roomId);
  });

  it('L6.8 is kept by whose case it is, for them alone, until they remove it', async () => {
    const roomId = await begun();
    const [ada, ben] = await Promise.all([as(people().ada), as(people().ben)]);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: planted });
    await next(roomId);
    await ben.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'questions', text: 'Sinds wanneer?' });
    expect(await refusal(ben.endIntervisie.mutate({ roomId, keep: true }))).toBe('notFound');
    await ada.endIntervisie.mutate({ roomId, keep: true });
    const lines = [
      { phase: 'incident', writer: 'Ada Yilmaz', text: planted },
      { phase: 'questions', writer: 'Ben de Boer', text: 'Sinds wanneer?' },
    ];
    expect(await ada.keptIntervisie.query()).toEqual({ kept: [{ id: roomId, keptOn: '2026-11-23', lines }] });
    expect(await ben.keptIntervisie.query()).toEqual({ kept: [] });
    expect(JSON.stringify(await everythingStored(application.database.ownerUrl))).not.toContain(planted);
    await ben.removeKeptIntervisie.mutate({ roomId });
    expect((await ada.keptIntervisie.query()).kept).toHaveLength(1);
    await ada.removeKeptIntervisie.mutate({ roomId });
    expect(await ada.keptIntervisie.query()).toEqual({ kept: [] });
    expect(await rows('SELECT FROM "KeptNotes"')).toEqual([]);
  });

  it('L2.12 L6.8 goes with everything that its owner erases of their learning', async () => {
    const roomId = await begun();
    const ada = await as(people().ada);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: planted });
    await ada.endIntervisie.mutate({ roomId, keep: true });
    await ada.removeOwnLearning.mutate();
    expect(await ada.keptIntervisie.query()).toEqual({ kept: [] });
    expect(await rows('SELECT FROM "KeptNotes"')).toEqual([]);
  });

  it('L6.8 what was sealed with a key that was destroyed is not there, and nothing breaks', async () => {
    const roomId = await begun();
    const ada = await as(people().ada);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: 'Weg.' });
    await rows('DELETE FROM "PersonKey"');
    expect((await ada.intervisieRoom.query({ roomId })).lines).toEqual([]);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: 'Nieuw.' });
    expect((await ada.intervisieRoom.query({ roomId })).lines.map(({ text }) => text)).toEqual(['Nieuw.']);
  });

  it('L6.9 a room that nobody ends is gone a day after its clock ran out, and a job removes what is left', async () => {
    const roomId = await begun();
    const ada = await as(people().ada);
    await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: 'Zo.' });
    application.clock.advance(60 * minute + day - 1);
    await application.app.jobs.runDue();
    expect((await ada.intervisieRoom.query({ roomId })).lines).toHaveLength(1);
    application.clock.advance(1);
    expect(await refusal(ada.intervisieRoom.query({ roomId }))).toBe('notFound');
    expect(await ada.intervisieRooms.query({ teamId: teamId() })).toEqual({ rooms: [] });
    await application.app.jobs.runDue();
    expect(await rows('SELECT FROM "RoomNote" UNION ALL SELECT FROM "IntervisieRoom"')).toEqual([]);
    expect(await rows('SELECT "personId" FROM "FacilitatorTurn"')).toEqual([{ personId: people().ben }]);
  });
});

it('L6.10 open browsers are told to ask again, without content: the team until it begins, then who is in it', async () => {
  const [ada, ben, fatma, mira] = await Promise.all(
    (['ada', 'ben', 'fatma', 'mira'] as const).map(async (name) =>
      hear(await application.socket(await application.signIn(people()[name]))),
    ),
  );
  const roomId = await begun();
  await expect.poll(() => fatma?.learningChanged).toBeGreaterThanOrEqual(5);
  await (await as(people().fatma)).leaveIntervisie.mutate({ roomId });
  const before = fatma?.learningChanged ?? 0;
  await (await as(people().ada)).writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: planted });
  await expect.poll(() => ben?.learningChanged).toBeGreaterThanOrEqual(7);
  expect(ada?.all.every((name) => ['learningChanged', 'heads'].includes(name))).toBe(true);
  expect((fatma?.learningChanged ?? 0) - before).toBeLessThanOrEqual(1);
  expect(mira?.all).toEqual([]);
});

it('L6.7 L6.10 who left the team is not told when somebody writes, nor when it is gone', async () => {
  const roomId = await begun();
  const ada = await as(people().ada);
  const id = world.water.memberships.fatma['permits'];
  const until = (day: string | null) =>
    runQuery(application.database.ownerUrl, 'UPDATE "Membership" SET "until" = $2 WHERE "id" = $1', [id, day]);
  await until('2026-11-01');
  const [ben, fatma] = await Promise.all(
    (['ben', 'fatma'] as const).map(async (name) =>
      hear(await application.socket(await application.signIn(people()[name]))),
    ),
  );
  await ada.writeIntervisie.mutate({ roomId, lineId: lineId(), phase: 'incident', text: planted });
  await ada.endIntervisie.mutate({ roomId, keep: false });
  await expect.poll(() => ben?.learningChanged).toBe(2);
  expect(fatma?.learningChanged).toBe(0);
  await until(null);
});
