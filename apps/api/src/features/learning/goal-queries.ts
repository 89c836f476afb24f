import { readBuddies } from '@roer/db/buddies';
import { readGoal, readGoalsInTeam, readGoalsOf } from '@roer/db/goals';
import type { GoalRecord } from '@roer/db/goals';
import { readReflectionsAt, readReflectionsOf } from '@roer/db/reflections';
import { isMember } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { GoalId, TeamId } from '@roer/domain/ids';
import { deriveGoalRights } from '@roer/domain/learning/goal';
import { isDue } from '@roer/domain/learning/reflection-review';
import { documentsView, planView, reflectionView, reviewOf, stepView } from './goal-views.ts';
import type { GoalDocuments, GoalPlan, GoalStep, ReflectionView } from './goal-views.ts';
import type { LearningTransaction } from './learning-transaction.ts';
import { buddyView } from './buddy-views.ts';
import type { BuddyView } from './buddy-views.ts';

export type Audiences = Pick<GoalRecord, 'stepAudience' | 'planAudience'>;
export type OwnGoal = GoalStep & Audiences & { plan: GoalPlan };

const audiencesOf = ({ stepAudience, planAudience }: Audiences): Audiences => ({ stepAudience, planAudience });

/** Everything of the actor's own learning that a page shows: goals, who learns with whom, and what came back to look at today. */
export const ownGoals = async ({
  client,
  actor: { personId },
  today,
  keyOf,
}: LearningTransaction): Promise<{ goals: OwnGoal[]; buddies: BuddyView[]; due: ReflectionView[] }> => {
  const goals = await readGoalsOf(client, personId);
  const reflections = await readReflectionsOf(client, personId);
  const buddies = await readBuddies(client, { personId, today });
  const shown = { buddies: buddies.map((buddy) => buddyView(buddy, personId)) };
  // Who has nothing has no key yet, and reading makes none.
  if (goals.length === 0) return { ...shown, goals: [], due: [] };
  const key = await keyOf(personId);
  return {
    ...shown,
    goals: goals.map((goal) => ({ ...stepView(key, goal), ...audiencesOf(goal), plan: ownPlan(planView(key, goal)) })),
    due: reflections
      .filter((reflection) => {
        const memory = reviewOf(key, reflection);
        return memory !== null && isDue(memory, today);
      })
      .map((reflection) => reflectionView(key, { reflection, isOwner: true })),
  };
};

const ownPlan = (plan: GoalPlan | null): GoalPlan => {
  if (plan === null) throw new Error('An owner sees their own plan.');
  return plan;
};

/** A goal as somebody may see it. `documents` and `audiences` are for who writes in it. */
export type GoalView = {
  goal: GoalStep;
  isMine: boolean;
  plan: GoalPlan | null;
  documents: GoalDocuments | null;
  audiences: Audiences | null;
  reflections: ReflectionView[];
};

/** Throws `notFound` for who may not see its step. */
export const oneGoal = async (
  { client, actor: { personId }, keyOf }: LearningTransaction,
  goalId: GoalId,
): Promise<GoalView> => {
  const goal = await readGoal(client, goalId);
  if (goal === null) throw new DomainError('notFound');
  const isMine = goal.personId === personId;
  const { writes } = deriveGoalRights(goal, { isOwner: isMine, isBuddy: goal.isBuddy, areColleagues: false });
  const key = await keyOf(goal.personId);
  const reflections = await readReflectionsAt(client, goalId);
  const { plan } = goal;
  return {
    goal: stepView(key, goal),
    isMine,
    plan: planView(key, goal),
    documents: writes && plan !== null ? documentsView(key, { ...goal, plan }) : null,
    audiences: writes ? audiencesOf(goal) : null,
    reflections: reflections
      .map((reflection) => reflectionView(key, { reflection, isOwner: isMine }))
      .toSorted((one, other) => other.on.localeCompare(one.on)),
  };
};

/** What colleagues show of their learning in a team, by name. Throws `notFound` for who is not in it. */
export const teamGoals = async ({ client, actor, keyOf }: LearningTransaction, teamId: TeamId): Promise<GoalStep[]> => {
  if (!isMember(actor, teamId)) throw new DomainError('notFound');
  const goals = await readGoalsInTeam(client, { teamId, besides: actor.personId });
  const shown: GoalStep[] = [];
  // Whoever only began to write shows it to nobody but their buddy, who fills it in with them (rule L2.4).
  for (const goal of goals.filter(({ state, isBuddy }) => state !== 'draft' || isBuddy))
    shown.push(stepView(await keyOf(goal.personId), goal));
  return shown;
};

/** Everything that somebody wrote about their own learning, to take along. */
export const ownLearning = async ({
  client,
  actor: { personId },
  keyOf,
}: LearningTransaction): Promise<{ goals: (OwnGoal & { reflections: ReflectionView[] })[] }> => {
  const goals = await readGoalsOf(client, personId);
  if (goals.length === 0) return { goals: [] };
  const key = await keyOf(personId);
  const reflections = (await readReflectionsOf(client, personId)).map((reflection) =>
    reflectionView(key, { reflection, isOwner: true }),
  );
  return {
    goals: goals.map((goal) => ({
      ...stepView(key, goal),
      ...audiencesOf(goal),
      plan: ownPlan(planView(key, goal)),
      reflections: reflections.filter(({ goalId }) => goalId === goal.id),
    })),
  };
};
