import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AreaId, Id, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { text } from './rights-scene.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let teamId: TeamId;
let ada: TestClient['responsibilities'];
let ben: TestClient['responsibilities'];
let fatma: TestClient['responsibilities'];
let olaf: TestClient['responsibilities'];
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  teamId = world.water.teams.permits;
  const as = async (personId: PersonId) => application.client(await application.signIn(personId)).responsibilities;
  const { people } = world.water;
  [ada, ben, fatma, olaf] = await Promise.all([
    as(people.ada),
    as(people.ben),
    as(people.fatma),
    as(world.hill.people.olaf),
  ]);
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = (team: TeamId = teamId) => ({ commandId: newId<'command'>(), teamId: team });
const refused = (code: string, detail: object = {}) => ({ data: { code, detail } });
const board = async () => (await ada.board.query({ teamId })).snapshot;

let areaId: AreaId;
let responsibilityId: ResponsibilityId;
beforeEach(async () => {
  [areaId, responsibilityId] = [newId<'area'>(), newId<'responsibility'>()];
  await ada.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: 'Area', order: 1 }],
    responsibilities: [{ ...text(areaId), id: responsibilityId, catalogueItemId: null }],
  });
});

const holding = (sharePercent = 100) => ({
  responsibilityId,
  role: 'holder' as const,
  sharePercent,
  assignmentId: newId<'assignment'>(),
});
const carriers = async () =>
  Object.values((await board()).assignment)
    .filter((row) => row.responsibilityId === responsibilityId)
    .map(({ personId, role, sharePercent }) => ({ personId, role, sharePercent }));

describe('carrying', () => {
  it('R4.1 R4.2 R4.3 somebody takes an open slot, carries less, and gives it back', async () => {
    const slot = holding();
    const { delivery } = await ada.takeOver.mutate({ ...command(), ...slot });
    expect(delivery).toMatchObject({ feed: teamId, action: 'assignment.takeOver', actorId: world.water.people.ada });
    expect(await carriers()).toEqual([{ personId: world.water.people.ada, role: 'holder', sharePercent: 100 }]);
    await ada.changeShare.mutate({ ...command(), ...slot, sharePercent: 60 });
    await ben.takeOver.mutate({ ...command(), ...holding(100) });
    expect((await carriers()).map((row) => row.sharePercent).toSorted()).toEqual([40, 60]);
    await expect(ada.changeShare.mutate({ ...command(), ...slot, sharePercent: 80 })).rejects.toMatchObject(
      refused('slotTaken', { field: 'sharePercent' }),
    );
    await expect(ben.giveBack.mutate({ ...command(), ...slot })).rejects.toMatchObject(refused('notFound'));
    await ada.giveBack.mutate({ ...command(), ...slot });
    expect(await carriers()).toEqual([{ personId: world.water.people.ben, role: 'holder', sharePercent: 40 }]);
  });

  it('R4.1 of people who take the same open slot at the same moment exactly one gets it, and the others hear who', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = newId<'responsibility'>();
      const row = { ...text(areaId), id, catalogueItemId: null };
      await ada.add.mutate({ ...command(), areas: [], responsibilities: [row] });
      const people = [world.water.people.ada, world.water.people.ben, world.water.people.fatma];
      const tries = await Promise.allSettled(
        [ada, ben, fatma].map((each) => each.takeOver.mutate({ ...command(), ...holding(), responsibilityId: id })),
      );
      const winner = tries.findIndex((each) => each.status === 'fulfilled');
      expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      for (const each of tries.filter((other) => other.status === 'rejected'))
        expect(each.reason).toMatchObject(refused('slotTaken', { by: people[winner] }));
    }
  });

  it('R4.4 R4.5 a carried slot moves when both agree', async () => {
    const slot = holding();
    await ada.takeOver.mutate({ ...command(), ...slot });
    await expect(ben.takeOver.mutate({ ...command(), ...holding() })).rejects.toMatchObject(refused('slotTaken'));
    const offer = { ...slot, offerId: newId<'offer'>(), kind: 'give' as const, toPersonId: world.water.people.ben };
    await ada.makeOffer.mutate({ ...command(), ...offer });
    await expect(ada.makeOffer.mutate({ ...command(), ...offer, offerId: newId<'offer'>() })).rejects.toMatchObject(
      refused('offerExists'),
    );
    const answer = { responsibilityId, offerId: offer.offerId };
    await expect(fatma.declineOffer.mutate({ ...command(), ...answer })).rejects.toMatchObject(refused('notFound'));
    await ben.acceptOffer.mutate({ ...command(), ...answer, assignmentId: newId<'assignment'>() });
    expect(await carriers()).toEqual([{ personId: world.water.people.ben, role: 'holder', sharePercent: 100 }]);
    await expect(ben.declineOffer.mutate({ ...command(), ...answer })).rejects.toMatchObject(refused('offerGone'));
  });

  it('U1 U2 U3 somebody takes back what they did, once, and not what somebody else did', async () => {
    const taking = { ...command(), ...holding() };
    await ada.takeOver.mutate(taking);
    const undoes = taking.commandId;
    await expect(ben.undo.mutate({ ...command(), undoes })).rejects.toMatchObject(refused('nothingToUndo'));
    await ada.undo.mutate({ ...command(), undoes });
    expect(await carriers()).toEqual([]);
    await expect(ada.undo.mutate({ ...command(), undoes })).rejects.toMatchObject(refused('changedMeanwhile'));
  });
});

