import type { Statements } from './statements.ts';
import type { RowChange, TeamAction } from '@roer/domain/feed';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';

// One statement: what changed, the feed row, the answer to a retry and the audit entries stand or fall together, in one
// round trip. New rows are inserted and known rows updated apart, so that an id somebody else uses is refused. Each part
// reads its rows under its own name in $3; a command sends only the parts it needs, because PostgreSQL prepares each.
const parts = {
  old_team: `UPDATE "Team" t SET "name" = r."name" FROM jsonb_to_recordset($3::jsonb->'old_team') AS r("id" uuid, "name" text)
  WHERE t."organisationId" = $1::uuid AND t."id" = $2::uuid AND t."id" = r."id"`,
  new_area: `INSERT INTO "Area" ("organisationId", "id", "teamId", "name", "order")
  SELECT $1::uuid, r."id", $2::uuid, r."name", r."order"
  FROM jsonb_to_recordset($3::jsonb->'new_area') AS r("id" uuid, "name" text, "order" int)`,
  old_area: `UPDATE "Area" a SET "name" = r."name", "order" = r."order"
  FROM jsonb_to_recordset($3::jsonb->'old_area') AS r("id" uuid, "name" text, "order" int)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"`,
  gone_area: `DELETE FROM "Area" a USING jsonb_to_recordset($3::jsonb->'gone_area') AS r("id" uuid)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"`,
  new_member: `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "until", "home")
  SELECT $1::uuid, r."id", r."personId", $2::uuid, r."from", r."until", r."home"
  FROM jsonb_to_recordset($3::jsonb->'new_member') AS r("id" uuid, "personId" uuid, "from" date, "until" date, "home" boolean)`,
  old_member: `UPDATE "Membership" m SET "until" = r."until", "home" = r."home"
  FROM jsonb_to_recordset($3::jsonb->'old_member') AS r("id" uuid, "until" date, "home" boolean)
  WHERE m."organisationId" = $1::uuid AND m."teamId" = $2::uuid AND m."id" = r."id"`,
  member_hours: `INSERT INTO "MembershipHours" ("organisationId", "membershipId", "from", "minutesByWeekday")
  SELECT $1::uuid, r."id", r."today", r."minutesByWeekday"
  FROM jsonb_to_recordset($3::jsonb->'member_hours') AS r("id" uuid, "today" date, "minutesByWeekday" int[])
  ON CONFLICT ("organisationId", "membershipId", "from") DO UPDATE SET "minutesByWeekday" = excluded."minutesByWeekday"`,
  new_responsibility: `INSERT INTO "Responsibility" ("organisationId", "id", "teamId", "areaId", "catalogueItemId", "title", "purpose",
    "criticality", "openedOn", "closedOn", "version")
  SELECT $1::uuid, r."id", $2::uuid, r."areaId", r."catalogueItemId", r."title", r."purpose", r."criticality", r."openedOn", r."closedOn", r."version"
  FROM jsonb_to_recordset($3::jsonb->'new_responsibility') AS r("id" uuid, "areaId" uuid, "catalogueItemId" uuid, "title" text,
    "purpose" text, "criticality" int, "openedOn" date, "closedOn" date, "version" int)`,
  old_responsibility: `UPDATE "Responsibility" s SET "areaId" = r."areaId", "title" = r."title", "purpose" = r."purpose",
    "criticality" = r."criticality", "closedOn" = r."closedOn", "version" = r."version"
  FROM jsonb_to_recordset($3::jsonb->'old_responsibility') AS r("id" uuid, "areaId" uuid, "title" text, "purpose" text,
    "criticality" int, "closedOn" date, "version" int)
  WHERE s."organisationId" = $1::uuid AND s."teamId" = $2::uuid AND s."id" = r."id"`,
  responsibility_hours: `INSERT INTO "ResponsibilityHours" ("organisationId", "responsibilityId", "from", "minutesAWeek", "season")
  SELECT $1::uuid, r."id", r."today", r."minutesAWeek", r."season"
  FROM jsonb_to_recordset($3::jsonb->'responsibility_hours') AS r("id" uuid, "today" date, "minutesAWeek" int, "season" int[])
  ON CONFLICT ("organisationId", "responsibilityId", "from")
  DO UPDATE SET "minutesAWeek" = excluded."minutesAWeek", "season" = excluded."season"`,
  new_assignment: `INSERT INTO "Assignment" ("organisationId", "id", "teamId", "responsibilityId", "personId", "role", "sharePercent", "from", "until")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."personId", r."role"::"AssignmentRole", r."sharePercent", r."from", r."until"
  FROM jsonb_to_recordset($3::jsonb->'new_assignment') AS r("id" uuid, "responsibilityId" uuid, "personId" uuid, "role" text,
    "sharePercent" int, "from" date, "until" date)`,
  old_assignment: `UPDATE "Assignment" a SET "sharePercent" = r."sharePercent", "until" = r."until"
  FROM jsonb_to_recordset($3::jsonb->'old_assignment') AS r("id" uuid, "sharePercent" int, "until" date)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"`,
  new_offer: `INSERT INTO "Offer" ("organisationId", "id", "teamId", "responsibilityId", "kind", "assignmentId", "fromPersonId",
    "toPersonId", "sharePercent", "madeOn", "expiresOn", "state")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."kind"::"OfferKind", r."assignmentId", r."fromPersonId", r."toPersonId",
    r."sharePercent", r."madeOn", r."expiresOn", r."state"::"OfferState"
  FROM jsonb_to_recordset($3::jsonb->'new_offer') AS r("id" uuid, "responsibilityId" uuid, "kind" text, "assignmentId" uuid,
    "fromPersonId" uuid, "toPersonId" uuid, "sharePercent" int, "madeOn" date, "expiresOn" date, "state" text)`,
  old_offer: `UPDATE "Offer" o SET "state" = r."state"::"OfferState"
  FROM jsonb_to_recordset($3::jsonb->'old_offer') AS r("id" uuid, "state" text)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."id" = r."id"`,
  audit: `INSERT INTO "AuditEntry" ("organisationId", "id", "teamId", "actorId", "action", "subjectId", "detail", "at")
  SELECT $1::uuid, r."id", $2::uuid, $5::uuid, $6::text, r."subjectId", r."detail", to_timestamp($8::double precision / 1000)
  FROM jsonb_to_recordset($3::jsonb->'audit') AS r("id" uuid, "subjectId" uuid, "detail" jsonb)`,
  answer: `INSERT INTO "Command" ("organisationId", "personId", "commandId", "procedure", "inputDigest", "result", "at")
  SELECT $1::uuid, $5::uuid, $4::uuid, r."procedure", r."inputDigest", jsonb_build_object('seq', feed."seq"), to_timestamp($8::double precision / 1000)
  FROM feed, jsonb_to_recordset($3::jsonb->'answer') AS r("procedure" text, "inputDigest" text)`,
} as const;

