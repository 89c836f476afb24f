import type { RowChange } from '@roer/domain/feed';
import { sameRow } from '@roer/domain/same-row';

/** The parts of the statement that saves a command (`team-save.ts`) about handovers and duos. */
export const handoverParts = {
  new_handover: `INSERT INTO "Handover" ("organisationId", "id", "teamId", "responsibilityId", "assignmentId", "giver", "receiver", "before",
    "state", "madeOn", "closedOn")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."assignmentId", r."giver", r."receiver", r."before",
    r."state"::"HandoverState", r."madeOn", r."closedOn"
  FROM jsonb_to_recordset($3::jsonb->'new_handover') AS r("id" uuid, "responsibilityId" uuid, "assignmentId" uuid, "giver" uuid,
    "receiver" uuid, "before" date, "state" text, "madeOn" date, "closedOn" date)`,
  old_handover: `UPDATE "Handover" h SET "receiver" = r."receiver", "before" = r."before", "state" = r."state"::"HandoverState",
    "closedOn" = r."closedOn"
  FROM jsonb_to_recordset($3::jsonb->'old_handover') AS r("id" uuid, "receiver" uuid, "before" date, "state" text, "closedOn" date)
  WHERE h."organisationId" = $1::uuid AND h."teamId" = $2::uuid AND h."id" = r."id"`,
  gone_items: `DELETE FROM "HandoverItem" i USING jsonb_to_recordset($3::jsonb->'gone_items') AS r("handoverId" uuid, "id" uuid)
  WHERE i."organisationId" = $1::uuid AND i."handoverId" = r."handoverId" AND i."id" = r."id"`,
  items: `INSERT INTO "HandoverItem" ("organisationId", "handoverId", "id", "kind", "subjectId", "text", "byGiver", "byReceiver", "version")
  SELECT $1::uuid, r."handoverId", r."id", r."kind"::"HandoverItemKind", r."subjectId", r."text", r."byGiver", r."byReceiver", r."version"
  FROM jsonb_to_recordset($3::jsonb->'items') AS r("handoverId" uuid, "id" uuid, "kind" text, "subjectId" uuid, "text" text,
    "byGiver" boolean, "byReceiver" boolean, "version" int)
  ON CONFLICT ("organisationId", "handoverId", "id") DO UPDATE SET "kind" = excluded."kind", "text" = excluded."text",
    "byGiver" = excluded."byGiver", "byReceiver" = excluded."byReceiver", "version" = excluded."version"`,
  new_duo: `INSERT INTO "Duo" ("organisationId", "id", "teamId", "responsibilityId", "giver", "receiver", "proposedBy", "state", "madeOn",
    "endedOn")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."giver", r."receiver", r."proposedBy", r."state"::"DuoState", r."madeOn",
    r."endedOn"
  FROM jsonb_to_recordset($3::jsonb->'new_duo') AS r("id" uuid, "responsibilityId" uuid, "giver" uuid, "receiver" uuid,
    "proposedBy" uuid, "state" text, "madeOn" date, "endedOn" date)`,
  old_duo: `UPDATE "Duo" d SET "state" = r."state"::"DuoState", "endedOn" = r."endedOn"
  FROM jsonb_to_recordset($3::jsonb->'old_duo') AS r("id" uuid, "state" text, "endedOn" date)
  WHERE d."organisationId" = $1::uuid AND d."teamId" = $2::uuid AND d."id" = r."id"`,
  sessions: `INSERT INTO "DuoSession" ("organisationId", "duoId", "number", "plannedOn", "heldOn", "noteId")
  SELECT $1::uuid, r."duoId", r."number", r."plannedOn", r."heldOn", r."noteId"
  FROM jsonb_to_recordset($3::jsonb->'sessions') AS r("duoId" uuid, "number" int, "plannedOn" date, "heldOn" date, "noteId" uuid)
  ON CONFLICT ("organisationId", "duoId", "number") DO UPDATE SET "plannedOn" = excluded."plannedOn", "heldOn" = excluded."heldOn",
    "noteId" = excluded."noteId"`,
} as const;

/** What a change needs beside its own row: lines and sessions that are new or other than before, and lines that are gone. */
export const handoverRows = ({ entity, before, after }: RowChange): ['items' | 'gone_items' | 'sessions', object][] => {
  if (entity === 'handover' && after) {
    const { id: handoverId, items } = after;
    const known = new Map((before?.items ?? []).map((item) => [item.id, item]));
    const changed = items.filter((item) => !sameRow(known.get(item.id) ?? null, item));
    const gone = [...known.keys()].filter((id) => !items.some((item) => item.id === id));
    return [
      ...changed.map((item): ['items', object] => ['items', { handoverId, ...item }]),
      ...gone.map((id): ['gone_items', object] => ['gone_items', { handoverId, id }]),
    ];
  }
  if (entity === 'duo' && after)
    return after.sessions
      .filter((session, index) => !sameRow(before?.sessions[index] ?? null, session))
      .map((session): ['sessions', object] => ['sessions', { duoId: after.id, ...session }]);
  return [];
};
