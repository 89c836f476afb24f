import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditLine } from '@roer/domain/audit/log';
import type { Id, PersonId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>['water'];
beforeEach(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = (await createWorld(application.database)).water;
});
afterEach(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const as = async (personId: PersonId) => application.client(await application.signIn(personId));
const all = { group: null, personId: null, day: null, before: null } as const;
const told = (lines: readonly AuditLine[]) =>
  lines.map(({ actor, action, about, team }) => [
    actor.kind === 'person' ? actor.name : actor.kind,
    action,
    about,
    team,
  ]);
const carries = (holder: PersonId, responsibility: string) =>
  aDuty(application, { teamId: world.teams.permits, holder, responsibility }, { title: 'Taak' });
const organisationLog = async () => (await (await as(world.people.anna)).audit.organisation.query(all)).lines;

const endMembership = async (actor: PersonId, person: 'ada' | 'ben' | 'fatma') => {
  const { organisation } = await as(actor);
  const membershipId = world.memberships[person]['permits'];
  if (!membershipId) throw new Error('They are in that team.');
  await organisation.endMembership.mutate({ commandId: newId<'command'>(), teamId: world.teams.permits, membershipId });
  application.clock.advance(1000);
};

describe('who came into a team and who left it', () => {
  it('AU5 O12 P18 is one line, with the team and the person, however much they carried', async () => {
    const { anna, ada, eva } = world.people;
    const carried = await carries(ada, 'Bezwaren');
    for (const title of ['Toezicht', 'Baliewerk']) await carries(ada, title);
    const client = await as(anna);
    const start = { commandId: newId<'command'>(), teamId: world.teams.permits, membershipId: newId<'membership'>() };
    const terms = { personId: eva, minutesByWeekday: [480, 480, 0, 0, 0, 0, 0], home: false };
    await client.organisation.startMembership.mutate({ ...start, ...terms });
    application.clock.advance(1000);
    await endMembership(anna, 'ben');
    await endMembership(anna, 'ada');
    const lines = await organisationLog();
    expect(told(lines)).toEqual([
      ['Anna Smit', 'membership.end', 'Ada Yilmaz', 'Vergunningen'],
      ['Anna Smit', 'membership.end', 'Ben de Boer', 'Vergunningen'],
      ['Anna Smit', 'membership.start', 'Eva Jansen', 'Vergunningen'],
    ]);
    // Nor in what is kept of whoever did it: of both leavers the same.
    const rows = await client.identity.ownRows.query({ kind: 'history', from: 0 });
    expect(rows['AuditEntry']?.map(({ action }) => action)).toEqual([
      'membership.start',
      'membership.end',
      'membership.end',
    ]);
    const { counts } = await client.identity.stored.query();
    expect(counts.history).toBe(Object.values(rows).flat().length);
    // Nor in how many entries there are: that is not told.
    expect(await client.audit.state.query()).toEqual({ verified: null, failures: [] });
    // The responsibility tells its team who left it.
    const member = await as(eva);
    const history = await member.responsibilities.history.query({
      teamId: world.teams.permits,
      responsibilityId: carried.responsibilityId,
    });
    expect(history[0]).toMatchObject({ action: 'membership.end', detail: { released: [{ personId: ada }] } });
    const ofTeam = await member.audit.team.query({ ...all, teamId: world.teams.permits, group: 'people' });
    expect(told(ofTeam.lines)).toEqual(told(lines).map((line) => [...line.slice(0, 3), null]));
  });

  it('AU5 O15 is one line a team when an account ends, and names nobody who was erased', async () => {
    const { anna, fatma, ada } = world.people;
    for (const title of ['Bezwaren', 'Toezicht']) await carries(fatma, title);
    const { organisation } = await as(anna);
    await organisation.endAccount.mutate({ commandId: newId<'command'>(), personId: fatma });
    const lines = await organisationLog();
    expect(told(lines).toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
      ['Anna Smit', 'membership.end', 'Fatma Demir', 'Groen'],
      ['Anna Smit', 'membership.end', 'Fatma Demir', 'Vergunningen'],
      ['Anna Smit', 'person.endAccount', 'Fatma Demir', null],
    ]);
    application.clock.advance(1000);
    await carries(ada, 'Baliewerk');
    await organisation.erasePerson.mutate({ commandId: newId<'command'>(), personId: ada });
    expect(told(await organisationLog()).slice(0, 2)).toEqual(
      expect.arrayContaining([['Anna Smit', 'membership.end', null, 'Vergunningen']]),
    );
  });

  it('AU5 O12 P18 counts nothing of entries that were written one for each responsibility', async () => {
    const { id, people, teams } = world;
    const { responsibilityId } = await carries(people.ada, 'Bezwaren');
    const entry = (action: string, subjectId: string, second: number): Promise<void> =>
      runStatement(
        application.database.ownerUrl,
        `INSERT INTO "AuditEntry" ("organisationId", "id", "teamId", "actorId", "action", "subjectId", "detail", "at")
         VALUES ('${id}', '${newId()}', '${teams.permits}', '${people.anna}', '${action}', '${subjectId}', '{}',
           to_timestamp(${application.clock.now() / 1000 + second}))`,
      );
    for (const subjectId of [responsibilityId, newId(), newId()]) await entry('membership.end', subjectId, 1);
    await entry('membership.start', teams.permits, 2);
    for (const subjectId of [newId(), newId()]) await entry('team.reorganise', subjectId, 3);
    const old = [
      ['Anna Smit', 'membership.start', null, 'Vergunningen'],
      ['Anna Smit', 'membership.end', null, 'Vergunningen'],
    ];
    expect(told(await organisationLog())).toEqual(old);
    application.clock.advance(4000);
    const ofTeam = await (await as(people.ben)).audit.team.query({ ...all, teamId: teams.permits, group: 'people' });
    expect(ofTeam.lines.filter(({ action }) => action.startsWith('membership.'))).toHaveLength(2);
    const rows = await (await as(people.anna)).identity.ownRows.query({ kind: 'history', from: 0 });
    expect(rows['AuditEntry']?.map(({ action }) => action).toSorted()).toEqual([
      'membership.end',
      'membership.start',
      'team.reorganise',
    ]);
  });
});
