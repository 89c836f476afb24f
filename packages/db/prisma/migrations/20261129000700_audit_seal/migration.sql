-- CreateTable
CREATE TABLE "AuditSeal" (
    "organisationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "entryId" UUID NOT NULL,
    "previousDigest" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("organisationId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_organisationId_entryId_key" ON "AuditSeal"("organisationId", "entryId");

-- No key points from a seal to its entry or its organisation: a seal outlives both, so that what was taken away is missed.

ALTER TABLE "AuditSeal"
  ADD CONSTRAINT "AuditSeal_number" CHECK ("number" >= 1),
  ADD CONSTRAINT "AuditSeal_digests" CHECK (octet_length("previousDigest") = 32 AND octet_length("digest") = 32);

CREATE TRIGGER "AuditSeal_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON "AuditSeal" TO roer_app;

ALTER TABLE "AuditSeal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "AuditSeal"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
