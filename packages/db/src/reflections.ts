import type { GoalId, OrganisationId, PersonId, ReflectionId, TeamId } from '@roer/domain/ids';
import type { Audience } from '@roer/domain/learning/goal';
import type { Statements } from './statements.ts';

// Row-level security decides who sees what (migration goals).

/** A reflection as the reader may see it; `review` is there for its owner alone. */
export type ReflectionRecord = {
  id: ReflectionId;
  goalId: GoalId;
  personId: PersonId;
  audience: Audience;
  sealed: Buffer;
  review: Buffer | null;
};

const reflections = (where: string): string => `SELECT r."id", r."goalId", r."personId", r."audience", r."sealed",
    v."sealed" AS "review"
  FROM "Reflection" r
  LEFT JOIN "ReflectionReview" v ON v."organisationId" = r."organisationId" AND v."reflectionId" = r."id"
  WHERE ${where} ORDER BY r."id"`;

export const readReflectionsAt = async (statements: Statements, goalId: GoalId): Promise<ReflectionRecord[]> => {
  const text = reflections('r."goalId" = $1');
  const result = await statements.query<ReflectionRecord>({ name: 'reflections-at', text, values: [goalId] });
  return result.rows;
};

export const readReflectionsOf = async (statements: Statements, personId: PersonId): Promise<ReflectionRecord[]> => {
  const text = reflections('r."personId" = $1');
  const result = await statements.query<ReflectionRecord>({ name: 'reflections-of', text, values: [personId] });
  return result.rows;
};

export type OwnReflection = ReflectionRecord & { teamId: TeamId; stepAudience: Audience };

/** One's own reflection with the team and audience of its goal, locked; null for anybody else's. */
export const lockReflection = async (
  statements: Statements,
  { id, personId }: { id: ReflectionId; personId: PersonId },
): Promise<OwnReflection | null> => {
  const result = await statements.query<OwnReflection>({
    name: 'lock-reflection',
    text: `SELECT r."id", r."goalId", r."personId", r."audience", r."sealed", v."sealed" AS "review", g."teamId", g."stepAudience"
      FROM "Reflection" r
      JOIN "LearningGoal" g ON g."organisationId" = r."organisationId" AND g."id" = r."goalId"
      JOIN "ReflectionReview" v ON v."organisationId" = r."organisationId" AND v."reflectionId" = r."id"
      WHERE r."id" = $1 AND r."personId" = $2 FOR UPDATE OF r`,
    values: [id, personId],
  });
  return result.rows[0] ?? null;
};

type NewReflection = Omit<ReflectionRecord, 'review'> & { organisationId: OrganisationId; review: Buffer };

/** Writing it twice is writing it once. Gives false when the id is somebody else's, or of another goal. */
export const insertReflection = async (statements: Statements, reflection: NewReflection): Promise<boolean> => {
  const { organisationId, id, personId, goalId, audience, sealed, review } = reflection;
  const made = await statements.query({
    name: 'insert-reflection',
    text: `INSERT INTO "Reflection" ("organisationId", "id", "personId", "goalId", "audience", "sealed")
      VALUES ($1, $2, $3, $4, $5::"GoalAudience", $6) ON CONFLICT DO NOTHING RETURNING 1`,
    values: [organisationId, id, personId, goalId, audience, sealed],
  });
  if (made.rows.length === 0) return (await lockReflection(statements, { id, personId }))?.goalId === goalId;
  await statements.query({
    name: 'insert-review',
    text: `INSERT INTO "ReflectionReview" ("organisationId", "reflectionId", "personId", "sealed") VALUES ($1, $2, $3, $4)`,
    values: [organisationId, id, personId, review],
  });
  return true;
};

export const saveReview = async (
  statements: Statements,
  { id, sealed }: { id: ReflectionId; sealed: Buffer },
): Promise<void> => {
  await statements.query({
    name: 'save-review',
    text: 'UPDATE "ReflectionReview" SET "sealed" = $2 WHERE "reflectionId" = $1',
    values: [id, sealed],
  });
};

export const saveReflectionAudience = async (
  statements: Statements,
  { id, audience }: { id: ReflectionId; audience: Audience },
): Promise<void> => {
  await statements.query({
    name: 'share-reflection',
    text: 'UPDATE "Reflection" SET "audience" = $2::"GoalAudience" WHERE "id" = $1',
    values: [id, audience],
  });
};

export const removeReflection = async (
  statements: Statements,
  { id, personId }: { id: ReflectionId; personId: PersonId },
): Promise<void> => {
  await statements.query({
    name: 'remove-reflection',
    text: 'DELETE FROM "Reflection" WHERE "id" = $1 AND "personId" = $2',
    values: [id, personId],
  });
};
