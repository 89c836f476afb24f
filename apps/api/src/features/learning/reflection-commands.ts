import {
  insertReflection,
  lockReflection,
  readReflectionsAt,
  removeReflection,
  saveReflectionAudience,
  saveReview,
} from '@roer/db/reflections';
import type { OwnReflection } from '@roer/db/reflections';
import { DomainError } from '@roer/domain/errors';
import type { PersonId, ReflectionId } from '@roer/domain/ids';
import { mostReflections, narrower } from '@roer/domain/learning/goal';
import type { Audience } from '@roer/domain/learning/goal';
import type { reflectInput, reviewReflectionInput, shareReflectionInput } from '@roer/domain/learning/goal-schema';
import { reviewed, startReview } from '@roer/domain/learning/reflection-review';
import type { z } from 'zod';
import { audienceOf, ownGoal } from './goal-commands.ts';
import { aboutReflection, aboutReview, reviewOf, sealJson } from './goal-views.ts';
import type { LearningTransaction } from './learning-transaction.ts';

type Done = { result: { done: true }; told: PersonId[] };
const done = { done: true } as const;

/** The owner looks back at a goal (rule L2.9). Throws `notFound` for anybody else's goal, `badInput` when there are too many. */
export const reflect = async (
  transaction: LearningTransaction,
  { id, goalId, occurred, text, audience }: z.output<typeof reflectInput>,
): Promise<Done> => {
  const { client, actor, today, keyOf } = transaction;
  const { organisationId, personId } = actor;
  const goal = await ownGoal(transaction, goalId);
  const key = await keyOf(personId);
  const sealed = sealJson(key, aboutReflection(id), { occurred, text, on: today });
  const review = sealJson(key, aboutReview(id), startReview(today));
  if (!(await insertReflection(client, { organisationId, id, personId, goalId, audience, sealed, review })))
    throw new DomainError('notFound');
  if ((await readReflectionsAt(client, goalId)).length > mostReflections) throw new DomainError('badInput');
  return { result: done, told: await audienceOf(transaction, goal, narrower(audience, goal.stepAudience)) };
};

const own = async ({ client, actor: { personId } }: LearningTransaction, id: ReflectionId) => {
  const reflection = await lockReflection(client, { id, personId });
  if (reflection === null) throw new DomainError('notFound');
  return reflection;
};

/** A reflection shows at its goal, so to nobody who does not see that. */
const seesIt = (transaction: LearningTransaction, reflection: OwnReflection, audience: Audience): Promise<PersonId[]> =>
  audienceOf(transaction, reflection, narrower(audience, reflection.stepAudience));

/** The owner decides anew for whom it is; whoever could see it before is told too. */
export const shareReflection = async (
  transaction: LearningTransaction,
  { reflectionId, audience }: z.output<typeof shareReflectionInput>,
): Promise<Done> => {
  const reflection = await own(transaction, reflectionId);
  await saveReflectionAudience(transaction.client, { id: reflectionId, audience });
  const told = await seesIt(transaction, reflection, reflection.audience);
  return { result: done, told: [...told, ...(await seesIt(transaction, reflection, audience))] };
};

/** How well somebody still knew it says when it comes back (rule L2.10); nobody else is told. */
export const reviewReflection = async (
  transaction: LearningTransaction,
  { reflectionId, recall }: z.output<typeof reviewReflectionInput>,
): Promise<Done> => {
  const { client, actor, today, keyOf } = transaction;
  const reflection = await own(transaction, reflectionId);
  const key = await keyOf(actor.personId);
  const memory = reviewOf(key, reflection) ?? startReview(today);
  // Twice on one day is once: a second press or a retry does not send it further away.
  if (memory.due <= today) {
    const sealed = sealJson(key, aboutReview(reflectionId), reviewed(memory, { recall, today }));
    await saveReview(client, { id: reflectionId, sealed });
  }
  return { result: done, told: [actor.personId] };
};

/** For good. What is not there any more changes nothing. */
export const dropReflection = async (transaction: LearningTransaction, id: ReflectionId): Promise<Done> => {
  const { client, actor } = transaction;
  const { personId } = actor;
  const reflection = await lockReflection(client, { id, personId });
  if (reflection === null) return { result: done, told: [] };
  const told = await seesIt(transaction, reflection, reflection.audience);
  await removeReflection(client, { id, personId });
  return { result: done, told };
};
