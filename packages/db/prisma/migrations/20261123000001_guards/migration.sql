-- What the models cannot say: what may not overlap, what may never change, which role may touch what, and whose rows are
-- whose. A table that is added later needs its own grants and its own policy; tests/features/isolation.test.ts asks for it.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 1. Nothing overlaps. Deferred to the end of the transaction, so that one row may end while the next begins.

ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_ends_after_start" CHECK ("until" >= "from"),
  ADD CONSTRAINT "Membership_one_home" EXCLUDE USING gist
    ("organisationId" WITH =, "personId" WITH =, daterange("from", "until", '[)') WITH &&) WHERE ("home")
    DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT "Membership_once_a_team" EXCLUDE USING gist
    ("organisationId" WITH =, "personId" WITH =, "teamId" WITH =, daterange("from", "until", '[)') WITH &&)
    DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "TeamPlacement"
  ADD CONSTRAINT "TeamPlacement_ends_after_start" CHECK ("until" >= "from"),
  ADD CONSTRAINT "TeamPlacement_one_domain" EXCLUDE USING gist
    ("organisationId" WITH =, "teamId" WITH =, daterange("from", "until", '[)') WITH &&)
    DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Assignment"
  ADD CONSTRAINT "Assignment_ends_after_start" CHECK ("until" >= "from"),
  ADD CONSTRAINT "Assignment_share" CHECK ("sharePercent" BETWEEN 1 AND 100),
  ADD CONSTRAINT "Assignment_one_role" EXCLUDE USING gist
    ("organisationId" WITH =, "responsibilityId" WITH =, "personId" WITH =, daterange("from", "until", '[)') WITH &&)
    DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_ends_after_start" CHECK ("until" >= "from");

-- 2. Numbers stay within what they mean.

ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_criticality" CHECK ("criticality" BETWEEN 1 AND 3);

ALTER TABLE "ResponsibilityHours"
  ADD CONSTRAINT "ResponsibilityHours_minutes" CHECK ("minutesAWeek" >= 0),
  ADD CONSTRAINT "ResponsibilityHours_season" CHECK (
    cardinality("season") = 12 AND array_position("season", NULL) IS NULL AND 0 <= ALL ("season") AND 1000 >= ALL ("season"));

ALTER TABLE "MembershipHours"
  ADD CONSTRAINT "MembershipHours_week" CHECK (
    cardinality("minutesByWeekday") = 7 AND array_position("minutesByWeekday", NULL) IS NULL
    AND 0 <= ALL ("minutesByWeekday") AND 1440 >= ALL ("minutesByWeekday"));

ALTER TABLE "Offer"
  ADD CONSTRAINT "Offer_share" CHECK ("sharePercent" BETWEEN 1 AND 100),
  ADD CONSTRAINT "Offer_between_two" CHECK ("fromPersonId" <> "toPersonId");

-- 3. What happened stays as it happened.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% keeps its rows as they are', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "AuditEntry_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A feed may be pruned, never rewritten.
CREATE TRIGGER "Change_is_never_rewritten" BEFORE UPDATE ON "Change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 4. Roles. They belong to the whole cluster, so they may be there already. Their passwords are set by the application after
-- every migration, from its own secret. roer_release reads nothing yet: it is for sealed answers, later.

