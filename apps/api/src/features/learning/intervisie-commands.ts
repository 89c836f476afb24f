import * as store from '@roer/db/intervisie';
import { dateAt } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { Id, IntervisieId, OrganisationId, PersonId } from '@roer/domain/ids';
import * as domain from '@roer/domain/learning/intervisie';
import type { IntervisieRoom, TakenRole } from '@roer/domain/learning/intervisie';
import { phases } from '@roer/domain/learning/intervisie-clock';
import type { ClockCommand, Phase } from '@roer/domain/learning/intervisie-clock';
import type { PoolClient } from '@roer/db/pool';
import type { PersonKeys } from '../../platform/person-keys.ts';
import type { AllowedIntervisie, AllowedInRoom, AllowedRoom } from './intervisie-access.ts';
import { openedLines } from './intervisie-queries.ts';
import { sealKept, sealLine } from './intervisie-seal.ts';

/** Who has to ask again: everybody who could see the room before or after. */
export type Audience = PersonId[];

const teamOf = (
  { transaction }: AllowedIntervisie | AllowedRoom | AllowedInRoom,
  { teamId }: Pick<IntervisieRoom, 'teamId'>,
) => store.readTeamPeople(transaction.client, { teamId, today: transaction.today });

/** Who sees a room: until it begins its team, then who of the team is in it. When somebody writes is not for who left. */
const audienceOf = async (allowed: AllowedRoom | AllowedInRoom): Promise<Audience> => {
  const { clock, people } = allowed.subject;
  const team = await teamOf(allowed, allowed.subject);
  return clock === null ? team : team.filter((person) => people.includes(person));
};

/** Makes a room. The same again changes nothing; somebody else's id is `notFound`. */
export const makeRoom = async (
  allowed: AllowedIntervisie,
  { roomId, minutes }: { roomId: IntervisieId; minutes: readonly number[] },
): Promise<Audience> => {
  const { client, actor, now } = allowed.transaction;
  const { teamId } = allowed.subject;
  const room = domain.openRoom({ id: roomId, teamId, minutes }, { actorId: actor.personId, now });
  await store.insertRoom(client, actor.organisationId, room);
  const made = await store.readRoom(client, { roomId, hold: false });
  if (made?.caseOwner !== actor.personId || made.teamId !== teamId) throw new DomainError('notFound');
  return teamOf(allowed, room);
};

export const join = async (allowed: AllowedRoom): Promise<Audience> => {
  const { client, actor } = allowed.transaction;
  await store.saveRoom(client, domain.decideJoin(allowed.subject, actor.personId));
  return audienceOf(allowed);
};

export const leave = async (allowed: AllowedInRoom): Promise<Audience> => {
  const { client, actor } = allowed.transaction;
  const left = domain.decideLeave(allowed.subject, actor.personId);
  const audience = await audienceOf(allowed);
  await store.asCaseOwner(client, left);
  await store.saveRoom(client, left);
  return audience;
};

export const takeRole = async (allowed: AllowedInRoom, role: TakenRole): Promise<Audience> => {
  const { client, actor } = allowed.transaction;
  const turns = await store.readTurns(client, allowed.subject.teamId);
  await store.saveRoom(client, domain.decideTakeRole(allowed.subject, { role, turns }, actor.personId));
  return audienceOf(allowed);
};

export const start = async (allowed: AllowedInRoom): Promise<Audience> => {
  const { client, actor, now } = allowed.transaction;
  const turns = await store.readTurns(client, allowed.subject.teamId);
  await store.saveRoom(client, domain.decideStart(allowed.subject, turns, { actorId: actor.personId, now }));
  // Before it began, the whole team saw it.
  return audienceOf(allowed);
};

export const move = async (allowed: AllowedInRoom, command: ClockCommand): Promise<Audience> => {
  const { client, actor, now } = allowed.transaction;
  await store.saveRoom(client, domain.decideMove(allowed.subject, command, { actorId: actor.personId, now }));
  return audienceOf(allowed);
};

export const write = async (
  allowed: AllowedInRoom,
  { lineId, phase, text }: { lineId: Id<'line'>; phase: Phase; text: string },
  personKeys: PersonKeys,
): Promise<Audience> => {
  const { client, actor, now } = allowed.transaction;
  const room = allowed.subject;
  domain.decideLine(room, phase, { actorId: actor.personId, now });
  const written = await store.readLines(client, room.id);
  if (written.length >= domain.lineLimits.lines) throw new DomainError('badInput');
  const key = await personKeys.of(client, { organisationId: actor.organisationId, personId: room.caseOwner });
  const sealed = sealLine(key, { roomId: room.id, id: lineId, text });
  const line = { id: lineId, roomId: room.id, personId: actor.personId, phase: phases.indexOf(phase), sealed };
  await store.insertLine(client, actor.organisationId, line);
  return audienceOf(allowed);
};

export const unwrite = async (allowed: AllowedInRoom, lineId: Id<'line'>): Promise<Audience> => {
  const { client, actor } = allowed.transaction;
  await store.removeLine(client, { roomId: allowed.subject.id, lineId, personId: actor.personId });
  return audienceOf(allowed);
};

/** Remembers who led a room that is over, so that it goes round; and nothing else of it. */
export const rememberTurn = async (
  client: PoolClient,
  organisationId: OrganisationId,
  { teamId, facilitator, clock }: IntervisieRoom,
): Promise<void> => {
  if (clock === null || facilitator === null) return;
  await store.saveTurn(client, { organisationId, teamId, personId: facilitator, lastOn: dateAt(clock.startedAt) });
};

/** Ends a room with everything in it; `keep`: what was written goes to whose case it is, who alone has it then (rule L6.8). */
export const end = async (allowed: AllowedInRoom, keep: boolean, personKeys: PersonKeys): Promise<Audience> => {
  const { client, actor, today } = allowed.transaction;
  const room = allowed.subject;
  domain.decideEnd(room, actor.personId);
  const audience = await audienceOf(allowed);
  const lines = keep ? await openedLines(allowed, personKeys) : [];
  if (lines.length > 0) {
    const key = await personKeys.of(client, actor);
    const texts = lines.map(({ phase, writer, text }) => ({ phase, writer, text }));
    await store.insertKeptNotes(client, actor, {
      id: room.id,
      keptOn: today,
      sealed: sealKept(key, { id: room.id, lines: texts }),
    });
  }
  await rememberTurn(client, actor.organisationId, room);
  await store.removeRoom(client, room.id);
  return audience;
};
