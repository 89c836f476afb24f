import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { CarriedLine, Evidence, EvidenceId, EvidenceLine } from '@roer/domain/learning/contribution';
import type { PoolClient } from './pool.ts';

type Who = { personId: PersonId; today: LocalDate };
type Of<Kind extends Evidence['kind']> = Omit<Extract<Evidence, { kind: Kind }>, 'kind'> & { id: EvidenceId };

/** Teams that somebody is in, or was. */
const ownTeams = `SELECT own."teamId" FROM "Membership" own WHERE own."personId" = $1 AND own."from" <= $2`;

/** What somebody carries or stands in for today, for good, in the teams that they are in; by team and title. */
export const readCarried = async (client: PoolClient, { personId, today }: Who): Promise<CarriedLine[]> => {
  const { rows } = await client.query<CarriedLine>({
    name: 'contribution-carried',
    text: `SELECT r."id", r."title", t."name" AS "team", a."role" AS "as" FROM "Assignment" a
        JOIN "Responsibility" r ON r."organisationId" = a."organisationId" AND r."id" = a."responsibilityId" AND r."closedOn" IS NULL
        JOIN "Team" t ON t."organisationId" = a."organisationId" AND t."id" = a."teamId" AND t."closedOn" IS NULL
      WHERE a."personId" = $1 AND a."from" <= $2 AND (a."until" IS NULL OR a."until" > $2)
        AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = a."organisationId" AND m."teamId" = a."teamId"
          AND m."personId" = $1 AND m."from" <= $2 AND (m."until" IS NULL OR m."until" > $2))
      ORDER BY t."name", t."id", r."title", r."id"`,
    values: [personId, today],
  });
  return rows;
};

/** Everything that somebody did in the teams that they are or were in, in no order; of nobody else. */
export const readEvidence = async (client: PoolClient, who: Who): Promise<EvidenceLine[]> => {
  const [duties, works, standIns, handovers] = await Promise.all([
    readDuties(client, who),
    readWorks(client, who),
    readStandIns(client, who),
    readHandovers(client, who),
  ]);
  return [
    ...duties.map(({ id, ...line }) => ({ id, evidence: { kind: 'duty' as const, ...line } })),
    ...works.map(({ id, ...line }) => ({ id, evidence: { kind: 'work' as const, ...line } })),
    ...standIns.map(({ id, ...line }) => ({ id, evidence: { kind: 'standIn' as const, ...line } })),
    ...handovers.map(({ id, ...line }) => ({ id, evidence: { kind: 'handover' as const, ...line } })),
  ];
};

/** Recurring duties that they did themselves, and how often. */
const readDuties = async (client: PoolClient, { personId, today }: Who): Promise<Of<'duty'>[]> => {
  const { rows } = await client.query<Of<'duty'>>({
    name: 'contribution-duties',
    text: `SELECT d."id", d."title", r."title" AS "about", t."name" AS "team", done."times", done."since", done."last"
      FROM (SELECT o."organisationId", o."dutyId", count(*)::int AS "times", min(o."on")::text AS "since", max(o."on")::text AS "last"
          FROM "Occurrence" o WHERE o."teamId" IN (${ownTeams}) AND o."personId" = $1 AND o."state" = 'done'
          GROUP BY o."organisationId", o."dutyId") done
        JOIN "Duty" d ON d."organisationId" = done."organisationId" AND d."id" = done."dutyId"
        JOIN "Responsibility" r ON r."organisationId" = d."organisationId" AND r."id" = d."responsibilityId"
        JOIN "Team" t ON t."organisationId" = d."organisationId" AND t."id" = d."teamId"`,
    values: [personId, today],
  });
  return rows;
};

/** Work with a deadline that was done: what they took a part of, and what nobody took while they held it (rule W1.5). */
const readWorks = async (client: PoolClient, { personId, today }: Who): Promise<Of<'work'>[]> => {
  const { rows } = await client.query<Of<'work'>>({
    name: 'contribution-works',
    text: `SELECT w."id", w."title", r."title" AS "about", t."name" AS "team", w."doneOn"::text AS "on" FROM "DeadlineWork" w
        JOIN "Responsibility" r ON r."organisationId" = w."organisationId" AND r."id" = w."responsibilityId"
        JOIN "Team" t ON t."organisationId" = w."organisationId" AND t."id" = w."teamId"
      WHERE w."teamId" IN (${ownTeams}) AND w."doneOn" IS NOT NULL AND (
        EXISTS (SELECT FROM "DeadlineShare" s
          WHERE s."organisationId" = w."organisationId" AND s."workId" = w."id" AND s."personId" = $1)
        OR ((SELECT coalesce(sum(s."percent"), 0) FROM "DeadlineShare" s
            WHERE s."organisationId" = w."organisationId" AND s."workId" = w."id") < 99
          AND EXISTS (SELECT FROM "Assignment" a
            WHERE a."organisationId" = w."organisationId" AND a."responsibilityId" = w."responsibilityId" AND a."personId" = $1
              AND a."role" = 'holder' AND a."from" <= w."doneOn" AND (a."until" IS NULL OR a."until" > w."doneOn"))))`,
    values: [personId, today],
  });
  return rows;
};

/** What they carried for a while for somebody else, or do today. Whom it was for is not told. */
const readStandIns = async (client: PoolClient, { personId, today }: Who): Promise<Of<'standIn'>[]> => {
  const { rows } = await client.query<Of<'standIn'>>({
    name: 'contribution-stand-ins',
    text: `SELECT g."id", r."title", t."name" AS "team", g."from"::text AS "from", g."until"::text AS "until" FROM "Delegation" g
        JOIN "Responsibility" r ON r."organisationId" = g."organisationId" AND r."id" = g."responsibilityId"
        JOIN "Team" t ON t."organisationId" = g."organisationId" AND t."id" = g."teamId"
      WHERE g."teamId" IN (${ownTeams}) AND g."toPersonId" = $1 AND g."from" <= $2`,
    values: [personId, today],
  });
  return rows;
};

/** What they handed over and was accepted. Who received it is not told. */
const readHandovers = async (client: PoolClient, { personId, today }: Who): Promise<Of<'handover'>[]> => {
  const { rows } = await client.query<Of<'handover'>>({
    name: 'contribution-handovers',
    text: `SELECT h."id", r."title", t."name" AS "team", h."closedOn"::text AS "on" FROM "Handover" h
        JOIN "Responsibility" r ON r."organisationId" = h."organisationId" AND r."id" = h."responsibilityId"
        JOIN "Team" t ON t."organisationId" = h."organisationId" AND t."id" = h."teamId"
      WHERE h."teamId" IN (${ownTeams}) AND h."giver" = $1 AND h."state" = 'accepted' AND h."closedOn" <= $2`,
    values: [personId, today],
  });
  return rows;
};
