-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "accountEndedOn" DATE;

-- CreateTable
CREATE TABLE "ProviderSession" (
    "sessionId" UUID NOT NULL,
    "providerSid" TEXT,
    "idToken" TEXT NOT NULL,

    CONSTRAINT "ProviderSession_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "GroupGrant" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "right" TEXT NOT NULL,

    CONSTRAINT "GroupGrant_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "ProviderSession_providerSid_idx" ON "ProviderSession"("providerSid");

-- CreateIndex
CREATE INDEX "GroupGrant_organisationId_personId_idx" ON "GroupGrant"("organisationId", "personId");

-- AddForeignKey
ALTER TABLE "ProviderSession" ADD CONSTRAINT "ProviderSession_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupGrant" ADD CONSTRAINT "GroupGrant_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "GroupGrant" TO roer_app;
GRANT SELECT, INSERT, DELETE ON "ProviderSession" TO roer_identity;

ALTER TABLE "GroupGrant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "GroupGrant"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
