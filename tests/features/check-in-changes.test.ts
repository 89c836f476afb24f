import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id, PersonId } from '@roer/domain/ids';
import type { Mail } from '@roer/api/platform/mailer';
import { operatorId, providerId } from '@roer/domain/audit/kinds';
import { evenRequest, statements } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import {
  answer,
  ask,
  checkInWorld,
  clientOf,
  confirm,
  goTo,
  largeTeam,
  proveMailboxes,
  toFirstAnswers,
} from '../kit/check-in.ts';
import { runQuery, runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

const mails: Mail[] = [];
let log = '';
let application: TestApplication;
/** The same house without a mail server, where an administrator is given links. */
let withoutMail: TestApplication;
let world: World<typeof checkInWorld>;
let number: number;
beforeAll(async () => {
  const mailer = { send: async (mail: Mail) => void mails.push(mail) };
  application = await startApplication({ mailer, log: (line) => (log += line) });
  const { database, clock, keyFolder } = application;
  withoutMail = await startApplication({ database, clock, keyFolder });
  world = await createWorld(database, checkInWorld);
  await proveMailboxes(application);
  number = await toFirstAnswers(application);
});
afterAll(async () => {
  await withoutMail.close();
  await application.close();
});
beforeEach(() => runQuery(application.database.ownerUrl, 'TRUNCATE "RateLimit"'));

const rows = <Row extends object>(query: string, parameters: unknown[] = []): Promise<Row[]> =>
  runQuery<Row>(application.database.ownerUrl, query, parameters);
const password = 'drie losse woorden samen';
const newId = <Kind extends string>(): Id<Kind> =>
  // The clock makes ids of whatever is asked for.
  application.clock.newId() as Id<Kind>;
const anna = async (of = application) => (await clientOf(of, world.water.people.anna)).organisation;
const coreOf = async (epoch: number): Promise<string | null | undefined> => {
  const results = await (
    await clientOf(application, world.water.people.eva)
  ).insights.results.query({ teamId: world.water.teams.permits });
  return results.epochs.find((each) => each.number === epoch)?.bands.core;
};
const toNext = async (): Promise<number> => {
  await goTo(application, epochTimes(number).closesAt);
  await goTo(application, epochTimes(number).publishesAt);
  const closed = number;
  number += 1;
  await goTo(application, epochTimes(number).answersFrom);
  return closed;
};
const tokenIn = (text: string): string => /#([\w-]{43})/.exec(text)?.[1] ?? '';
/** Somebody chooses a password by a link; true when an administrator was given it. */
const chooseBy = async (personId: PersonId, { isSeen, kind }: { isSeen: boolean; kind: 'invite' | 'reset' }) => {
  const administrator = await anna(isSeen ? withoutMail : application);
  const { link } = await administrator[kind].mutate({ commandId: newId<'command'>(), personId });
  const token = tokenIn(link ?? mails.at(-1)?.text ?? '');
  await application.client().identity.acceptLink.mutate({ token, password });
};
const provenOn = async (personId: PersonId): Promise<boolean> =>
  (await rows('SELECT 1 FROM "Person" WHERE "id" = $1 AND "mailboxProvenOn" IS NOT NULL', [personId])).length === 1;

it('P6 P9 moving, leaving, ending an account and erasure before or after closing change no answer that counts', async () => {
  const { people, memberships, teams } = world.water;
  // Just enough: with one answer fewer there would be no result.
  for (const person of largeTeam.slice(0, 6)) await answer(application, people[person], { number, value: 5 });
  const administrator = await anna();
  const command = () => ({ commandId: newId<'command'>() });
  const membershipId = memberships.ada['permits'];
  if (!membershipId) throw new Error('Ada is in the team.');
  await administrator.endMembership.mutate({ ...command(), teamId: teams.permits, membershipId });
  await administrator.startMembership.mutate({
    ...command(),
    teamId: teams.support,
    membershipId: newId(),
    personId: people.ada,
    minutesByWeekday: [480, 480, 0, 0, 0, 0, 0],
    home: true,
  });
  await administrator.endAccount.mutate({ ...command(), personId: people.ben });
  await rows(`UPDATE "Person" SET "erasedAt" = now(), "name" = '' WHERE "id" = $1`, [people.cem]);
  await administrator.appoint.mutate({
    ...command(),
    id: newId(),
    personId: people.dina,
    kind: 'manager',
    domainId: world.water.domains.space,
  });
  // Who moved is still counted where they were when the roster was made.
  const { view } = await ask(application, people.ada, { kind: 'look' });
  expect(view).toMatchObject({ state: 'group', accepting: true, rosters: [{ teams: [{ name: 'Vergunningen' }] }] });
  const closed = await toNext();
  expect(await coreOf(closed)).toBe('heavy');
  await rows(`UPDATE "Person" SET "erasedAt" = now() WHERE "id" = $1`, [people.fatma]);
  await application.app.jobs.runDue();
  expect(await coreOf(closed)).toBe('heavy');
  await rows(`UPDATE "Person" SET "erasedAt" = NULL`);
});

describe('P12 P16 a link', () => {
  // As if the account had always been his own.
  beforeEach(() =>
    rows(`UPDATE "Person" SET "mailboxProvenOn" = '2026-01-01' WHERE "id" = $1`, [world.water.people.gijs]),
  );
  const six = () => largeTeam.filter((person) => !['ben', 'ada', 'cem'].includes(person));

  it('P12 that somebody else may have seen takes the answers of this epoch away, and proves nothing', async () => {
    const { people } = world.water;
    for (const person of six()) await answer(application, people[person], { number, value: 5 });
    await chooseBy(people.gijs, { isSeen: true, kind: 'invite' });
    expect(await provenOn(people.gijs)).toBe(false);
    const closed = await toNext();
    // Five are left.
    expect(await coreOf(closed)).toBeNull();
  });

  it('P12 P16 to the own mailbox leaves their answers, and since when it is theirs', async () => {
    const { people } = world.water;
    for (const person of six()) await answer(application, people[person], { number, value: 5 });
    await chooseBy(people.gijs, { isSeen: false, kind: 'reset' });
    const closed = await toNext();
    expect(await coreOf(closed)).toBe('heavy');
  });

  it('P12 P16 to an address that an administrator gave is as one that they saw', async () => {
    const { people } = world.water;
    for (const person of six()) await answer(application, people[person], { number, value: 5 });
    const receipt = await confirm(application, people.gijs, number);
    await (await anna()).changeEmail.mutate({ commandId: newId(), personId: people.gijs, email: 'mine@anna.example' });
    expect(await provenOn(people.gijs)).toBe(false);
    await chooseBy(people.gijs, { isSeen: false, kind: 'reset' });
    expect(await provenOn(people.gijs)).toBe(true);
    // Whoever has the account now answers in nobody's place, not with what the account confirmed before either.
    const values: [1, 1, 1, 1, 1] = [1, 1, 1, 1, 1];
    const taker = application.client(await application.signIn(people.gijs)).workload.own;
    const asked = { kind: 'answer', receipt, epochNumber: number, values, share: false } as const;
    const { view, refused } = await taker.mutate(evenRequest(asked));
    expect(refused).toBe('checkInClosed');
    expect(view).toMatchObject({ state: 'none', because: 'notYetActive' });
    // And colleagues see that it has changed hands.
    const seen = await ask(application, people.eva, { kind: 'look' });
    const members = seen.view.state === 'group' ? seen.view.rosters.flatMap(({ teams }) => teams[0]?.people ?? []) : [];
    expect(members.filter(({ newAccess }) => newAccess).map(({ personId }) => personId)).toEqual([people.gijs]);
    const closed = await toNext();
    expect(await coreOf(closed)).toBeNull();
  });
});

it('P11 nobody is mailed or reminded because of what they did or did not answer', () => {
  expect(mails.every(({ subject, text }) => !/check-in/i.test(`${subject} ${text}`))).toBe(true);
});

it('P3 P11 a failure of the one door is logged without its name, its place or what was asked', async () => {
  const { hana } = world.water.people;
  const receipt = await confirm(application, hana, number);
  const asked = { kind: 'answer', receipt, epochNumber: number, values: [1, 2, 3, 4, 5], share: false } as const;
  log = '';
  await runStatement(application.database.ownerUrl, 'REVOKE UPDATE ON "Answer" FROM roer_app');
  await expect(ask(application, hana, { ...asked, values: [1, 2, 3, 4, 5] })).rejects.toThrow('unexpected');
  await runStatement(application.database.ownerUrl, 'GRANT UPDATE ("sealed") ON "Answer" TO roer_app');
  expect(log).toContain('"error"');
  for (const word of ['workload', 'own', 'heck-in', 'nswer', 'epoch', 'seal', hana, ' at ', receipt])
    expect(log, word).not.toContain(word);
});

/** Every name of a field in something, with its path; what a list holds is one. */
const fieldsOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => fieldsOf(each, path === '' ? key : `${path}.${key}`));
};

