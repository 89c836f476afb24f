-- CreateTable
CREATE TABLE "RetentionRun" (
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed" INTEGER NOT NULL,

    CONSTRAINT "RetentionRun_pkey" PRIMARY KEY ("organisationId","kind")
);

-- AddForeignKey
ALTER TABLE "RetentionRun" ADD CONSTRAINT "RetentionRun_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "RetentionRun" TO roer_app;
ALTER TABLE "RetentionRun" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "RetentionRun"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);

-- Removes what is only somebody's own, and their name. Past the policies, because what is private is seen by nobody else, and yet only
-- in the organisation of the transaction. What belongs to the team stays under an id that means nobody any more; so do the answers of
-- an epoch that is under way, which nothing may change (rule P9), and what was published (rule P6). `packages/domain/src/identity/erasure.ts`
-- says of every kind which of the two it is, and a test holds this against it.
CREATE FUNCTION erase_person(who uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
  -- Goals, reflections at them, the talent card and the contribution with its links go with the key that sealed them.
  DELETE FROM "PersonKey" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "PersonToken" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "CalendarFeed" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "DigestSubscription" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "DigestSent" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "SeenUntil" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "OrganisingWeek" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "Absence" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "LeaveIntent" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "CoverLevel" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "Overload" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "Help" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "Reflection" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "ReflectionReview" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "FacilitatorTurn" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "RoomNote" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "KeptNotes" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "SharedAnswer" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "Command" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "personId" = who;
  DELETE FROM "Buddy" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND who IN ("personId", "buddyId");
  DELETE FROM "IntervisieRoom" WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "caseOwner" = who;
  UPDATE "IntervisieRoom" SET "people" = array_remove("people", who),
      "facilitator" = nullif("facilitator", who), "timekeeper" = nullif("timekeeper", who)
    WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid
      AND (who = ANY ("people") OR who IN ("facilitator", "timekeeper"));
  -- How many hours a contract had is nobody's business later; that somebody was in the team is.
  UPDATE "MembershipHours" SET "minutesByWeekday" = ARRAY[0, 0, 0, 0, 0, 0, 0]
    WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid
      AND "membershipId" IN (SELECT m."id" FROM "Membership" m WHERE m."personId" = who);
  UPDATE "Person" SET "name" = '', "email" = who || '@erased.invalid', "mailboxProvenOn" = NULL, "erasedAt" = at
    WHERE "organisationId" = nullif(current_setting('app.organisation', true), '')::uuid AND "id" = who;
END;

REVOKE ALL ON FUNCTION erase_person(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person(uuid, timestamptz) TO roer_app;
