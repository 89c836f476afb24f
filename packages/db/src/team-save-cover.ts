/** The parts of the statement that saves a command (`team-save.ts`) about how far people are and what they hand over. */
export const coverParts = {
  new_coverLevel: `INSERT INTO "CoverLevel" ("organisationId", "id", "teamId", "responsibilityId", "personId", "number", "level", "state",
    "proposedOn", "confirmedBy", "confirmedOn", "exercisedOn")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."personId", r."number", r."level"::"CoverLevelName",
    r."state"::"CoverLevelState", r."proposedOn", r."confirmedBy", r."confirmedOn", r."exercisedOn"
  FROM jsonb_to_recordset($3::jsonb->'new_coverLevel') AS r("id" uuid, "responsibilityId" uuid, "personId" uuid, "number" int, "level" text,
    "state" text, "proposedOn" date, "confirmedBy" uuid, "confirmedOn" date, "exercisedOn" date)`,
  old_coverLevel: `UPDATE "CoverLevel" c SET "state" = r."state"::"CoverLevelState", "confirmedBy" = r."confirmedBy",
    "confirmedOn" = r."confirmedOn", "exercisedOn" = r."exercisedOn"
  FROM jsonb_to_recordset($3::jsonb->'old_coverLevel') AS r("id" uuid, "state" text, "confirmedBy" uuid, "confirmedOn" date,
    "exercisedOn" date)
  WHERE c."organisationId" = $1::uuid AND c."teamId" = $2::uuid AND c."id" = r."id"`,
  new_leaveIntent: `INSERT INTO "LeaveIntent" ("organisationId", "id", "teamId", "responsibilityId", "personId", "before")
  SELECT $1::uuid, r."id", $2::uuid, r."responsibilityId", r."personId", r."before"
  FROM jsonb_to_recordset($3::jsonb->'new_leaveIntent') AS r("id" uuid, "responsibilityId" uuid, "personId" uuid, "before" date)`,
  old_leaveIntent: `UPDATE "LeaveIntent" l SET "before" = r."before"
  FROM jsonb_to_recordset($3::jsonb->'old_leaveIntent') AS r("id" uuid, "before" date)
  WHERE l."organisationId" = $1::uuid AND l."teamId" = $2::uuid AND l."id" = r."id"`,
  gone_leaveIntent: `DELETE FROM "LeaveIntent" l USING jsonb_to_recordset($3::jsonb->'gone_leaveIntent') AS r("id" uuid)
  WHERE l."organisationId" = $1::uuid AND l."teamId" = $2::uuid AND l."id" = r."id"`,
} as const;
