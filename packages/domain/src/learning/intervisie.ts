import { dayInMilliseconds } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import type { IntervisieId, PersonId, TeamId } from '../ids.ts';
import { caughtUp, moveClock, phases, plannedEnd, startClock } from './intervisie-clock.ts';
import type { ClockCommand, IntervisieClock, Phase } from './intervisie-clock.ts';

/**
 * A room in which colleagues look at one case. `people` are who is in it, in the order in which they came. The two roles are null until
 * somebody takes them; see `rolesOf`. Times are epoch milliseconds of the server.
 */
export type IntervisieRoom = {
  readonly id: IntervisieId;
  readonly teamId: TeamId;
  /** Whose case it is, and whose the notes are. */
  readonly caseOwner: PersonId;
  readonly facilitator: PersonId | null;
  readonly timekeeper: PersonId | null;
  readonly people: readonly PersonId[];
  readonly minutes: readonly number[];
  readonly madeAt: number;
  /** Null while people still come in. */
  readonly clock: IntervisieClock | null;
};

export const roomSize = { least: 3, most: 20 } as const;
export const lineLimits = { text: 2000, lines: 500 } as const;
export const takenRoles = ['facilitator', 'timekeeper'] as const;
export type TakenRole = (typeof takenRoles)[number];

/** The last day on which each of a team facilitated; who never did is not in it. */
export type Turns = Readonly<Partial<Record<PersonId, LocalDate>>>;

/** Milliseconds after the end of a phase in which what was being written still belongs to it. */
const lateness = 60_000;

/** From when on a room is gone with all that was written, when nobody ended it (rule L6.9). */
export const goneAt = ({ madeAt, clock }: Pick<IntervisieRoom, 'madeAt' | 'clock'>): number =>
  (clock === null ? madeAt : (clock.pausedAt ?? plannedEnd(clock) ?? madeAt)) + dayInMilliseconds;

/** A new room of whoever brings the case. */
export const openRoom = (
  { id, teamId, minutes }: Pick<IntervisieRoom, 'id' | 'teamId' | 'minutes'>,
  { actorId, now }: { actorId: PersonId; now: number },
): IntervisieRoom => ({
  id,
  teamId,
  minutes,
  caseOwner: actorId,
  facilitator: null,
  timekeeper: null,
  people: [actorId],
  madeAt: now,
  clock: null,
});

/** Who of these has not facilitated for the longest time; null when there is nobody. Of two alike, who came first. */
export const longestAgo = (people: readonly PersonId[], turns: Turns): PersonId | null => {
  const since = (person: PersonId): string => turns[person] ?? '';
  return people.reduce<PersonId | null>(
    (found, person) => (found === null || since(person) < since(found) ? person : found),
    null,
  );
};

/** Who has which role: what somebody took, else a proposal, so that roles go round (rule L6.5). Never the one whose case it is. */
export const rolesOf = (
  { caseOwner, facilitator, timekeeper, people, clock }: IntervisieRoom,
  turns: Turns,
): Record<TakenRole, PersonId | null> => {
  if (clock !== null) return { facilitator, timekeeper };
  const free = people.filter((person) => person !== caseOwner && person !== facilitator && person !== timekeeper);
  const leads = facilitator ?? longestAgo(free, turns);
  const keeps = timekeeper ?? free.find((person) => person !== leads) ?? null;
  return { facilitator: leads, timekeeper: keeps };
};

/** Throws `notFound` when it began, for whoever was not in it, and `badInput` when it is full. */
export const decideJoin = (room: IntervisieRoom, actorId: PersonId): IntervisieRoom => {
  if (room.people.includes(actorId)) return room;
  if (room.clock !== null) throw new DomainError('notFound');
  if (room.people.length >= roomSize.most) throw new DomainError('badInput');
  return { ...room, people: [...room.people, actorId] };
};

