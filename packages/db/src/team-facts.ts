import type { Statements } from './statements.ts';
import type { LocalDate } from '@roer/domain/dates';
import { emptySnapshot } from '@roer/domain/feed';
import { heldSince } from '@roer/domain/still-of-use';
import type { SnapshotPart, TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';

// Raw SQL because every command and every opened page waits for it: one round trip instead of one a table. $1 is the team, $2
// the responsibilities it is about or null for all, $3 the first day of what passes by itself.
const rowsOf: Record<SnapshotPart, string> = {
  team: `SELECT coalesce(json_object_agg(t."id", json_build_object('id', t."id", 'name', t."name",
      'ownHolidays', (SELECT o."ownHolidays"::text[] FROM "Organisation" o WHERE o."id" = t."organisationId"))), '{}')
    FROM "Team" t WHERE t."id" = $1 AND t."closedOn" IS NULL`,
  member: `SELECT coalesce(json_object_agg(m."id", json_build_object('id', m."id", 'personId', m."personId",
      'name', (SELECT p."name" FROM "Person" p WHERE p."organisationId" = m."organisationId" AND p."id" = m."personId"),
      'home', m."home", 'minutesByWeekday', h."minutesByWeekday", 'from', m."from"::text, 'until', null)), '{}')
    FROM "Membership" m
    JOIN LATERAL (SELECT h."minutesByWeekday" FROM "MembershipHours" h
      WHERE h."organisationId" = m."organisationId" AND h."membershipId" = m."id" ORDER BY h."from" DESC LIMIT 1) h ON true
    WHERE m."teamId" = $1 AND m."until" IS NULL`,
  area: `SELECT coalesce(json_object_agg(a."id", json_build_object('id', a."id", 'name', a."name", 'order', a."order")), '{}')
    FROM "Area" a WHERE a."teamId" = $1`,
  responsibility: `SELECT coalesce(json_object_agg(r."id", json_build_object('id', r."id", 'areaId', r."areaId",
      'catalogueItemId', r."catalogueItemId", 'title', r."title", 'purpose', r."purpose", 'criticality', r."criticality",
      'minutesAWeek', h."minutesAWeek", 'season', h."season",
      'organising', r."organising", 'openedOn', r."openedOn"::text, 'editedOn', r."editedOn"::text,
      'closedOn', r."closedOn"::text, 'version', r."version")), '{}')
    FROM "Responsibility" r
    JOIN LATERAL (SELECT h."minutesAWeek", h."season" FROM "ResponsibilityHours" h
      WHERE h."organisationId" = r."organisationId" AND h."responsibilityId" = r."id" ORDER BY h."from" DESC LIMIT 1) h ON true
    WHERE r."teamId" = $1 AND ($2::uuid[] IS NULL OR r."id" = ANY ($2))`,
  assignment: `SELECT coalesce(json_object_agg(s."id", json_build_object('id', s."id",
      'responsibilityId', s."responsibilityId", 'personId', s."personId", 'role', s."role", 'sharePercent', s."sharePercent",
      'from', s."from"::text, 'until', null)), '{}')
    FROM "Assignment" s WHERE s."teamId" = $1 AND s."until" IS NULL AND ($2::uuid[] IS NULL OR s."responsibilityId" = ANY ($2))`,
  offer: `SELECT coalesce(json_object_agg(o."id", json_build_object('id', o."id", 'kind', o."kind",
      'responsibilityId', o."responsibilityId", 'assignmentId', o."assignmentId", 'fromPersonId', o."fromPersonId",
      'toPersonId', o."toPersonId", 'sharePercent', o."sharePercent", 'temporaryUntil', o."temporaryUntil"::text,
      'madeOn', o."madeOn"::text, 'expiresOn', o."expiresOn"::text, 'state', o."state")), '{}')
    FROM "Offer" o WHERE o."teamId" = $1 AND o."state" = 'open' AND ($2::uuid[] IS NULL OR o."responsibilityId" = ANY ($2))`,
  delegation: `SELECT coalesce(json_object_agg(d."id", json_build_object('id', d."id", 'responsibilityId', d."responsibilityId",
      'assignmentId', d."assignmentId", 'fromPersonId', d."fromPersonId", 'toPersonId', d."toPersonId",
      'sharePercent', d."sharePercent", 'from', d."from"::text, 'until', d."until"::text)), '{}')
    FROM "Delegation" d WHERE d."teamId" = $1 AND d."until" > $3 AND ($2::uuid[] IS NULL OR d."responsibilityId" = ANY ($2))`,
  duty: `SELECT coalesce(json_object_agg(d."id", json_build_object('id', d."id", 'responsibilityId', d."responsibilityId",
      'title', d."title", 'schedules', s."schedules", 'endedOn', d."endedOn"::text, 'version', d."version")), '{}')
    FROM "Duty" d
    JOIN LATERAL (SELECT json_agg(json_build_object('from', s."from"::text, 'rrule', s."rrule", 'start', s."start"::text,
        'dueTime', s."dueTime", 'shift', s."shift") ORDER BY s."from") AS "schedules" FROM "DutySchedule" s
      WHERE s."organisationId" = d."organisationId" AND s."dutyId" = d."id") s ON true
    WHERE d."teamId" = $1 AND ($2::uuid[] IS NULL OR d."responsibilityId" = ANY ($2))`,
  // The last three settled dates before that stay, so that a duty of once a year can still be told asleep.
  occurrence: `SELECT coalesce(json_object_agg(o."dutyId" || ':' || o."recurrenceDate", json_build_object(
      'id', o."dutyId" || ':' || o."recurrenceDate", 'dutyId', o."dutyId", 'responsibilityId', o."responsibilityId",
      'recurrenceDate', o."recurrenceDate"::text, 'state', o."state", 'movedTo', o."movedTo"::text, 'reason', o."reason",
      'personId', o."personId", 'on', o."on"::text)), '{}')
    FROM (SELECT n.* FROM "Occurrence" n
        WHERE n."teamId" = $1 AND n."recurrenceDate" >= $3 AND ($2::uuid[] IS NULL OR n."responsibilityId" = ANY ($2))
      UNION ALL
      SELECT e.* FROM "Duty" d
        JOIN LATERAL (SELECT e.* FROM "Occurrence" e WHERE e."organisationId" = d."organisationId" AND e."dutyId" = d."id"
          AND e."recurrenceDate" < $3 ORDER BY e."recurrenceDate" DESC LIMIT 3) e ON true
        WHERE d."teamId" = $1 AND ($2::uuid[] IS NULL OR d."responsibilityId" = ANY ($2))) o`,
  absence: `SELECT coalesce(json_object_agg(a."id", json_build_object('id', a."id", 'personId', a."personId",
      'from', a."from"::text, 'until', a."until"::text)), '{}')
    FROM "Absence" a WHERE a."teamId" = $1 AND a."until" > $3`,
  help: `SELECT coalesce(json_object_agg(h."id", json_build_object('id', h."id", 'kind', h."kind", 'personId', h."personId",
      'responsibilityId', h."responsibilityId", 'text', h."text", 'on', h."on"::text, 'minutes', h."minutes",
      'madeOn', h."madeOn"::text, 'expiresOn', h."expiresOn"::text, 'state', h."state", 'acceptedBy', h."acceptedBy")), '{}')
    FROM "Help" h WHERE h."teamId" = $1 AND h."state" <> 'withdrawn' AND h."expiresOn" > $3`,
  note: `SELECT coalesce(json_object_agg(n."id", json_build_object('id', n."id", 'responsibilityId', n."responsibilityId",
      'title', n."title", 'body', n."body", 'url', n."url", 'personId', n."personId", 'writtenOn', n."writtenOn"::text,
      'version', n."version")), '{}')
    FROM "Note" n WHERE n."teamId" = $1 AND ($2::uuid[] IS NULL OR n."responsibilityId" = ANY ($2))`,
  deadlineWork: `SELECT coalesce(json_object_agg(w."id", json_build_object('id', w."id", 'responsibilityId', w."responsibilityId",
      'title', w."title", 'earliestStart', w."earliestStart"::text, 'due', w."due"::text, 'leastMinutes', w."leastMinutes",
      'likelyMinutes', w."likelyMinutes", 'mostMinutes', w."mostMinutes", 'shares', s."shares", 'doneOn', w."doneOn"::text,
      'version', w."version")), '{}')
    FROM "DeadlineWork" w
    JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('personId', s."personId", 'percent', s."percent") ORDER BY s."personId"), '[]')
        AS "shares" FROM "DeadlineShare" s
      WHERE s."organisationId" = w."organisationId" AND s."workId" = w."id") s ON true
    WHERE w."teamId" = $1 AND (w."doneOn" IS NULL OR w."doneOn" > $3) AND ($2::uuid[] IS NULL OR w."responsibilityId" = ANY ($2))`,
  transfer: `SELECT coalesce(json_object_agg(t."id", json_build_object('id', t."id", 'items', i."items", 'from', t."from"::text,
      'until', t."until"::text, 'proposedBy', t."proposedBy", 'consents', c."consents", 'madeOn', t."madeOn"::text,
      'expiresOn', t."expiresOn"::text, 'state', t."state")), '{}')
    FROM "Transfer" t
    JOIN LATERAL (SELECT json_agg(json_build_object('id', i."id", 'responsibilityId', i."responsibilityId",
        'assignmentId', i."assignmentId", 'workId', i."workId", 'sharePercent', i."sharePercent", 'giver', i."giver",
        'receiver', i."receiver") ORDER BY i."order") AS "items" FROM "TransferItem" i
      WHERE i."organisationId" = t."organisationId" AND i."transferId" = t."id") i ON true
    JOIN LATERAL (SELECT coalesce(json_agg(c."personId" ORDER BY c."personId"), '[]') AS "consents" FROM "TransferConsent" c
      WHERE c."organisationId" = t."organisationId" AND c."transferId" = t."id") c ON true
    WHERE t."teamId" = $1 AND t."state" = 'open'`,
  overload: `SELECT coalesce(json_object_agg(o."id", json_build_object('id', o."id", 'personId', o."personId",
      'monday', o."monday"::text, 'kind', o."kind", 'responsibilityId', o."responsibilityId", 'on', o."on"::text)), '{}')
    FROM "Overload" o WHERE o."teamId" = $1 AND o."monday" > $3`,
  obstacle: `SELECT coalesce(json_object_agg(b."id", json_build_object('id', b."id", 'title', b."title", 'body', b."body",
      'submittedBy', b."submittedBy", 'addressedTo', b."addressedTo", 'addressedName', p."name", 'raisedOn', b."raisedOn"::text,
      'dueOn', b."dueOn"::text, 'state', b."state", 'answer', CASE WHEN b."answeredBy" IS NOT NULL THEN json_build_object(
        'by', b."answeredBy", 'byName', a."name", 'body', b."answer", 'on', b."answeredOn"::text) END)), '{}')
    FROM "Obstacle" b
    JOIN "Person" p ON p."organisationId" = b."organisationId" AND p."id" = b."addressedTo"
    LEFT JOIN "Person" a ON a."organisationId" = b."organisationId" AND a."id" = b."answeredBy"
    WHERE b."teamId" = $1 AND b."state" <> 'withdrawn'`,
  handover: `SELECT coalesce(json_object_agg(h."id", json_build_object('id', h."id", 'responsibilityId', h."responsibilityId",
      'assignmentId', h."assignmentId", 'giver', h."giver", 'receiver', h."receiver", 'before', h."before"::text,
      'items', i."items", 'state', h."state", 'madeOn', h."madeOn"::text, 'closedOn', h."closedOn"::text)), '{}')
    FROM "Handover" h
    JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('id', i."id", 'kind', i."kind", 'subjectId', i."subjectId",
        'text', i."text", 'byGiver', i."byGiver", 'byReceiver', i."byReceiver", 'version', i."version") ORDER BY i."id"), '[]')
        AS "items" FROM "HandoverItem" i WHERE i."organisationId" = h."organisationId" AND i."handoverId" = h."id") i ON true
    WHERE h."teamId" = $1 AND h."state" <> 'withdrawn' AND (h."closedOn" IS NULL OR h."closedOn" > $3)
      AND ($2::uuid[] IS NULL OR h."responsibilityId" = ANY ($2))`,
  duo: `SELECT coalesce(json_object_agg(d."id", json_build_object('id', d."id", 'responsibilityId', d."responsibilityId",
      'giver', d."giver", 'receiver', d."receiver", 'proposedBy', d."proposedBy", 'state', d."state", 'sessions', s."sessions",
      'madeOn', d."madeOn"::text, 'endedOn', d."endedOn"::text)), '{}')
    FROM "Duo" d
    JOIN LATERAL (SELECT json_agg(json_build_object('number', s."number", 'plannedOn', s."plannedOn"::text,
        'heldOn', s."heldOn"::text, 'noteId', s."noteId") ORDER BY s."number") AS "sessions" FROM "DuoSession" s
      WHERE s."organisationId" = d."organisationId" AND s."duoId" = d."id") s ON true
    WHERE d."teamId" = $1 AND d."state" <> 'withdrawn' AND (d."endedOn" IS NULL OR d."endedOn" > $3)
      AND ($2::uuid[] IS NULL OR d."responsibilityId" = ANY ($2))`,
  coverLevel: `SELECT coalesce(json_object_agg(c."id", json_build_object('id', c."id", 'responsibilityId', c."responsibilityId",
      'personId', c."personId", 'number', c."number", 'level', c."level", 'state', c."state", 'proposedOn', c."proposedOn"::text,
      'confirmedBy', c."confirmedBy", 'confirmedOn', c."confirmedOn"::text, 'exercisedOn', c."exercisedOn"::text)), '{}')
    FROM "CoverLevel" c WHERE c."teamId" = $1 AND c."state" IN ('proposed', 'confirmed')
      AND ($2::uuid[] IS NULL OR c."responsibilityId" = ANY ($2))`,
  leaveIntent: `SELECT coalesce(json_object_agg(l."id", json_build_object('id', l."id", 'responsibilityId', l."responsibilityId",
      'personId', l."personId", 'before', l."before"::text)), '{}')
    FROM "LeaveIntent" l WHERE l."teamId" = $1 AND ($2::uuid[] IS NULL OR l."responsibilityId" = ANY ($2))`,
  // Which of those that ended count is a rule (`isLongHeld`); it is told here once more so that nothing else is sent.
  heldBefore: `SELECT coalesce(json_object_agg(s."id", json_build_object('id', s."id",
      'responsibilityId', s."responsibilityId", 'personId', s."personId", 'role', s."role", 'sharePercent', s."sharePercent",
      'from', s."from"::text, 'until', s."until"::text)), '{}')
    FROM "Assignment" s WHERE s."teamId" = $1 AND s."role" = 'holder' AND s."until" >= s."from" + 30
      AND ($2::uuid[] IS NULL OR s."responsibilityId" = ANY ($2))`,
};
// A literal's keys.
const allParts = Object.keys(rowsOf) as SnapshotPart[];

/** The statement that reads those entities, under a name of its own: equal ones are prepared once a connection. */
const statementOf = (entities: readonly SnapshotPart[]): { name: string; text: string } => ({
  name: `team-facts-${entities.map((entity) => allParts.indexOf(entity).toString(36)).join('')}`,
  text: `SELECT $1::uuid AS "teamId", $2::uuid[] AS "about", $3::date AS "since", json_build_object(${entities
    .map((entity) => `'${entity}', (${rowsOf[entity]})`)
    .join(',\n')}) AS facts`,
});

/**
 * The team as its snapshot on the day `today`, or, with `about`, only the rows of those responsibilities (team, members and
 * areas are always whole), and of `entities` alone when they are named; the others are empty. Runs inside a transaction
 * that is set to one organisation; another organisation's team is empty.
 */
export const readTeamFacts = async (
  client: Statements,
  {
    teamId,
    today,
    about = null,
    entities = allParts,
  }: {
    teamId: TeamId;
    today: LocalDate;
    about?: readonly ResponsibilityId[] | null;
    entities?: readonly SnapshotPart[];
  },
): Promise<TeamSnapshot> => {
  const result = await client.query<{ facts: Partial<TeamSnapshot> }>({
    ...statementOf(entities),
    values: [teamId, about, heldSince(today)],
  });
  const [row] = result.rows;
  if (!row) throw new Error('A query without FROM gives one row.');
  return { ...emptySnapshot(), ...row.facts };
};
