-- CreateTable
CREATE TABLE "IntervisieRoom" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "caseOwner" UUID NOT NULL,
    "facilitator" UUID,
    "timekeeper" UUID,
    "people" UUID[],
    "minutes" INTEGER[],
    "madeAt" BIGINT NOT NULL,
    "phase" INTEGER,
    "startedAt" BIGINT,
    "lengths" INTEGER[],
    "pausedAt" BIGINT,
    "goneAt" BIGINT NOT NULL,

    CONSTRAINT "IntervisieRoom_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "RoomNote" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "phase" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "RoomNote_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "KeptNotes" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "keptOn" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "KeptNotes_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "FacilitatorTurn" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "lastOn" DATE NOT NULL,

    CONSTRAINT "FacilitatorTurn_pkey" PRIMARY KEY ("organisationId","teamId","personId")
);

-- CreateIndex
CREATE INDEX "IntervisieRoom_organisationId_teamId_idx" ON "IntervisieRoom"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "IntervisieRoom_organisationId_caseOwner_idx" ON "IntervisieRoom"("organisationId", "caseOwner");

-- CreateIndex
CREATE INDEX "IntervisieRoom_organisationId_facilitator_idx" ON "IntervisieRoom"("organisationId", "facilitator");

-- CreateIndex
CREATE INDEX "IntervisieRoom_organisationId_timekeeper_idx" ON "IntervisieRoom"("organisationId", "timekeeper");

-- CreateIndex
CREATE INDEX "IntervisieRoom_organisationId_goneAt_idx" ON "IntervisieRoom"("organisationId", "goneAt");

-- CreateIndex
CREATE INDEX "RoomNote_organisationId_personId_idx" ON "RoomNote"("organisationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomNote_organisationId_roomId_number_key" ON "RoomNote"("organisationId", "roomId", "number");

-- CreateIndex
CREATE INDEX "KeptNotes_organisationId_personId_idx" ON "KeptNotes"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "FacilitatorTurn_organisationId_personId_idx" ON "FacilitatorTurn"("organisationId", "personId");

-- AddForeignKey
ALTER TABLE "IntervisieRoom" ADD CONSTRAINT "IntervisieRoom_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntervisieRoom" ADD CONSTRAINT "IntervisieRoom_organisationId_caseOwner_fkey" FOREIGN KEY ("organisationId", "caseOwner") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntervisieRoom" ADD CONSTRAINT "IntervisieRoom_organisationId_facilitator_fkey" FOREIGN KEY ("organisationId", "facilitator") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntervisieRoom" ADD CONSTRAINT "IntervisieRoom_organisationId_timekeeper_fkey" FOREIGN KEY ("organisationId", "timekeeper") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomNote" ADD CONSTRAINT "RoomNote_organisationId_roomId_fkey" FOREIGN KEY ("organisationId", "roomId") REFERENCES "IntervisieRoom"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomNote" ADD CONSTRAINT "RoomNote_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptNotes" ADD CONSTRAINT "KeptNotes_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FacilitatorTurn" ADD CONSTRAINT "FacilitatorTurn_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FacilitatorTurn" ADD CONSTRAINT "FacilitatorTurn_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "IntervisieRoom"
  ALTER COLUMN "people" SET NOT NULL,
  ALTER COLUMN "minutes" SET NOT NULL,
  ALTER COLUMN "lengths" SET NOT NULL,
  ADD CONSTRAINT "IntervisieRoom_people" CHECK (cardinality("people") <= 20),
  ADD CONSTRAINT "IntervisieRoom_minutes" CHECK (cardinality("minutes") = 5 AND 1 <= ALL ("minutes") AND 60 >= ALL ("minutes")),
  ADD CONSTRAINT "IntervisieRoom_clock" CHECK (("phase" IS NULL) = ("startedAt" IS NULL)
    AND cardinality("lengths") = CASE WHEN "phase" IS NULL THEN 0 ELSE 5 END
    AND "phase" BETWEEN 0 AND 5 AND ("pausedAt" IS NULL OR "phase" IS NOT NULL));
ALTER TABLE "RoomNote" ADD CONSTRAINT "RoomNote_phase" CHECK ("phase" BETWEEN 0 AND 4);

-- Rights, and whose rows are whose. What the application runs without a person, such as a job, sees what has to go and nothing else.

GRANT SELECT, INSERT, DELETE ON "IntervisieRoom", "RoomNote", "KeptNotes" TO roer_app;
GRANT UPDATE ("facilitator", "timekeeper", "people", "phase", "startedAt", "lengths", "pausedAt", "goneAt") ON "IntervisieRoom" TO roer_app;
GRANT SELECT, INSERT ON "FacilitatorTurn" TO roer_app;
GRANT UPDATE ("lastOn") ON "FacilitatorTurn" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['IntervisieRoom', 'RoomNote', 'KeptNotes', 'FacilitatorTurn'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

-- Until it begins the team may come in; then it is of who was in it, as long as they are in the team.
CREATE POLICY in_the_room ON "IntervisieRoom" AS RESTRICTIVE FOR SELECT
  USING ("caseOwner" = told_person()
    OR (("phase" IS NULL OR told_person() = ANY ("people")) AND is_member_on(told_person(), "teamId", told_day()))
    OR (told_person() IS NULL AND "goneAt" <= nullif(current_setting('app.now', true), '')::bigint));
CREATE POLICY own_made ON "IntervisieRoom" AS RESTRICTIVE FOR INSERT WITH CHECK ("caseOwner" = told_person());
CREATE POLICY changed_inside ON "IntervisieRoom" AS RESTRICTIVE FOR UPDATE
  USING ("caseOwner" = told_person()
    OR (("phase" IS NULL OR told_person() = ANY ("people")) AND is_member_on(told_person(), "teamId", told_day())));
CREATE POLICY own_removed ON "IntervisieRoom" AS RESTRICTIVE FOR DELETE
  USING ("caseOwner" = told_person()
    OR (told_person() IS NULL AND "goneAt" <= nullif(current_setting('app.now', true), '')::bigint));

-- What was written is for who is in the room.
CREATE POLICY in_the_room ON "RoomNote" AS RESTRICTIVE FOR SELECT USING (EXISTS (SELECT FROM "IntervisieRoom" r
  WHERE r."organisationId" = "RoomNote"."organisationId" AND r."id" = "roomId" AND told_person() = ANY (r."people")));
CREATE POLICY own_made ON "RoomNote" AS RESTRICTIVE FOR INSERT WITH CHECK ("personId" = told_person()
  AND EXISTS (SELECT FROM "IntervisieRoom" r WHERE r."organisationId" = "RoomNote"."organisationId" AND r."id" = "roomId"
    AND r."phase" IS NOT NULL AND told_person() = ANY (r."people")));
CREATE POLICY own_removed ON "RoomNote" AS RESTRICTIVE FOR DELETE USING ("personId" = told_person());

CREATE POLICY own_person ON "KeptNotes" AS RESTRICTIVE
  USING ("personId" = told_person()) WITH CHECK ("personId" = told_person());

CREATE POLICY in_the_team ON "FacilitatorTurn" AS RESTRICTIVE
  USING (told_person() IS NULL OR is_member_on(told_person(), "teamId", told_day()))
  WITH CHECK (told_person() IS NULL OR is_member_on(told_person(), "teamId", told_day()));
