import type { Statements } from './statements.ts';
import type { Entity, RowChange, Rows, TeamAction } from '@roer/domain/feed';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';

// One statement: what changed, the feed row, the answer to a retry and the audit entries stand or fall together, in one
// round trip. New rows are inserted and known rows updated apart, so that an id somebody else uses is refused.
const save = `
WITH feed AS (
  UPDATE "Feed" SET "seq" = "seq" + 1 WHERE "organisationId" = $1::uuid AND "ownerId" = $2::uuid RETURNING "seq"
), team AS (
  UPDATE "Team" t SET "name" = r."name" FROM jsonb_to_recordset($4::jsonb->'team') AS r("id" uuid, "name" text)
  WHERE t."organisationId" = $1::uuid AND t."id" = $2::uuid AND t."id" = r."id"
), new_area AS (
  INSERT INTO "Area" ("organisationId", "id", "teamId", "name", "order")
  SELECT $1::uuid, r."id", $2::uuid, r."name", r."order" FROM jsonb_to_recordset($3::jsonb->'area') AS r("id" uuid, "name" text, "order" int)
), old_area AS (
  UPDATE "Area" a SET "name" = r."name", "order" = r."order"
  FROM jsonb_to_recordset($4::jsonb->'area') AS r("id" uuid, "name" text, "order" int)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"
), gone_area AS (
  DELETE FROM "Area" a USING jsonb_array_elements_text($5::jsonb) AS r("id")
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"::uuid
), new_member AS (
  INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "until", "home")
  SELECT $1::uuid, r."id", r."personId", $2::uuid, r."from", r."until", r."home"
  FROM jsonb_to_recordset($3::jsonb->'member') AS r("id" uuid, "personId" uuid, "from" date, "until" date, "home" boolean)
), old_member AS (
  UPDATE "Membership" m SET "until" = r."until", "home" = r."home"
  FROM jsonb_to_recordset($4::jsonb->'member') AS r("id" uuid, "until" date, "home" boolean)
  WHERE m."organisationId" = $1::uuid AND m."teamId" = $2::uuid AND m."id" = r."id"
), member_hours AS (
  INSERT INTO "MembershipHours" ("organisationId", "membershipId", "from", "minutesByWeekday")
  SELECT $1::uuid, r."id", $6::date, r."minutesByWeekday"
  FROM jsonb_to_recordset($7::jsonb->'member') AS r("id" uuid, "minutesByWeekday" int[])
  ON CONFLICT ("organisationId", "membershipId", "from") DO UPDATE SET "minutesByWeekday" = excluded."minutesByWeekday"
), new_responsibility AS (
  INSERT INTO "Responsibility" ("organisationId", "id", "teamId", "areaId", "catalogueItemId", "title", "purpose",
    "criticality", "openedOn", "closedOn", "version")
  SELECT $1::uuid, r."id", $2::uuid, r."areaId", r."catalogueItemId", r."title", r."purpose", r."criticality", r."openedOn", r."closedOn", r."version"
  FROM jsonb_to_recordset($3::jsonb->'responsibility') AS r("id" uuid, "areaId" uuid, "catalogueItemId" uuid, "title" text,
    "purpose" text, "criticality" int, "openedOn" date, "closedOn" date, "version" int)
), old_responsibility AS (
  UPDATE "Responsibility" s SET "areaId" = r."areaId", "title" = r."title", "purpose" = r."purpose",
    "criticality" = r."criticality", "closedOn" = r."closedOn", "version" = r."version"
  FROM jsonb_to_recordset($4::jsonb->'responsibility') AS r("id" uuid, "areaId" uuid, "title" text, "purpose" text,
    "criticality" int, "closedOn" date, "version" int)
  WHERE s."organisationId" = $1::uuid AND s."teamId" = $2::uuid AND s."id" = r."id"
), responsibility_hours AS (
  INSERT INTO "ResponsibilityHours" ("organisationId", "responsibilityId", "from", "minutesAWeek", "season")
  SELECT $1::uuid, r."id", $6::date, r."minutesAWeek", r."season"
  FROM jsonb_to_recordset($7::jsonb->'responsibility') AS r("id" uuid, "minutesAWeek" int, "season" int[])
  ON CONFLICT ("organisationId", "responsibilityId", "from")
  DO UPDATE SET "minutesAWeek" = excluded."minutesAWeek", "season" = excluded."season"
), new_assignment AS (
  INSERT INTO "Assignment" ("organisationId", "id", "teamId", "responsibilityId", "personId", "role", "sharePercent", "from", "until")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."personId", r."role"::"AssignmentRole", r."sharePercent", r."from", r."until"
  FROM jsonb_to_recordset($3::jsonb->'assignment') AS r("id" uuid, "responsibilityId" uuid, "personId" uuid, "role" text,
    "sharePercent" int, "from" date, "until" date)
), old_assignment AS (
  UPDATE "Assignment" a SET "sharePercent" = r."sharePercent", "until" = r."until"
  FROM jsonb_to_recordset($4::jsonb->'assignment') AS r("id" uuid, "sharePercent" int, "until" date)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"
), new_offer AS (
  INSERT INTO "Offer" ("organisationId", "id", "teamId", "responsibilityId", "kind", "assignmentId", "fromPersonId",
    "toPersonId", "sharePercent", "madeOn", "expiresOn", "state")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."kind"::"OfferKind", r."assignmentId", r."fromPersonId", r."toPersonId",
    r."sharePercent", r."madeOn", r."expiresOn", r."state"::"OfferState"
  FROM jsonb_to_recordset($3::jsonb->'offer') AS r("id" uuid, "responsibilityId" uuid, "kind" text, "assignmentId" uuid,
    "fromPersonId" uuid, "toPersonId" uuid, "sharePercent" int, "madeOn" date, "expiresOn" date, "state" text)
), old_offer AS (
  UPDATE "Offer" o SET "state" = r."state"::"OfferState" FROM jsonb_to_recordset($4::jsonb->'offer') AS r("id" uuid, "state" text)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."id" = r."id"
), change AS (
  INSERT INTO "Change" ("organisationId", "feedId", "seq", "commandId", "actorId", "action", "changes", "at")
  SELECT $1::uuid, $2::uuid, feed."seq", $8::uuid, $9::uuid, $10::text, $11::jsonb, to_timestamp($12::double precision / 1000) FROM feed
), command AS (
  INSERT INTO "Command" ("organisationId", "personId", "commandId", "procedure", "inputDigest", "result", "at")
  SELECT $1::uuid, $9::uuid, $8::uuid, $13::text, $14::text, jsonb_build_object('seq', feed."seq"), to_timestamp($12::double precision / 1000) FROM feed
  WHERE $13::text <> ''
), audit AS (
  INSERT INTO "AuditEntry" ("organisationId", "id", "teamId", "actorId", "action", "subjectId", "detail", "at")
  SELECT $1::uuid, r."id", $2::uuid, $9::uuid, $10::text, r."subjectId", r."detail", to_timestamp($12::double precision / 1000)
  FROM jsonb_to_recordset($15::jsonb) AS r("id" uuid, "subjectId" uuid, "detail" jsonb)
)
SELECT "seq"::int AS seq FROM feed`;

