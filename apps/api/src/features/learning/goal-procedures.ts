import { answerBuddyInput, askBuddyInput, endBuddyInput } from '@roer/domain/learning/buddy';
import * as schema from '@roer/domain/learning/goal-schema';
import { signedInProcedure } from '../../platform/trpc.ts';
import { answerBuddy, askBuddy, endBuddy } from './buddy-commands.ts';
import { createGoal, dropAll, dropGoal, setGoal, swapGoals, typeGoal } from './goal-commands.ts';
import { oneGoal, ownGoals, ownLearning, teamGoals } from './goal-queries.ts';
import { readLearning, writeLearning } from './learning-transaction.ts';
import { dropReflection, reflect, reviewReflection, shareReflection } from './reflection-commands.ts';

// That somebody learns is theirs: not even a failure is logged under a name.
const procedure = signedInProcedure.meta({ unnamedInLog: true });

/**
 * Goals, buddies and reflections (rules L2.1 to L2.13). They are in no feed, history, record of commands or log, so every procedure
 * that writes does nothing more when it is asked twice. Open pages of whom it concerns are told, without content, to ask again.
 */
export const goalProcedures = {
  goals: procedure.query(({ ctx }) => readLearning(ctx, ownGoals)),
  goal: procedure
    .input(schema.goalInput)
    .query(({ ctx, input }) => readLearning(ctx, (transaction) => oneGoal(transaction, input.goalId))),
  teamGoals: procedure
    .input(schema.teamGoalsInput)
    .query(({ ctx, input }) => readLearning(ctx, (transaction) => teamGoals(transaction, input.teamId))),
  ownLearning: procedure.query(({ ctx }) => readLearning(ctx, ownLearning)),
  createGoal: procedure
    .input(schema.createGoalInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => createGoal(transaction, input))),
  setGoal: procedure
    .input(schema.setGoalInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => setGoal(transaction, input))),
  swapGoals: procedure
    .input(schema.swapGoalsInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => swapGoals(transaction, input))),
  typeGoal: procedure
    .input(schema.typeGoalInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => typeGoal(transaction, input))),
  removeGoal: procedure
    .input(schema.goalInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => dropGoal(transaction, input.goalId))),
  askBuddy: procedure
    .input(askBuddyInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => askBuddy(transaction, input))),
  answerBuddy: procedure
    .input(answerBuddyInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => answerBuddy(transaction, input))),
  endBuddy: procedure
    .input(endBuddyInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => endBuddy(transaction, input.id))),
  reflect: procedure
    .input(schema.reflectInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => reflect(transaction, input))),
  shareReflection: procedure
    .input(schema.shareReflectionInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => shareReflection(transaction, input))),
  reviewReflection: procedure
    .input(schema.reviewReflectionInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => reviewReflection(transaction, input))),
  removeReflection: procedure
    .input(schema.reflectionInput)
    .mutation(({ ctx, input }) => writeLearning(ctx, (transaction) => dropReflection(transaction, input.reflectionId))),
  removeOwnLearning: procedure.mutation(({ ctx }) => writeLearning(ctx, dropAll)),
};
