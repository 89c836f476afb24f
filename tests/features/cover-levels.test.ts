import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateAt } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { CoverLevelRow } from '@roer/domain/learning/cover-rows';
import type { CommandId, CoverLevelId, Id, MembershipId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { coverLevels } from '@roer/domain/learning/cover-level';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { timelessId } from '../kit/goals.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

// Monday 23 November 2026, nine in the morning.
const now = Date.parse('2026-11-23T09:00:00+01:00');
const today = '2026-11-23';
const dayInMilliseconds = 86_400_000;

let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
/** Ada holds what it is about, Ben learns it, Fatma is in the team too. */
let [ada, ben, fatma]: TestClient[] = [];
let about: { responsibilityId: ResponsibilityId };
let duty: Awaited<ReturnType<typeof aDuty>>;

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const as = async (personId: PersonId): Promise<TestClient> => application.client(await application.signIn(personId));
const command = () => ({ commandId: newId<'command'>(), teamId });
const of = (client: TestClient | undefined): TestClient['responsibilities'] => {
  if (!client) throw new Error('They are signed in.');
  return client.responsibilities;
};
const snapshot = async () => (await of(ada).board.query({ teamId })).snapshot;
const rowOf = async (id: CoverLevelId): Promise<CoverLevelRow | undefined> => (await snapshot()).coverLevel[id];
const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: { data?: { code: string } }) => error.data?.code,
  );
const propose = async (
  client: TestClient | undefined,
  level: CoverLevelRow['level'] = 'observing',
): Promise<CoverLevelId> => {
  const coverLevelId = newId<'coverLevel'>();
  await of(client).proposeLevel.mutate({ ...command(), ...about, coverLevelId, level: level ?? 'observing' });
  return coverLevelId;
};
const confirm = (client: TestClient | undefined, coverLevelId: CoverLevelId, asBuddy = false): Promise<unknown> =>
  refusal(of(client).confirmLevel.mutate({ ...command(), ...about, coverLevelId, asBuddy }));
/** Ben up to a level, each step confirmed by Ada. */
const climb = async (steps: number): Promise<CoverLevelId> => {
  let last = newId<'coverLevel'>();
  for (const level of coverLevels.slice(0, steps)) {
    last = await propose(ben, level);
    expect(await confirm(ada, last)).toBe('done');
  }
  return last;
};
const membershipOf = async (personId: PersonId): Promise<MembershipId> => {
  const membership = Object.values((await snapshot()).member).find((row) => row.personId === personId);
  if (!membership) throw new Error('They are in the team.');
  return membership.id;
};
const newMembership = (personId: PersonId) => ({
  membershipId: newId<'membership'>(),
  personId,
  home: true,
  minutesByWeekday: [480, 480, 480, 480, 240, 0, 0],
});
const coverage = async () =>
  deriveBoard(await snapshot(), { today: dateAt(application.clock.now()) })
    .flatMap(({ responsibilities }) => responsibilities)
    .find(({ id }) => id === about.responsibilityId)?.coverage;

beforeAll(async () => {
  application = await startApplication({ now });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
});
beforeEach(async () => {
  application.clock.set(now);
  const { people } = world.water;
  [ada, ben, fatma] = await Promise.all([people.ada, people.ben, people.fatma].map(as));
  duty = await aDuty(application, { teamId, holder: world.water.people.ada }, { title: 'Wachtlijst nalopen' });
  about = { responsibilityId: duty.responsibilityId };
});
afterAll(() => application.close());

