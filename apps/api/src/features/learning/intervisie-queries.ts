import { readKeptNotes, readLines, readNames, readRooms, readTurns } from '@roer/db/intervisie';
import { phases } from '@roer/domain/learning/intervisie-clock';
import type { PersonKeys } from '../../platform/person-keys.ts';
import type { Transaction } from '../../platform/transaction.ts';
import type { AllowedIntervisie, AllowedInRoom, AllowedRoom } from './intervisie-access.ts';
import { openKept, openLine } from './intervisie-seal.ts';
import { roomCard, roomView } from './intervisie-views.ts';
import type { KeptView, RoomCard, RoomLine, RoomView } from './intervisie-views.ts';

/** The rooms of a team that the actor may come into or is in. */
export const intervisieRooms = async ({ transaction, subject }: AllowedIntervisie): Promise<{ rooms: RoomCard[] }> => {
  const { client, now, actor } = transaction;
  const rooms = await readRooms(client, { teamId: subject.teamId, now });
  const names = await readNames(
    client,
    rooms.flatMap(({ people }) => people),
  );
  return { rooms: rooms.map((room) => roomCard(room, names, actor.personId)) };
};

/** What was written, opened with the key of whose case it is. What no longer opens, because that key was destroyed, is not there. */
export const openedLines = async (
  { transaction, subject: room }: AllowedInRoom,
  personKeys: PersonKeys,
): Promise<RoomLine[]> => {
  const { client, actor } = transaction;
  const whose = { organisationId: actor.organisationId, personId: room.caseOwner };
  const lines = await readLines(client, room.id);
  const [key, names] = await Promise.all([
    personKeys.known(client, whose),
    readNames(
      client,
      lines.map(({ personId }) => personId),
    ),
  ]);
  return lines.flatMap(({ id, personId, phase, sealed }): RoomLine[] => {
    const text = key && openLine(key, { roomId: room.id, id, sealed });
    const name = phases[phase];
    if (text === null || name === undefined) return [];
    return [{ id, phase: name, writer: names.get(personId) ?? '', isMine: personId === actor.personId, text }];
  });
};

/** A room as the actor sees it now; `inside` when they are in it, which is what shows them what was written. */
export const intervisieRoom = async (
  { transaction, subject: room }: AllowedRoom,
  { inside, personKeys }: { inside: AllowedInRoom | null; personKeys: PersonKeys },
): Promise<RoomView> => {
  const { client, now, actor } = transaction;
  const [names, turns, lines] = await Promise.all([
    readNames(client, room.people),
    readTurns(client, room.teamId),
    inside ? openedLines(inside, personKeys) : [],
  ]);
  return roomView(room, { names, turns, lines, me: actor.personId, now });
};

/** What the actor kept of their own cases, the latest first. */
export const keptNotes = async (
  { client, actor }: Transaction,
  personKeys: PersonKeys,
): Promise<{ kept: KeptView[] }> => {
  const rows = await readKeptNotes(client, actor.personId);
  const key = rows.length === 0 ? null : await personKeys.known(client, actor);
  const kept = rows.flatMap(({ id, keptOn, sealed }) => {
    const lines = key && openKept(key, { id, sealed });
    return lines ? [{ id, keptOn, lines }] : [];
  });
  return { kept };
};