type Part = keyof typeof parts;
type RowsByPart = Partial<Record<Part, object[]>>;
// A literal's keys, in the order in which the parts are written.
const partNames = Object.keys(parts) as Part[];

/** The statement of those parts, under a name of its own: equal parts are prepared once a connection. */
const statementOf = (rows: RowsByPart): { name: string; text: string } => {
  const used = partNames.filter((part) => rows[part]);
  return {
    name: `save-team-${used.reduce((sum, part) => sum + 2 ** partNames.indexOf(part), 0)}`,
    text: `WITH feed AS (
  UPDATE "Feed" SET "seq" = "seq" + 1 WHERE "organisationId" = $1::uuid AND "ownerId" = $2::uuid RETURNING "seq"
), ${used.map((part) => `${part} AS (\n  ${parts[part]}\n), `).join('')}change AS (
  INSERT INTO "Change" ("organisationId", "feedId", "seq", "commandId", "actorId", "action", "changes", "at")
  SELECT $1::uuid, $2::uuid, feed."seq", $4::uuid, $5::uuid, $6::text, $7::jsonb, to_timestamp($8::double precision / 1000) FROM feed
)
SELECT "seq"::int AS seq FROM feed`,
  };
};

const rowsByPart = (changes: readonly RowChange[], today: LocalDate): RowsByPart => {
  const rows: RowsByPart = {};
  const put = (part: Part, row: object): void => void (rows[part] ??= []).push(row);
  for (const change of changes) {
    const { entity, before, after } = change;
    if (after === null) {
      if (entity !== 'area' || before === null) throw new Error(`Rows of ${entity} end, they are not removed.`);
      put('gone_area', { id: before.id });
    } else if (before) put(`old_${entity}`, after);
    else if (entity === 'team') throw new Error('A team is not made by a command of its own.');
    else put(`new_${entity}`, after);
    if (after && hoursChanged(change))
      put(entity === 'member' ? 'member_hours' : 'responsibility_hours', { ...after, today });
  }
  return rows;
};

const hoursChanged = (change: RowChange): boolean => {
  if (change.entity === 'member') {
    return JSON.stringify(change.before?.minutesByWeekday) !== JSON.stringify(change.after?.minutesByWeekday);
  }
  if (change.entity !== 'responsibility') return false;
  const { before, after } = change;
  return (
    before?.minutesAWeek !== after?.minutesAWeek || JSON.stringify(before?.season) !== JSON.stringify(after?.season)
  );
};

export type TeamSave = {
  organisationId: OrganisationId;
  teamId: TeamId;
  actorId: PersonId;
  commandId: CommandId;
  /** The procedure and a digest of its input, kept so that a retry is answered; null when a command touches several feeds and keeps its answer once elsewhere. */
  answer: { procedure: string; inputDigest: string } | null;
  action: TeamAction;
  changes: RowChange[];
  /** Epoch milliseconds, and the day that it is in Amsterdam. */
  now: number;
  today: LocalDate;
  newId: () => string;
};

/**
 * Saves the changes of one command with their row in the team's feed and their audit entries, and gives the sequence
 * number. The caller holds the lock on the feed. Throws PostgreSQL's 23505 when a new id is in use already.
 */
export const saveTeamChanges = async (client: Statements, command: TeamSave): Promise<number> => {
  const { changes, action, answer } = command;
  const traces = traceResponsibilities(action, changes);
  const subjects = traces.length > 0 ? traces : [{ subjectId: command.teamId, detail: {} }];
  const rows: RowsByPart = {
    ...rowsByPart(changes, command.today),
    audit: subjects.map(({ subjectId, detail }) => ({ id: command.newId(), subjectId, detail })),
    ...(answer ? { answer: [answer] } : {}),
  };
  const result = await client.query<{ seq: number }>({
    ...statementOf(rows),
    values: [
      command.organisationId,
      command.teamId,
      JSON.stringify(rows),
      command.commandId,
      command.actorId,
      action,
      JSON.stringify(changes),
      command.now,
    ],
  });
  const [row] = result.rows;
  if (!row) throw new Error('The team has no feed.');
  return row.seq;
};
