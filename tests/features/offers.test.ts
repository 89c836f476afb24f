import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import type { AssignmentId, DelegationId, HelpId, Id, OfferId, PersonId, ResponsibilityId } from '@roer/domain/ids';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { text } from './rights-scene.ts';

type Client = TestClient['responsibilities'];

let application: TestApplication;
let world: World<typeof standardWorld>;
let ada: Client;
let ben: Client;
let fatma: Client;
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  const as = async (personId: PersonId) => application.client(await application.signIn(personId)).responsibilities;
  const { people } = world.water;
  [ada, ben, fatma] = await Promise.all([as(people.ada), as(people.ben), as(people.fatma)]);
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const command = () => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });
const today = () => dateAt(application.clock.now());
const team = async (who = ada) => (await who.board.query({ teamId: world.water.teams.permits })).snapshot;

let responsibilityId: ResponsibilityId;
let assignmentId: AssignmentId;
beforeEach(async () => {
  const areaId = newId<'area'>();
  responsibilityId = newId<'responsibility'>();
  assignmentId = newId<'assignment'>();
  await ada.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: 'Area', order: 1 }],
    responsibilities: [{ ...text(areaId), id: responsibilityId, catalogueItemId: null }],
  });
  await ada.takeOver.mutate({ ...command(), responsibilityId, assignmentId, role: 'holder', sharePercent: 100 });
});

const give = async ({ to = null, until = null }: { to?: PersonId | null; until?: string | null }): Promise<OfferId> => {
  const offerId = newId<'offer'>();
  const about = { responsibilityId, assignmentId, offerId, toPersonId: to, temporaryUntil: until };
  await ada.makeOffer.mutate({ ...command(), ...about, kind: 'give', sharePercent: 100 });
  return offerId;
};
const accept = (who: Client, offerId: OfferId) =>
  who.acceptOffer.mutate({ ...command(), responsibilityId, offerId, assignmentId: newId<'assignment'>() });
const carriers = async (day = today()) =>
  carriedOn(await team(), day)
    .filter((row) => row.responsibilityId === responsibilityId)
    .map(({ personId, sharePercent }) => [personId, sharePercent]);

/** Of two at once exactly one succeeds; gives who, and the refusal of the other. */
const oneOf = async (attempts: Record<'ben' | 'fatma', Promise<unknown>>) => {
  const names = ['ben', 'fatma'] as const;
  const results = await Promise.allSettled(names.map((name) => attempts[name]));
  const won = names.filter((_, index) => results[index]?.status === 'fulfilled');
  expect(won).toHaveLength(1);
  const [winner = 'ben'] = won;
  const lost = results.find((result) => result.status === 'rejected');
  return { winner: world.water.people[winner], refusal: lost?.reason as unknown };
};

