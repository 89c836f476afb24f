import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CoverLevelRow } from '@roer/domain/learning/cover-rows';
import type { CommandId, CoverLevelId, Id, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
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
const coverage = async () =>
  deriveBoard(await snapshot(), { today })
    .flatMap(({ responsibilities }) => responsibilities)
    .find(({ id }) => id === about.responsibilityId)?.coverage;

beforeAll(async () => {
  application = await startApplication({ now });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  const { people } = world.water;
  [ada, ben, fatma] = await Promise.all([people.ada, people.ben, people.fatma].map(as));
});
beforeEach(async () => {
  application.clock.set(now);
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
    const { people, memberships } = world.water;
    await climb(2);
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ada });
    expect(await confirm(ada, await propose(ben, 'independent'))).toBe('done');
    expect(await coverage()).toEqual({ state: 'covered', holders: [people.ada], substitutes: [], able: [people.ben] });
    await of(ben).stepBack.mutate({ ...command(), ...about, coverLevelId: newId(), level: 'together' });
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ada });
    expect(await confirm(ada, await propose(ben, 'independent'))).toBe('done');
    const { organisation } = await as(people.anna);
    const membershipId = memberships.ben['permits'];
    if (!membershipId) throw new Error('Ben is in the team.');
    await organisation.endMembership.mutate({ ...command(), membershipId });
    application.clock.set(now + dayInMilliseconds);
    expect(await coverage()).toEqual({ state: 'fragile', holder: people.ada });
    const back = { membershipId: newId<'membership'>(), personId: people.ben, home: true };
    await organisation.startMembership.mutate({
      ...command(),
      ...back,
      minutesByWeekday: [480, 480, 480, 480, 240, 0, 0],
    });
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
