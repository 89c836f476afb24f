-- CreateEnum
CREATE TYPE "TransferState" AS ENUM ('open', 'agreed', 'withdrawn');

-- CreateEnum
CREATE TYPE "OverloadKind" AS ENUM ('dropped', 'moved', 'accepted');

-- CreateEnum
CREATE TYPE "ObstacleState" AS ENUM ('open', 'answered', 'withdrawn');

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "ownHolidays" DATE[] DEFAULT ARRAY[]::DATE[];

-- AlterTable
ALTER TABLE "Responsibility" ADD COLUMN     "organising" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "DeadlineWork" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "earliestStart" DATE NOT NULL,
    "due" DATE NOT NULL,
    "leastMinutes" INTEGER NOT NULL,
    "likelyMinutes" INTEGER NOT NULL,
    "mostMinutes" INTEGER NOT NULL,
    "doneOn" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "DeadlineWork_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "DeadlineShare" (
    "organisationId" UUID NOT NULL,
    "workId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "percent" INTEGER NOT NULL,

    CONSTRAINT "DeadlineShare_pkey" PRIMARY KEY ("organisationId","workId","personId")
);

-- CreateTable
CREATE TABLE "Transfer" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "proposedBy" UUID NOT NULL,
    "madeOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "state" "TransferState" NOT NULL,

    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "TransferItem" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "transferId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "assignmentId" UUID,
    "workId" UUID,
    "sharePercent" INTEGER NOT NULL,
    "giver" UUID NOT NULL,
    "receiver" UUID NOT NULL,

    CONSTRAINT "TransferItem_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "TransferConsent" (
    "organisationId" UUID NOT NULL,
    "transferId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "TransferConsent_pkey" PRIMARY KEY ("organisationId","transferId","personId")
);

-- CreateTable
CREATE TABLE "Overload" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "monday" DATE NOT NULL,
    "kind" "OverloadKind" NOT NULL,
    "responsibilityId" UUID,
    "on" DATE NOT NULL,

    CONSTRAINT "Overload_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "OrganisingWeek" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isoMonday" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "OrganisingWeek_pkey" PRIMARY KEY ("organisationId","personId","isoMonday")
);

-- CreateTable
CREATE TABLE "Obstacle" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "submittedBy" UUID NOT NULL,
    "addressedTo" UUID NOT NULL,
    "raisedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "ObstacleState" NOT NULL,
    "answeredBy" UUID,
    "answer" TEXT,
    "answeredOn" DATE,

    CONSTRAINT "Obstacle_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "DeadlineWork_organisationId_teamId_idx" ON "DeadlineWork"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "DeadlineWork_organisationId_responsibilityId_idx" ON "DeadlineWork"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "DeadlineShare_organisationId_personId_idx" ON "DeadlineShare"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Transfer_organisationId_teamId_state_idx" ON "Transfer"("organisationId", "teamId", "state");

-- CreateIndex
CREATE INDEX "TransferItem_organisationId_transferId_idx" ON "TransferItem"("organisationId", "transferId");

-- CreateIndex
CREATE INDEX "TransferItem_organisationId_responsibilityId_idx" ON "TransferItem"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "TransferItem_organisationId_workId_idx" ON "TransferItem"("organisationId", "workId");

-- CreateIndex
CREATE INDEX "Overload_organisationId_teamId_monday_idx" ON "Overload"("organisationId", "teamId", "monday");

-- CreateIndex
CREATE INDEX "Overload_organisationId_personId_idx" ON "Overload"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Obstacle_organisationId_teamId_idx" ON "Obstacle"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Obstacle_organisationId_addressedTo_idx" ON "Obstacle"("organisationId", "addressedTo");

-- CreateIndex
CREATE INDEX "Obstacle_organisationId_answeredBy_idx" ON "Obstacle"("organisationId", "answeredBy");

