-- CreateEnum
CREATE TYPE "ReorganisationState" AS ENUM ('draft', 'planned', 'stuck', 'done', 'undone', 'withdrawn');

-- CreateTable
CREATE TABLE "Reorganisation" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "steps" JSONB NOT NULL,
    "state" "ReorganisationState" NOT NULL,
    "version" INTEGER NOT NULL,
    "plannedBy" UUID NOT NULL,
    "carriedOutAt" TIMESTAMPTZ(3),
    "record" JSONB,

    CONSTRAINT "Reorganisation_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "Reorganisation_organisationId_plannedBy_idx" ON "Reorganisation"("organisationId", "plannedBy");

-- AddForeignKey
ALTER TABLE "Reorganisation" ADD CONSTRAINT "Reorganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reorganisation" ADD CONSTRAINT "Reorganisation_organisationId_plannedBy_fkey" FOREIGN KEY ("organisationId", "plannedBy") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was carried out says when, and keeps what it did.

ALTER TABLE "Reorganisation" ADD CONSTRAINT "Reorganisation_done_is_kept"
  CHECK (("state" IN ('done', 'undone')) = ("carriedOutAt" IS NOT NULL) AND ("carriedOutAt" IS NULL) = ("record" IS NULL));

GRANT SELECT, INSERT, UPDATE ON "Reorganisation" TO roer_app;
ALTER TABLE "Reorganisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "Reorganisation"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