/** Throws `notAllowed` for whose case it is: they end the room. */
export const decideLeave = (room: IntervisieRoom, actorId: PersonId): IntervisieRoom => {
  if (room.caseOwner === actorId) throw new DomainError('notAllowed');
  return {
    ...room,
    people: room.people.filter((person) => person !== actorId),
    facilitator: room.facilitator === actorId ? null : room.facilitator,
    timekeeper: room.timekeeper === actorId ? null : room.timekeeper,
  };
};

/** Takes a role: before the start any, afterwards one that nobody has. Throws `notAllowed` to whose case it is, and for a role that is taken. */
export const decideTakeRole = (
  room: IntervisieRoom,
  { role, turns }: { role: TakenRole; turns: Turns },
  actorId: PersonId,
): IntervisieRoom => {
  const has = rolesOf(room, turns)[role];
  if (has === actorId && room[role] === actorId) return room;
  if (room.caseOwner === actorId || (room.clock !== null && has !== null)) throw new DomainError('notAllowed');
  const other = role === 'facilitator' ? 'timekeeper' : 'facilitator';
  // Who keeps the time and takes the lead has, during a session, both.
  const given = room.clock === null && room[other] === actorId ? null : room[other];
  return { ...room, [other]: given, [role]: actorId };
};

/** Begins, with the roles as they are. Throws `notAllowed` to who neither brings the case nor leads, `badInput` with too few people. */
export const decideStart = (
  room: IntervisieRoom,
  turns: Turns,
  { actorId, now }: { actorId: PersonId; now: number },
): IntervisieRoom => {
  if (room.clock !== null) return room;
  const roles = rolesOf(room, turns);
  if (actorId !== room.caseOwner && actorId !== roles.facilitator) throw new DomainError('notAllowed');
  if (room.people.length < roomSize.least) throw new DomainError('badInput');
  return { ...room, ...roles, clock: startClock(room.minutes, now) };
};

/** Whether somebody may move the clock: who leads or keeps the time, and everybody when nobody does. */
export const mayMove = (
  { facilitator, timekeeper, people }: Pick<IntervisieRoom, 'facilitator' | 'timekeeper' | 'people'>,
  actorId: PersonId,
): boolean =>
  people.includes(actorId) &&
  (actorId === facilitator || actorId === timekeeper || (facilitator === null && timekeeper === null));

/** Throws `notAllowed` to who does not run the clock, and before the start. */
export const decideMove = (
  room: IntervisieRoom,
  command: ClockCommand,
  { actorId, now }: { actorId: PersonId; now: number },
): IntervisieRoom => {
  if (room.clock === null || !mayMove(room, actorId)) throw new DomainError('notAllowed');
  return { ...room, clock: moveClock(room.clock, command, now) };
};

/** Who writes in a phase: the case and what its owner will do are the owner's; what others make of it, the owner only reads (rule L6.6). */
export const mayWriteIn = (phase: Phase, isCaseOwner: boolean): boolean => {
  switch (phase) {
    case 'incident':
    case 'intention':
      return isCaseOwner;
    case 'questions':
      return true;
    case 'analysis':
    case 'advice':
      return !isCaseOwner;
  }
};

/**
 * Whether a line may be added to a phase at `now`: while it lasts, or within a minute after, for what was being written. What the owner will do
 * they may still write when all phases are over.
 */
export const isOpenFor = (clock: IntervisieClock, phase: Phase, now: number): boolean => {
  const here = caughtUp(clock, now);
  const asked = phases.indexOf(phase);
  if (here.phase === asked) return true;
  if (here.phase !== asked + 1) return false;
  return here.phase === phases.length || now - here.startedAt <= lateness;
};

/** Throws `notAllowed` when somebody may not write this now. */
export const decideLine = (
  { clock, caseOwner }: IntervisieRoom,
  phase: Phase,
  { actorId, now }: { actorId: PersonId; now: number },
): void => {
  if (clock === null || !mayWriteIn(phase, actorId === caseOwner) || !isOpenFor(clock, phase, now))
    throw new DomainError('notAllowed');
};

/** Throws `notAllowed` to everybody but whose case it is. */
export const decideEnd = (room: IntervisieRoom, actorId: PersonId): void => {
  if (room.caseOwner !== actorId) throw new DomainError('notAllowed');
};