-- AddForeignKey
ALTER TABLE "DeadlineWork" ADD CONSTRAINT "DeadlineWork_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineWork" ADD CONSTRAINT "DeadlineWork_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineShare" ADD CONSTRAINT "DeadlineShare_organisationId_workId_fkey" FOREIGN KEY ("organisationId", "workId") REFERENCES "DeadlineWork"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferItem" ADD CONSTRAINT "TransferItem_organisationId_transferId_fkey" FOREIGN KEY ("organisationId", "transferId") REFERENCES "Transfer"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferItem" ADD CONSTRAINT "TransferItem_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferItem" ADD CONSTRAINT "TransferItem_organisationId_workId_fkey" FOREIGN KEY ("organisationId", "workId") REFERENCES "DeadlineWork"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferConsent" ADD CONSTRAINT "TransferConsent_organisationId_transferId_fkey" FOREIGN KEY ("organisationId", "transferId") REFERENCES "Transfer"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Overload" ADD CONSTRAINT "Overload_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisingWeek" ADD CONSTRAINT "OrganisingWeek_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obstacle" ADD CONSTRAINT "Obstacle_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obstacle" ADD CONSTRAINT "Obstacle_organisationId_addressedTo_fkey" FOREIGN KEY ("organisationId", "addressedTo") REFERENCES "Person"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obstacle" ADD CONSTRAINT "Obstacle_organisationId_answeredBy_fkey" FOREIGN KEY ("organisationId", "answeredBy") REFERENCES "Person"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Numbers and dates stay within what they mean.

ALTER TABLE "DeadlineWork"
  ADD CONSTRAINT "DeadlineWork_ends_after_start" CHECK ("due" >= "earliestStart"),
  ADD CONSTRAINT "DeadlineWork_minutes" CHECK (
    0 <= "leastMinutes" AND "leastMinutes" <= "likelyMinutes" AND "likelyMinutes" <= "mostMinutes");
ALTER TABLE "DeadlineShare" ADD CONSTRAINT "DeadlineShare_percent" CHECK ("percent" BETWEEN 1 AND 100);
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_ends_after_start" CHECK ("until" > "from");
ALTER TABLE "TransferItem"
  ADD CONSTRAINT "TransferItem_share" CHECK ("sharePercent" BETWEEN 1 AND 100),
  ADD CONSTRAINT "TransferItem_between_two" CHECK ("giver" <> "receiver"),
  ADD CONSTRAINT "TransferItem_one_thing" CHECK (("assignmentId" IS NULL) <> ("workId" IS NULL));
ALTER TABLE "Overload" ADD CONSTRAINT "Overload_week" CHECK (extract(isodow FROM "monday") = 1);
ALTER TABLE "OrganisingWeek"
  ADD CONSTRAINT "OrganisingWeek_week" CHECK (extract(isodow FROM "isoMonday") = 1),
  ADD CONSTRAINT "OrganisingWeek_minutes" CHECK ("minutes" BETWEEN 0 AND 7 * 24 * 60);
ALTER TABLE "Obstacle"
  ADD CONSTRAINT "Obstacle_due" CHECK ("dueOn" > "raisedOn"),
  ADD CONSTRAINT "Obstacle_answered" CHECK (
    ("state" = 'answered') = ("answer" IS NOT NULL)
    AND ("answer" IS NULL) = ("answeredBy" IS NULL) AND ("answer" IS NULL) = ("answeredOn" IS NULL));

-- Rights, and whose rows are whose.

GRANT SELECT, INSERT, UPDATE, DELETE ON "DeadlineWork", "DeadlineShare", "Transfer", "Overload", "OrganisingWeek", "Obstacle" TO roer_app;
GRANT SELECT, INSERT ON "TransferItem", "TransferConsent" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'DeadlineWork', 'DeadlineShare', 'Transfer', 'TransferItem', 'TransferConsent', 'Overload', 'OrganisingWeek', 'Obstacle'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
  -- What somebody estimates of their own week is read by themselves alone.
  CREATE POLICY own_person ON "OrganisingWeek" AS RESTRICTIVE
    USING ("personId" = nullif(current_setting('app.person', true), '')::uuid)
    WITH CHECK ("personId" = nullif(current_setting('app.person', true), '')::uuid);
END $$;
