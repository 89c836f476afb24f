import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { Delivery } from '@roer/domain/feed';
import type { Id, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { text } from './rights-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let ben: TestClient['responsibilities'];
let fatma: TestClient['responsibilities'];
let ada: TestClient['responsibilities'];
let anna: TestClient['organisation'];

beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  const { people } = world.water;
  const as = async (personId: PersonId) => application.client(await application.signIn(personId));
  const inTeam = async (personId: PersonId) => (await as(personId)).responsibilities;
  [ada, ben, fatma] = await Promise.all([inTeam(people.ada), inTeam(people.ben), inTeam(people.fatma)]);
  anna = (await as(people.anna)).organisation;
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = () => ({ commandId: newId<'command'>(), teamId });
const refused = (code: string) => ({ data: { code } });
const today = () => dateAt(application.clock.now());

let ids: { handoverId: Id<'handover'>; responsibilityId: ResponsibilityId };
let duoIds: { duoId: Id<'duo'>; responsibilityId: ResponsibilityId };
const items = [newItem('Begin ruim voor oktober.'), newItem('De map van Ans telt nog mee.')];
function newItem(words: string) {
  return { kind: 'pitfall' as const, subjectId: null, text: words };
}

beforeEach(async () => {
  const [areaId, responsibilityId] = [newId<'area'>(), newId<'responsibility'>()];
  await ada.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: 'Area', order: 1 }],
    responsibilities: [{ ...text(areaId), id: responsibilityId, catalogueItemId: null }],
  });
  ids = { handoverId: newId<'handover'>(), responsibilityId };
  duoIds = { duoId: newId<'duo'>(), responsibilityId };
});

const carried = async (who: TestClient['responsibilities']) => {
  const assignmentId = newId<'assignment'>();
  const { responsibilityId } = ids;
  await who.takeOver.mutate({ ...command(), responsibilityId, role: 'holder', sharePercent: 100, assignmentId });
  return assignmentId;
};
const start = async (receiver: PersonId | null) => {
  const assignmentId = await carried(fatma);
  const lines = items.map((item) => ({ ...item, id: newId<'handoverItem'>() }));
  const handovers = [{ ...ids, assignmentId, receiver, items: lines }];
  const before = addDays(today(), 14);
  await fatma.startHandovers.mutate({ ...command(), before, handovers });
  return lines;
};
const tickAll = async (lines: Awaited<ReturnType<typeof start>>) => {
  for (const { id: itemId } of lines)
    for (const who of [fatma, ben]) await who.tickHandoverItem.mutate({ ...command(), ...ids, itemId, ticked: true });
};
const snapshot = async () => (await ada.board.query({ teamId })).snapshot;
const holders = async (): Promise<PersonId[]> =>
  Object.values((await snapshot()).assignment)
    .filter(({ responsibilityId }) => responsibilityId === ids.responsibilityId)
    .map(({ personId }) => personId);
const notes = async () =>
  Object.values((await snapshot()).note).filter(({ responsibilityId }) => responsibilityId === ids.responsibilityId);

