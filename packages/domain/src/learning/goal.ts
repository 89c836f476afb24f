import type { CoverLevel } from './cover-rows.ts';
import { DomainError } from '../errors.ts';
import type { LocalDate } from '../dates.ts';
import type { GoalId, TeamId } from '../ids.ts';

/** From narrow to wide. */
export const audiences = ['me', 'buddy', 'team'] as const;
export type Audience = (typeof audiences)[number];

export const goalStates = ['draft', 'active', 'paused', 'done'] as const;
export type GoalState = (typeof goalStates)[number];

/** How far a step reaches for who takes it, in their own eyes; nobody judges it. */
export const stretches = ['comfort', 'stretch', 'tooMuch'] as const;
export type Stretch = (typeof stretches)[number];

/** The texts of a goal, in two parts that may be for different people. `occasion` and `action`: if this, then that. */
export const goalTexts = { step: ['title'], plan: ['wish', 'outcome', 'obstacle', 'occasion', 'action'] } as const;
export type GoalTextPart = keyof typeof goalTexts;
export type GoalField = (typeof goalTexts)[GoalTextPart][number];
export const planFields = goalTexts.plan;
export type PlanField = (typeof planFields)[number];

/** Characters that fit in a field. */
export const goalLimits: Readonly<Record<GoalField, number>> = {
  title: 120,
  wish: 2000,
  outcome: 2000,
  obstacle: 2000,
  occasion: 2000,
  action: 2000,
};
export const reflectionLimit = 2000;

/** Goals of one person, and reflections at one goal: far more than anybody needs. */
export const mostGoals = 200;
export const mostReflections = 500;

/** What the owner alone chooses of a goal; `nextMoment` and `stretch` are seen by whom the plan is for. */
export type GoalChoices = {
  state: GoalState;
  targetLevel: CoverLevel | null;
  stepAudience: Audience;
  planAudience: Audience;
  stretch: Stretch | null;
  nextMoment: LocalDate | null;
};

export const reaches = (audience: Audience, other: Audience): boolean =>
  audiences.indexOf(audience) >= audiences.indexOf(other);

export const narrower = (one: Audience, other: Audience): Audience => (reaches(one, other) ? other : one);

/**
 * What a goal becomes (rules L2.2, L2.3): the plan is never for more people than the step. Throws `badInput` (field `planAudience`)
 * when somebody asks that.
 */
export const decideGoal = (before: GoalChoices, changed: Partial<GoalChoices>): GoalChoices => {
  const after = { ...before, ...changed };
  if (!reaches(after.stepAudience, after.planAudience)) throw new DomainError('badInput', { field: 'planAudience' });
  return after;
};

type Swapped = { id: GoalId; teamId: TeamId; state: GoalState };

/** Throws `badInput` unless one goal may go on pause and another of its team may take its place (rule L5.3). Done already is fine. */
export const checkSwap = (goal: Swapped, other: Swapped): void => {
  const states = `${goal.state} ${other.state}`;
  const isFine = states === 'active paused' || states === 'paused active';
  if (!isFine || goal.id === other.id || goal.teamId !== other.teamId) throw new DomainError('badInput');
};

const wider = (one: Audience, other: Audience): Audience => (reaches(one, other) ? one : other);

/** The widest audience for which something of a goal is another thing now; whoever sees no difference learns of none. */
export const changeReaches = (before: GoalChoices, after: GoalChoices): Audience => {
  const differs = (...fields: (keyof GoalChoices)[]): boolean => fields.some((field) => before[field] !== after[field]);
  const step = differs('state', 'targetLevel', 'stepAudience') ? wider(before.stepAudience, after.stepAudience) : 'me';
  const plan = differs('stretch', 'nextMoment', 'planAudience') ? wider(before.planAudience, after.planAudience) : 'me';
  return wider(step, plan);
};

/** What somebody is to a goal at one moment. `isBuddy`: in the goal's team, agreed, both still in it. `areColleagues`: both are in its team. */
export type Relation = { isOwner: boolean; isBuddy: boolean; areColleagues: boolean };

/** Whether something for this audience is for who stands in this relation (rules L2.2, L2.5). The policies of the database say the same. */
export const isFor = (audience: Audience, { isOwner, isBuddy, areColleagues }: Relation): boolean =>
  isOwner || (reaches(audience, 'buddy') && isBuddy) || (audience === 'team' && areColleagues);

/** What of a goal is for who stands in this relation. A buddy who sees the plan writes along (rule L2.4). */
export const deriveGoalRights = (
  goal: Pick<GoalChoices, 'stepAudience' | 'planAudience'>,
  relation: Relation,
): { seesStep: boolean; seesPlan: boolean; writes: boolean } => {
  const seesPlan = isFor(goal.planAudience, relation);
  return {
    seesStep: isFor(goal.stepAudience, relation),
    seesPlan,
    writes: relation.isOwner || (relation.isBuddy && seesPlan && goal.planAudience !== 'me'),
  };
};

/** Throws `badInput` with the first field that is too long. */
export const checkGoalTexts = (texts: Readonly<Partial<Record<GoalField, string>>>): void => {
  for (const [field, most] of Object.entries(goalLimits)) {
    // A literal's keys.
    if ((texts[field as GoalField] ?? '').length > most) throw new DomainError('badInput', { field });
  }
};