type RowsByEntity = { [E in Entity]: Rows[E][] };
const none = (): RowsByEntity => ({ team: [], member: [], area: [], responsibility: [], assignment: [], offer: [] });

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
  const added = none();
  const changed = none();
  const hours = none();
  const removedAreas: string[] = [];
  for (const change of command.changes) {
    if (change.after) {
      const rows: Rows[Entity][] = (change.before ? changed : added)[change.entity];
      rows.push(change.after);
      const hoursRows: Rows[Entity][] = hours[change.entity];
      if (hoursChanged(change)) hoursRows.push(change.after);
    } else if (change.entity === 'area' && change.before) removedAreas.push(change.before.id);
    else throw new Error(`Rows of ${change.entity} end, they are not removed.`);
  }
  const traces = traceResponsibilities(command.action, command.changes);
  const subjects = traces.length > 0 ? traces : [{ subjectId: command.teamId, detail: {} }];
  const result = await client.query<{ seq: number }>({
    name: 'save-team-changes',
    text: save,
    values: [
      command.organisationId,
      command.teamId,
      JSON.stringify(added),
      JSON.stringify(changed),
      JSON.stringify(removedAreas),
      command.today,
      JSON.stringify(hours),
      command.commandId,
      command.actorId,
      command.action,
      JSON.stringify(command.changes),
      command.now,
      command.answer?.procedure ?? '',
      command.answer?.inputDigest ?? '',
      JSON.stringify(
        subjects.map((trace) => ({ id: command.newId(), subjectId: trace.subjectId, detail: trace.detail })),
      ),
    ],
  });
  const [row] = result.rows;
  if (!row) throw new Error('The team has no feed.');
  return row.seq;
};
