import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { GoalId, TeamId } from '@roer/domain/ids';
import { api, failureOf } from '../../live/api.ts';
import { learningKey } from '../../live/learning-key.ts';

export type OwnLearning = Awaited<ReturnType<typeof api.learning.goals.query>>;
export type OwnGoal = OwnLearning['goals'][number];
export type BuddyView = OwnLearning['buddies'][number];
export type GoalView = Awaited<ReturnType<typeof api.learning.goal.query>>;
export type GoalPlan = NonNullable<GoalView['plan']>;
export type GoalStep = GoalView['goal'];
export type ReflectionView = OwnLearning['due'][number];

/** Milliseconds. The server says when something changed; what was lost on the way heals by asking. */
const healing = 30_000;
/** Milliseconds, while there is nothing yet because there is no connection. */
const missing = 5000;

/** My goals, with whom I learn, and what came back to look at today. */
export const useOwnGoals = (): UseQueryResult<OwnLearning> =>
  useQuery({
    queryKey: [learningKey, 'goals'],
    queryFn: () => api.learning.goals.query(),
    refetchOnMount: 'always',
  });

/**
 * One goal, as far as it is for me. Null: there is no such goal for me, or not any more; then nothing of it stays in this page either.
 */
export const useGoal = (goalId: GoalId): UseQueryResult<GoalView | null> =>
  useQuery({
    queryKey: [learningKey, 'goal', goalId],
    queryFn: async () => {
      try {
        return await api.learning.goal.query({ goalId });
      } catch (error) {
        if (['notFound', 'badInput'].includes(failureOf(error).code)) return null;
        throw error;
      }
    },
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data === undefined ? missing : healing),
    retry: 1,
    // What somebody may see no longer is gone when they look away.
    gcTime: 0,
  });

/** What colleagues show of their learning in this team. */
export const useTeamGoals = (teamId: TeamId): UseQueryResult<GoalStep[]> =>
  useQuery({
    queryKey: [learningKey, 'team', teamId],
    queryFn: () => api.learning.teamGoals.query({ teamId }),
    refetchOnMount: 'always',
  });

/** Asks everything about learning again, after I did something. */
export const useAskLearningAgain = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [learningKey] });
};

export const goalAddress = (teamId: TeamId, goalId: GoalId): string => `/team/${teamId}/learning/goal/${goalId}`;
export const newGoalAddress = (teamId: TeamId): string => `/team/${teamId}/learning/goal/new`;
export const ownLearningAddress = (teamId: TeamId): string => `/team/${teamId}/learning/mine`;
