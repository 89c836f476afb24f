-- CreateTable
CREATE TABLE "Coverage" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "covered" INTEGER[],
    "fragile" INTEGER[],
    "unclear" INTEGER[],
    "gap" INTEGER[],
    "nextTransitionOn" DATE,

    CONSTRAINT "Coverage_pkey" PRIMARY KEY ("organisationId","teamId")
);

-- CreateTable
CREATE TABLE "GroupPicture" (
    "organisationId" UUID NOT NULL,
    "cellId" UUID NOT NULL,
    "ledger" TEXT NOT NULL,
    "picture" TEXT NOT NULL,

    CONSTRAINT "GroupPicture_pkey" PRIMARY KEY ("organisationId","cellId")
);

-- CreateTable
CREATE TABLE "MirrorVisit" (
    "organisationId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MirrorVisit_pkey" PRIMARY KEY ("organisationId","domainId","personId","at")
);

-- CreateIndex
CREATE INDEX "MirrorVisit_organisationId_personId_idx" ON "MirrorVisit"("organisationId", "personId");

-- AddForeignKey
ALTER TABLE "Coverage" ADD CONSTRAINT "Coverage_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupPicture" ADD CONSTRAINT "GroupPicture_organisationId_cellId_fkey" FOREIGN KEY ("organisationId", "cellId") REFERENCES "Cell"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MirrorVisit" ADD CONSTRAINT "MirrorVisit_organisationId_domainId_fkey" FOREIGN KEY ("organisationId", "domainId") REFERENCES "Domain"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MirrorVisit" ADD CONSTRAINT "MirrorVisit_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Counts are of three criticalities, and nobody looked who is not there.

ALTER TABLE "Coverage"
  ADD CONSTRAINT "Coverage_counts" CHECK (cardinality("covered") = 3 AND cardinality("fragile") = 3
    AND cardinality("unclear") = 3 AND cardinality("gap") = 3);

GRANT SELECT, INSERT, UPDATE ON "Coverage", "GroupPicture" TO roer_app;
GRANT SELECT, INSERT, DELETE ON "MirrorVisit" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['Coverage', 'GroupPicture', 'MirrorVisit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
END $$;
