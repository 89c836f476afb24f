import { readBuddy, removeBuddy, saveAskedBuddy, saveBuddyAnswer } from '@roer/db/buddies';
import { isMember } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { BuddyId, PersonId } from '@roer/domain/ids';
import type { askBuddyInput, answerBuddyInput } from '@roer/domain/learning/buddy';
import type { z } from 'zod';
import type { LearningTransaction } from './learning-transaction.ts';

type Done = { result: { done: true }; told: PersonId[] };
const done = { done: true } as const;

/**
 * Asks a colleague of the team (rule L2.5). Throws `notFound` outside the own teams and for who is not in it, `changedMeanwhile` when
 * another one was asked already.
 */
export const askBuddy = async (
  { client, actor, today }: LearningTransaction,
  { id, teamId, personId: buddyId }: z.output<typeof askBuddyInput>,
): Promise<Done> => {
  const { organisationId, personId } = actor;
  if (!isMember(actor, teamId) || buddyId === personId) throw new DomainError('notFound');
  const asked = await saveAskedBuddy(client, { organisationId, id, personId, buddyId, teamId, today });
  if (asked === 'outside') throw new DomainError('notFound');
  if (asked === 'taken') throw new DomainError('changedMeanwhile');
  return { result: done, told: [personId, buddyId] };
};

/** Whoever was asked says yes or no, without a reason. Throws `notFound` for anybody else, and when it was withdrawn. */
export const answerBuddy = async (
  { client, actor }: LearningTransaction,
  { id, agrees }: z.output<typeof answerBuddyInput>,
): Promise<Done> => {
  const buddy = await readBuddy(client, id);
  if (buddy?.buddyId !== actor.personId) throw new DomainError('notFound');
  if (buddy.state === 'asked') await saveBuddyAnswer(client, { id, state: agrees ? 'agreed' : 'declined' });
  return { result: done, told: [buddy.personId, buddy.buddyId] };
};

/** Either of the two ends it; the other's open pages lose at once what they may no longer see. Twice changes nothing. */
export const endBuddy = async ({ client }: LearningTransaction, id: BuddyId): Promise<Done> => {
  const buddy = await readBuddy(client, id);
  if (buddy === null) return { result: done, told: [] };
  await removeBuddy(client, id);
  return { result: done, told: [buddy.personId, buddy.buddyId] };
};
