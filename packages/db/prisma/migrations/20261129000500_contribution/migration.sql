-- CreateEnum
CREATE TYPE "TalentAudience" AS ENUM ('me', 'team');

-- CreateEnum
CREATE TYPE "ContributionCopyKind" AS ENUM ('team', 'link');

-- CreateTable
CREATE TABLE "TalentCard" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "audience" "TalentAudience" NOT NULL,

    CONSTRAINT "TalentCard_pkey" PRIMARY KEY ("organisationId","personId")
);

-- CreateTable
CREATE TABLE "Contribution" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("organisationId","personId")
);

-- CreateTable
CREATE TABLE "ContributionCopy" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ContributionCopyKind" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "publishedOn" DATE NOT NULL,
    "tokenHash" TEXT,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContributionCopy_pkey" PRIMARY KEY ("organisationId","kind","personId")
);

-- CreateTable
CREATE TABLE "ContributionTeam" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ContributionCopyKind" NOT NULL,
    "teamId" UUID NOT NULL,

    CONSTRAINT "ContributionTeam_pkey" PRIMARY KEY ("organisationId","kind","personId","teamId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ContributionCopy_tokenHash_key" ON "ContributionCopy"("tokenHash");

-- CreateIndex
CREATE INDEX "ContributionTeam_organisationId_teamId_idx" ON "ContributionTeam"("organisationId", "teamId");

-- AddForeignKey
ALTER TABLE "TalentCard" ADD CONSTRAINT "TalentCard_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "PersonKey"("organisationId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "PersonKey"("organisationId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionCopy" ADD CONSTRAINT "ContributionCopy_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Contribution"("organisationId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionTeam" ADD CONSTRAINT "ContributionTeam_organisationId_kind_personId_fkey" FOREIGN KEY ("organisationId", "kind", "personId") REFERENCES "ContributionCopy"("organisationId", "kind", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionTeam" ADD CONSTRAINT "ContributionTeam_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A link has a secret and an end, and nothing else has.

ALTER TABLE "ContributionCopy" ADD CONSTRAINT "ContributionCopy_link" CHECK (
  ("kind" = 'link') = ("tokenHash" IS NOT NULL) AND ("tokenHash" IS NULL) = ("expiresAt" IS NULL));
ALTER TABLE "ContributionTeam" ADD CONSTRAINT "ContributionTeam_team" CHECK ("kind" = 'team');

-- Rights, and whose rows are whose.

GRANT SELECT, INSERT, UPDATE, DELETE ON "TalentCard", "Contribution", "ContributionCopy" TO roer_app;
GRANT SELECT, INSERT, DELETE ON "ContributionTeam" TO roer_app;

DO $$
DECLARE
  tab text;
  own text := '"personId" = nullif(current_setting(''app.person'', true), '''')::uuid';
BEGIN
  FOREACH tab IN ARRAY ARRAY['TalentCard', 'Contribution', 'ContributionCopy', 'ContributionTeam'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
  -- What somebody writes for themselves is read by themselves alone.
  EXECUTE format('CREATE POLICY own_person ON "Contribution" AS RESTRICTIVE USING (%1$s) WITH CHECK (%1$s)', own);
  -- What somebody shows is read by others, if they are in a team with them (that is for the gate), and written by nobody else.
  EXECUTE format('CREATE POLICY shown ON "TalentCard" AS RESTRICTIVE FOR SELECT USING (%s OR "audience" = ''team'')', own);
  EXECUTE format('CREATE POLICY shown ON "ContributionCopy" AS RESTRICTIVE FOR SELECT USING (%s OR "kind" = ''team'')', own);
  FOREACH tab IN ARRAY ARRAY['TalentCard', 'ContributionCopy', 'ContributionTeam'] LOOP
    EXECUTE format('CREATE POLICY own_new ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (%s)', tab, own);
    EXECUTE format('CREATE POLICY own_change ON %I AS RESTRICTIVE FOR UPDATE USING (%2$s) WITH CHECK (%2$s)', tab, own);
    EXECUTE format('CREATE POLICY own_end ON %I AS RESTRICTIVE FOR DELETE USING (%s)', tab, own);
  END LOOP;
END $$;

-- Whose page is behind the link with this hash (SHA-256 of the token), and until when; nobody's when it was taken back or the person
-- was erased. Whether it still works is for the caller to judge.
CREATE FUNCTION shared_contribution(token_hash text)
RETURNS TABLE ("organisationId" uuid, "personId" uuid, "expiresAt" timestamptz, "personName" text, "organisationName" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT c."organisationId", c."personId", c."expiresAt", p."name", o."name"
  FROM "ContributionCopy" c
    JOIN "Person" p ON p."organisationId" = c."organisationId" AND p."id" = c."personId" AND p."erasedAt" IS NULL
    JOIN "Organisation" o ON o."id" = c."organisationId"
  WHERE c."tokenHash" = token_hash;
END;

-- Removes what stood behind links of this organisation that no longer work: who serves may not see whose they were.
CREATE FUNCTION forget_ended_contributions(moment timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  DELETE FROM "ContributionCopy" c WHERE c."organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND c."expiresAt" <= moment;
END;

REVOKE ALL ON FUNCTION shared_contribution(text), forget_ended_contributions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shared_contribution(text), forget_ended_contributions(timestamptz) TO roer_app;
