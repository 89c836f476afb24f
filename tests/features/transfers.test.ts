import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { Delivery, TeamSnapshot, TransferItem } from '@roer/domain/feed';
import type { AssignmentId, Id, PersonId, ResponsibilityId, TeamId, TransferId } from '@roer/domain/ids';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient, TestSocket } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { hear } from '../live/hear.ts';
import { text } from './rights-scene.ts';

type Client = TestClient['responsibilities'];

let application: TestApplication;
/** Another process on the same database. */
let other: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let people: typeof world.water.people;
let ada: Client;
let ben: Client;
/** Through the other process. */
let benElsewhere: Client;
let fatma: Client;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  const { database, clock } = application;
  other = await startApplication({ database, clock, requestsAMinute: 1_000_000 });
  world = await createWorld(database);
  ({ people } = world.water);
  teamId = world.water.teams.permits;
  const as = async (personId: PersonId, at = application) =>
    at.client(await application.signIn(personId)).responsibilities;
  [ada, ben, benElsewhere, fatma] = await Promise.all([
    as(people.ada),
    as(people.ben),
    as(people.ben, other),
    as(people.fatma),
  ]);
});
afterAll(async () => {
  await other.close();
  await application.close();
});

const sockets: TestSocket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = () => ({ commandId: newId<'command'>(), teamId });
const refused = (code: string, detail = {}) => ({ data: { code, detail } });
const today = () => dateAt(application.clock.now());
const board = async (who = fatma) => who.board.query({ teamId });
const team = async () => (await board()).snapshot;

/** What somebody's browser shows: what it loaded, with everything it was told since. */
const watching = async (personId: PersonId) => {
  const cookie = await application.signIn(personId);
  const socket = await application.socket(cookie);
  sockets.push(socket);
  const heard = hear(socket);
  expect(await socket.emitWithAck('listen', { teamId })).toMatchObject({ ok: true });
  const { seq, snapshot } = await board(application.client(cookie).responsibilities);
  const shown = (): { seq: number; snapshot: TeamSnapshot } =>
    heard.changes
      .filter((delivery) => delivery.seq > seq)
      .reduce((now, delivery) => ({ seq: delivery.seq, snapshot: applyChanges(now.snapshot, delivery.changes) }), {
        seq,
        snapshot,
      });
  return { heard, shown };
};

type Carried = { responsibilityId: ResponsibilityId; assignmentId: AssignmentId };
const carriedBy = async (who: Client): Promise<Carried> => {
  const [areaId, id, assignmentId] = [newId<'area'>(), newId<'responsibility'>(), newId<'assignment'>()];
  await ada.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: 'Area', order: 1 }],
    responsibilities: [{ ...text(areaId), id, catalogueItemId: null }],
  });
  const carried = { responsibilityId: id, assignmentId };
  await who.takeOver.mutate({ ...command(), ...carried, role: 'holder', sharePercent: 100 });
  return carried;
};
let hers: Carried;
let his: Carried;
let transferId: TransferId;
beforeEach(async () => {
  hers = await carriedBy(ada);
  his = await carriedBy(ben);
  transferId = newId<'transfer'>();
});

const move = (carried: Carried, giver: PersonId, receiver: PersonId, sharePercent = 100): TransferItem => ({
  ...carried,
  id: newId<'transferItem'>(),
  workId: null,
  giver,
  receiver,
  sharePercent,
});
const propose = (who: Client, items: TransferItem[], days: { from?: string; until?: string | null } = {}) =>
  who.proposeTransfer.mutate({ ...command(), transferId, items, from: today(), until: null, ...days });
const consent = (who: Client, commandId = newId<'command'>()) =>
  who.consentTransfer.mutate({ commandId, teamId, transferId });
const withdraw = (who: Client) => who.withdrawTransfer.mutate({ ...command(), transferId });
const carriers = (snapshot: TeamSnapshot, { responsibilityId }: Carried, day = today()) =>
  carriedOn(snapshot, day)
    .filter((row) => row.responsibilityId === responsibilityId)
    .map(({ personId, sharePercent }) => [personId, sharePercent] as const)
    .toSorted(([one], [another]) => one.localeCompare(another));

