import { atMoment } from '@roer/db/check-in-own';
import { readRoom } from '@roer/db/intervisie';
import { isMember } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { IntervisieId, TeamId } from '@roer/domain/ids';
import { goneAt } from '@roer/domain/learning/intervisie';
import type { IntervisieRoom } from '@roer/domain/learning/intervisie';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';

/** A room that the actor may come into, or is in. */
export type AllowedRoom = Allowed<IntervisieRoom, 'intervisie.see'>;
/** A room that the actor is in. */
export type AllowedInRoom = Allowed<IntervisieRoom, 'intervisie.take part'>;
export type AllowedIntervisie = Allowed<{ teamId: TeamId }, 'intervisie.of team'>;

/** Opens intervisie of a team, for its members. Throws `notFound`. */
export const openIntervisie = async (
  transaction: Transaction,
  { teamId }: { teamId: TeamId },
): Promise<AllowedIntervisie> => {
  if (!isMember(transaction.actor, teamId)) throw new DomainError('notFound');
  await atMoment(transaction.client, transaction.now);
  return allow(transaction, { teamId });
};

const find = async (
  { client, actor, now }: Transaction,
  which: { roomId: IntervisieId; hold: boolean },
): Promise<IntervisieRoom> => {
  await atMoment(client, now);
  const room = await readRoom(client, which);
  if (!room || !isMember(actor, room.teamId) || goneAt(room) <= now) throw new DomainError('notFound');
  return room;
};

/**
 * Opens a room for a member of its team who may still come in or is in it (rule L6.7). `hold`: nobody else changes it until the transaction
 * ends. Throws `notFound`, also when its time is over.
 */
export const openRoomToCome = async (
  transaction: Transaction,
  { roomId, hold = false }: { roomId: IntervisieId; hold?: boolean },
): Promise<AllowedRoom> => allow(transaction, await find(transaction, { roomId, hold }));

/** The same for who is in it. */
export const openRoomInside = async (
  transaction: Transaction,
  { roomId, hold = true }: { roomId: IntervisieId; hold?: boolean },
): Promise<AllowedInRoom> => {
  const room = await find(transaction, { roomId, hold });
  if (!room.people.includes(transaction.actor.personId)) throw new DomainError('notFound');
  return allow(transaction, room);
};
