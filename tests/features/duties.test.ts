import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '@roer/domain/feed';
import type { DutyId, Id, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

type Client = TestClient['responsibilities'];

let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let ada: Client;
let ben: Client;
let stranger: Client;
let duty: { responsibilityId: ResponsibilityId; dutyId: DutyId };

// Monday 23 November 2026, nine in the morning.
const now = Date.parse('2026-11-23T09:00:00+01:00');

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = () => ({ commandId: newId<'command'>(), teamId });
const snapshot = async () => (await ada.board.query({ teamId })).snapshot;
const rowOf = async (date: string) => (await snapshot()).occurrence[`${duty.dutyId}:${date}`];
const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: { data?: { code: string; detail: object } }) => ({ code: error.data?.code, ...error.data?.detail }),
  );
const date = (recurrenceDate: string) => ({ ...command(), ...duty, recurrenceDate });

beforeAll(async () => {
  application = await startApplication({ now });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  const as = async (person: keyof typeof world.water.people) =>
    application.client(await application.signIn(world.water.people[person])).responsibilities;
  [ada, ben, stranger] = await Promise.all([as('ada'), as('ben'), as('dina')]);
});
beforeEach(async () => {
  application.clock.set(now);
  duty = await aDuty(application, { teamId, holder: world.water.people.ada }, { title: 'Wachtlijst nalopen' });
});
afterAll(() => application.close());

