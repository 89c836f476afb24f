-- CreateTable
CREATE TABLE "SignIn" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("organisationId","personId","at")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "SignIn_organisationId_at_idx" ON "SignIn"("organisationId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_teamId_at_id_idx" ON "AuditEntry"("organisationId", "teamId", "at", "id");

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What administrators look through, which no command of a team adds to.
CREATE INDEX "AuditEntry_of_organisation" ON "AuditEntry" ("organisationId", "at", "id")
  WHERE "teamId" IS NULL OR "action" LIKE 'membership.%';

-- Every session that begins is somebody who signs in, by whatever way: a password, a link, a provider. Prolonging one is not. As the owner,
-- because the role that makes sessions sees nothing of an organisation.
CREATE FUNCTION note_sign_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('INSERT INTO %I."SignIn" ("organisationId", "personId", "at")
    SELECT u."organisationId", u."personId", date_trunc(''minute'', $1) FROM %I."User" u
      JOIN %I."Person" p ON p."organisationId" = u."organisationId" AND p."id" = u."personId"
    WHERE u."id" = $2 ON CONFLICT DO NOTHING', TG_TABLE_SCHEMA, TG_TABLE_SCHEMA, TG_TABLE_SCHEMA)
    USING NEW."createdAt", NEW."userId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Session_is_noted" AFTER INSERT ON "Session" FOR EACH ROW EXECUTE FUNCTION note_sign_in();

-- When somebody is erased, also by a restore that erases again, when they signed in goes with them.
CREATE FUNCTION forget_sign_ins() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('DELETE FROM %I."SignIn" WHERE "organisationId" = $1 AND "personId" = $2', TG_TABLE_SCHEMA)
    USING NEW."organisationId", NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Person_forgets_sign_ins" AFTER UPDATE OF "erasedAt" ON "Person"
  FOR EACH ROW WHEN (NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_sign_ins();

GRANT SELECT, DELETE ON "SignIn" TO roer_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SignInFailure" TO roer_identity;

ALTER TABLE "SignIn" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "SignIn"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
