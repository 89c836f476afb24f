-- CreateEnum
CREATE TYPE "DutyShift" AS ENUM ('none', 'previousWorkday');

-- CreateEnum
CREATE TYPE "OccurrenceState" AS ENUM ('open', 'done', 'skipped');

-- CreateEnum
CREATE TYPE "HelpKind" AS ENUM ('ask', 'offer');

-- CreateEnum
CREATE TYPE "HelpState" AS ENUM ('open', 'accepted', 'withdrawn');

-- AlterTable
ALTER TABLE "Offer" ADD COLUMN     "temporaryUntil" DATE,
ALTER COLUMN "toPersonId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Responsibility" ADD COLUMN     "editedOn" DATE;
UPDATE "Responsibility" SET "editedOn" = "openedOn";
ALTER TABLE "Responsibility" ALTER COLUMN "editedOn" SET NOT NULL;

-- CreateTable
CREATE TABLE "SeenUntil" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "SeenUntil_pkey" PRIMARY KEY ("organisationId","personId","feedId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("organisationId","personId")
);

-- CreateTable
CREATE TABLE "DigestSubscription" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "DigestSubscription_pkey" PRIMARY KEY ("organisationId","personId")
);

-- CreateTable
CREATE TABLE "DigestSent" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isoMonday" DATE NOT NULL,

    CONSTRAINT "DigestSent_pkey" PRIMARY KEY ("organisationId","personId","isoMonday")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "fromPersonId" UUID NOT NULL,
    "toPersonId" UUID NOT NULL,
    "sharePercent" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Duty" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "endedOn" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "DutySchedule" (
    "organisationId" UUID NOT NULL,
    "dutyId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "rrule" TEXT NOT NULL,
    "start" DATE NOT NULL,
    "dueTime" TEXT,
    "shift" "DutyShift" NOT NULL,

    CONSTRAINT "DutySchedule_pkey" PRIMARY KEY ("organisationId","dutyId","from")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "organisationId" UUID NOT NULL,
    "dutyId" UUID NOT NULL,
    "recurrenceDate" DATE NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "state" "OccurrenceState" NOT NULL,
    "movedTo" DATE,
    "reason" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("organisationId","dutyId","recurrenceDate")
);

-- CreateTable
CREATE TABLE "Absence" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("organisationId","teamId","id")
);

-- CreateTable
CREATE TABLE "Help" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "kind" "HelpKind" NOT NULL,
    "personId" UUID NOT NULL,
    "responsibilityId" UUID,
    "text" TEXT NOT NULL,
    "on" DATE,
    "minutes" INTEGER,
    "madeOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "state" "HelpState" NOT NULL,
    "acceptedBy" UUID,

    CONSTRAINT "Help_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Note" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "url" TEXT,
    "personId" UUID NOT NULL,
    "writtenOn" DATE NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "Delegation_organisationId_responsibilityId_idx" ON "Delegation"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "Delegation_organisationId_teamId_until_idx" ON "Delegation"("organisationId", "teamId", "until");

-- CreateIndex
CREATE INDEX "Duty_organisationId_teamId_idx" ON "Duty"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Duty_organisationId_responsibilityId_idx" ON "Duty"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "Occurrence_organisationId_teamId_recurrenceDate_idx" ON "Occurrence"("organisationId", "teamId", "recurrenceDate");

-- CreateIndex
CREATE INDEX "Occurrence_organisationId_responsibilityId_idx" ON "Occurrence"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "Absence_organisationId_personId_idx" ON "Absence"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Help_organisationId_teamId_expiresOn_idx" ON "Help"("organisationId", "teamId", "expiresOn");

-- CreateIndex
CREATE INDEX "Note_organisationId_teamId_idx" ON "Note"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Note_organisationId_responsibilityId_idx" ON "Note"("organisationId", "responsibilityId");

-- AddForeignKey
ALTER TABLE "SeenUntil" ADD CONSTRAINT "SeenUntil_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeenUntil" ADD CONSTRAINT "SeenUntil_organisationId_feedId_fkey" FOREIGN KEY ("organisationId", "feedId") REFERENCES "Feed"("organisationId", "ownerId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestSubscription" ADD CONSTRAINT "DigestSubscription_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestSent" ADD CONSTRAINT "DigestSent_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutySchedule" ADD CONSTRAINT "DutySchedule_organisationId_dutyId_fkey" FOREIGN KEY ("organisationId", "dutyId") REFERENCES "Duty"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_organisationId_dutyId_fkey" FOREIGN KEY ("organisationId", "dutyId") REFERENCES "Duty"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Numbers and dates stay within what they mean.

ALTER TABLE "Delegation"
  ADD CONSTRAINT "Delegation_ends_after_start" CHECK ("until" >= "from"),
  ADD CONSTRAINT "Delegation_share" CHECK ("sharePercent" BETWEEN 1 AND 100),
  ADD CONSTRAINT "Delegation_between_two" CHECK ("fromPersonId" <> "toPersonId");
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_asks_for_oneself" CHECK ("kind" = 'give' OR "toPersonId" IS NOT NULL);
ALTER TABLE "DutySchedule" ADD CONSTRAINT "DutySchedule_time" CHECK ("dueTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_has_a_meaning" CHECK ("state" <> 'open' OR "movedTo" IS NOT NULL);
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_ends_after_start" CHECK ("until" > "from");
ALTER TABLE "Help"
  ADD CONSTRAINT "Help_minutes" CHECK ("minutes" BETWEEN 1 AND 60 * 60),
  ADD CONSTRAINT "Help_accepted_by_somebody" CHECK (("state" = 'accepted') = ("acceptedBy" IS NOT NULL) AND "acceptedBy" <> "personId");
ALTER TABLE "Note" ADD CONSTRAINT "Note_address" CHECK ("url" ~ '^https?://');

-- Rights, and whose rows are whose.

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "Delegation", "Duty", "DutySchedule", "Occurrence", "Absence", "Help", "Note", "SeenUntil", "CalendarFeed", "DigestSubscription"
  TO roer_app;
GRANT SELECT, INSERT, DELETE ON "DigestSent" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'Delegation', 'Duty', 'DutySchedule', 'Occurrence', 'Absence', 'Help', 'Note', 'SeenUntil', 'CalendarFeed', 'DigestSubscription',
    'DigestSent'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
  -- How far somebody looked and where their calendar is, is read by themselves alone.
  FOREACH tab IN ARRAY ARRAY['SeenUntil', 'CalendarFeed'] LOOP
    EXECUTE format(
      'CREATE POLICY own_person ON %I AS RESTRICTIVE
         USING ("personId" = nullif(current_setting(''app.person'', true), '''')::uuid)
         WITH CHECK ("personId" = nullif(current_setting(''app.person'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

-- Whose calendar has this hash (SHA-256 of the token, hexadecimal); nobody's when it was revoked or the person was erased.
CREATE FUNCTION calendar_feed(token_hash text) RETURNS TABLE ("organisationId" uuid, "personId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT f."organisationId", f."personId"
  FROM "CalendarFeed" f
    JOIN "Person" p ON p."organisationId" = f."organisationId" AND p."id" = f."personId" AND p."erasedAt" IS NULL
  WHERE f."tokenHash" = token_hash;
END;
REVOKE ALL ON FUNCTION calendar_feed(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION calendar_feed(text) TO roer_app;