DO $$
DECLARE role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['roer_app', 'roer_identity', 'roer_release'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN', role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- Another database of the cluster migrated at the same moment.
      END;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "Organisation", "Person", "Domain", "Team", "TeamPlacement", "Membership", "MembershipHours", "Appointment",
  "CatalogueItem", "ImportRun", "Area", "Responsibility", "ResponsibilityHours", "Assignment", "Offer", "PersonToken", "Feed"
  TO roer_app;
GRANT SELECT, INSERT, DELETE ON "Change", "Command" TO roer_app;
GRANT SELECT, INSERT ON "AuditEntry" TO roer_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Session", "Account", "Verification", "RateLimit" TO roer_identity;

-- 5. Row-level security. Without a setting nothing is seen; after a transaction the setting is '', hence nullif. Not FORCEd: the
-- owner must pass for the three functions below and for foreign keys that cascade, and on a municipality's own cluster we
-- cannot count on BYPASSRLS. Instead nothing is ever served as the owner: it migrates, and its connection is closed.

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY[
    'Person', 'Domain', 'Team', 'TeamPlacement', 'Membership', 'MembershipHours', 'Appointment', 'CatalogueItem', 'ImportRun',
    'Area', 'Responsibility', 'ResponsibilityHours', 'Assignment', 'Offer', 'PersonToken', 'Feed', 'Change', 'Command',
    'AuditEntry'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

ALTER TABLE "Organisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "Organisation"
  USING ("id" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("id" = nullif(current_setting('app.organisation', true), '')::uuid);

-- 6. Questions that come before the organisation is known. They take the hash of a token, never the token, and time comes from
-- the caller. BEGIN ATOMIC binds the tables when the function is made, so no search_path can redirect them.

-- Only nominally unstable in PostgreSQL's books: the conversion between encodings could be redefined, and here is not.
CREATE FUNCTION hash_of_token(token text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog
RETURN encode(sha256(convert_to(token, 'UTF8')), 'hex');

CREATE INDEX "Session_tokenHash" ON "Session" (hash_of_token("token"));

-- Who holds the session with this hash (SHA-256 of the token, hexadecimal), and with which rights on the day `today`.
CREATE FUNCTION session_actor(token_hash text, at timestamptz, today date)
RETURNS TABLE (
  "sessionId" uuid, "organisationId" uuid, "personId" uuid, "personName" text,
  "organisationName" text, "demo" boolean, "memberships" jsonb, "appointments" jsonb
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT s."id", u."organisationId", u."personId", p."name", o."name", o."demo",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', m."id", 'teamId', m."teamId", 'teamName', t."name", 'home', m."home")
                       ORDER BY m."home" DESC, t."name", m."id")
      FROM "Membership" m JOIN "Team" t ON t."organisationId" = m."organisationId" AND t."id" = m."teamId"
      WHERE m."organisationId" = u."organisationId" AND m."personId" = u."personId"
        AND m."from" <= today AND (m."until" IS NULL OR m."until" > today)), '[]'::jsonb),
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', a."id", 'kind', a."kind", 'domainId', a."domainId") ORDER BY a."id")
      FROM "Appointment" a
      WHERE a."organisationId" = u."organisationId" AND a."personId" = u."personId"
        AND a."from" <= today AND (a."until" IS NULL OR a."until" > today)), '[]'::jsonb)
  FROM "Session" s
    JOIN "User" u ON u."id" = s."userId"
    JOIN "Person" p ON p."organisationId" = u."organisationId" AND p."id" = u."personId" AND p."erasedAt" IS NULL
    JOIN "Organisation" o ON o."id" = u."organisationId"
  WHERE hash_of_token(s."token") = token_hash AND s."expiresAt" > at;
END;

-- The link to set a password with this hash. Whether it is still good (expiresAt, usedAt) is for the caller to judge.
CREATE FUNCTION person_token(token_hash text)
RETURNS TABLE (
  "id" uuid, "organisationId" uuid, "personId" uuid, "kind" "PersonTokenKind", "mailed" boolean, "expiresAt" timestamptz,
  "usedAt" timestamptz, "personName" text, "email" text, "organisationName" text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT k."id", k."organisationId", k."personId", k."kind", k."mailed", k."expiresAt", k."usedAt", p."name", p."email", o."name"
  FROM "PersonToken" k
    JOIN "Person" p ON p."organisationId" = k."organisationId" AND p."id" = k."personId" AND p."erasedAt" IS NULL
    JOIN "Organisation" o ON o."id" = k."organisationId"
  WHERE k."tokenHash" = token_hash;
END;

-- Every organisation, for the first run and for jobs.
CREATE FUNCTION organisations() RETURNS TABLE ("id" uuid, "name" text, "demo" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT o."id", o."name", o."demo" FROM "Organisation" o ORDER BY o."id";
END;

REVOKE ALL ON FUNCTION session_actor(text, timestamptz, date), person_token(text), organisations(), hash_of_token(text), refuse_change()
  FROM PUBLIC;
-- Who writes a session keeps the index on its hash.
GRANT EXECUTE ON FUNCTION hash_of_token(text) TO roer_identity;
GRANT EXECUTE ON FUNCTION session_actor(text, timestamptz, date), person_token(text), organisations() TO roer_app;
