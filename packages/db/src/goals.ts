import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import type { LocalDate } from '@roer/domain/dates';
import type { GoalId, OrganisationId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { Audience, GoalChoices, GoalState } from '@roer/domain/learning/goal';
import type { Statements } from './statements.ts';

// Who may see or write a row is decided by row-level security (migration goals): these statements find nothing more. They need
// `atMoment` before them; without a moment only owners see anything.

export type GoalPart = 'step' | 'plan' | 'moment';

/** A goal as the reader may see it: of the sealed parts those that are for them. `isBuddy`: of the reader with the owner, in its team. */
export type GoalRecord = {
  id: GoalId;
  personId: PersonId;
  personName: string;
  teamId: TeamId;
  responsibilityId: ResponsibilityId | null;
  targetLevel: CoverLevel | null;
  state: GoalState;
  stepAudience: Audience;
  planAudience: Audience;
  isBuddy: boolean;
  step: Buffer;
  plan: Buffer | null;
  moment: Buffer | null;
};

const goals = (where: string): string => `SELECT g."id", g."personId", p."name" AS "personName", g."teamId",
    g."responsibilityId", g."targetLevel", g."state", g."stepAudience", g."planAudience",
    is_buddy_on(g."personId", told_person(), g."teamId", told_day()) AS "isBuddy",
    s."sealed" AS "step", l."sealed" AS "plan", m."sealed" AS "moment"
  FROM "LearningGoal" g
  JOIN "Person" p ON p."organisationId" = g."organisationId" AND p."id" = g."personId"
  JOIN "GoalText" s ON s."organisationId" = g."organisationId" AND s."goalId" = g."id" AND s."part" = 'step'
  LEFT JOIN "GoalText" l ON l."organisationId" = g."organisationId" AND l."goalId" = g."id" AND l."part" = 'plan'
  LEFT JOIN "GoalText" m ON m."organisationId" = g."organisationId" AND m."goalId" = g."id" AND m."part" = 'moment'
  WHERE ${where} ORDER BY p."name", g."id"`;

/** One goal that the reader may see, or null. */
export const readGoal = async (statements: Statements, goalId: GoalId): Promise<GoalRecord | null> => {
  const result = await statements.query<GoalRecord>({ name: 'goal', text: goals('g."id" = $1'), values: [goalId] });
  return result.rows[0] ?? null;
};

export const readGoalsOf = async (statements: Statements, personId: PersonId): Promise<GoalRecord[]> => {
  const result = await statements.query<GoalRecord>({
    name: 'goals-of',
    text: goals('g."personId" = $1'),
    values: [personId],
  });
  return result.rows;
};

/** Those that colleagues learn in a team and the reader may see; what they did not begin or is done stays out. */
export const readGoalsInTeam = async (
  statements: Statements,
  { teamId, besides }: { teamId: TeamId; besides: PersonId },
): Promise<GoalRecord[]> => {
  const result = await statements.query<GoalRecord>({
    name: 'goals-in-team',
    text: goals(`g."teamId" = $1 AND g."personId" <> $2 AND g."state" <> 'done'`),
    values: [teamId, besides],
  });
  return result.rows;
};

type NewGoal = Omit<GoalRecord, 'personName' | 'isBuddy' | 'step' | 'plan' | 'moment'> & {
  organisationId: OrganisationId;
  sealed: Record<GoalPart, Buffer>;
};

/** Making it twice is making it once. Gives false when the id is somebody else's. */
export const insertGoal = async (statements: Statements, goal: NewGoal): Promise<boolean> => {
  const { organisationId, id, personId } = goal;
  const made = await statements.query({
    name: 'insert-goal',
    text: `INSERT INTO "LearningGoal" ("organisationId", "id", "personId", "teamId", "responsibilityId", "targetLevel", "state",
        "stepAudience", "planAudience")
      VALUES ($1, $2, $3, $4, $5, $6, $7::"GoalState", $8::"GoalAudience", $9::"GoalAudience")
      ON CONFLICT DO NOTHING RETURNING 1`,
    values: [
      organisationId,
      id,
      personId,
      goal.teamId,
      goal.responsibilityId,
      goal.targetLevel,
      goal.state,
      goal.stepAudience,
      goal.planAudience,
    ],
  });
  if (made.rows.length === 0) return (await readGoal(statements, id))?.personId === personId;
  for (const [part, sealed] of Object.entries(goal.sealed))
    await statements.query({
      name: 'insert-goal-text',
      text: `INSERT INTO "GoalText" ("organisationId", "goalId", "part", "sealed") VALUES ($1, $2, $3::"GoalPart", $4)`,
      values: [organisationId, id, part, sealed],
    });
  return true;
};

export const countGoals = async (statements: Statements, personId: PersonId): Promise<number> => {
  const result = await statements.query<{ count: number }>({
    name: 'count-goals',
    text: 'SELECT count(*)::int AS "count" FROM "LearningGoal" WHERE "personId" = $1',
    values: [personId],
  });
  return result.rows[0]?.count ?? 0;
};

/** Whether a team has such a responsibility. */
export const hasResponsibility = async (
  statements: Statements,
  { teamId, responsibilityId }: { teamId: TeamId; responsibilityId: ResponsibilityId },
): Promise<boolean> => {
  const result = await statements.query({
    name: 'has-responsibility',
    text: 'SELECT 1 FROM "Responsibility" WHERE "teamId" = $1 AND "id" = $2',
    values: [teamId, responsibilityId],
  });
  return result.rows.length > 0;
};

export const saveGoal = async (
  statements: Statements,
  {
    goalId,
    choices,
  }: { goalId: GoalId; choices: Pick<GoalChoices, 'state' | 'targetLevel' | 'stepAudience' | 'planAudience'> },
): Promise<void> => {
  await statements.query({
    name: 'save-goal',
    text: `UPDATE "LearningGoal" SET "state" = $2::"GoalState", "targetLevel" = $3, "stepAudience" = $4::"GoalAudience",
      "planAudience" = $5::"GoalAudience" WHERE "id" = $1`,
    values: [goalId, choices.state, choices.targetLevel, choices.stepAudience, choices.planAudience],
  });
};

/** The sealed text, locked until the end of the transaction for who may write it; null for others. */
export const lockGoalText = async (
  statements: Statements,
  { goalId, part }: { goalId: GoalId; part: GoalPart },
): Promise<Buffer | null> => {
  const result = await statements.query<{ sealed: Buffer }>({
    name: 'lock-goal-text',
    text: 'SELECT "sealed" FROM "GoalText" WHERE "goalId" = $1 AND "part" = $2::"GoalPart" FOR UPDATE',
    values: [goalId, part],
  });
  return result.rows[0]?.sealed ?? null;
};

export const saveGoalText = async (
  statements: Statements,
  { goalId, part, sealed }: { goalId: GoalId; part: GoalPart; sealed: Buffer },
): Promise<void> => {
  await statements.query({
    name: 'save-goal-text',
    text: 'UPDATE "GoalText" SET "sealed" = $3 WHERE "goalId" = $1 AND "part" = $2::"GoalPart"',
    values: [goalId, part, sealed],
  });
};

export const removeGoal = async (
  statements: Statements,
  { goalId, personId }: { goalId: GoalId; personId: PersonId },
): Promise<void> => {
  await statements.query({
    name: 'remove-goal',
    text: 'DELETE FROM "LearningGoal" WHERE "id" = $1 AND "personId" = $2',
    values: [goalId, personId],
  });
};

/** Everything that somebody learns: goals with their reflections, and with whom. */
export const removeAllLearning = async (statements: Statements, personId: PersonId): Promise<void> => {
  for (const [table, column] of [
    ['LearningGoal', 'personId'],
    ['Buddy', 'personId'],
  ] as const)
    await statements.query({ text: `DELETE FROM "${table}" WHERE "${column}" = $1`, values: [personId] });
};

/**
 * Who is to be told that something for this audience changed: the owner, their buddy and the team, as far as it is for them on the day
 * `today`. Whoever may not see it must not be told either: when they are told says when somebody writes. Asked by the owner or their buddy.
 */
export const readAudience = async (
  statements: Statements,
  { personId, teamId, audience, today }: { personId: PersonId; teamId: TeamId; audience: Audience; today: LocalDate },
): Promise<PersonId[]> => {
  const result = await statements.query<{ id: PersonId }>({
    name: 'goal-audience',
    text: `SELECT $1::uuid AS "id"
      UNION SELECT b."buddyId" FROM "Buddy" b WHERE $3 <> 'me' AND b."personId" = $1 AND b."teamId" = $2
        AND is_buddy_on(b."personId", b."buddyId", b."teamId", $4)
      UNION SELECT m."personId" FROM "Membership" m
        WHERE $3 = 'team' AND m."teamId" = $2 AND m."from" <= $4 AND (m."until" IS NULL OR m."until" > $4)
          AND is_member_on($1, m."teamId", $4)`,
    values: [personId, teamId, audience, today],
  });
  return result.rows.map(({ id }) => id);
};