describe('writing', () => {
  it('R1.2 R1.3 an edit asks for the version that was seen', async () => {
    const edit = { responsibilityId, version: 1, text: { ...text(areaId), title: 'Renamed', minutesAWeek: 90 } };
    await ada.edit.mutate({ ...command(), ...edit });
    expect((await board()).responsibility[responsibilityId]).toMatchObject({
      title: 'Renamed',
      minutesAWeek: 90,
      version: 2,
    });
    await expect(ben.edit.mutate({ ...command(), ...edit })).rejects.toMatchObject(refused('changedMeanwhile'));
  });

  it('R1.4 R1.5 R1.6 R1.7 closes what nobody else carries, reopens it, and keeps areas that hold something', async () => {
    await ben.takeOver.mutate({ ...command(), ...holding() });
    await expect(ada.close.mutate({ ...command(), responsibilityId })).rejects.toMatchObject(
      refused('responsibilityCarried', { by: world.water.people.ben }),
    );
    await ben.close.mutate({ ...command(), responsibilityId });
    await expect(ada.takeOver.mutate({ ...command(), ...holding() })).rejects.toMatchObject(
      refused('responsibilityClosed'),
    );
    await expect(ada.removeArea.mutate({ ...command(), areaId })).rejects.toMatchObject(refused('areaNotEmpty'));
    await ada.reopen.mutate({ ...command(), responsibilityId });
    expect(await carriers()).toEqual([]);
    await ada.renameArea.mutate({ ...command(), areaId, name: 'Other' });
    expect((await board()).area[areaId]).toMatchObject({ name: 'Other' });
  });

  it('R1.8 the history tells who did what, latest first, with names and without texts', async () => {
    application.clock.advance(1);
    await ben.takeOver.mutate({ ...command(), ...holding() });
    application.clock.advance(1);
    await ada.edit.mutate({
      ...command(),
      responsibilityId,
      version: 1,
      text: { ...text(areaId), title: 'Secret title' },
    });
    const history = await fatma.history.query({ teamId, responsibilityId });
    expect(history.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
      { action: 'responsibility.edit', actorId: world.water.people.ada },
      { action: 'assignment.takeOver', actorId: world.water.people.ben },
      { action: 'responsibility.create', actorId: world.water.people.ada },
    ]);
    expect(history[0]?.detail).toEqual({ changed: ['title'] });
    expect(history[1]?.names[world.water.people.ben]).toBe('Ben de Boer');
    expect(JSON.stringify(history)).not.toContain('Secret title');
  });
});

