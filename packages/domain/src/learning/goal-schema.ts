import { coverLevels } from './cover-level.ts';
import { z } from 'zod';
import type { GoalId, ReflectionId, ResponsibilityId, TeamId } from '../ids.ts';
import { id, localDate } from '../responsibilities/schema.ts';
import { audiences, goalLimits, goalStates, reflectionLimit, stretches } from './goal.ts';
import { recalls } from './reflection-review.ts';

const goalId = id<'goal'>().transform((value): GoalId => value);
const reflectionId = id<'reflection'>().transform((value): ReflectionId => value);
const teamId = id<'team'>().transform((value): TeamId => value);
const audience = z.enum(audiences);

export const goalInput = z.object({ goalId });
export const teamGoalsInput = z.object({ teamId });

export const createGoalInput = z.object({
  id: goalId,
  teamId,
  responsibilityId: id<'responsibility'>()
    .transform((value): ResponsibilityId => value)
    .nullable(),
  targetLevel: z.enum(coverLevels).nullable(),
  title: z.string().trim().max(goalLimits.title),
});

/** What is left out stays as it is. */
export const setGoalInput = z.object({
  goalId,
  state: z.enum(goalStates).optional(),
  targetLevel: z.enum(coverLevels).nullable().optional(),
  stepAudience: audience.optional(),
  planAudience: audience.optional(),
  stretch: z.enum(stretches).nullable().optional(),
  nextMoment: localDate.nullable().optional(),
});

/** `goalId` goes on pause and `inPlace` takes its place. */
export const swapGoalsInput = z.object({ goalId, inPlace: goalId });

/** Characters of base64: a message of this size holds everything that fits in the fields, typed and deleted many times. */
const longestUpdate = 200_000;

/** A change of a shared text, as yjs writes it, in base64. The same change twice is one. */
export const typeGoalInput = z.object({
  goalId,
  part: z.enum(['step', 'plan']),
  update: z.base64().min(4).max(longestUpdate),
});

export const reflectInput = z.object({
  id: reflectionId,
  goalId,
  occurred: z.boolean(),
  text: z.string().trim().min(1).max(reflectionLimit),
  audience,
});
export const reflectionInput = z.object({ reflectionId });
export const shareReflectionInput = z.object({ reflectionId, audience });
export const reviewReflectionInput = z.object({ reflectionId, recall: z.enum(recalls) });
