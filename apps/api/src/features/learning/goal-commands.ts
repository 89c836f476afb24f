import {
  countGoals,
  hasResponsibility,
  insertGoal,
  lockGoalText,
  readAudience,
  readGoal,
  readGoalsOf,
  removeAllLearning,
  removeGoal,
  saveGoal,
  saveGoalText,
} from '@roer/db/goals';
import type { GoalRecord } from '@roer/db/goals';
import { readOwnCopies } from '@roer/db/contributions';
import { readPeopleInCasesOf, removeAllKeptNotes } from '@roer/db/intervisie';
import { readTalentCard, readTeammates } from '@roer/db/talent-cards';
import { isMember } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { GoalId, PersonId } from '@roer/domain/ids';
import { changeReaches, checkSwap, decideGoal, mostGoals } from '@roer/domain/learning/goal';
import type { Audience, GoalChoices } from '@roer/domain/learning/goal';
import type { z } from 'zod';
import type { createGoalInput, setGoalInput, swapGoalsInput, typeGoalInput } from '@roer/domain/learning/goal-schema';
import { mergeText, newText } from './goal-text.ts';
import { aboutGoal, momentOf, sealJson } from './goal-views.ts';
import type { LearningTransaction } from './learning-transaction.ts';

type Done = { result: { done: true }; told: PersonId[] };
const done = { done: true } as const;

/** Whom a goal of this audience is for, the owner among them. */
export const audienceOf = (
  { client, today }: LearningTransaction,
  { personId, teamId }: Pick<GoalRecord, 'personId' | 'teamId'>,
  audience: Audience,
): Promise<PersonId[]> => readAudience(client, { personId, teamId, audience, today });

/** The actor's own goal. Throws `notFound` for anybody else's, also when they may see it. */
export const ownGoal = async ({ client, actor }: LearningTransaction, goalId: GoalId): Promise<GoalRecord> => {
  const goal = await readGoal(client, goalId);
  if (goal?.personId !== actor.personId) throw new DomainError('notFound');
  return goal;
};

/** A new goal is its owner's alone (rule L2.2). Throws `notFound` outside the own teams, `badInput` when there are too many. */
export const createGoal = async (
  { client, actor, keyOf }: LearningTransaction,
  { id, teamId, responsibilityId, targetLevel, title }: z.output<typeof createGoalInput>,
): Promise<Done> => {
  const { organisationId, personId } = actor;
  if (!isMember(actor, teamId)) throw new DomainError('notFound');
  if (responsibilityId !== null && !(await hasResponsibility(client, { teamId, responsibilityId })))
    throw new DomainError('notFound');
  const key = await keyOf(personId);
  const seal = (part: 'step' | 'plan', texts: object): Buffer => key.seal(newText(part, texts), aboutGoal(id, part));
  const made = await insertGoal(client, {
    organisationId,
    id,
    personId,
    teamId,
    responsibilityId,
    targetLevel,
    state: 'draft',
    stepAudience: 'me',
    planAudience: 'me',
    sealed: {
      step: seal('step', { title }),
      plan: seal('plan', {}),
      moment: sealJson(key, aboutGoal(id, 'moment'), { stretch: null, nextMoment: null }),
    },
  });
  if (!made) throw new DomainError('notFound');
  if ((await countGoals(client, personId)) > mostGoals) throw new DomainError('badInput');
  return { result: done, told: [personId] };
};

/** What the owner alone chooses. Whoever sees a difference is told, whom it is for no longer among them: an open page loses it at once. */
export const setGoal = async (
  transaction: LearningTransaction,
  { goalId, ...given }: z.output<typeof setGoalInput>,
): Promise<Done> => {
  const { client, keyOf } = transaction;
  // The lock comes first: of two windows the second reads what the first left.
  if ((await lockGoalText(client, { goalId, part: 'moment' })) === null) throw new DomainError('notFound');
  const goal = await ownGoal(transaction, goalId);
  const key = await keyOf(goal.personId);
  const { targetLevel, state, stepAudience, planAudience } = goal;
  const before: GoalChoices = { targetLevel, state, stepAudience, planAudience, ...momentOf(key, goal) };
  const choices = decideGoal(before, withoutGaps(given));
  await saveGoal(client, { goalId, choices });
  const { stretch, nextMoment } = choices;
  const sealed = sealJson(key, aboutGoal(goalId, 'moment'), { stretch, nextMoment });
  await saveGoalText(client, { goalId, part: 'moment', sealed });
  return { result: done, told: await audienceOf(transaction, goal, changeReaches(before, choices)) };
};

