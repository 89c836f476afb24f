import type { TestClock } from '../kit/clock.ts';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { evenRequest } from '@roer/domain/workload/check-in';
import type { CheckInView, OwnAnswer, OwnAsk } from '@roer/domain/workload/check-in';
import type { Id, MembershipId, PersonId } from '@roer/domain/ids';
import { dayOf } from './oracle.ts';
import { nameOf, openSessions, provenMailboxes } from './town.ts';
import type { Town, Townsman } from './town.ts';
import type { AnswerPlan, EventPlan } from './town-plan.ts';
import type { Answer, Asker, Wire } from './wire.ts';

export type Playing = { town: Town; wire: Wire; database: TestDatabase; clock: TestClock };

const minutesByWeekday = [480, 480, 480, 480, 240, 0, 0];

/** What tRPC answers; null for a refusal. */
const dataOf = ({ status, body }: Answer): unknown =>
  status === 200 && typeof body === 'object' && body !== null && 'result' in body
    ? // The envelope of every answer of tRPC.
      (body.result as { data: unknown }).data
    : null;

export const query = async (wire: Wire, who: Asker, about: string, input: unknown): Promise<unknown> =>
  dataOf(await wire.ask(who, about, { input, type: 'query' }));

/** Goes through the one door for what is personal; null when it is refused, such as for somebody whose account ended. */
const own = async (wire: Wire, who: Asker, asked: OwnAsk): Promise<OwnAnswer | null> =>
  // The declared answer of the procedure.
  dataOf(await wire.ask(who, 'workload.own', { input: evenRequest(asked), type: 'mutation' })) as OwnAnswer | null;

/** Looks at the check-in page, as opening the app does. */
export const look = async (wire: Wire, who: Asker): Promise<CheckInView | null> =>
  (await own(wire, who, { kind: 'look' }))?.view ?? null;

/**
 * Somebody answers as planned in an epoch. Where their device has no receipt for its window they look at the roster and confirm it
 * first. What was taken is the truth; gives whether it was.
 */
export const answer = async (
  { town, wire }: Pick<Playing, 'town' | 'wire'>,
  epoch: number,
  { person: key, values, shares }: AnswerPlan,
): Promise<boolean> => {
  const person = town.people.get(key);
  const receipt = person && (receiptFor(person, epoch) ?? (await confirm(wire, person, epoch)));
  if (!receipt) return false;
  // Agreement on the screen; what is kept is heavier the higher it is.
  const kept = values.map((value) => (value === 0 ? 0 : 6 - value));
  const taken = await own(wire, person, {
    kind: 'answer',
    receipt,
    epochNumber: epoch,
    // Five statements have five values.
    values: kept as Extract<OwnAsk, { kind: 'answer' }>['values'],
    share: shares,
  });
  if (!taken || taken.refused !== null) return false;
  town.taken.push({ person: key, epoch, values: kept, shares, after: town.sent.length });
  return true;
};

const receiptFor = ({ receipts }: Townsman, epoch: number): string | undefined =>
  receipts.find(({ opensOn, until }) => opensOn <= dayOf(epoch) && dayOf(epoch) < until)?.receipt;

const confirm = async (wire: Wire, person: Townsman, epoch: number): Promise<string | undefined> => {
  const view = await look(wire, person);
  for (const { windowId, digest, opensOn, until } of view?.state === 'group' ? view.rosters : []) {
    const confirmed = await own(wire, person, { kind: 'confirm', windowId, digest });
    if (confirmed?.refused === null) person.receipts.push({ opensOn, until, receipt: confirmed.receipt });
  }
  return receiptFor(person, epoch);
};

/** Something happens in the organisation, by its administrator. Refusals, such as of what is no longer so, are part of life. */
export const happen = async (playing: Playing, event: EventPlan): Promise<void> => {
  const { town, clock, database } = playing;
  const person = 'person' in event ? town.people.get(event.person) : undefined;
  if (event.kind === 'join') return join(playing, event);
  if (event.kind === 'placeTeam')
    return command(playing, 'organisation.moveTeam', {
      teamId: town.teams.get(event.team),
      domainId: town.domains.get(event.domain),
    });
  if (!person) return;
  const { personId } = person;
  if (event.kind === 'endAccount' || event.kind === 'erase') {
    await command(playing, 'organisation.endAccount', { personId });
    person.team = null;
    town.ended.push({ person: event.person, erased: event.kind === 'erase', after: town.sent.length });
    // There is no command for it yet; this is what one would leave of a person.
    if (event.kind === 'erase')
      await runQuery(database.ownerUrl, `UPDATE "Person" SET "erasedAt" = $2, "name" = '' WHERE "id" = $1`, [
        personId,
        new Date(clock.now()),
      ]);
    return;
  }
  if (person.team !== null)
    await command(playing, 'organisation.endMembership', {
      teamId: town.teams.get(person.team),
      membershipId: person.membershipId,
    });
  person.team = null;
  if (event.kind === 'move') await enter(playing, person, event.to);
};

/** Somebody gives a command; a refusal is recorded as what else was sent. */
export const tell = async (
  { wire, clock }: Pick<Playing, 'wire' | 'clock'>,
  who: Asker,
  procedure: string,
  input: object,
): Promise<void> => {
  await wire.ask(who, procedure, { input: { commandId: clock.newId(), ...input }, type: 'mutation' });
};

const command = (playing: Playing, procedure: string, input: object): Promise<void> =>
  tell(playing, playing.town.administrator, procedure, input);

const enter = async (playing: Playing, person: Townsman, team: string): Promise<void> => {
  // Ids of new things are made by who asks for them.
  person.membershipId = playing.clock.newId() as MembershipId;
  person.team = team;
  const { personId, membershipId } = person;
  const teamId = playing.town.teams.get(team);
  await command(playing, 'organisation.startMembership', {
    teamId,
    personId,
    membershipId,
    minutesByWeekday,
    home: true,
  });
};

const join = async (playing: Playing, event: Extract<EventPlan, { kind: 'join' }>): Promise<void> => {
  const { town, database, clock } = playing;
  const personId = clock.newId() as PersonId;
  const membershipId = clock.newId() as Id<'membership'>;
  const person: Townsman = {
    key: event.person,
    cookie: '',
    personId,
    team: event.team,
    membershipId,
    receipts: [],
  };
  await command(playing, 'organisation.createPerson', {
    id: personId,
    name: nameOf(event.person),
    email: `${event.person}@town${town.plan.seed}.example`,
    membership: { id: membershipId, teamId: town.teams.get(event.team), minutesByWeekday, home: true },
    invite: false,
  });
  town.people.set(event.person, person);
  const isProven = town.plan.people.find(({ key }) => key === event.person)?.proven ?? false;
  if (isProven) await provenMailboxes(database, { clock, people: [personId] });
  await openSessions([person], { database, clock });
};