describe('handing over', () => {
  it('R6.1 R6.4 R6.5 is there for the whole team, ticked by both and accepted, in one delivery', async () => {
    const lines = await start(world.water.people.ben);
    expect((await snapshot()).handover[ids.handoverId]).toMatchObject({
      giver: world.water.people.fatma,
      receiver: world.water.people.ben,
      before: addDays(today(), 14),
      items: [{ byGiver: false }, { byGiver: false }],
      state: 'open',
    });
    const assignmentId = newId<'assignment'>();
    const early = ben.acceptHandover.mutate({ ...command(), ...ids, assignmentId });
    await expect(early).rejects.toMatchObject(refused('handoverUnfinished'));
    await tickAll(lines);
    const input = { ...command(), ...ids, assignmentId };
    const { delivery } = (await ben.acceptHandover.mutate(input)) as { delivery: Delivery };
    expect(delivery.changes.map(({ entity }) => entity).toSorted()).toEqual([
      'assignment',
      'assignment',
      'handover',
      'note',
      'note',
    ]);
    expect(await holders()).toEqual([world.water.people.ben]);
    expect((await snapshot()).handover[ids.handoverId]).toMatchObject({ state: 'accepted', closedOn: today() });
    // Asked again it is not done again.
    await ben.acceptHandover.mutate(input);
    expect(await notes()).toHaveLength(2);
  });

  it('L3.2 R6.5 what the giver said about handing it over ends when it is accepted, in the same delivery', async () => {
    const lines = await start(world.water.people.ben);
    const leaveIntentId = newId<'leaveIntent'>();
    const { responsibilityId } = ids;
    await fatma.planLeave.mutate({ ...command(), leaveIntentId, responsibilityId, before: addDays(today(), 60) });
    await tickAll(lines);
    const before = await snapshot();
    expect(before.leaveIntent[leaveIntentId]).toMatchObject({ personId: world.water.people.fatma });
    const input = { ...command(), ...ids, assignmentId: newId<'assignment'>() };
    const { delivery } = (await ben.acceptHandover.mutate(input)) as { delivery: Delivery };
    expect(delivery.changes.find(({ entity }) => entity === 'leaveIntent')).toMatchObject({ after: null });
    expect((await snapshot()).leaveIntent).toEqual({});
    expect(applyChanges(before, delivery.changes)).toEqual(await snapshot());
  });

  it('R6.4 ticks leave no audit entry, and the rest does', async () => {
    const lines = await start(world.water.people.ben);
    await tickAll(lines);
    const history = await ada.history.query({ teamId, responsibilityId: ids.responsibilityId });
    const actions = history.map(({ action }) => action);
    expect(actions).toContain('handover.start');
    expect(actions).not.toContain('handover.tick');
  });

  it('R6.3 R6.8 lines are changed on condition of their version, and stay as notes when it goes back to the team', async () => {
    const [line] = await start(null);
    const itemId = line?.id ?? newId<'handoverItem'>();
    const write = (version: number, words: string) =>
      fatma.writeHandoverItem.mutate({ ...command(), ...ids, itemId, version, ...newItem(words) });
    await write(1, 'Begin in september.');
    await expect(write(1, 'Te laat.')).rejects.toMatchObject(refused('changedMeanwhile'));
    await fatma.removeHandoverItem.mutate({ ...command(), ...ids, itemId: newId<'handoverItem'>() });
    await expect(
      ben.writeHandoverItem.mutate({ ...command(), ...ids, itemId, version: 2, ...newItem('Van mij.') }),
    ).rejects.toMatchObject(refused('notFound'));
    await fatma.returnHandover.mutate({ ...command(), ...ids });
    expect(await holders()).toEqual([]);
    expect((await notes()).map(({ title }) => title).toSorted()).toEqual([
      'Begin in september.',
      'De map van Ans telt nog mee.',
    ]);
    await expect(fatma.returnHandover.mutate({ ...command(), ...ids })).rejects.toMatchObject(refused('handoverGone'));
  });

  it('R6.7 R6.8 somebody who leaves the team returns it; giving it back by the ordinary way does too', async () => {
    await start(world.water.people.ben);
    const person = await newMember();
    await fatma.changeHandover.mutate({ ...command(), ...ids, receiver: person.id, before: null });
    await anna.endMembership.mutate({ ...command(), membershipId: person.membershipId });
    expect((await snapshot()).handover[ids.handoverId]).toMatchObject({ state: 'open', receiver: null });
    const assignmentId = Object.values((await snapshot()).assignment).find(
      ({ responsibilityId }) => responsibilityId === ids.responsibilityId,
    )?.id;
    await fatma.giveBack.mutate({
      ...command(),
      responsibilityId: ids.responsibilityId,
      assignmentId: assignmentId ?? newId<'assignment'>(),
    });
    expect((await snapshot()).handover[ids.handoverId]?.state).toBe('returned');
    expect(await notes()).toHaveLength(2);
  });

  it('R6.1 the same assignment is never handed over twice, also when two ask at once', async () => {
    const assignmentId = await carried(fatma);
    const { responsibilityId } = ids;
    const asked = [1, 2].map(() =>
      fatma.startHandovers.mutate({
        ...command(),
        before: null,
        handovers: [{ handoverId: newId<'handover'>(), responsibilityId, assignmentId, receiver: null, items: [] }],
      }),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('R6.3 a line of one handover is never that of another, whatever id a browser gives it', async () => {
    const [line] = await start(null);
    const first = ids;
    const other = newId<'responsibility'>();
    const areaId = newId<'area'>();
    await ada.add.mutate({
      ...command(),
      areas: [{ id: areaId, name: 'Area', order: 1 }],
      responsibilities: [{ ...text(areaId), id: other, catalogueItemId: null }],
    });
    ids = { handoverId: newId<'handover'>(), responsibilityId: other };
    await start(null);
    const taken = { itemId: line?.id ?? newId<'handoverItem'>(), version: 0, ...newItem('Van een ander.') };
    await fatma.writeHandoverItem.mutate({ ...command(), ...ids, ...taken });
    const { handover } = await snapshot();
    expect(handover[first.handoverId]?.items.map(({ text: words }) => words)).toContain('Begin ruim voor oktober.');
    expect(handover[ids.handoverId]?.items).toHaveLength(3);
  });
});

const newMember = async () => {
  const [id, membershipId] = [newId<'person'>(), newId<'membership'>()];
  const membership = { id: membershipId, teamId, minutesByWeekday: [480, 0, 0, 0, 0, 0, 0], home: false };
  const email = `${id}@water.example`;
  const person = { commandId: newId<'command'>(), id, name: 'Nieuw', email, membership, invite: false };
  await anna.createPerson.mutate(person);
  return { id, membershipId };
};

describe('a duo', () => {
  const propose = async () => {
    const { ben: receiver, fatma: giver } = world.water.people;
    await fatma.proposeDuo.mutate({ ...command(), ...duoIds, giver, receiver });
  };

  it('L4.1 L4.3 L4.4 L4.5 runs from the proposal to the fifth session, and the notes stay', async () => {
    await propose();
    await expect(fatma.agreeDuo.mutate({ ...command(), ...duoIds })).rejects.toMatchObject(refused('notFound'));
    await ben.agreeDuo.mutate({ ...command(), ...duoIds });
    const plannedOn = addDays(today(), 7);
    await ben.planDuoSession.mutate({ ...command(), ...duoIds, number: 1, plannedOn });
    expect((await snapshot()).duo[duoIds.duoId]?.sessions[0]).toEqual({
      number: 1,
      plannedOn,
      heldOn: null,
      noteId: null,
    });
    const noteId = newId<'note'>();
    const write = (who: typeof ben, version: number, body: string) =>
      who.writeDuoNote.mutate({ ...command(), ...duoIds, number: 1, noteId, version, title: 'Overdracht 1', body });
    await write(ben, 0, 'Draait om de termijnen.');
    await expect(write(fatma, 0, 'Ook.')).rejects.toMatchObject(refused('changedMeanwhile'));
    await write(fatma, 1, 'Draait om de termijnen en om Bas.');
    for (const number of [1, 2, 3, 4, 5] as const)
      await ben.holdDuoSession.mutate({ ...command(), ...duoIds, number, held: true });
    expect((await snapshot()).duo[duoIds.duoId]).toMatchObject({ state: 'ended', endedOn: today() });
    expect(await notes()).toMatchObject([{ id: noteId, body: 'Draait om de termijnen en om Bas.', version: 2 }]);
  });

  it('L4.1 nobody outside the two says anything about it, though the team sees it', async () => {
    await propose();
    expect((await snapshot()).duo[duoIds.duoId]?.state).toBe('proposed');
    for (const ask of [ada.agreeDuo, ada.withdrawDuo])
      await expect(ask.mutate({ ...command(), ...duoIds })).rejects.toMatchObject(refused('notFound'));
  });

  it('L4.6 ends when one of the two leaves the team', async () => {
    const person = await newMember();
    const { fatma: giver } = world.water.people;
    await fatma.proposeDuo.mutate({ ...command(), ...duoIds, giver, receiver: person.id });
    await anna.endMembership.mutate({ ...command(), membershipId: person.membershipId });
    expect((await snapshot()).duo[duoIds.duoId]).toBeUndefined();
  });
});
