import type { Statements } from './statements.ts';
import type { Entity, RowChange } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import { isAudited } from '@roer/domain/audit/kinds';
import { traceMembership, traceResponsibilities } from '@roer/domain/responsibilities/history';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';
import { coverParts } from './team-save-cover.ts';
import { handoverParts, handoverRows } from './team-save-handover.ts';

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
    "criticality", "organising", "openedOn", "editedOn", "closedOn", "version")
  SELECT $1::uuid, r."id", $2::uuid, r."areaId", r."catalogueItemId", r."title", r."purpose", r."criticality", r."organising",
    r."openedOn", r."editedOn", r."closedOn", r."version"
  FROM jsonb_to_recordset($3::jsonb->'new_responsibility') AS r("id" uuid, "areaId" uuid, "catalogueItemId" uuid, "title" text,
    "purpose" text, "criticality" int, "organising" boolean, "openedOn" date, "editedOn" date, "closedOn" date, "version" int)`,
  old_responsibility: `UPDATE "Responsibility" s SET "areaId" = r."areaId", "title" = r."title", "purpose" = r."purpose",
    "criticality" = r."criticality", "organising" = r."organising", "editedOn" = r."editedOn", "closedOn" = r."closedOn", "version" = r."version"
  FROM jsonb_to_recordset($3::jsonb->'old_responsibility') AS r("id" uuid, "areaId" uuid, "title" text, "purpose" text,
    "criticality" int, "organising" boolean, "editedOn" date, "closedOn" date, "version" int)
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
    "toPersonId", "sharePercent", "temporaryUntil", "madeOn", "expiresOn", "state")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."kind"::"OfferKind", r."assignmentId", r."fromPersonId", r."toPersonId",
    r."sharePercent", r."temporaryUntil", r."madeOn", r."expiresOn", r."state"::"OfferState"
  FROM jsonb_to_recordset($3::jsonb->'new_offer') AS r("id" uuid, "responsibilityId" uuid, "kind" text, "assignmentId" uuid,
    "fromPersonId" uuid, "toPersonId" uuid, "sharePercent" int, "temporaryUntil" date, "madeOn" date, "expiresOn" date, "state" text)`,
  old_offer: `UPDATE "Offer" o SET "state" = r."state"::"OfferState", "toPersonId" = r."toPersonId"
  FROM jsonb_to_recordset($3::jsonb->'old_offer') AS r("id" uuid, "state" text, "toPersonId" uuid)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."id" = r."id"`,
  new_delegation: `INSERT INTO "Delegation" ("organisationId", "id", "teamId", "responsibilityId", "assignmentId", "fromPersonId",
    "toPersonId", "sharePercent", "from", "until")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."assignmentId", r."fromPersonId", r."toPersonId", r."sharePercent",
    r."from", r."until"
  FROM jsonb_to_recordset($3::jsonb->'new_delegation') AS r("id" uuid, "responsibilityId" uuid, "assignmentId" uuid,
    "fromPersonId" uuid, "toPersonId" uuid, "sharePercent" int, "from" date, "until" date)`,
  old_delegation: `UPDATE "Delegation" d SET "sharePercent" = r."sharePercent", "from" = r."from", "until" = r."until"
  FROM jsonb_to_recordset($3::jsonb->'old_delegation') AS r("id" uuid, "sharePercent" int, "from" date, "until" date)
  WHERE d."organisationId" = $1::uuid AND d."teamId" = $2::uuid AND d."id" = r."id"`,
  new_duty: `INSERT INTO "Duty" ("organisationId", "id", "teamId", "responsibilityId", "title", "endedOn", "version")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."title", r."endedOn", r."version"
  FROM jsonb_to_recordset($3::jsonb->'new_duty') AS r("id" uuid, "responsibilityId" uuid, "title" text, "endedOn" date, "version" int)`,
  old_duty: `UPDATE "Duty" d SET "title" = r."title", "endedOn" = r."endedOn", "version" = r."version"
  FROM jsonb_to_recordset($3::jsonb->'old_duty') AS r("id" uuid, "title" text, "endedOn" date, "version" int)
  WHERE d."organisationId" = $1::uuid AND d."teamId" = $2::uuid AND d."id" = r."id"`,
  gone_schedules: `DELETE FROM "DutySchedule" s USING jsonb_to_recordset($3::jsonb->'gone_schedules') AS r("id" uuid, "from" date)
  WHERE s."organisationId" = $1::uuid AND s."dutyId" = r."id" AND s."from" = r."from"`,
  schedules: `INSERT INTO "DutySchedule" ("organisationId", "dutyId", "from", "rrule", "start", "dueTime", "shift")
  SELECT $1::uuid, r."id", r."from", r."rrule", r."start", r."dueTime", r."shift"::"DutyShift"
  FROM jsonb_to_recordset($3::jsonb->'schedules') AS r("id" uuid, "from" date, "rrule" text, "start" date, "dueTime" text, "shift" text)
  ON CONFLICT ("organisationId", "dutyId", "from") DO UPDATE
    SET "rrule" = excluded."rrule", "start" = excluded."start", "dueTime" = excluded."dueTime", "shift" = excluded."shift"`,
  new_occurrence: `INSERT INTO "Occurrence" ("organisationId", "dutyId", "recurrenceDate", "teamId", "responsibilityId", "state", "movedTo",
    "reason", "personId", "on")
  SELECT $1::uuid, r."dutyId", r."recurrenceDate", $2::uuid, r."responsibilityId", r."state"::"OccurrenceState", r."movedTo", r."reason",
    r."personId", r."on"
  FROM jsonb_to_recordset($3::jsonb->'new_occurrence') AS r("dutyId" uuid, "recurrenceDate" date, "responsibilityId" uuid, "state" text,
    "movedTo" date, "reason" text, "personId" uuid, "on" date)`,
  old_occurrence: `UPDATE "Occurrence" o SET "state" = r."state"::"OccurrenceState", "movedTo" = r."movedTo", "reason" = r."reason",
    "personId" = r."personId", "on" = r."on"
  FROM jsonb_to_recordset($3::jsonb->'old_occurrence') AS r("dutyId" uuid, "recurrenceDate" date, "state" text, "movedTo" date,
    "reason" text, "personId" uuid, "on" date)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."dutyId" = r."dutyId" AND o."recurrenceDate" = r."recurrenceDate"`,
  gone_occurrence: `DELETE FROM "Occurrence" o
  USING jsonb_to_recordset($3::jsonb->'gone_occurrence') AS r("dutyId" uuid, "recurrenceDate" date)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."dutyId" = r."dutyId" AND o."recurrenceDate" = r."recurrenceDate"`,
  new_absence: `INSERT INTO "Absence" ("organisationId", "teamId", "id", "personId", "from", "until")
  SELECT $1::uuid, $2::uuid, r."id", r."personId", r."from", r."until"
  FROM jsonb_to_recordset($3::jsonb->'new_absence') AS r("id" uuid, "personId" uuid, "from" date, "until" date)`,
  old_absence: `UPDATE "Absence" a SET "from" = r."from", "until" = r."until"
  FROM jsonb_to_recordset($3::jsonb->'old_absence') AS r("id" uuid, "from" date, "until" date)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"`,
  gone_absence: `DELETE FROM "Absence" a USING jsonb_to_recordset($3::jsonb->'gone_absence') AS r("id" uuid)
  WHERE a."organisationId" = $1::uuid AND a."teamId" = $2::uuid AND a."id" = r."id"`,
  new_help: `INSERT INTO "Help" ("organisationId", "id", "teamId", "kind", "personId", "responsibilityId", "text", "on", "minutes",
    "madeOn", "expiresOn", "state", "acceptedBy")
  SELECT $1::uuid, r."id", $2::uuid, r."kind"::"HelpKind", r."personId", r."responsibilityId", r."text", r."on", r."minutes",
    r."madeOn", r."expiresOn", r."state"::"HelpState", r."acceptedBy"
  FROM jsonb_to_recordset($3::jsonb->'new_help') AS r("id" uuid, "kind" text, "personId" uuid, "responsibilityId" uuid, "text" text,
    "on" date, "minutes" int, "madeOn" date, "expiresOn" date, "state" text, "acceptedBy" uuid)`,
  old_help: `UPDATE "Help" h SET "state" = r."state"::"HelpState", "acceptedBy" = r."acceptedBy"
  FROM jsonb_to_recordset($3::jsonb->'old_help') AS r("id" uuid, "state" text, "acceptedBy" uuid)
  WHERE h."organisationId" = $1::uuid AND h."teamId" = $2::uuid AND h."id" = r."id"`,
  new_note: `INSERT INTO "Note" ("organisationId", "id", "teamId", "responsibilityId", "title", "body", "url", "personId", "writtenOn",
    "version")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."title", r."body", r."url", r."personId", r."writtenOn", r."version"
  FROM jsonb_to_recordset($3::jsonb->'new_note') AS r("id" uuid, "responsibilityId" uuid, "title" text, "body" text, "url" text,
    "personId" uuid, "writtenOn" date, "version" int)`,
  old_note: `UPDATE "Note" n SET "title" = r."title", "body" = r."body", "url" = r."url", "personId" = r."personId",
    "writtenOn" = r."writtenOn", "version" = r."version"
  FROM jsonb_to_recordset($3::jsonb->'old_note') AS r("id" uuid, "title" text, "body" text, "url" text, "personId" uuid,
    "writtenOn" date, "version" int)
  WHERE n."organisationId" = $1::uuid AND n."teamId" = $2::uuid AND n."id" = r."id"`,
  gone_note: `DELETE FROM "Note" n USING jsonb_to_recordset($3::jsonb->'gone_note') AS r("id" uuid)
  WHERE n."organisationId" = $1::uuid AND n."teamId" = $2::uuid AND n."id" = r."id"`,
  new_deadlineWork: `INSERT INTO "DeadlineWork" ("organisationId", "id", "teamId", "responsibilityId", "title", "earliestStart", "due",
    "leastMinutes", "likelyMinutes", "mostMinutes", "doneOn", "version")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."title", r."earliestStart", r."due", r."leastMinutes", r."likelyMinutes",
    r."mostMinutes", r."doneOn", r."version"
  FROM jsonb_to_recordset($3::jsonb->'new_deadlineWork') AS r("id" uuid, "responsibilityId" uuid, "title" text, "earliestStart" date,
    "due" date, "leastMinutes" int, "likelyMinutes" int, "mostMinutes" int, "doneOn" date, "version" int)`,
  old_deadlineWork: `UPDATE "DeadlineWork" w SET "title" = r."title", "earliestStart" = r."earliestStart", "due" = r."due",
    "leastMinutes" = r."leastMinutes", "likelyMinutes" = r."likelyMinutes", "mostMinutes" = r."mostMinutes", "doneOn" = r."doneOn",
    "version" = r."version"
  FROM jsonb_to_recordset($3::jsonb->'old_deadlineWork') AS r("id" uuid, "title" text, "earliestStart" date, "due" date,
    "leastMinutes" int, "likelyMinutes" int, "mostMinutes" int, "doneOn" date, "version" int)
  WHERE w."organisationId" = $1::uuid AND w."teamId" = $2::uuid AND w."id" = r."id"`,
  gone_deadlineWork: `DELETE FROM "DeadlineWork" w USING jsonb_to_recordset($3::jsonb->'gone_deadlineWork') AS r("id" uuid)
  WHERE w."organisationId" = $1::uuid AND w."teamId" = $2::uuid AND w."id" = r."id"`,
  gone_shares: `DELETE FROM "DeadlineShare" s USING jsonb_to_recordset($3::jsonb->'gone_shares') AS r("id" uuid, "personId" uuid)
  WHERE s."organisationId" = $1::uuid AND s."workId" = r."id" AND s."personId" = r."personId"`,
  shares: `INSERT INTO "DeadlineShare" ("organisationId", "workId", "personId", "percent")
  SELECT $1::uuid, r."id", r."personId", r."percent"
  FROM jsonb_to_recordset($3::jsonb->'shares') AS r("id" uuid, "personId" uuid, "percent" int)
  ON CONFLICT ("organisationId", "workId", "personId") DO UPDATE SET "percent" = excluded."percent"`,
  new_transfer: `INSERT INTO "Transfer" ("organisationId", "id", "teamId", "from", "until", "proposedBy", "madeOn", "expiresOn", "state")
  SELECT $1::uuid, r."id", $2::uuid, r."from", r."until", r."proposedBy", r."madeOn", r."expiresOn", r."state"::"TransferState"
  FROM jsonb_to_recordset($3::jsonb->'new_transfer') AS r("id" uuid, "from" date, "until" date, "proposedBy" uuid, "madeOn" date,
    "expiresOn" date, "state" text)`,
  transfer_items: `INSERT INTO "TransferItem" ("organisationId", "id", "teamId", "transferId", "order", "responsibilityId", "assignmentId",
    "workId", "sharePercent", "giver", "receiver")
  SELECT $1::uuid, r."id", $2::uuid, r."transferId", r."order", r."responsibilityId", r."assignmentId", r."workId", r."sharePercent",
    r."giver", r."receiver"
  FROM jsonb_to_recordset($3::jsonb->'transfer_items') AS r("id" uuid, "transferId" uuid, "order" int, "responsibilityId" uuid,
    "assignmentId" uuid, "workId" uuid, "sharePercent" int, "giver" uuid, "receiver" uuid)`,
  old_transfer: `UPDATE "Transfer" t SET "state" = r."state"::"TransferState"
  FROM jsonb_to_recordset($3::jsonb->'old_transfer') AS r("id" uuid, "state" text)
  WHERE t."organisationId" = $1::uuid AND t."teamId" = $2::uuid AND t."id" = r."id"`,
  consents: `INSERT INTO "TransferConsent" ("organisationId", "transferId", "personId")
  SELECT $1::uuid, r."id", r."personId" FROM jsonb_to_recordset($3::jsonb->'consents') AS r("id" uuid, "personId" uuid)`,
  new_overload: `INSERT INTO "Overload" ("organisationId", "id", "teamId", "personId", "monday", "kind", "responsibilityId", "on")
  SELECT $1::uuid, r."id", $2::uuid, r."personId", r."monday", r."kind"::"OverloadKind", r."responsibilityId", r."on"
  FROM jsonb_to_recordset($3::jsonb->'new_overload') AS r("id" uuid, "personId" uuid, "monday" date, "kind" text,
    "responsibilityId" uuid, "on" date)`,
  old_overload: `UPDATE "Overload" o SET "kind" = r."kind"::"OverloadKind", "responsibilityId" = r."responsibilityId", "on" = r."on"
  FROM jsonb_to_recordset($3::jsonb->'old_overload') AS r("id" uuid, "kind" text, "responsibilityId" uuid, "on" date)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."id" = r."id"`,
  gone_overload: `DELETE FROM "Overload" o USING jsonb_to_recordset($3::jsonb->'gone_overload') AS r("id" uuid)
  WHERE o."organisationId" = $1::uuid AND o."teamId" = $2::uuid AND o."id" = r."id"`,
  new_obstacle: `INSERT INTO "Obstacle" ("organisationId", "id", "teamId", "title", "body", "submittedBy", "addressedTo", "raisedOn",
    "dueOn", "state")
  SELECT $1::uuid, r."id", $2::uuid, r."title", r."body", r."submittedBy", r."addressedTo", r."raisedOn", r."dueOn",
    r."state"::"ObstacleState"
  FROM jsonb_to_recordset($3::jsonb->'new_obstacle') AS r("id" uuid, "title" text, "body" text, "submittedBy" uuid, "addressedTo" uuid,
    "raisedOn" date, "dueOn" date, "state" text)`,
  old_obstacle: `UPDATE "Obstacle" b SET "state" = r."state"::"ObstacleState", "answeredBy" = (r."answer"->>'by')::uuid,
    "answer" = r."answer"->>'body', "answeredOn" = (r."answer"->>'on')::date
  FROM jsonb_to_recordset($3::jsonb->'old_obstacle') AS r("id" uuid, "state" text, "answer" jsonb)
  WHERE b."organisationId" = $1::uuid AND b."teamId" = $2::uuid AND b."id" = r."id"`,
  ...coverParts,
  ...handoverParts,
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
    name: `save-team-${used.map((part) => partNames.indexOf(part).toString(36)).join('-')}`,
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
      if (before === null || !isRemovable(entity)) throw new Error(`Rows of ${entity} end, they are not removed.`);
      put(`gone_${entity}`, before);
    } else if (before) put(`old_${entity}`, after);
    else if (entity === 'team') throw new Error('A team is not made by a command of its own.');
    else put(`new_${entity}`, after);
    if (after && hoursChanged(change))
      put(entity === 'member' ? 'member_hours' : 'responsibility_hours', { ...after, today });
    if (entity === 'deadlineWork' && after) {
      const { id, shares } = after;
      const known = new Map((before?.shares ?? []).map(({ personId, percent }) => [personId, percent]));
      for (const share of shares) if (known.get(share.personId) !== share.percent) put('shares', { id, ...share });
      for (const personId of known.keys())
        if (!shares.some((share) => share.personId === personId)) put('gone_shares', { id, personId });
    }
    if (entity === 'transfer' && after) {
      const { id, items, consents } = after;
      if (!before) items.forEach((item, order) => put('transfer_items', { ...item, transferId: id, order }));
      for (const personId of consents) if (!before?.consents.includes(personId)) put('consents', { id, personId });
    }
    for (const [part, row] of handoverRows(change)) put(part, row);
    if (entity === 'duty' && after) {
      const { id, schedules } = after;
      const known = new Map((before?.schedules ?? []).map((schedule) => [schedule.from, JSON.stringify(schedule)]));
      for (const schedule of schedules)
        if (known.get(schedule.from) !== JSON.stringify(schedule)) put('schedules', { id, ...schedule });
      for (const from of known.keys())
        if (!schedules.some((schedule) => schedule.from === from)) put('gone_schedules', { id, from });
    }
  }
  return rows;
};

const removable = ['area', 'occurrence', 'absence', 'note', 'deadlineWork', 'overload', 'leaveIntent'] as const;
const isRemovable = (entity: Entity): entity is (typeof removable)[number] =>
  removable.some((known) => known === entity);

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
  /** Of `changes`, those that the feed tells and that the caller wrote: rows that go from team to team. */
  moved?: ReadonlySet<RowChange>;
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
  const { changes, moved, action, answer } = command;
  const written = moved ? changes.filter((change) => !moved.has(change)) : changes;
  // Of what goes to another team the responsibility alone is traced: nobody took or left what hangs on it.
  const traced = changes.filter((change) => !moved?.has(change) || change.entity === 'responsibility');
  const traces = [...traceMembership(action, changes), ...traceResponsibilities(action, traced)];
  const subjects = traces.length > 0 ? traces : [{ subjectId: command.teamId, detail: {} }];
  // Of some kinds no entry is kept; then the row tells who and on which day.
  const rows: RowsByPart = {
    ...rowsByPart(written, command.today),
    ...(isAudited(action)
      ? { audit: subjects.map(({ subjectId, detail }) => ({ id: command.newId(), subjectId, detail })) }
      : {}),
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