describe('duties through the router', () => {
  it('R3.5 R3.6 keeps every rule that a duty had, and shows both versions to who edits at once', async () => {
    const text = (rrule: string, title = 'Wachtlijst nalopen') => ({
      title,
      schedule: { rrule, start: '2026-11-02', dueTime: '12:00', shift: 'previousWorkday' as const },
    });
    const edit = (client: Client, version: number, rrule: string) =>
      client.editDuty.mutate({ ...command(), ...duty, version, text: text(rrule) });
    await edit(ben, 1, 'FREQ=WEEKLY;BYDAY=FR');
    expect(await refusal(edit(ada, 1, 'FREQ=WEEKLY;BYDAY=TU'))).toEqual({ code: 'changedMeanwhile' });
    application.clock.set(now + 86_400_000);
    await edit(ada, 2, 'FREQ=WEEKLY;BYDAY=TU');
    const row = (await snapshot()).duty[duty.dutyId];
    expect(row?.schedules.map(({ from, rrule }) => [from, rrule])).toEqual([
      ['2026-11-23', 'FREQ=WEEKLY;BYDAY=FR'],
      ['2026-11-24', 'FREQ=WEEKLY;BYDAY=TU'],
    ]);
    expect(row?.schedules[1]).toMatchObject({ dueTime: '12:00', shift: 'previousWorkday', start: '2026-11-02' });
  });

  it('R3.7 ends and begins again', async () => {
    await ada.endDuty.mutate({ ...command(), ...duty });
    expect((await snapshot()).duty[duty.dutyId]?.endedOn).toBe('2026-11-23');
    await ben.resumeDuty.mutate({ ...command(), ...duty });
    expect((await snapshot()).duty[duty.dutyId]?.endedOn).toBeNull();
    await ada.close.mutate({ ...command(), responsibilityId: duty.responsibilityId });
    expect((await snapshot()).duty[duty.dutyId]?.endedOn).toBe('2026-11-23');
    expect(await refusal(ada.resumeDuty.mutate({ ...command(), ...duty }))).toEqual({ code: 'responsibilityClosed' });
  });

  it('R3.8 of two people who tick at once, one did it and the other hears who', async () => {
    const tick = (client: Client) =>
      refusal(client.settleOccurrence.mutate({ ...date('2026-11-23'), state: 'done', reason: '' }));
    const answers = await Promise.all([tick(ada), tick(ben)]);
    const by = (await rowOf('2026-11-23'))?.personId;
    expect(answers).toHaveLength(2);
    expect(answers).toContain('done');
    expect(answers).toContainEqual({ code: 'occurrenceSettled', by });
  });

  it('R3.8 refuses a date that the rule does not give', async () => {
    for (const wrong of ['2026-11-24', '2026-11-16', '2027-02-02'])
      expect(await refusal(ada.settleOccurrence.mutate({ ...date(wrong), state: 'done', reason: '' })), wrong).toEqual({
        code: 'occurrenceGone',
      });
    expect(await refusal(ada.moveOccurrence.mutate({ ...date('2026-11-24'), movedTo: '2026-11-25' }))).toEqual({
      code: 'occurrenceGone',
    });
    expect(Object.values((await snapshot()).occurrence).filter((row) => row.dutyId === duty.dutyId)).toEqual([]);
  });

  it('R3.8 knows a date that was settled longer ago than a snapshot looks back', async () => {
    const settle = (client: Client, day: string) =>
      client.settleOccurrence.mutate({ ...date(day), state: 'done', reason: '' });
    const old = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'];
    for (const day of old) await settle(ada, day);
    application.clock.set(Date.parse('2027-06-07T09:00:00+02:00'));
    const [later, bens] = await Promise.all(
      [world.water.people.ada, world.water.people.ben].map(
        async (person) => application.client(await application.signIn(person)).responsibilities,
      ),
    );
    if (!later || !bens) throw new Error('There are two of them.');
    const held = Object.values((await later.board.query({ teamId })).snapshot.occurrence);
    const ofDuty = held.filter((row) => row.dutyId === duty.dutyId).map((row) => row.recurrenceDate);
    expect(ofDuty.toSorted()).toEqual(old.slice(1));
    const by = world.water.people.ada;
    expect(await refusal(settle(bens, '2026-11-23'))).toEqual({ code: 'occurrenceSettled', by });
    expect((await settle(later, '2026-11-23')).delivery).toBeNull();
    const { delivery } = await bens.reopenOccurrence.mutate(date('2026-11-23'));
    expect(delivery?.changes).toMatchObject([{ entity: 'occurrence', before: { personId: by }, after: null }]);
    expect((await settle(bens, '2026-11-23')).delivery?.changes).toHaveLength(1);
  });

  it('R3.6 R3.8 refuses a date that was moved and fell away with its rule', async () => {
    await ada.moveOccurrence.mutate({ ...date('2026-11-30'), movedTo: '2026-12-02' });
    const text = {
      title: 'Wachtlijst nalopen',
      schedule: { rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-11-23', dueTime: null, shift: 'none' as const },
    };
    await ada.editDuty.mutate({ ...command(), ...duty, version: 1, text });
    const gone = { code: 'occurrenceGone' };
    expect(await refusal(ben.settleOccurrence.mutate({ ...date('2026-11-30'), state: 'done', reason: '' }))).toEqual(
      gone,
    );
    expect(await refusal(ben.moveOccurrence.mutate({ ...date('2026-11-30'), movedTo: null }))).toEqual(gone);
  });

  it('R3.5 F1 everything of a duty arrives once, in order', async () => {
    const { seq } = await ada.board.query({ teamId });
    const deliveries = [
      await ada.settleOccurrence.mutate({ ...date('2026-11-23'), state: 'done', reason: '' }),
      await ben.reopenOccurrence.mutate(date('2026-11-23')),
      await ben.moveOccurrence.mutate({ ...date('2026-11-23'), movedTo: '2026-11-24' }),
      await ada.endDuty.mutate({ ...command(), ...duty }),
      await ada.resumeDuty.mutate({ ...command(), ...duty }),
    ].map(({ delivery }) => delivery);
    const input = { ...command(), ...duty };
    const ended = await ada.endDuty.mutate(input);
    expect(await ada.endDuty.mutate(input)).toEqual(ended);
    const { changes } = await ben.since.query({ teamId, seq });
    expect(changes).toEqual([...deliveries, ended.delivery]);
    expect(changes?.map((each) => each.seq - seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('R3.9 R3.10 moves, is done, opens again and moves back', async () => {
    await ada.moveOccurrence.mutate({ ...date('2026-11-30'), movedTo: '2026-12-01' });
    expect(await rowOf('2026-11-30')).toMatchObject({ state: 'open', movedTo: '2026-12-01' });
    await ben.settleOccurrence.mutate({ ...date('2026-11-30'), state: 'skipped', reason: 'Niets nieuws' });
    expect(await rowOf('2026-11-30')).toMatchObject({
      state: 'skipped',
      movedTo: '2026-12-01',
      reason: 'Niets nieuws',
    });
    await ada.reopenOccurrence.mutate(date('2026-11-30'));
    await ada.moveOccurrence.mutate({ ...date('2026-11-30'), movedTo: null });
    expect(await rowOf('2026-11-30')).toBeUndefined();
  });

  it('U2 each of it is undone by who did it', async () => {
    const undone = async (client: Client, done: Promise<{ delivery: Delivery | null }>) => {
      const { delivery } = await done;
      if (!delivery) throw new Error('It changed something.');
      await client.undo.mutate({ ...command(), undoes: delivery.commandId });
    };
    await undone(ada, ada.settleOccurrence.mutate({ ...date('2026-11-23'), state: 'done', reason: '' }));
    expect(await rowOf('2026-11-23')).toBeUndefined();
    await undone(ada, ada.moveOccurrence.mutate({ ...date('2026-11-23'), movedTo: '2026-11-24' }));
    expect(await rowOf('2026-11-23')).toBeUndefined();
    await ada.settleOccurrence.mutate({ ...date('2026-11-23'), state: 'done', reason: '' });
    await undone(ben, ben.reopenOccurrence.mutate(date('2026-11-23')));
    expect(await rowOf('2026-11-23')).toMatchObject({ state: 'done', personId: world.water.people.ada });
    await undone(ada, ada.endDuty.mutate({ ...command(), ...duty }));
    expect((await snapshot()).duty[duty.dutyId]?.endedOn).toBeNull();
    const text = {
      title: 'Anders',
      schedule: { rrule: 'FREQ=DAILY', start: '2026-11-23', dueTime: null, shift: 'none' as const },
    };
    const before = (await snapshot()).duty[duty.dutyId];
    await undone(ada, ada.editDuty.mutate({ ...command(), ...duty, version: before?.version ?? 0, text }));
    expect((await snapshot()).duty[duty.dutyId]).toMatchObject({
      title: 'Wachtlijst nalopen',
      schedules: before?.schedules,
    });
  });

  it('A4 looks absent to another team, whose people cannot touch it either', async () => {
    const theirs = { commandId: newId<'command'>(), teamId: world.water.teams.green };
    for (const where of [command(), theirs]) {
      expect(await refusal(stranger.endDuty.mutate({ ...where, ...duty }))).toEqual({ code: 'notFound' });
      expect(
        await refusal(
          stranger.settleOccurrence.mutate({
            ...where,
            ...duty,
            commandId: newId(),
            recurrenceDate: '2026-11-23',
            state: 'done',
            reason: '',
          }),
        ),
      ).toEqual({ code: 'notFound' });
    }
    expect(await refusal(stranger.yearOfDuties.query({ teamId, year: 2026 }))).toEqual({ code: 'notFound' });
  });

  it('R3.12 tells what was done in a year, also longer ago than a snapshot looks back', async () => {
    await ada.settleOccurrence.mutate({ ...date('2026-11-23'), state: 'done', reason: '' });
    const row = await rowOf('2026-11-23');
    application.clock.set(Date.parse('2027-12-06T09:00:00+01:00'));
    const later = application.client(await application.signIn(world.water.people.ada)).responsibilities;
    const of = async (year: number) =>
      (await later.yearOfDuties.query({ teamId, year })).filter(
        ({ dutyId }: { dutyId: DutyId }) => dutyId === duty.dutyId,
      );
    expect(await of(2026)).toEqual([row]);
    expect(await of(2027)).toEqual([]);
    // Due on the last working day of one year although its rule gave a day of the next, or moved into it.
    await later.settleOccurrence.mutate({ ...date('2027-01-04'), state: 'done', reason: '' });
    expect((await of(2026)).map(({ recurrenceDate }) => recurrenceDate)).toEqual(['2026-11-23', '2027-01-04']);
    await later.moveOccurrence.mutate({ ...date('2028-01-03'), movedTo: '2027-12-30' });
    expect((await of(2027)).map(({ recurrenceDate }) => recurrenceDate)).toContain('2028-01-03');
  });
});
