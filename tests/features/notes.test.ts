import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id, NoteId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
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
const refused = (code: string) => ({ data: { code } });
const plain = { title: 'Sleutel van het archief', body: 'In de kast.\nTweede plank.', url: null };

let responsibilityId: ResponsibilityId;
let noteId: NoteId;
const aResponsibility = async (team: TeamId = teamId, who = ada): Promise<ResponsibilityId> => {
  const [areaId, id] = [newId<'area'>(), newId<'responsibility'>()];
  await who.add.mutate({
    ...command(team),
    areas: [{ id: areaId, name: 'Area', order: 1 }],
    responsibilities: [{ ...text(areaId), id, catalogueItemId: null }],
  });
  return id;
};
beforeEach(async () => {
  responsibilityId = await aResponsibility();
  noteId = newId<'note'>();
});
const write = (who = ada, changed: object = {}) =>
  who.writeNote.mutate({ ...command(), responsibilityId, noteId, ...plain, version: 0, ...changed });
const remove = (who = ada, version = 1) => who.removeNote.mutate({ ...command(), responsibilityId, noteId, version });
const noteOf = async () => (await ben.board.query({ teamId })).snapshot.note[noteId];

describe('notes of a team', () => {
  it('N1 are there for everybody in it, once in the feed, with who wrote them last', async () => {
    const { seq } = await ben.board.query({ teamId });
    const { delivery } = await write(ada, { url: 'https://gemeente.nl/archief' });
    expect(delivery).toMatchObject({ feed: teamId, seq: seq + 1, action: 'note.write' });
    const kept = { ...plain, id: noteId, responsibilityId, url: 'https://gemeente.nl/archief', version: 1 };
    expect(await noteOf()).toEqual({ ...kept, personId: world.water.people.ada, writtenOn: expect.any(String) });
    expect((await ben.since.query({ teamId, seq })).changes).toEqual([delivery]);
    await write(ben, { version: 1, title: 'Andere sleutel' });
    expect(await noteOf()).toMatchObject({
      title: 'Andere sleutel',
      url: null,
      version: 2,
      personId: world.water.people.ben,
    });
    const entries = await ada.history.query({ teamId, responsibilityId });
    expect(entries.map(({ action }) => action).filter((action) => action.startsWith('note.'))).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain('sleutel');
  });

  it('N2 two people change one at the same moment: one is kept, the other is told', async () => {
    await write();
    const tries = await Promise.allSettled([
      write(ada, { version: 1, body: 'Ada' }),
      write(ben, { version: 1, body: 'Ben' }),
    ]);
    const won = tries.findIndex(({ status }) => status === 'fulfilled');
    const lost = tries.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject(refused('changedMeanwhile'));
    expect(await noteOf()).toMatchObject({ body: won === 0 ? 'Ada' : 'Ben', version: 2 });
    const again = await write(ada, { version: 2, body: won === 0 ? 'Ada' : 'Ben' });
    expect(again.delivery).toBeNull();
  });

  it('N2 a retry writes once', async () => {
    const input = { ...command(), responsibilityId, noteId, ...plain, version: 0 };
    const first = await ada.writeNote.mutate(input);
    expect(await ada.writeNote.mutate(input)).toEqual(first);
    expect(await noteOf()).toMatchObject({ version: 1 });
  });

  it('N4 U2 are removed as they were read, and come back by undo', async () => {
    await write();
    await write(ben, { version: 1, body: '' });
    await expect(remove(ada, 1)).rejects.toMatchObject(refused('changedMeanwhile'));
    const { delivery } = await remove(ada, 2);
    expect(await noteOf()).toBeUndefined();
    await expect(write(ben, { version: 2, body: 'Te laat' })).rejects.toMatchObject(refused('notFound'));
    expect((await remove(ben, 2)).delivery).toBeNull();
    if (!delivery) throw new Error('Removing tells the feed.');
    await ada.undo.mutate({ ...command(), undoes: delivery.commandId });
    expect(await noteOf()).toMatchObject({ body: '', personId: world.water.people.ben, version: 3 });
  });

  it('N5 keep no address that would run, also when the browser was passed by', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://a@evil.example/', ' https://gemeente.nl/'])
      await expect(write(ada, { url })).rejects.toMatchObject(refused('badInput'));
    expect(await noteOf()).toBeUndefined();
  });

  it('N1 N2 an id of another team is nobody else’s to use', async () => {
    await write();
    const green = world.water.teams.green;
    const elsewhere = await aResponsibility(green, fatma);
    const there = { ...command(green), responsibilityId: elsewhere, noteId, ...plain };
    await expect(fatma.writeNote.mutate({ ...there, version: 0 })).rejects.toMatchObject(refused('badInput'));
    await expect(fatma.writeNote.mutate({ ...there, version: 1 })).rejects.toMatchObject(refused('notFound'));
    const across = { ...command(), responsibilityId: elsewhere, noteId: newId<'note'>(), ...plain, version: 0 };
    await expect(ada.writeNote.mutate(across)).rejects.toMatchObject(refused('notFound'));
    await expect(write(olaf, { version: 1 })).rejects.toMatchObject(refused('notFound'));
    await expect(remove(olaf)).rejects.toMatchObject(refused('notFound'));
    expect(await noteOf()).toMatchObject({ title: plain.title, version: 1 });
  });
});
