-- CreateEnum
CREATE TYPE "HandoverState" AS ENUM ('open', 'accepted', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "HandoverItemKind" AS ENUM ('duty', 'note', 'link', 'deadlineWork', 'pitfall', 'other');

-- CreateEnum
CREATE TYPE "DuoState" AS ENUM ('proposed', 'running', 'ended', 'withdrawn');

-- CreateTable
CREATE TABLE "Handover" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "giver" UUID NOT NULL,
    "receiver" UUID,
    "before" DATE,
    "state" "HandoverState" NOT NULL,
    "madeOn" DATE NOT NULL,
    "closedOn" DATE,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "HandoverItem" (
    "organisationId" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "HandoverItemKind" NOT NULL,
    "subjectId" UUID,
    "text" TEXT NOT NULL,
    "byGiver" BOOLEAN NOT NULL,
    "byReceiver" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "HandoverItem_pkey" PRIMARY KEY ("organisationId","handoverId","id")
);

-- CreateTable
CREATE TABLE "Duo" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "giver" UUID NOT NULL,
    "receiver" UUID NOT NULL,
    "proposedBy" UUID NOT NULL,
    "state" "DuoState" NOT NULL,
    "madeOn" DATE NOT NULL,
    "endedOn" DATE,

    CONSTRAINT "Duo_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "DuoSession" (
    "organisationId" UUID NOT NULL,
    "duoId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "plannedOn" DATE,
    "heldOn" DATE,
    "noteId" UUID,

    CONSTRAINT "DuoSession_pkey" PRIMARY KEY ("organisationId","duoId","number")
);

-- CreateIndex
CREATE INDEX "Handover_organisationId_teamId_state_idx" ON "Handover"("organisationId", "teamId", "state");

-- CreateIndex
CREATE INDEX "Handover_organisationId_responsibilityId_idx" ON "Handover"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "Duo_organisationId_teamId_state_idx" ON "Duo"("organisationId", "teamId", "state");

-- CreateIndex
CREATE INDEX "Duo_organisationId_responsibilityId_idx" ON "Duo"("organisationId", "responsibilityId");

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverItem" ADD CONSTRAINT "HandoverItem_organisationId_handoverId_fkey" FOREIGN KEY ("organisationId", "handoverId") REFERENCES "Handover"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duo" ADD CONSTRAINT "Duo_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duo" ADD CONSTRAINT "Duo_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuoSession" ADD CONSTRAINT "DuoSession_organisationId_duoId_fkey" FOREIGN KEY ("organisationId", "duoId") REFERENCES "Duo"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is over has a day, and between one person nothing is handed over.

ALTER TABLE "Handover"
  ADD CONSTRAINT "Handover_between_two" CHECK ("giver" <> "receiver"),
  ADD CONSTRAINT "Handover_closed" CHECK (("state" = 'open') = ("closedOn" IS NULL));
ALTER TABLE "Duo"
  ADD CONSTRAINT "Duo_between_two" CHECK ("giver" <> "receiver"),
  ADD CONSTRAINT "Duo_proposed_by_one" CHECK ("proposedBy" IN ("giver", "receiver")),
  ADD CONSTRAINT "Duo_ended" CHECK (("state" IN ('proposed', 'running')) = ("endedOn" IS NULL));
ALTER TABLE "DuoSession" ADD CONSTRAINT "DuoSession_one_of_five" CHECK ("number" BETWEEN 1 AND 5);
-- An assignment is handed over once at a time.
CREATE UNIQUE INDEX "Handover_one_open" ON "Handover" ("organisationId", "assignmentId") WHERE "state" = 'open';

-- Rights, and whose rows are whose.

GRANT SELECT, INSERT, UPDATE, DELETE ON "HandoverItem" TO roer_app;
GRANT SELECT, INSERT, UPDATE ON "Handover", "Duo", "DuoSession" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['Handover', 'HandoverItem', 'Duo', 'DuoSession'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
END $$;
