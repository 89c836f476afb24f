import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import type { GoalRecord } from '@roer/db/goals';
import type { ReflectionRecord } from '@roer/db/reflections';
import type { LocalDate } from '@roer/domain/dates';
import type { GoalId, PersonId, ReflectionId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { Audience, GoalState, PlanField, Stretch } from '@roer/domain/learning/goal';
import type { ReviewMemory } from '@roer/domain/learning/reflection-review';
import type { PersonKey } from '../../platform/person-keys.ts';
import { readTexts } from './goal-text.ts';

// What leaves the server of a goal or reflection, field by field. A record holds only what is for its reader.

export const aboutGoal = (goalId: GoalId, part: 'step' | 'plan' | 'moment'): string => `goal ${goalId} ${part}`;
export const aboutReflection = (id: ReflectionId): string => `reflection ${id}`;
export const aboutReview = (id: ReflectionId): string => `review ${id}`;

/** What the owner alone chooses and the plan's audience sees. */
export type Moment = { stretch: Stretch | null; nextMoment: LocalDate | null };

export const sealJson = (key: PersonKey, about: string, value: object): Buffer =>
  key.seal(JSON.stringify(value), about);
// Only `sealJson` writes what is opened here, under the same name.
export const openJson = <Value>(key: PersonKey, about: string, sealed: Uint8Array): Value =>
  JSON.parse(key.open(sealed, about).toString('utf8')) as Value;

export const momentOf = (key: PersonKey, { id, moment }: Pick<GoalRecord, 'id' | 'moment'>): Moment =>
  moment === null ? { stretch: null, nextMoment: null } : openJson<Moment>(key, aboutGoal(id, 'moment'), moment);

export type GoalStep = {
  id: GoalId;
  personId: PersonId;
  personName: string;
  teamId: TeamId;
  responsibilityId: ResponsibilityId | null;
  targetLevel: CoverLevel | null;
  state: GoalState;
  title: string;
};
export type GoalPlan = Record<PlanField, string> & Moment;

export const stepView = (key: PersonKey, goal: GoalRecord): GoalStep => ({
  id: goal.id,
  personId: goal.personId,
  personName: goal.personName,
  teamId: goal.teamId,
  responsibilityId: goal.responsibilityId,
  targetLevel: goal.targetLevel,
  state: goal.state,
  title: readTexts(key.open(goal.step, aboutGoal(goal.id, 'step')), 'step').title ?? '',
});

/** Null when the plan is not for the reader. */
export const planView = (key: PersonKey, goal: GoalRecord): GoalPlan | null => {
  if (goal.plan === null) return null;
  const {
    wish = '',
    outcome = '',
    obstacle = '',
    occasion = '',
    action = '',
  } = readTexts(key.open(goal.plan, aboutGoal(goal.id, 'plan')), 'plan');
  const { stretch, nextMoment } = momentOf(key, goal);
  return { wish, outcome, obstacle, occasion, action, stretch, nextMoment };
};

/** Both shared texts in base64, for who writes in them. */
export type GoalDocuments = Record<'step' | 'plan', string>;

export const documentsView = (key: PersonKey, goal: GoalRecord & { plan: Buffer }): GoalDocuments => ({
  step: key.open(goal.step, aboutGoal(goal.id, 'step')).toString('base64'),
  plan: key.open(goal.plan, aboutGoal(goal.id, 'plan')).toString('base64'),
});

/** What somebody looked back on. `occurred`: whether the situation was there. */
export type ReflectionText = { occurred: boolean; text: string; on: LocalDate };
export type ReflectionView = ReflectionText & { id: ReflectionId; goalId: GoalId; audience: Audience | null };

/** `audience` is told to the owner alone. */
export const reflectionView = (
  key: PersonKey,
  { reflection, isOwner }: { reflection: ReflectionRecord; isOwner: boolean },
): ReflectionView => {
  const { id, goalId, audience, sealed } = reflection;
  const { occurred, text, on } = openJson<ReflectionText>(key, aboutReflection(id), sealed);
  return { id, goalId, audience: isOwner ? audience : null, occurred, text, on };
};

export const reviewOf = (key: PersonKey, { id, review }: ReflectionRecord): ReviewMemory | null =>
  review === null ? null : openJson<ReviewMemory>(key, aboutReview(id), review);