describe('retries', () => {
  it('F2 F3 a command that is asked again, also at the same moment, is done once and answered alike', async () => {
    const taking = { ...command(), ...holding() };
    const [first, second] = await Promise.all([ada.takeOver.mutate(taking), ada.takeOver.mutate(taking)]);
    expect(second).toEqual(first);
    expect(await ada.takeOver.mutate(taking)).toEqual(first);
    expect(await carriers()).toHaveLength(1);
    await expect(ada.takeOver.mutate({ ...taking, sharePercent: 50 })).rejects.toMatchObject(refused('commandReused'));
    await expect(ada.removeArea.mutate({ ...taking, areaId })).rejects.toMatchObject(refused('commandReused'));
  });

  it('a number belongs to whoever chose it: another person may use the same one, and each gets their own answer', async () => {
    const mine = { ...command(), id: newId<'area'>(), name: 'Mine' };
    const theirs = { ...mine, id: newId<'area'>(), name: 'Theirs' };
    const first = await ada.createArea.mutate(mine);
    const second = await ben.createArea.mutate(theirs);
    expect(await ben.createArea.mutate(theirs)).toEqual(second);
    expect(await ada.createArea.mutate(mine)).toEqual(first);
    await ada.undo.mutate({ ...command(), undoes: mine.commandId });
    const { area } = await board();
    expect([area[mine.id], area[theirs.id]?.name]).toEqual([undefined, 'Theirs']);
  });

  it('A1 who is no longer a member gets nothing of the team, also not by asking again', async () => {
    const making = { ...command(), id: newId<'area'>(), name: 'Mine' };
    await fatma.createArea.mutate(making);
    const change = 'UPDATE "Membership" SET "until" = $3 WHERE "personId" = $1 AND "teamId" = $2';
    const of = [world.water.people.fatma, teamId];
    await runQuery(application.database.ownerUrl, change, [...of, '2026-11-23']);
    try {
      expect(await fatma.createArea.mutate(making).catch(() => ({ delivery: null }))).toEqual({ delivery: null });
    } finally {
      await runQuery(application.database.ownerUrl, change, [...of, null]);
    }
  });
});

describe('what is not yours', () => {
  it('A4 the ids of another team or organisation are refused as those of nothing', async () => {
    const far = { area: newId<'area'>(), responsibility: newId<'responsibility'>() };
    await olaf.add.mutate({
      ...command(world.hill.teams.harbour),
      areas: [{ id: far.area, name: 'Area', order: 0 }],
      responsibilities: [{ ...text(far.area), id: far.responsibility, catalogueItemId: null }],
    });
    const [item] = await runQuery<{ id: Id<'catalogueItem'> }>(
      application.database.ownerUrl,
      `INSERT INTO "CatalogueItem" VALUES ($1, gen_random_uuid(), 'test', $2, null, 'Name', '', '') RETURNING "id"`,
      [world.hill.id, newId()],
    );
    const slot = holding();
    await ada.takeOver.mutate({ ...command(), ...slot });
    const row = { ...text(areaId), id: newId<'responsibility'>(), catalogueItemId: null };
    const tries: ((ids: { far: boolean }) => Promise<unknown>)[] = [
      ({ far: yes }) =>
        ada.add.mutate({
          ...command(),
          areas: [],
          responsibilities: [{ ...row, areaId: yes ? far.area : newId<'area'>() }],
        }),
      ({ far: yes }) =>
        ada.add.mutate({
          ...command(),
          areas: [],
          responsibilities: [{ ...row, catalogueItemId: yes && item ? item.id : newId<'catalogueItem'>() }],
        }),
      ({ far: yes }) =>
        ada.takeOver.mutate({
          ...command(),
          ...holding(),
          responsibilityId: yes ? far.responsibility : newId<'responsibility'>(),
        }),
      ({ far: yes }) =>
        ada.makeOffer.mutate({
          ...command(),
          ...slot,
          offerId: newId<'offer'>(),
          kind: 'give',
          toPersonId: yes ? world.hill.people.olaf : newId<'person'>(),
        }),
      ({ far: yes }) =>
        ada.history.query({ teamId, responsibilityId: yes ? far.responsibility : newId<'responsibility'>() }),
      ({ far: yes }) => ada.board.query({ teamId: yes ? world.hill.teams.harbour : newId<'team'>() }),
    ];
    for (const attempt of tries) {
      const codes = await Promise.all(
        [true, false].map((yes) =>
          attempt({ far: yes }).then(
            () => 'done',
            (error: { shape: unknown }) => JSON.stringify(error.shape),
          ),
        ),
      );
      expect(codes[0]).toMatch(/notFound|badInput|notAMember/);
      expect(codes[0]).toBe(codes[1]);
    }
  });
});
