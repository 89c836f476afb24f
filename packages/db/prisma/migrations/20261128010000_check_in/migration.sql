-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mailboxProvenOn" DATE;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "addedBy" UUID;
-- Whoever acts in the transaction, however the row is made; nobody known for rows that were there. For rosters, which say it.
ALTER TABLE "Membership" ALTER COLUMN "addedBy" SET DEFAULT nullif(current_setting('app.person', true), '')::uuid;

-- CreateTable
CREATE TABLE "RosterWindow" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "first" INTEGER NOT NULL,
    "announcedOn" DATE NOT NULL,

    CONSTRAINT "RosterWindow_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Epoch" (
    "organisationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "windowId" UUID NOT NULL,
    "publicKey" BYTEA,
    "closed" BOOLEAN NOT NULL,

    CONSTRAINT "Epoch_pkey" PRIMARY KEY ("organisationId","number")
);

-- CreateTable
CREATE TABLE "Cell" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "windowId" UUID NOT NULL,

    CONSTRAINT "Cell_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "CellTeam" (
    "organisationId" UUID NOT NULL,
    "windowId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "cellId" UUID NOT NULL,

    CONSTRAINT "CellTeam_pkey" PRIMARY KEY ("organisationId","windowId","teamId")
);

-- CreateTable
CREATE TABLE "CellMember" (
    "organisationId" UUID NOT NULL,
    "windowId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "cellId" UUID NOT NULL,
    "teamId" UUID NOT NULL,

    CONSTRAINT "CellMember_pkey" PRIMARY KEY ("organisationId","windowId","personId")
);

-- CreateTable
CREATE TABLE "Answer" (
    "organisationId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("organisationId","epoch","personId","statement")
);

-- CreateTable
CREATE TABLE "Release" (
    "organisationId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "cellId" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "band" TEXT,
    "publishesAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("organisationId","epoch","cellId","measure")
);

-- CreateTable
CREATE TABLE "SharedAnswer" (
    "organisationId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "publishesAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedAnswer_pkey" PRIMARY KEY ("organisationId","epoch","personId","statement")
);

-- CreateIndex
CREATE UNIQUE INDEX "RosterWindow_organisationId_first_key" ON "RosterWindow"("organisationId", "first");

-- CreateIndex
CREATE UNIQUE INDEX "Cell_organisationId_windowId_id_key" ON "Cell"("organisationId", "windowId", "id");

-- CreateIndex
CREATE INDEX "CellTeam_organisationId_cellId_idx" ON "CellTeam"("organisationId", "cellId");

-- CreateIndex
CREATE INDEX "CellTeam_organisationId_teamId_idx" ON "CellTeam"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "CellMember_organisationId_cellId_idx" ON "CellMember"("organisationId", "cellId");

-- CreateIndex
CREATE INDEX "CellMember_organisationId_personId_idx" ON "CellMember"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Release_organisationId_cellId_idx" ON "Release"("organisationId", "cellId");

-- CreateIndex
CREATE INDEX "SharedAnswer_organisationId_teamId_idx" ON "SharedAnswer"("organisationId", "teamId");