describe('passing on', () => {
  it('R4.8 R4.11 until a day lays it over, comes back by itself, and ends early on request', async () => {
    const { people } = world.water;
    const until = addDays(today(), 30);
    await accept(ben, await give({ to: people.ben, until }));
    expect(await carriers()).toEqual([[people.ben, 100]]);
    expect(await carriers(until)).toEqual([[people.ada, 100]]);
    const delegation = Object.values((await team()).delegation).find(
      (row) => row.responsibilityId === responsibilityId,
    );
    const id = delegation?.id ?? newId<'delegation'>();
    const end = (who: Client, delegationId: DelegationId) =>
      who.endDelegation.mutate({ ...command(), responsibilityId, delegationId });
    await expect(end(fatma, id)).rejects.toMatchObject({ data: { code: 'notFound' } });
    await end(ben, id);
    expect(await carriers()).toEqual([[people.ada, 100]]);
    expect(await carriers(addDays(today(), 1))).toEqual([[people.ada, 100]]);
  });

  it('R4.10 U2 giving back what a colleague carries for a while ends that too, and an undo does not bring it back', async () => {
    const { people } = world.water;
    await accept(ben, await give({ to: people.ben, until: addDays(today(), 30) }));
    const stop = { ...command(), responsibilityId, assignmentId };
    await ada.giveBack.mutate(stop);
    expect(await carriers()).toEqual([]);
    await ada.undo.mutate({ ...command(), undoes: stop.commandId });
    expect(await carriers()).toEqual([[people.ada, 100]]);
  });

  it.each([
    ['for good', null],
    ['for a while', 7],
  ])('R4.12 %s to the whole team: of two at once one has it, and the other is told who', async (_, days) => {
    const offerId = await give({ until: days === null ? null : addDays(today(), days) });
    const { winner, refusal } = await oneOf({ ben: accept(ben, offerId), fatma: accept(fatma, offerId) });
    expect(refusal).toMatchObject({ data: { code: 'offerGone', detail: { by: winner } } });
    expect(await carriers()).toEqual([[winner, 100]]);
  });

  it('R4.12 tells nobody when it was withdrawn', async () => {
    const offerId = await give({});
    await ada.withdrawOffer.mutate({ ...command(), responsibilityId, offerId });
    await expect(accept(ben, offerId)).rejects.toMatchObject({ data: { code: 'offerGone', detail: {} } });
  });
});

describe('helping one another', () => {
  const ask = async (): Promise<HelpId> => {
    const helpId = newId<'help'>();
    const about = { kind: 'ask' as const, text: 'Who comes along?', responsibilityId, on: today(), minutes: 120 };
    await ada.makeHelp.mutate({ ...command(), helpId, ...about });
    return helpId;
  };
  const helpOf = async (helpId: HelpId) => (await team()).help[helpId];

  it('R4.14 of two at once one does it, and the other is told who', async () => {
    const helpId = await ask();
    const answer = (who: Client) => who.acceptHelp.mutate({ ...command(), helpId });
    const { winner, refusal } = await oneOf({ ben: answer(ben), fatma: answer(fatma) });
    expect(refusal).toMatchObject({ data: { code: 'helpGone', detail: { by: winner } } });
    expect(await helpOf(helpId)).toMatchObject({ state: 'accepted', acceptedBy: winner });
  });

  it('R4.15 U2 is handed back, taken back, and that undone', async () => {
    const helpId = await ask();
    await ben.acceptHelp.mutate({ ...command(), helpId });
    await ben.releaseHelp.mutate({ ...command(), helpId });
    expect(await helpOf(helpId)).toMatchObject({ state: 'open', acceptedBy: null });
    const withdraw = { ...command(), helpId };
    await ada.withdrawHelp.mutate(withdraw);
    expect(await helpOf(helpId)).toBeUndefined();
    await ada.undo.mutate({ ...command(), undoes: withdraw.commandId });
    expect(await helpOf(helpId)).toMatchObject({ state: 'open', text: 'Who comes along?' });
  });
});

describe('not being there', () => {
  it('R4.16 is one absence in each of my teams, under one id, of which I change the days', async () => {
    const { teams, people } = world.water;
    const absenceId = newId<'absence'>();
    const plan = async (from: string, until: string) => {
      for (const teamId of [teams.permits, teams.green])
        await fatma.planAbsence.mutate({ commandId: newId<'command'>(), teamId, absenceId, from, until });
    };
    await plan(today(), addDays(today(), 2));
    await plan(today(), addDays(today(), 5));
    for (const teamId of [teams.permits, teams.green]) {
      const { absence } = (await fatma.board.query({ teamId })).snapshot;
      expect(Object.values(absence)).toEqual([
        { id: absenceId, personId: people.fatma, from: today(), until: addDays(today(), 5) },
      ]);
    }
    await expect(ben.withdrawAbsence.mutate({ ...command(), absenceId })).rejects.toMatchObject({
      data: { code: 'notFound' },
    });
    await fatma.withdrawAbsence.mutate({ ...command(), absenceId });
    expect((await team()).absence).toEqual({});
  });
});
