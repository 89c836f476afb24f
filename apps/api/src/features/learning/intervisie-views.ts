import type { LocalDate } from '@roer/domain/dates';
import type { Id, IntervisieId, PersonId, TeamId } from '@roer/domain/ids';
import { mayMove, rolesOf } from '@roer/domain/learning/intervisie';
import type { IntervisieRoom, TakenRole, Turns } from '@roer/domain/learning/intervisie';
import type { IntervisieClock, Phase } from '@roer/domain/learning/intervisie-clock';

/** A room as its team sees it before it begins: who is in it, and nothing of what it is about. */
export type RoomCard = { id: IntervisieId; ownerName: string; names: string[]; isInside: boolean; hasBegun: boolean };

export type RoomLine = { id: Id<'line'>; phase: Phase; writer: string; isMine: boolean; text: string };

/** A room as who is in it, or may come in, sees it at `now` of the server. */
export type RoomView = {
  now: number;
  id: IntervisieId;
  teamId: TeamId;
  people: { id: PersonId; name: string; role: TakenRole | 'caseOwner' | 'adviser' }[];
  /** Of these roles, which were proposed and not yet taken by anybody. */
  proposed: TakenRole[];
  me: { id: PersonId; isInside: boolean; isCaseOwner: boolean; mayMove: boolean; mayStart: boolean };
  minutes: readonly number[];
  clock: IntervisieClock | null;
  lines: RoomLine[];
};

export type KeptView = { id: IntervisieId; keptOn: LocalDate; lines: KeptLine[] };
/** What is kept of a line: with the name, because people leave. */
export type KeptLine = { phase: Phase; writer: string; text: string };

type Names = ReadonlyMap<PersonId, string>;
const nameIn = (names: Names, id: PersonId): string => names.get(id) ?? '';
const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name, 'nl');

export const roomCard = (room: IntervisieRoom, names: Names, me: PersonId): RoomCard => ({
  id: room.id,
  ownerName: nameIn(names, room.caseOwner),
  names: room.people.map((id) => nameIn(names, id)).toSorted((one, other) => one.localeCompare(other, 'nl')),
  isInside: room.people.includes(me),
  hasBegun: room.clock !== null,
});

export const roomView = (
  room: IntervisieRoom,
  { names, turns, me, now, lines }: { names: Names; turns: Turns; me: PersonId; now: number; lines: RoomLine[] },
): RoomView => {
  const { facilitator, timekeeper } = rolesOf(room, turns);
  const roleOf = (id: PersonId): RoomView['people'][number]['role'] => {
    if (id === room.caseOwner) return 'caseOwner';
    if (id === facilitator) return 'facilitator';
    return id === timekeeper ? 'timekeeper' : 'adviser';
  };
  const { clock } = room;
  return {
    now,
    id: room.id,
    teamId: room.teamId,
    people: room.people.map((id) => ({ id, name: nameIn(names, id), role: roleOf(id) })).toSorted(byName),
    proposed: [
      ...(facilitator !== null && room.facilitator === null ? (['facilitator'] as const) : []),
      ...(timekeeper !== null && room.timekeeper === null ? (['timekeeper'] as const) : []),
    ],
    me: {
      id: me,
      isInside: room.people.includes(me),
      isCaseOwner: me === room.caseOwner,
      mayMove: clock !== null && mayMove(room, me),
      mayStart: clock === null && (me === room.caseOwner || me === facilitator),
    },
    minutes: room.minutes,
    clock: clock && {
      phase: clock.phase,
      startedAt: clock.startedAt,
      lengths: clock.lengths,
      pausedAt: clock.pausedAt,
    },
    lines,
  };
};