describe('how far people are, through the router', () => {
  it('L1.3 the server looks who is whose buddy, whatever a browser says', async () => {
    const coverLevelId = await propose(ben);
    for (const asBuddy of [true, false]) expect(await confirm(fatma, coverLevelId, asBuddy)).toBe('notFound');
    expect(await confirm(ben, coverLevelId, true)).toBe('notFound');
    const { ben: learner, fatma: buddy } = world.water.people;
    const id = timelessId<'buddy'>();
    // Who was only asked is no buddy yet, and being one is not mutual.
    await ben?.learning.askBuddy.mutate({ id, teamId, personId: buddy });
    expect(await confirm(fatma, coverLevelId, true)).toBe('notFound');
    await fatma?.learning.answerBuddy.mutate({ id, agrees: true });
    expect(await confirm(fatma, coverLevelId)).toBe('done');
    expect(await rowOf(coverLevelId)).toMatchObject({
      state: 'confirmed',
      personId: learner,
      confirmedBy: buddy,
      confirmedOn: today,
    });
    await ben?.learning.endBuddy.mutate({ id });
    const next = await propose(ben, 'together');
    expect(await confirm(fatma, next, true)).toBe('notFound');
    expect(await confirm(ada, next)).toBe('done');
  });

  it('L1.1 L1.2 a command that is given again does nothing twice', async () => {
    const input = { ...command(), ...about, coverLevelId: newId<'coverLevel'>(), level: 'observing' as const };
    const [first, second] = [await of(ben).proposeLevel.mutate(input), await of(ben).proposeLevel.mutate(input)];
    expect(second).toEqual(first);
    const answer = { ...command(), ...about, coverLevelId: input.coverLevelId, asBuddy: false };
    const [yes, again] = [await of(ada).confirmLevel.mutate(answer), await of(ada).confirmLevel.mutate(answer)];
    expect(again).toEqual(yes);
    const mine = Object.values((await snapshot()).coverLevel).filter(
      ({ responsibilityId }) => responsibilityId === about.responsibilityId,
    );
    expect(mine.map(({ number, state }) => [number, state])).toEqual([[1, 'confirmed']]);
    const reused: { commandId: CommandId } = { commandId: answer.commandId };
    expect(await refusal(of(ada).declineLevel.mutate({ ...answer, ...reused }))).toBe('commandReused');
  });

  it('L1.3 two who answer at once leave one answer', async () => {
    const coverLevelId = await propose(ben);
    const [yes, no] = await Promise.all([
      confirm(ada, coverLevelId),
      refusal(of(ada).declineLevel.mutate({ ...command(), ...about, coverLevelId, asBuddy: false })),
    ]);
    expect([yes, no].toSorted()).toEqual(['changedMeanwhile', 'done']);
    expect((await rowOf(coverLevelId))?.state).toBe(yes === 'done' ? 'confirmed' : undefined);
  });

  it('L1.8 a date of a duty that is done exercises what its person can of it', async () => {
    const [learns, carries] = [await climb(2), await propose(ada, 'teaching')];
    expect(await confirm(ben, carries)).toBe('notFound');
    const { people } = world.water;
    // Whoever comes back after weeks signs in again.
    const rowLater = async (id: CoverLevelId) => {
      const { responsibilities } = await as(people.ada);
      return (await responsibilities.board.query({ teamId })).snapshot.coverLevel[id];
    };
    const settle = async (daysLater: number, recurrenceDate: string): Promise<void> => {
      application.clock.set(now + daysLater * dayInMilliseconds);
      const date = { ...command(), ...duty, recurrenceDate, state: 'done' as const, reason: '' };
      await (await as(people.ben)).responsibilities.settleOccurrence.mutate(date);
    };
    await settle(42, '2027-01-04');
    expect(await rowLater(learns)).toMatchObject({ exercisedOn: '2027-01-04' });
    expect(await rowLater(carries)).toMatchObject({ exercisedOn: null });
    // Within thirty days it says nothing new.
    await settle(49, '2027-01-11');
    expect(await rowLater(learns)).toMatchObject({ exercisedOn: '2027-01-04' });
  });

  it('R2.3 R2.4 L1.6 who can do it alone covers it, until they are in the team no more', async () => {
    const { people } = world.water;
    await climb(2);
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ada });
    expect(await confirm(ada, await propose(ben, 'independent'))).toBe('done');
    expect(await coverage()).toEqual({ state: 'covered', holders: [people.ada], substitutes: [], able: [people.ben] });
    await of(ben).stepBack.mutate({ ...command(), ...about, coverLevelId: newId(), level: 'together' });
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ada });
    expect(await confirm(ada, await propose(ben, 'independent'))).toBe('done');
    const { organisation } = await as(people.anna);
    const membershipId = await membershipOf(people.ben);
    await organisation.endMembership.mutate({ ...command(), membershipId });
    application.clock.set(now + dayInMilliseconds);
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ada });
    await organisation.startMembership.mutate({ ...command(), ...newMembership(people.ben) });
  });

  it('L1.4 a step that was too early, or taken back, can be said again later', async () => {
    const early = await propose(ben);
    await of(ada).declineLevel.mutate({ ...command(), ...about, coverLevelId: early, asBuddy: false });
    const withdrawn = await propose(ben);
    await of(ben).withdrawLevel.mutate({ ...command(), ...about, coverLevelId: withdrawn });
    const again = await propose(ben);
    expect(await confirm(ada, again)).toBe('done');
    expect(await confirm(ada, await propose(ben, 'together'))).toBe('done');
    const mine = Object.values((await snapshot()).coverLevel).filter(
      ({ responsibilityId }) => responsibilityId === about.responsibilityId,
    );
    expect(mine.map(({ number, level }) => `${number} ${level ?? ''}`).toSorted()).toEqual([
      '1 observing',
      '2 together',
    ]);
  });

  it('L1.2 a step is asked about no more once its responsibility is closed, on open browsers too', async () => {
    const coverLevelId = await propose(ben);
    const before = await snapshot();
    const { delivery } = await of(ada).close.mutate({ ...command(), ...about });
    if (!delivery) throw new Error('It was open.');
    expect(applyChanges(before, delivery.changes)).toEqual(await snapshot());
    expect(await rowOf(coverLevelId)).toBeUndefined();
    // Opened again it is not there again.
    await of(ada).reopen.mutate({ ...command(), ...about });
    expect(await rowOf(coverLevelId)).toBeUndefined();
    expect(await confirm(ada, coverLevelId)).toBe('changedMeanwhile');
  });

  it('L1.2 a step of who leaves the team waits no longer, also when they come back', async () => {
    // He may have come back the day before.
    application.clock.set(now + dayInMilliseconds);
    const coverLevelId = await propose(ben);
    const membershipId = await membershipOf(world.water.people.ben);
    const { organisation } = await as(world.water.people.anna);
    await organisation.endMembership.mutate({ ...command(), membershipId });
    expect(await rowOf(coverLevelId)).toBeUndefined();
    application.clock.set(now + 2 * dayInMilliseconds);
    await organisation.startMembership.mutate({ ...command(), ...newMembership(world.water.people.ben) });
    ben = await as(world.water.people.ben);
    expect(await rowOf(coverLevelId)).toBeUndefined();
    expect(await rowOf(await propose(ben))).toMatchObject({ state: 'proposed' });
  });

  it('L1.6 L1.7 R2.4 who held it for a month and gives it away still covers it, for an open browser as for a new one', async () => {
    const { people } = world.water;
    application.clock.set(now + 40 * dayInMilliseconds);
    ada = await as(people.ada);
    ben = await as(people.ben);
    const before = await snapshot();
    const assignmentId = Object.values(before.assignment).find(
      ({ responsibilityId }) => responsibilityId === about.responsibilityId,
    )?.id;
    if (!assignmentId) throw new Error('Ada holds it.');
    const given = await of(ada).giveBack.mutate({ ...command(), ...about, assignmentId });
    const taken = await of(ben).takeOver.mutate({
      ...command(),
      ...about,
      assignmentId: newId<'assignment'>(),
      role: 'holder',
      sharePercent: 100,
    });
    if (!given.delivery || !taken.delivery) throw new Error('Both did something.');
    const changes = [...given.delivery.changes, ...taken.delivery.changes];
    expect(changes.map(({ entity }) => entity)).toEqual(['assignment', 'assignment']);
    expect(applyChanges(before, changes)).toEqual(await snapshot());
    expect(await coverage()).toEqual({ state: 'covered', holders: [people.ben], substitutes: [], able: [people.ada] });
    // She goes on from where she is.
    expect(await rowOf(await propose(ada, 'teaching'))).toMatchObject({ state: 'proposed', number: 1 });
    await of(ada).stepBack.mutate({ ...command(), ...about, coverLevelId: newId(), level: null });
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ben });
    expect(
      await refusal(of(ada).keepLevel.mutate({ ...command(), ...about, coverLevelId: newId<'coverLevel'>() })),
    ).toBe('notFound');
  });

  it('L1.1 A2 another organisation and another team learn nothing and change nothing', async () => {
    const coverLevelId = await propose(ben);
    const { dina, mira, anna, cem } = world.water.people;
    for (const personId of [dina, mira, anna, cem, world.hill.people.olaf]) {
      const other = await as(personId);
      expect(await confirm(other, coverLevelId, true)).toBe('notFound');
      expect(await refusal(other.responsibilities.board.query({ teamId }))).toBe('notFound');
      // Nor from within a team of their own.
      const own = { ...command(), teamId: world.hill.teams.harbour, ...about, coverLevelId, asBuddy: true };
      expect(await refusal(other.responsibilities.confirmLevel.mutate(own))).toMatch(/^notFound|responsibilityClosed$/);
    }
    expect(await rowOf(coverLevelId)).toMatchObject({ state: 'proposed', confirmedBy: null });
  });
});
