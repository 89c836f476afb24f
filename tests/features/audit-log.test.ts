import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOperator } from '@roer/db/audit-log';
import type { AuditCursor, AuditLine } from '@roer/domain/audit/log';
import type { Id, PersonId } from '@roer/domain/ids';
import { givePassword } from '../kit/accounts.ts';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { signInWith } from '../kit/sign-in.ts';
import { runQuery, runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>['water'];
beforeAll(async () => {
  application = await startApplication({ requestsAMinute: 1_000_000 });
  world = (await createWorld(application.database)).water;
});
afterAll(() => application.close());

const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const as = async (personId: PersonId) => application.client(await application.signIn(personId));
const all = { group: null, personId: null, day: null, before: null } as const;
const notFound = { data: { code: 'notFound' } };
const told = (lines: readonly AuditLine[]) =>
  lines.map(({ actor, action, about }) => [actor.kind === 'person' ? actor.name : actor.kind, action, about]);
const makeDomain = async (name: string): Promise<void> => {
  const { organisation } = await as(world.people.anna);
  await organisation.createDomain.mutate({ commandId: newId<'command'>(), id: newId<'domain'>(), name });
  application.clock.advance(1000);
};

describe('who did what when', () => {
  it('AU5 O12 tells administrators what was done to the organisation and nothing of the work of teams', async () => {
    const { people, teams } = world;
    await aDuty(application, { teamId: teams.permits, holder: people.ada }, { title: 'Geheime taak' });
    await makeDomain('Groen en water');
    const anna = await as(people.anna);
    await anna.organisation.appoint.mutate({
      commandId: newId<'command'>(),
      id: newId<'appointment'>(),
      personId: people.ben,
      kind: 'manager',
      domainId: null,
    });
    const { lines } = await anna.audit.organisation.query(all);
    expect(told(lines).slice(0, 2)).toEqual([
      ['Anna Smit', 'appointment.start', expect.stringMatching(/^Ben/u)],
      ['Anna Smit', 'domain.create', 'Groen en water'],
    ]);
    expect(lines.filter(({ action }) => /^(duty|responsibility|assignment|area)/u.test(action))).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain('Geheime taak');
    for (const personId of [people.ada, people.mira]) {
      const { audit } = await as(personId);
      await expect(audit.organisation.query(all)).rejects.toMatchObject(notFound);
      await expect(audit.state.query()).rejects.toMatchObject(notFound);
    }
  });

  it('AU5 shows one kind, one day or one person, and the next page goes on where the last one ended', async () => {
    const anna = await as(world.people.anna);
    for (let number = 0; number < 60; number += 1) await makeDomain(`Domein ${number}`);
    const seen: AuditLine[] = [];
    let before: AuditCursor | null = null;
    do {
      const page: { lines: AuditLine[]; next: AuditCursor | null } = await anna.audit.organisation.query({
        ...all,
        group: 'structure',
        before,
      });
      seen.push(...page.lines);
      before = page.next;
    } while (before);
    const names = seen.map(({ about }) => about);
    expect(names.slice(0, 60)).toEqual(Array.from({ length: 60 }, (_, index) => `Domein ${59 - index}`));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.every(({ action }) => /^(domain|team|organisation)[.]/u.test(action))).toBe(true);
    const ofBen = await anna.audit.organisation.query({ ...all, personId: world.people.ben });
    expect(ofBen.lines).toEqual([]);
    const longAgo = await anna.audit.organisation.query({ ...all, day: '2020-01-01' });
    expect(longAgo).toEqual({ lines: [], next: null });
  });

  it('AU5 AU10 says which role was given or ended, also to whose it is', async () => {
    const { people, domains } = world;
    const { organisation, audit } = await as(people.anna);
    const ids: Id<'appointment'>[] = [];
    for (const role of [
      { kind: 'administrator', domainId: null },
      { kind: 'manager', domainId: domains.care },
      { kind: 'manager', domainId: null },
    ] as const) {
      const appointmentId = newId<'appointment'>();
      ids.push(appointmentId);
      await organisation.appoint.mutate({
        commandId: newId<'command'>(),
        id: appointmentId,
        personId: people.fatma,
        ...role,
      });
      application.clock.advance(1000);
    }
    for (const appointmentId of ids.slice(1)) {
      await organisation.endAppointment.mutate({ commandId: newId<'command'>(), appointmentId });
      application.clock.advance(1000);
    }
    const roles = [
      ['appointment.end', { kind: 'manager', domain: null }],
      ['appointment.end', { kind: 'manager', domain: 'Sociaal domein' }],
      ['appointment.start', { kind: 'manager', domain: null }],
      ['appointment.start', { kind: 'manager', domain: 'Sociaal domein' }],
      ['appointment.start', { kind: 'administrator', domain: null }],
    ];
    const { lines } = await audit.organisation.query({ ...all, group: 'rights' });
    expect(lines.slice(0, 5).map(({ action, role }) => [action, role])).toEqual(roles);
    const own = await (await as(people.fatma)).audit.mine.query();
    expect(own.filter(({ role }) => role !== null).map(({ action, role }) => [action, role])).toEqual(roles);
  });

  it('AU6 O12 tells a team what was done in it, to its members and to nobody else', async () => {
    const { people, teams } = world;
    const ada = await as(people.ada);
    const { lines } = await ada.audit.team.query({ ...all, teamId: teams.permits });
    expect(told(lines)).toContainEqual([expect.stringMatching(/^Ada/u), 'duty.create', expect.any(String)]);
    const dates = await ada.audit.team.query({ ...all, teamId: teams.permits, group: 'dates' });
    expect(dates.lines.every(({ action }) => action.startsWith('duty.'))).toBe(true);
    for (const personId of [people.anna, people.mira, people.dina]) {
      const { audit } = await as(personId);
      await expect(audit.team.query({ ...all, teamId: teams.permits })).rejects.toMatchObject(notFound);
    }
  });

  it('AU6 goes back a year, and a month for what tells how somebody is', async () => {
    const { people, teams } = world;
    const entry = async (action: string, daysAgo: number): Promise<void> =>
      runStatement(
        application.database.ownerUrl,
        `INSERT INTO "AuditEntry" ("organisationId", "id", "teamId", "actorId", "action", "subjectId", "detail", "at")
         VALUES ('${world.id}', '${newId()}', '${teams.permits}', '${people.ada}', '${action}', '${teams.permits}', '{}',
           to_timestamp(${application.clock.now() / 1000}) - interval '${daysAgo} days')`,
      );
    for (const daysAgo of [10, 40]) for (const action of ['absence.plan', 'note.write']) await entry(action, daysAgo);
    await entry('note.write', 400);
    const { lines } = await (await as(people.ben)).audit.team.query({ ...all, teamId: teams.permits });
    const count = (action: string) => lines.filter((line) => line.action === action).length;
    expect([count('absence.plan'), count('note.write')]).toEqual([1, 2]);
  });

  it('AU8 notes who signed in, by whatever way, to the minute and for ninety days, and failures by day alone', async () => {
    const { people, id: organisationId } = world;
    const account = { email: 'mira@water.example', password: 'drie natte ganzen' };
    await givePassword(application, { organisationId, personId: people.mira }, account);
    const signIn = (password: string) => signInWith(application, { ...account, password });
    application.clock.advance(60_000);
    const at = Math.floor(application.clock.now() / 60_000) * 60_000;
    expect((await signIn('niet het wachtwoord')).status).toBe(401);
    expect((await signIn(account.password)).status).toBe(200);
    const { audit } = await as(people.anna);
    const { lines } = await audit.organisation.query({ ...all, group: 'signIn', personId: people.mira });
    expect(lines[0]).toMatchObject({ at, action: 'signIn', actor: { personId: people.mira }, about: null });
    expect((await audit.state.query()).failures).toMatchObject([{ count: 1 }]);
    // Nothing of it stands where no role can remove it.
    const kept = await runQuery(application.database.ownerUrl, `SELECT FROM "AuditEntry" WHERE "action" ~ '^sign'`);
    expect(kept).toEqual([]);
    application.clock.advance(91 * 86_400_000);
    await application.app.jobs.runDue();
    const later = (await as(people.anna)).audit;
    const left = await later.organisation.query({ ...all, group: 'signIn' });
    expect(told(left.lines)).toEqual([['Anna Smit', 'signIn', null]]);
    expect((await later.state.query()).failures).toEqual([]);
  });

  it('AU7 says when the chain was walked last, and what was found', async () => {
    const { audit } = await as(world.people.anna);
    expect((await audit.state.query()).verified).toBeNull();
    for (const broken of [7, 0]) {
      const now = application.clock.now();
      const detail = { entries: 9, broken };
      const entry = { organisationId: world.id, id: newId(), action: 'audit.verify', detail, now } as const;
      await noteOperator(application.database.pool, entry);
      const { verified } = await audit.state.query();
      expect(verified).toEqual({ at: now, brokenAt: broken === 0 ? null : broken });
      application.clock.advance(1000);
    }
  });

  it('AU10 a reset by an administrator is told to the person, with who did it', async () => {
    const { people } = world;
    const { organisation } = await as(people.anna);
    await organisation.reset.mutate({ commandId: newId<'command'>(), personId: people.mira });
    const { audit } = await as(people.mira);
    expect(told(await audit.mine.query())).toContainEqual(['Anna Smit', 'person.reset', null]);
    expect(told(await (await as(people.ben)).audit.mine.query())).not.toContainEqual([
      'Anna Smit',
      'person.reset',
      null,
    ]);
  });

  it('AU5 calls somebody who was erased a former colleague, and the operator by no name', async () => {
    const { people, id } = world;
    await makeDomain('Laatste');
    await runStatement(
      application.database.ownerUrl,
      `INSERT INTO "AuditEntry" ("organisationId", "id", "actorId", "action", "subjectId", "detail", "at")
       VALUES ('${id}', '${newId()}', '00000000-0000-0000-0000-000000000000', 'keys.rotate', '${id}', '{}',
         to_timestamp(${application.clock.now() / 1000}));
       INSERT INTO "AuditEntry" ("organisationId", "id", "actorId", "action", "subjectId", "detail", "at")
       VALUES ('${id}', '${newId()}', '${people.cem}', 'person.rename', '${people.cem}', '{}',
         to_timestamp(${application.clock.now() / 1000 + 1}));
       UPDATE "Person" SET "erasedAt" = now(), "name" = '' WHERE "id" = '${people.cem}'`,
    );
    const { lines } = await (await as(people.anna)).audit.organisation.query(all);
    expect(told(lines).slice(0, 2)).toEqual([
      ['former', 'person.rename', null],
      ['operator', 'keys.rotate', null],
    ]);
  });
});
