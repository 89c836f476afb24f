import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let permits: TeamId;
let green: TeamId;
beforeAll(async () => {
  application = await startApplication({ now: Date.parse('2026-11-23T09:00:00+01:00'), requestsAMinute: 1_000_000 });
  world = await createWorld(application.database);
  ({ permits, green } = world.water.teams);
});
afterAll(() => application.close());

const as = async (personId: PersonId) => application.client(await application.signIn(personId));
const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const inTeam = (teamId: TeamId) => ({ commandId: newId<'command'>(), teamId });
const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: { data?: { code: string } }) => error.data?.code,
  );

describe('what works without signing in', () => {
  it('K1 an address from before an account was ended does not work again when that person comes back', async () => {
    const { anna, eva } = world.water.people;
    const path = async () => (await (await as(eva)).calendar.renew.mutate()).path;
    const before = await path();
    const wanted = `INSERT INTO "DigestSubscription" VALUES ($1, $2, 'nl')`;
    await runQuery(application.database.ownerUrl, wanted, [world.water.id, eva]);
    await (await as(anna)).organisation.endAccount.mutate({ commandId: newId<'command'>(), personId: eva });
    const back = await as(eva);
    expect(await back.calendar.state.query()).toEqual({ exists: false });
    expect((await back.digest.state.query()).language).toBeNull();
    expect((await fetch(application.url + before)).status).toBe(404);
    expect((await fetch(application.url + (await path()))).status).toBe(200);
  });
});

describe('ids of something else', () => {
  it('A4 another responsibility of the same team opens nothing of a duty, a note or an offer', async () => {
    const { ada, ben } = world.water.people;
    const client = (await as(ada)).responsibilities;
    const mine = await aDuty(application, { teamId: permits, holder: ada }, { title: 'Mine' });
    const other = await aDuty(application, { teamId: permits, holder: ada }, { title: 'Other' });
    const noteId = newId<'note'>();
    const note = { noteId, title: 'Title', body: '', url: null };
    await client.writeNote.mutate({
      ...inTeam(permits),
      ...note,
      responsibilityId: other.responsibilityId,
      version: 0,
    });
    const { snapshot } = await client.board.query({ teamId: permits });
    const held = Object.values(snapshot.assignment).find((row) => row.responsibilityId === other.responsibilityId);
    const assignmentId = held?.id ?? newId<'assignment'>();
    const offer = { offerId: newId<'offer'>(), kind: 'give' as const, toPersonId: ben, sharePercent: 100 };
    await client.makeOffer.mutate({
      ...inTeam(permits),
      responsibilityId: other.responsibilityId,
      assignmentId,
      ...offer,
    });
    const wrong = () => ({ ...inTeam(permits), responsibilityId: mine.responsibilityId });
    const date = { dutyId: other.dutyId, recurrenceDate: '2026-11-23' };
    const answers = await Promise.all([
      client.settleOccurrence.mutate({ ...wrong(), ...date, state: 'done', reason: '' }).then(String, String),
      client.moveOccurrence.mutate({ ...wrong(), ...date, movedTo: '2026-11-24' }).then(String, String),
      client.reopenOccurrence.mutate({ ...wrong(), ...date }).then(String, String),
      client.endDuty.mutate({ ...wrong(), dutyId: other.dutyId }).then(String, String),
      client.giveBack.mutate({ ...wrong(), assignmentId }).then(String, String),
    ]);
    for (const answer of answers) expect(answer).toContain('notFound');
    expect(await refusal(client.writeNote.mutate({ ...wrong(), ...note, version: 1 }))).toBe('notFound');
    // Not there, as far as that responsibility goes: nothing to remove.
    await client.removeNote.mutate({ ...wrong(), noteId, version: 1 });
    const after = (await client.board.query({ teamId: permits })).snapshot;
    expect(after.note[noteId]).toBeDefined();
    expect(after.duty[other.dutyId]).toEqual(snapshot.duty[other.dutyId]);
    expect(
      await refusal(
        (await as(ben)).responsibilities.acceptOffer.mutate({
          ...wrong(),
          offerId: offer.offerId,
          assignmentId: newId(),
        }),
      ),
    ).toBe('offerGone');
  });

  it('A4 what another team has cannot be reached from here, made twice or told apart from nothing', async () => {
    const { ada, dina } = world.water.people;
    const theirs = await aDuty(application, { teamId: green, holder: dina }, { title: 'Green' });
    const mine = await aDuty(application, { teamId: permits, holder: ada }, { title: 'Mine' });
    const them = (await as(dina)).responsibilities;
    const absenceId = newId<'absence'>();
    const helpId = newId<'help'>();
    const days = { from: '2026-11-25', until: '2026-11-27' };
    await them.planAbsence.mutate({ ...inTeam(green), absenceId, ...days });
    const help = { helpId, kind: 'ask' as const, text: 'Text', responsibilityId: null, on: null, minutes: null };
    await them.makeHelp.mutate({ ...inTeam(green), ...help });
    const client = (await as(ada)).responsibilities;
    const schedule = { rrule: 'FREQ=DAILY', start: '2026-11-23', dueTime: null, shift: 'none' as const };
    const duty = { dutyId: theirs.dutyId, text: { title: 'Mine now', schedule } };
    expect(
      await refusal(client.createDuty.mutate({ ...inTeam(permits), responsibilityId: mine.responsibilityId, ...duty })),
    ).toBe('badInput');
    // An absence has one number in all teams of a person: of somebody else's it is another row.
    expect(await refusal(client.planAbsence.mutate({ ...inTeam(permits), absenceId, ...days }))).toBe('done');
    expect(await refusal(client.makeHelp.mutate({ ...inTeam(permits), ...help }))).toBe('badInput');
    expect(
      await refusal(
        client.makeHelp.mutate({
          ...inTeam(permits),
          ...help,
          helpId: newId(),
          responsibilityId: theirs.responsibilityId,
        }),
      ),
    ).toBe('notFound');
    expect(await refusal(client.acceptHelp.mutate({ ...inTeam(permits), helpId }))).toBe(
      await refusal(client.acceptHelp.mutate({ ...inTeam(permits), helpId: newId() })),
    );
    const date = { recurrenceDate: '2026-11-23', state: 'done' as const, reason: '' };
    expect(
      await refusal(
        client.settleOccurrence.mutate({
          ...inTeam(permits),
          responsibilityId: mine.responsibilityId,
          dutyId: theirs.dutyId,
          ...date,
        }),
      ),
    ).toBe('notFound');
    await client.withdrawAbsence.mutate({ ...inTeam(permits), absenceId });
    expect((await them.board.query({ teamId: green })).snapshot.absence[absenceId]).toMatchObject({ personId: dina });
  });
});
