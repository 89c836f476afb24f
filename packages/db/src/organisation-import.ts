import type { LocalDate } from '@roer/domain/dates';
import type { CommandId, OrganisationId, PersonId } from '@roer/domain/ids';
import type { ImportCounts, ImportKind } from '@roer/domain/organisation/import-fields';
import type { Transaction } from './organisation-transaction.ts';
import type { Statements } from './statements.ts';

// One statement for a part of the rows, however many there are: $1 the organisation, $2 the rows as JSON, $3 today where it is needed.
// `WHERE true` tells PostgreSQL that ON CONFLICT is not a join.
const statementOf = {
  people: `INSERT INTO "Person" ("organisationId", "id", "name", "email")
    SELECT $1::uuid, r."id", r."name", r."email" FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "name" text, "email" text)`,
  names: `UPDATE "Person" p SET "name" = r."name" FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "name" text)
    WHERE p."organisationId" = $1::uuid AND p."id" = r."id"`,
  memberships: `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "until", "home")
    SELECT $1::uuid, r."id", r."personId", r."teamId", r."from", NULL, r."home" FROM jsonb_to_recordset($2::jsonb)
      AS r("id" uuid, "personId" uuid, "teamId" uuid, "from" date, "home" boolean)`,
  homes: `UPDATE "Membership" m SET "home" = r."home" FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "home" boolean)
    WHERE m."organisationId" = $1::uuid AND m."id" = r."id"`,
  memberHours: `INSERT INTO "MembershipHours" ("organisationId", "membershipId", "from", "minutesByWeekday")
    SELECT $1::uuid, r."membershipId", r."from", r."minutesByWeekday" FROM jsonb_to_recordset($2::jsonb)
      AS r("membershipId" uuid, "from" date, "minutesByWeekday" int[])
    WHERE true
    ON CONFLICT ("organisationId", "membershipId", "from") DO UPDATE SET "minutesByWeekday" = excluded."minutesByWeekday"`,
  areas: `INSERT INTO "Area" ("organisationId", "id", "teamId", "name", "order")
    SELECT $1::uuid, r."id", r."teamId", r."name", r."order" FROM jsonb_to_recordset($2::jsonb)
      AS r("id" uuid, "teamId" uuid, "name" text, "order" int)`,
  responsibilities: `INSERT INTO "Responsibility" ("organisationId", "id", "teamId", "areaId", "catalogueItemId", "title", "purpose",
      "criticality", "openedOn", "editedOn", "closedOn", "version")
    SELECT $1::uuid, r."id", r."teamId", r."areaId", NULL, r."title", r."purpose", r."criticality", $3::date, $3::date, NULL, 1
    FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "teamId" uuid, "areaId" uuid, "title" text, "purpose" text, "criticality" int)`,
  edits: `UPDATE "Responsibility" s SET "areaId" = r."areaId", "title" = r."title", "purpose" = r."purpose",
      "criticality" = r."criticality", "editedOn" = $3::date, "version" = s."version" + 1
    FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "areaId" uuid, "title" text, "purpose" text, "criticality" int)
    WHERE s."organisationId" = $1::uuid AND s."id" = r."id"`,
  hours: `INSERT INTO "ResponsibilityHours" ("organisationId", "responsibilityId", "from", "minutesAWeek", "season")
    SELECT $1::uuid, r."responsibilityId", $3::date, r."minutesAWeek", r."season" FROM jsonb_to_recordset($2::jsonb)
      AS r("responsibilityId" uuid, "minutesAWeek" int, "season" int[])
    WHERE true
    ON CONFLICT ("organisationId", "responsibilityId", "from")
    DO UPDATE SET "minutesAWeek" = excluded."minutesAWeek", "season" = excluded."season"`,
  assignments: `INSERT INTO "Assignment" ("organisationId", "id", "teamId", "responsibilityId", "personId", "role", "sharePercent", "from", "until")
    SELECT $1::uuid, r."id", r."teamId", r."responsibilityId", r."personId", r."role"::"AssignmentRole", r."sharePercent", $3::date, NULL
    FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "teamId" uuid, "responsibilityId" uuid, "personId" uuid, "role" text,
      "sharePercent" int)`,
  shares: `UPDATE "Assignment" a SET "sharePercent" = r."sharePercent"
    FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "sharePercent" int)
    WHERE a."organisationId" = $1::uuid AND a."id" = r."id"`,
} as const;
export type ImportPart = keyof typeof statementOf;
/** In the order in which they are written, that of the literal: what is pointed at comes first. */
export const importParts = Object.keys(statementOf) as ImportPart[];

/** Writes rows of one part, given as JSON. Throws PostgreSQL's 23505 and 23P01 when they are not what the plan saw. */
export const saveImportRows = async (
  statements: Statements,
  rows: { organisationId: OrganisationId; today: LocalDate; part: ImportPart; json: string },
): Promise<void> => {
  const text = statementOf[rows.part];
  const values = [rows.organisationId, rows.json, rows.today];
  await statements.query({ text, values: text.includes('$3') ? values : values.slice(0, 2) });
};

/** Keeps that there was an import, with its counts only. `source` is the kind of file. */
export const insertFileImport = async (
  transaction: Transaction,
  run: {
    organisationId: OrganisationId;
    id: string;
    kind: ImportKind;
    source: 'csv' | 'xlsx';
    digest: string;
    counts: ImportCounts;
    by: PersonId;
    /** Epoch milliseconds. */
    at: number;
  },
): Promise<void> => {
  await transaction.importRun.create({ data: { ...run, at: new Date(run.at) } });
};

/** What an import that was done answered; null when it was not done. */
export const readImportAnswer = async (
  transaction: Transaction,
  { personId, commandId, procedure }: { personId: PersonId; commandId: CommandId; procedure: string },
): Promise<ImportCounts | null> => {
  const row = await transaction.command.findFirst({
    where: { personId, commandId, procedure },
    select: { result: true },
  });
  // Only that procedure writes it.
  return row && (row.result as ImportCounts);
};
