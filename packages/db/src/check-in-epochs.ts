import type { LocalDate } from '@roer/domain/dates';
import type { Band } from '@roer/domain/insights/band';
import type { TeamPlan } from '@roer/domain/insights/planned';
import type { SharedAnswer } from '@roer/domain/insights/release';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { Statement, WindowId } from '@roer/domain/workload/check-in';
import { insertRows } from './check-in-roster.ts';
import type { PoolClient } from './pool.ts';

export type EpochRecord = { number: number; windowId: WindowId; closed: boolean };

/** An epoch that was opened; null for one that was not. */
export const readEpoch = async (client: PoolClient, number: number): Promise<EpochRecord | null> => {
  const result = await client.query<EpochRecord>(
    'SELECT "number", "windowId", "closed" FROM "Epoch" WHERE "number" = $1',
    [number],
  );
  return result.rows[0] ?? null;
};

/** The numbers of the epochs that were opened and have not closed, the oldest first. */
export const readOpenEpochs = async (client: PoolClient): Promise<number[]> => {
  const result = await client.query<{ number: number }>('SELECT "number" FROM "Epoch" WHERE NOT "closed" ORDER BY 1');
  return result.rows.map(({ number }) => number);
};

/** The last epoch that has closed; null when none has. */
export const readLastClosed = async (client: PoolClient): Promise<number | null> => {
  const result = await client.query<{ number: number | null }>(
    'SELECT max("number") AS "number" FROM "Epoch" WHERE "closed"',
  );
  return result.rows[0]?.number ?? null;
};

/** A null key: it was destroyed before, so the epoch is closed from its beginning. */
export const insertEpoch = async (
  client: PoolClient,
  epoch: { organisationId: OrganisationId; number: number; windowId: WindowId; publicKey: Buffer | null },
): Promise<void> => {
  const { organisationId, number, windowId, publicKey } = epoch;
  await client.query(
    `INSERT INTO "Epoch" ("organisationId", "number", "windowId", "publicKey", "closed") VALUES ($1, $2, $3, $4, $5)`,
    [organisationId, number, windowId, publicKey, publicKey === null],
  );
};

/** The groups of a window with how many teams each has, in the order of their ids. */
export const readCells = async (
  client: PoolClient,
  windowId: WindowId,
): Promise<{ cellId: string; teamIds: TeamId[] }[]> => {
  const result = await client.query<{ cellId: string; teamIds: TeamId[] }>(
    `SELECT "cellId", array_agg("teamId" ORDER BY "teamId") AS "teamIds" FROM "CellTeam"
     WHERE "windowId" = $1 GROUP BY "cellId" ORDER BY "cellId"`,
    [windowId],
  );
  return result.rows;
};

export const readCellMembers = async (client: PoolClient, { cellId }: { cellId: string }): Promise<PersonId[]> => {
  const result = await client.query<{ personId: PersonId }>({
    name: 'cell-members',
    text: 'SELECT "personId" FROM "CellMember" WHERE "cellId" = $1 ORDER BY "personId"',
    values: [cellId],
  });
  return result.rows.map(({ personId }) => personId);
};

/** Makes rows for sealed blanks. */
export const insertAnswers = async (
  client: PoolClient,
  { organisationId, epoch }: { organisationId: OrganisationId; epoch: number },
  answers: readonly { personId: PersonId; statement: Statement; sealed: Buffer }[],
): Promise<void> => {
  await client.query({
    name: 'insert-answers',
    text: `INSERT INTO "Answer" ("organisationId", "epoch", "personId", "statement", "sealed")
      SELECT $1, $2, a."personId", a."statement", a."sealed"
      FROM unnest($3::uuid[], $4::text[], $5::bytea[]) AS a("personId", "statement", "sealed")`,
    values: [
      organisationId,
      epoch,
      answers.map(({ personId }) => personId),
      answers.map(({ statement }) => statement),
      answers.map(({ sealed }) => sealed),
    ],
  });
};

export type SealedAnswer = { personId: PersonId; teamId: TeamId; statement: Statement; sealed: Buffer };

/** The sealed answers of one group. Only roer_release can. */
export const readSealedAnswers = async (
  client: PoolClient,
  { epoch, cellId }: { epoch: number; cellId: string },
): Promise<SealedAnswer[]> => {
  const result = await client.query<SealedAnswer>({
    name: 'sealed-answers',
    text: `SELECT m."personId", m."teamId", a."statement", a."sealed" FROM "CellMember" m
        JOIN "Answer" a ON a."organisationId" = m."organisationId" AND a."epoch" = $1 AND a."personId" = m."personId"
      WHERE m."cellId" = $2`,
    values: [epoch, cellId],
  });
  return result.rows;
};

/** The same of one person, whichever group they are in. */
export const readSealedAnswersOf = async (
  client: PoolClient,
  { epoch, personId }: { epoch: number; personId: PersonId },
): Promise<Pick<SealedAnswer, 'statement' | 'sealed'>[]> => {
  const result = await client.query<Pick<SealedAnswer, 'statement' | 'sealed'>>({
    name: 'sealed-answers-of',
    text: 'SELECT "statement", "sealed" FROM "Answer" WHERE "epoch" = $1 AND "personId" = $2',
    values: [epoch, personId],
  });
  return result.rows;
};