/**
 * Both at once or neither (rule L5.3). Throws `notFound` unless both are the actor's, `badInput` unless they are of one team, one is active
 * and the other paused; when that was done already it changes nothing.
 */
export const swapGoals = async (
  transaction: LearningTransaction,
  { goalId, inPlace }: z.output<typeof swapGoalsInput>,
): Promise<Done> => {
  // Always in one order: two windows that swap back and forth wait for each other, and never both.
  for (const each of [goalId, inPlace].toSorted())
    if ((await lockGoalText(transaction.client, { goalId: each, part: 'moment' })) === null)
      throw new DomainError('notFound');
  const [goal, other] = [await ownGoal(transaction, goalId), await ownGoal(transaction, inPlace)];
  checkSwap(goal, other);
  const paused = await setGoal(transaction, { goalId, state: 'paused' });
  const begun = await setGoal(transaction, { goalId: inPlace, state: 'active' });
  return { result: done, told: [...paused.told, ...begun.told] };
};

/** What was left out of a request is not there, instead of there without a value. */
const withoutGaps = (given: Omit<z.output<typeof setGoalInput>, 'goalId'>): Partial<GoalChoices> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/**
 * Merges what the owner or their buddy typed (rule L2.4). Throws `notFound` for anybody else, `badInput` when it does not fit; then
 * nothing of it is kept here.
 */
export const typeGoal = async (
  transaction: LearningTransaction,
  { goalId, part, update }: z.output<typeof typeGoalInput>,
): Promise<Done> => {
  const { client, keyOf } = transaction;
  const sealed = await lockGoalText(client, { goalId, part });
  const goal = await readGoal(client, goalId);
  if (sealed === null || goal === null) throw new DomainError('notFound');
  const key = await keyOf(goal.personId);
  const about = aboutGoal(goalId, part);
  const state = mergeText(key.open(sealed, about), { update: Buffer.from(update, 'base64'), part });
  await saveGoalText(client, { goalId, part, sealed: key.seal(state, about) });
  const audience = part === 'step' ? goal.stepAudience : goal.planAudience;
  return { result: done, told: await audienceOf(transaction, goal, audience) };
};

/** For good, with its reflections (rule L2.8). What is not there any more, or is not one's own, changes nothing. */
export const dropGoal = async (transaction: LearningTransaction, goalId: GoalId): Promise<Done> => {
  const { client, actor } = transaction;
  const goal = await readGoal(client, goalId);
  if (goal?.personId !== actor.personId) return { result: done, told: [] };
  const told = await audienceOf(transaction, goal, goal.stepAudience);
  await removeGoal(client, { goalId, personId: actor.personId });
  return { result: done, told };
};

/** Everybody who sees something now that the actor's key sealed. */
const seenBy = async (transaction: LearningTransaction): Promise<PersonId[]> => {
  const { client, actor, today } = transaction;
  const { personId } = actor;
  const told: PersonId[] = [personId, ...(await readPeopleInCasesOf(client, personId))];
  for (const goal of await readGoalsOf(client, personId))
    told.push(...(await audienceOf(transaction, goal, goal.stepAudience)));
  const card = await readTalentCard(client, personId);
  const copies = await readOwnCopies(client, { personId, today });
  if (card?.audience === 'team' || copies.some(({ kind }) => kind === 'team'))
    told.push(...(await readTeammates(client, { personId, today })).map((mate) => mate.personId));
  return told;
};

/** All goals, reflections and the own buddies of the actor, for good (rule L2.12). */
export const dropAll = async (transaction: LearningTransaction): Promise<Done> => {
  const { client, actor } = transaction;
  const told = await seenBy(transaction);
  await removeAllLearning(client, actor.personId);
  // The same key sealed them.
  await removeAllKeptNotes(client, actor.personId);
  await transaction.destroyKey();
  return { result: done, told };
};
