-- CreateTable
CREATE TABLE "PersonKey" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kekId" TEXT NOT NULL,
    "wrappedKey" BYTEA NOT NULL,

    CONSTRAINT "PersonKey_pkey" PRIMARY KEY ("organisationId","personId")
);

-- AddForeignKey
ALTER TABLE "PersonKey" ADD CONSTRAINT "PersonKey_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A nonce of 12 bytes, a key of 32 and a tag of 16.
ALTER TABLE "PersonKey" ADD CONSTRAINT "PersonKey_length" CHECK (octet_length("wrappedKey") = 60);

GRANT SELECT, INSERT, UPDATE, DELETE ON "PersonKey" TO roer_app;
ALTER TABLE "PersonKey" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "PersonKey"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