export type NewRelease = { cellId: string; measure: string; band: Band | null };

/** What is published of an epoch at one moment (epoch milliseconds). The rows stay as they are for good. */
export const insertReleases = async (
  client: PoolClient,
  { organisationId, epoch, publishesAt }: { organisationId: OrganisationId; epoch: number; publishesAt: number },
  releases: readonly NewRelease[],
): Promise<void> =>
  insertRows(
    client,
    'Release',
    releases.map((release) => ({
      organisationId,
      epoch,
      publishesAt: new Date(publishesAt).toISOString(),
      ...release,
    })),
  );

export const insertShared = async (
  client: PoolClient,
  { organisationId, epoch, publishesAt }: { organisationId: OrganisationId; epoch: number; publishesAt: number },
  shared: readonly (SharedAnswer & { teamId: TeamId })[],
): Promise<void> => {
  const erased = await client.query<{ id: PersonId }>(
    'SELECT "id" FROM "Person" WHERE "id" = ANY ($1::uuid[]) AND "erasedAt" IS NOT NULL',
    [shared.map(({ personId }) => personId)],
  );
  const gone = new Set(erased.rows.map(({ id }) => id));
  await insertRows(
    client,
    'SharedAnswer',
    // Who was erased meanwhile shows nothing any more (rule MD6).
    shared
      .filter(({ personId }) => !gone.has(personId))
      .map((row) => ({ organisationId, epoch, publishesAt: new Date(publishesAt).toISOString(), ...row })),
  );
};

/** Closes an epoch for good, and removes its answers. */
export const saveClosed = async (client: PoolClient, number: number): Promise<void> => {
  await client.query('DELETE FROM "Answer" WHERE "epoch" = $1', [number]);
  await client.query('UPDATE "Epoch" SET "closed" = true WHERE "number" = $1', [number]);
};

/** The plans of teams as they leave the team, on the day `today`: without names, titles and absence. */
export const readTeamPlans = async (
  client: PoolClient,
  { teamIds, today }: { teamIds: readonly TeamId[]; today: LocalDate },
): Promise<Map<TeamId, TeamPlan>> => {
  const values = [teamIds, today];
  const [held, members, deadlines, closed] = await Promise.all([
    client.query<{ teamId: TeamId; sharePercent: number; minutesAWeek: number; season: number[] }>(
      `SELECT a."teamId", a."sharePercent", h."minutesAWeek", h."season" FROM "Assignment" a
         JOIN "Responsibility" r ON r."organisationId" = a."organisationId" AND r."id" = a."responsibilityId"
           AND r."closedOn" IS NULL
         JOIN LATERAL (SELECT o."minutesAWeek", o."season" FROM "ResponsibilityHours" o
           WHERE o."organisationId" = r."organisationId" AND o."responsibilityId" = r."id" AND o."from" <= $2
           ORDER BY o."from" DESC LIMIT 1) h ON true
       WHERE a."teamId" = ANY ($1::uuid[]) AND a."role" = 'holder' AND a."from" <= $2 AND (a."until" IS NULL OR a."until" > $2)`,
      values,
    ),
    client.query<{ teamId: TeamId; from: LocalDate; until: LocalDate | null; minutesByWeekday: number[] }>(
      `SELECT m."teamId", m."from", m."until", h."minutesByWeekday" FROM "Membership" m
         JOIN LATERAL (SELECT o."minutesByWeekday" FROM "MembershipHours" o
           WHERE o."organisationId" = m."organisationId" AND o."membershipId" = m."id"
           ORDER BY o."from" <= $2 DESC, o."from" DESC LIMIT 1) h ON true
       WHERE m."teamId" = ANY ($1::uuid[]) AND (m."until" IS NULL OR m."until" > $2)`,
      values,
    ),
    client.query<{ teamId: TeamId; due: LocalDate; likelyMinutes: number }>(
      `SELECT "teamId", "due", "likelyMinutes" FROM "DeadlineWork"
       WHERE "teamId" = ANY ($1::uuid[]) AND "doneOn" IS NULL`,
      [teamIds],
    ),
    client.query<{ day: LocalDate }>('SELECT unnest("ownHolidays") AS "day" FROM "Organisation"'),
  ]);
  const ownHolidays = closed.rows.map(({ day }) => day);
  const heldBy = Map.groupBy(held.rows, ({ teamId }) => teamId);
  const membersOf = Map.groupBy(members.rows, ({ teamId }) => teamId);
  const deadlinesOf = Map.groupBy(deadlines.rows, ({ teamId }) => teamId);
  return new Map(
    teamIds.map((teamId) => [
      teamId,
      {
        held: heldBy.get(teamId) ?? [],
        members: membersOf.get(teamId) ?? [],
        deadlines: deadlinesOf.get(teamId) ?? [],
        ownHolidays,
      },
    ]),
  );
};