it('P3 P13 P18 these fields leave a group, and no other; each holds a band, a name, a day or a number of an epoch', async () => {
  const { mira, eva } = world.water.people;
  const manager = (await clientOf(application, mira)).insights;
  const results = await manager.results.query({ teamId: world.water.teams.permits });
  const named = (view: unknown) => [...new Set(fieldsOf(view))].toSorted();
  expect(named(results)).toEqual(
    [
      ...statements.map((statement) => `epochs[].bands.${statement}`),
      'epochs[].breaks',
      'epochs[].endsOn',
      'epochs[].load[]',
      'epochs[].number',
      'epochs[].startsOn',
      'running.number',
      'running.publishesAt',
      'teams[]',
    ].toSorted(),
  );
  const values = results.epochs.flatMap(({ bands, load }) => [...Object.values(bands), ...(load ?? [])]);
  expect(values.every((each) => each === null || ['light', 'middle', 'heavy'].includes(each))).toBe(true);
  const merged = await manager.results.query({ teamId: world.water.teams.green });
  expect(merged.epochs.every(({ load }) => load === null)).toBe(true);
  // What is beside the bands on the dashboard counts work, and nobody's answers.
  const { groups } = await manager.domain.query({ domainId: world.water.domains.space });
  expect(groups.find(({ teams }) => teams.some(({ id }) => id === world.water.teams.green))?.picture).toEqual({
    epochs: merged.epochs,
    running: merged.running,
    alarms: merged.alarms,
  });
  expect(named(groups.map(({ teams }) => teams)).filter((field) => !field.includes('counts.'))).toEqual(
    ['id', 'late', 'name', 'people', 'waiting'].map((field) => `[][].${field}`),
  );
  const { view } = await ask(application, eva, { kind: 'look' });
  expect(named(view)).toEqual(
    [
      'accepting',
      'next',
      'now.answersFrom',
      'now.closesAt',
      'now.endsOn',
      'now.number',
      'now.publishesAt',
      'now.startsOn',
      'rosters[].digest',
      'rosters[].opensOn',
      'rosters[].teams[].name',
      'rosters[].teams[].people[].addedBy',
      'rosters[].teams[].people[].adder',
      'rosters[].teams[].people[].isNew',
      'rosters[].teams[].people[].name',
      'rosters[].teams[].people[].newAccess',
      'rosters[].teams[].people[].personId',
      'rosters[].until',
      'rosters[].windowId',
      'state',
    ].toSorted(),
  );
});

