import type { LocalDate } from '@roer/domain/dates';
import type { BuddyId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { BuddyState } from '@roer/domain/learning/buddy';
import type { Statements } from './statements.ts';

/** Two people, one of whom learns with the other; seen by these two alone. `holds`: both are still in the team by the membership of then. */
export type BuddyRecord = {
  id: BuddyId;
  personId: PersonId;
  personName: string;
  buddyId: PersonId;
  buddyName: string;
  teamId: TeamId;
  state: BuddyState;
};

const holding = (day: string): string => `(SELECT count(*) FROM "Membership" m
  WHERE m."organisationId" = b."organisationId" AND m."id" IN (b."personMembershipId", b."buddyMembershipId")
    AND m."from" <= ${day} AND (m."until" IS NULL OR m."until" > ${day})) = 2`;

/** Those that somebody learns with or is asked by on the day `today`. Row-level security shows them to the two alone. */
export const readBuddies = async (
  statements: Statements,
  { personId, today }: { personId: PersonId; today: LocalDate },
): Promise<BuddyRecord[]> => {
  const result = await statements.query<BuddyRecord>({
    name: 'buddies-of',
    text: `SELECT b."id", b."personId", p."name" AS "personName", b."buddyId", o."name" AS "buddyName", b."teamId", b."state"
      FROM "Buddy" b
      JOIN "Person" p ON p."organisationId" = b."organisationId" AND p."id" = b."personId"
      JOIN "Person" o ON o."organisationId" = b."organisationId" AND o."id" = b."buddyId"
      WHERE $1 IN (b."personId", b."buddyId") AND ${holding('$2::date')} ORDER BY p."name", o."name", b."id"`,
    values: [personId, today],
  });
  return result.rows;
};

/** Whether somebody learns with this buddy on the day `today`, in whichever team. Asked by one of the two, or it says no. */
export const isBuddyOf = async (
  statements: Statements,
  { personId, buddyId, today }: { personId: PersonId; buddyId: PersonId; today: LocalDate },
): Promise<boolean> => {
  const result = await statements.query({
    name: 'is-buddy-of',
    text: `SELECT FROM "Buddy" b WHERE b."personId" = $1 AND b."buddyId" = $2 AND b."state" = 'agreed' AND ${holding('$3::date')}`,
    values: [personId, buddyId, today],
  });
  return result.rows.length > 0;
};

/** One relation; null when it is not the actor's to know. */
export const readBuddy = async (
  statements: Statements,
  id: BuddyId,
): Promise<{ personId: PersonId; buddyId: PersonId; teamId: TeamId; state: BuddyState } | null> => {
  const result = await statements.query<{ personId: PersonId; buddyId: PersonId; teamId: TeamId; state: BuddyState }>({
    name: 'buddy',
    text: 'SELECT "personId", "buddyId", "teamId", "state" FROM "Buddy" WHERE "id" = $1',
    values: [id],
  });
  return result.rows[0] ?? null;
};

type Asking = {
  organisationId: OrganisationId;
  id: BuddyId;
  personId: PersonId;
  buddyId: PersonId;
  teamId: TeamId;
  today: LocalDate;
};

/**
 * Asks a colleague of the same team; what ended by itself or was declined makes place. `outside`: one of the two is not in the team;
 * `taken`: somebody else was asked already.
 */
export const saveAskedBuddy = async (
  statements: Statements,
  asking: Asking,
): Promise<'asked' | 'outside' | 'taken'> => {
  const { organisationId, id, personId, buddyId, teamId, today } = asking;
  await statements.query({
    name: 'make-place-for-buddy',
    text: `DELETE FROM "Buddy" b WHERE b."personId" = $1 AND b."teamId" = $2 AND (b."state" = 'declined' OR NOT ${holding('$3::date')})`,
    values: [personId, teamId, today],
  });
  await statements.query({
    name: 'ask-buddy',
    text: `INSERT INTO "Buddy" ("organisationId", "id", "personId", "buddyId", "teamId", "personMembershipId", "buddyMembershipId", "state")
      SELECT $1, $2, p."personId", o."personId", $5, p."id", o."id", 'asked'::"BuddyState" FROM "Membership" p, "Membership" o
      WHERE p."personId" = $3 AND o."personId" = $4 AND p."teamId" = $5 AND o."teamId" = $5
        AND p."from" <= $6 AND (p."until" IS NULL OR p."until" > $6) AND o."from" <= $6 AND (o."until" IS NULL OR o."until" > $6)
      ON CONFLICT DO NOTHING`,
    values: [organisationId, id, personId, buddyId, teamId, today],
  });
  const asked = await readBuddy(statements, id);
  if (asked?.personId === personId && asked.buddyId === buddyId && asked.teamId === teamId) return 'asked';
  const { rows } = await statements.query({
    name: 'has-buddy',
    text: 'SELECT 1 FROM "Buddy" WHERE "personId" = $1 AND "teamId" = $2',
    values: [personId, teamId],
  });
  return rows.length > 0 ? 'taken' : 'outside';
};

/** For who was asked; others change nothing. */
export const saveBuddyAnswer = async (
  statements: Statements,
  { id, state }: { id: BuddyId; state: 'agreed' | 'declined' },
): Promise<void> => {
  await statements.query({
    name: 'answer-buddy',
    text: `UPDATE "Buddy" SET "state" = $2::"BuddyState" WHERE "id" = $1`,
    values: [id, state],
  });
};

export const removeBuddy = async (statements: Statements, id: BuddyId): Promise<void> => {
  await statements.query({ name: 'end-buddy', text: 'DELETE FROM "Buddy" WHERE "id" = $1', values: [id] });
};
