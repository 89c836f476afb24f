-- CreateEnum
CREATE TYPE "CoverLevelName" AS ENUM ('observing', 'together', 'independent', 'teaching');

-- CreateEnum
CREATE TYPE "CoverLevelState" AS ENUM ('proposed', 'confirmed', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "CoverLevel" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "level" "CoverLevelName",
    "state" "CoverLevelState" NOT NULL,
    "proposedOn" DATE NOT NULL,
    "confirmedBy" UUID,
    "confirmedOn" DATE,
    "exercisedOn" DATE,

    CONSTRAINT "CoverLevel_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "LeaveIntent" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "before" DATE NOT NULL,

    CONSTRAINT "LeaveIntent_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "CoverLevel_organisationId_teamId_idx" ON "CoverLevel"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "CoverLevel_organisationId_personId_idx" ON "CoverLevel"("organisationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CoverLevel_organisationId_responsibilityId_personId_number_key" ON "CoverLevel"("organisationId", "responsibilityId", "personId", "number");

-- CreateIndex
CREATE INDEX "LeaveIntent_organisationId_teamId_idx" ON "LeaveIntent"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "LeaveIntent_organisationId_personId_idx" ON "LeaveIntent"("organisationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "LeaveIntent_organisationId_responsibilityId_personId_key" ON "LeaveIntent"("organisationId", "responsibilityId", "personId");

-- AddForeignKey
ALTER TABLE "CoverLevel" ADD CONSTRAINT "CoverLevel_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeaveIntent" ADD CONSTRAINT "LeaveIntent_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A step holds when somebody confirmed it, and of one person one step waits at most.

ALTER TABLE "CoverLevel"
  ADD CONSTRAINT "CoverLevel_number" CHECK ("number" > 0),
  ADD CONSTRAINT "CoverLevel_confirmed" CHECK (
    ("state" = 'confirmed') = ("confirmedBy" IS NOT NULL) AND ("confirmedBy" IS NULL) = ("confirmedOn" IS NULL)),
  ADD CONSTRAINT "CoverLevel_proposal" CHECK ("level" IS NOT NULL OR "state" = 'confirmed');
CREATE UNIQUE INDEX "CoverLevel_one_proposal" ON "CoverLevel" ("organisationId", "responsibilityId", "personId") WHERE "state" = 'proposed';

GRANT SELECT, INSERT, UPDATE ON "CoverLevel" TO roer_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "LeaveIntent" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['CoverLevel', 'LeaveIntent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
END $$;