it('P9 P16 P17 the next roster has what changed and by whom, and breaks the series', async () => {
  const { people, teams } = world.water;
  const administrator = await anna();
  const names = ['Nina Nieuw', 'Nico Nieuw', 'Nel Nieuw', 'Nart Nieuw'];
  for (const name of names) {
    const membership = {
      id: newId<'membership'>(),
      teamId: teams.permits,
      minutesByWeekday: [480, 480, 0, 0, 0, 0, 0],
    };
    const id = newId<'person'>();
    await administrator.createPerson.mutate({
      commandId: newId(),
      id,
      name,
      email: `${id}@water.example`,
      membership: { ...membership, home: true },
      invite: false,
    });
    // The last one has not opened the account yet.
    if (name !== names.at(-1)) await rows(`UPDATE "Person" SET "mailboxProvenOn" = '2027-01-01' WHERE "id" = $1`, [id]);
  }
  // The provider added Nico, whom Anna had added before, and whoever runs the server Nel.
  const added = `UPDATE "Membership" m SET "addedBy" = $1 FROM "Person" p WHERE p."id" = m."personId" AND p."name" = $2`;
  await rows(added, [providerId, 'Nico Nieuw']);
  await rows(added, [operatorId, 'Nel Nieuw']);
  await rows(
    `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "until", "home", "addedBy")
     SELECT m."organisationId", $1, m."personId", m."teamId", m."from" - 30, m."from" - 20, false, $2
     FROM "Membership" m JOIN "Person" p ON p."id" = m."personId" WHERE p."name" = 'Nico Nieuw'`,
    [newId(), people.anna],
  );
  await goTo(application, epochTimes(29).opensAt);
  const { view } = await ask(application, people.eva, { kind: 'look' });
  if (view.state !== 'group') throw new Error(view.because);
  const [roster, next] = view.rosters;
  expect(next?.digest).not.toBe(roster?.digest);
  // Ada moved, Ben's account ended, and Dina governs.
  expect(next?.left).toEqual(['Ada Test', 'Ben Test', 'Dina Test']);
  const members = next?.teams.flatMap((team) => team.people) ?? [];
  expect(members.filter(({ isNew }) => isNew).map(({ name, addedBy, adder }) => [name, addedBy, adder])).toEqual([
    ['Nel Nieuw', null, 'operator'],
    ['Nico Nieuw', null, 'provider'],
    ['Nina Nieuw', 'Anna Smit', null],
  ]);
  expect(members.filter(({ isNew }) => !isNew).map(({ addedBy, adder }) => addedBy ?? adder)).toEqual(
    Array.from({ length: 6 }, () => null),
  );

  // The first epoch of the window after it: the receipt of the old roster counts no more, and the series begins anew.
  number = 30;
  const old = await confirm(application, people.eva, 29);
  await goTo(application, epochTimes(30).opensAt);
  await goTo(application, epochTimes(30).answersFrom);
  const asked = { kind: 'answer', receipt: old, epochNumber: 30, values: [1, 1, 1, 1, 1], share: false } as const;
  const refused = await ask(application, people.eva, { ...asked, values: [1, 1, 1, 1, 1] });
  expect(refused.refused).toBe('rosterNotConfirmed');
  await toNext();
  const results = await (await clientOf(application, people.eva)).insights.results.query({ teamId: teams.permits });
  expect(results.epochs.map((epoch) => epoch.number).slice(-2)).toEqual([29, 30]);
  expect(results.epochs.slice(-2).map(({ breaks }) => breaks)).toEqual([false, true]);
});

it('P16 without a mail server there is no check-in, and it says why', async () => {
  const other = await startApplication();
  const another = await createWorld(other.database, checkInWorld);
  await proveMailboxes(other);
  await other.app.jobs.runDue();
  expect(await runQuery(other.database.ownerUrl, 'SELECT 1 FROM "RosterWindow"')).toEqual([]);
  const { view } = await ask(other, another.water.people.ada, { kind: 'look' });
  expect(view).toEqual({ state: 'off', because: 'noMail' });
  const { people, domains, teams } = another.water;
  const leads = await clientOf(other, people.mira);
  const { groups } = await leads.insights.domain.query({ domainId: domains.space });
  const member = await clientOf(other, people.ada);
  const { group } = await member.insights.mirror.query({ teamId: teams.permits });
  for (const each of [...groups, group]) expect(each).toMatchObject({ picture: null, checkInIsOff: true });
  await other.close();
});