describe('moving work together', () => {
  it('W2.6 W2.7 F1 nothing moves before both agreed, and then it moves for everybody who looks in the same moment', async () => {
    const screens = await Promise.all([watching(people.ada), watching(people.ben)]);
    await propose(fatma, [move(hers, people.ada, people.ben, 40), move(his, people.ben, people.ada, 30)]);
    await consent(ada);
    const before = await team();
    expect(carriers(before, hers)).toEqual([[people.ada, 100]]);
    expect(before.transfer[transferId]).toMatchObject({ consents: [people.ada], proposedBy: people.fatma });
    const { delivery } = await consent(ben);
    const end = await board();
    for (const { heard, shown } of screens) {
      await expect.poll(() => shown().seq, { timeout: 10_000 }).toBe(end.seq);
      expect(shown().snapshot).toEqual(end.snapshot);
      const told = heard.changes.map(({ action }: Delivery) => action);
      expect(told).toEqual(['transfer.propose', 'transfer.consent', 'transfer.consent']);
      expect(heard.changes.at(-1)).toEqual(delivery);
    }
    expect(carriers(end.snapshot, hers)).toEqual(
      [[people.ada, 60] as const, [people.ben, 40] as const].toSorted(([one], [another]) => one.localeCompare(another)),
    );
    expect(carriers(end.snapshot, his)).toHaveLength(2);
    expect(end.snapshot.transfer).toEqual({});
  });

  it('W2.7 two consents at once: both count, and it moves once', async () => {
    for (let round = 0; round < 5; round += 1) {
      transferId = newId<'transfer'>();
      const carried = await carriedBy(ada);
      await propose(fatma, [move(carried, people.ada, people.ben)]);
      await Promise.all([consent(ada), consent(benElsewhere)]);
      const snapshot = await team();
      expect(carriers(snapshot, carried)).toEqual([[people.ben, 100]]);
      expect(snapshot.transfer[transferId]).toBeUndefined();
    }
  });

  it('W2.7 O16 a consent that is sent again does not move it again', async () => {
    await propose(ada, [move(hers, people.ada, people.ben, 40)]);
    const commandId = newId<'command'>();
    const first = await consent(ben, commandId);
    expect(await consent(ben, commandId)).toEqual(first);
    expect(carriers(await team(), hers)).toHaveLength(2);
    await expect(consent(ben)).rejects.toMatchObject(refused('transferGone'));
  });

  it('W2.8 of two proposals about one thing one is agreed on; the other ends, also when both are agreed at once', async () => {
    const first = transferId;
    await propose(ada, [move(hers, people.ada, people.ben, 60)]);
    transferId = newId<'transfer'>();
    await propose(ada, [move(hers, people.ada, people.fatma, 60)]);
    const second = transferId;
    const results = await Promise.allSettled([
      benElsewhere.consentTransfer.mutate({ ...command(), transferId: first }),
      fatma.consentTransfer.mutate({ ...command(), transferId: second }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject(refused('transferGone'));
    const snapshot = await team();
    expect(
      carriers(snapshot, hers)
        .map(([, share]) => share)
        .toSorted(),
    ).toEqual([40, 60]);
    expect(snapshot.transfer).toEqual({});
  });

  it('W2.8 what was given back meanwhile moves nowhere, and nothing else of the proposal does', async () => {
    await propose(fatma, [move(hers, people.ada, people.ben), move(his, people.ben, people.ada)]);
    await ada.giveBack.mutate({ ...command(), ...hers });
    await expect(consent(ben)).rejects.toMatchObject(refused('transferGone'));
    const snapshot = await team();
    expect([carriers(snapshot, hers), carriers(snapshot, his)]).toEqual([[], [[people.ben, 100]]]);
  });

  it('W2.6 no is no, whoever is asked, also after yes; nobody else says it', async () => {
    await propose(fatma, [move(hers, people.ada, people.ben)]);
    await consent(ada);
    await withdraw(ada);
    await expect(consent(ben)).rejects.toMatchObject(refused('transferGone'));
    transferId = newId<'transfer'>();
    await propose(ada, [move(hers, people.ada, people.ben)]);
    await expect(withdraw(fatma)).rejects.toMatchObject(refused('notFound'));
    await expect(consent(fatma)).rejects.toMatchObject(refused('notFound'));
    await withdraw(ben);
    expect((await team()).transfer).toEqual({});
  });

  it('W2.7 R4.8 R4.11 on days that are still to come, and taken back before they begin', async () => {
    const [from, until] = [addDays(today(), 7), addDays(today(), 14)];
    const item = move(hers, people.ada, people.ben, 70);
    await propose(ada, [item], { from, until });
    await consent(ben);
    const snapshot = await team();
    expect(carriers(snapshot, hers)).toEqual([[people.ada, 100]]);
    expect(carriers(snapshot, hers, from)).toHaveLength(2);
    expect(carriers(snapshot, hers, until)).toEqual([[people.ada, 100]]);
    const delegationId = Object.values(snapshot.delegation).find(
      ({ assignmentId }) => assignmentId === hers.assignmentId,
    )?.id;
    if (!delegationId) throw new Error('It was laid over the assignment.');
    await ben.endDelegation.mutate({ ...command(), responsibilityId: hers.responsibilityId, delegationId });
    expect(carriers(await team(), hers, from)).toEqual([[people.ada, 100]]);
  });

  it('W2.6 what is no proposal is refused and leaves nothing', async () => {
    const item = move(hers, people.ada, people.ben);
    const both = { ...item, workId: newId<'deadlineWork'>() };
    const wrong = [
      [],
      [both],
      [{ ...item, assignmentId: null }],
      [{ ...item, sharePercent: 0 }],
      [{ ...item, receiver: people.ada }],
    ];
    for (const items of wrong) await expect(propose(ada, items)).rejects.toMatchObject({ data: { code: 'badInput' } });
    const many = Array.from({ length: 21 }, () => move(hers, people.ada, people.ben, 1));
    await expect(propose(ada, many)).rejects.toMatchObject({ data: { code: 'badInput' } });
    await expect(propose(ada, [item], { until: today() })).rejects.toMatchObject(
      refused('badInput', { field: 'until' }),
    );
    await expect(propose(ada, [move(hers, people.ada, people.dina)])).rejects.toMatchObject(refused('notAMember'));
    expect((await team()).transfer).toEqual({});
  });

  it('R1.8 stands in the history of what it is about, with who passed it on', async () => {
    await propose(ada, [move(hers, people.ada, people.ben)]);
    await consent(ben);
    const { responsibilityId } = hers;
    const told = await fatma.history.query({ teamId, responsibilityId });
    expect(told.map(({ action }) => action)).toContain('transfer.propose');
    expect(told.find(({ action }) => action === 'transfer.consent')).toMatchObject({
      action: 'transfer.consent',
      actorId: people.ben,
      detail: { released: [{ personId: people.ada }], received: [{ personId: people.ben, sharePercent: 100 }] },
    });
  });
});