-- AddForeignKey
ALTER TABLE "RosterWindow" ADD CONSTRAINT "RosterWindow_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Epoch" ADD CONSTRAINT "Epoch_organisationId_windowId_fkey" FOREIGN KEY ("organisationId", "windowId") REFERENCES "RosterWindow"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cell" ADD CONSTRAINT "Cell_organisationId_windowId_fkey" FOREIGN KEY ("organisationId", "windowId") REFERENCES "RosterWindow"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellTeam" ADD CONSTRAINT "CellTeam_organisationId_windowId_cellId_fkey" FOREIGN KEY ("organisationId", "windowId", "cellId") REFERENCES "Cell"("organisationId", "windowId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellTeam" ADD CONSTRAINT "CellTeam_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellMember" ADD CONSTRAINT "CellMember_organisationId_windowId_cellId_fkey" FOREIGN KEY ("organisationId", "windowId", "cellId") REFERENCES "Cell"("organisationId", "windowId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellMember" ADD CONSTRAINT "CellMember_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellMember" ADD CONSTRAINT "CellMember_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_organisationId_epoch_fkey" FOREIGN KEY ("organisationId", "epoch") REFERENCES "Epoch"("organisationId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_organisationId_epoch_fkey" FOREIGN KEY ("organisationId", "epoch") REFERENCES "Epoch"("organisationId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_organisationId_cellId_fkey" FOREIGN KEY ("organisationId", "cellId") REFERENCES "Cell"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAnswer" ADD CONSTRAINT "SharedAnswer_organisationId_epoch_fkey" FOREIGN KEY ("organisationId", "epoch") REFERENCES "Epoch"("organisationId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAnswer" ADD CONSTRAINT "SharedAnswer_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAnswer" ADD CONSTRAINT "SharedAnswer_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Numbers and lengths stay within what they mean. Every sealed answer is as long as every other.

ALTER TABLE "Epoch"
  ADD CONSTRAINT "Epoch_key_length" CHECK (octet_length("publicKey") = 32),
  ADD CONSTRAINT "Epoch_open_has_key" CHECK ("closed" OR "publicKey" IS NOT NULL);

ALTER TABLE "Answer"
  ADD CONSTRAINT "Answer_statement" CHECK ("statement" IN ('fits', 'overview', 'core', 'help', 'learn')),
  ADD CONSTRAINT "Answer_length" CHECK (octet_length("sealed") = 50);

ALTER TABLE "Release"
  ADD CONSTRAINT "Release_measure" CHECK ("measure" IN ('fits', 'overview', 'core', 'help', 'learn', 'load:0', 'load:1', 'load:2')),
  ADD CONSTRAINT "Release_band" CHECK ("band" IN ('light', 'middle', 'heavy'));

ALTER TABLE "SharedAnswer" ADD CONSTRAINT "SharedAnswer_value" CHECK ("value" BETWEEN 1 AND 5);

-- What was published stays as it was, until the whole organisation goes; and what closed stays closed.

CREATE FUNCTION refuse_release_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE remains boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I."Organisation" WHERE "id" = $1)', TG_TABLE_SCHEMA)
      INTO remains USING OLD."organisationId";
    IF NOT remains THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% keeps its rows as they are', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "Release_is_never_rewritten" BEFORE UPDATE OR DELETE ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_release_change();
CREATE TRIGGER "Release_is_never_emptied" BEFORE TRUNCATE ON "Release"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'An epoch that closed stays closed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "Epoch_never_reopens" BEFORE UPDATE ON "Epoch"
  FOR EACH ROW WHEN (OLD."closed" OR OLD."publicKey" IS DISTINCT FROM NEW."publicKey" OR OLD."windowId" <> NEW."windowId")
  EXECUTE FUNCTION refuse_reopening();

-- Rights. roer_release makes rosters, epochs and releases, and reads answers. Of people and of their work it reads what that
-- takes, and no name or title. roer_app reads what was made, and of answers only which there are.

GRANT SELECT ON "Organisation", "Domain", "Team", "TeamPlacement", "Membership", "MembershipHours", "Appointment",
  "ResponsibilityHours", "Assignment" TO roer_release;
GRANT SELECT ("organisationId", "id", "mailboxProvenOn", "erasedAt") ON "Person" TO roer_release;
GRANT SELECT ("organisationId", "id", "teamId", "closedOn") ON "Responsibility" TO roer_release;
GRANT SELECT ("organisationId", "teamId", "due", "likelyMinutes", "doneOn") ON "DeadlineWork" TO roer_release;
GRANT SELECT, INSERT ON "RosterWindow", "Cell", "CellTeam", "CellMember", "Release", "SharedAnswer" TO roer_release;
GRANT SELECT, INSERT, UPDATE ON "Epoch" TO roer_release;
GRANT SELECT, INSERT, DELETE ON "Answer" TO roer_release;
GRANT EXECUTE ON FUNCTION organisations() TO roer_release;

GRANT SELECT ON "RosterWindow", "Epoch", "Cell", "CellTeam", "CellMember", "Release", "SharedAnswer" TO roer_app;
GRANT SELECT ("organisationId", "epoch", "personId", "statement"), UPDATE ("sealed") ON "Answer" TO roer_app;

-- Whose rows are whose.

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'RosterWindow', 'Epoch', 'Cell', 'CellTeam', 'CellMember', 'Answer', 'Release', 'SharedAnswer'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
  -- Nothing is served before its moment, and time comes from the caller: without it nothing is served at all.
  FOREACH tab IN ARRAY ARRAY['Release', 'SharedAnswer'] LOOP
    EXECUTE format(
      'CREATE POLICY published ON %I AS RESTRICTIVE FOR SELECT TO roer_app
         USING ("publishesAt" <= to_timestamp(nullif(current_setting(''app.now'', true), '''')::double precision / 1000))', tab);
  END LOOP;
END $$;

CREATE POLICY own_person ON "Answer" AS RESTRICTIVE TO roer_app
  USING ("personId" = nullif(current_setting('app.person', true), '')::uuid)
  WITH CHECK ("personId" = nullif(current_setting('app.person', true), '')::uuid);

-- Writes the own answers of an epoch again as they are: whoever looks leaves the same traces in the table as whoever answers.
CREATE FUNCTION rewrite_own_answers(which integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  UPDATE "Answer" SET "sealed" = "sealed"
  WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid
    AND "personId" = nullif(current_setting('app.person', true), '')::uuid AND "epoch" = which;
END;

REVOKE ALL ON FUNCTION refuse_release_change(), refuse_reopening(), rewrite_own_answers(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rewrite_own_answers(integer) TO roer_app;
