-- CreateEnum
CREATE TYPE "GoalAudience" AS ENUM ('me', 'buddy', 'team');

-- CreateEnum
CREATE TYPE "GoalState" AS ENUM ('draft', 'active', 'paused', 'done');

-- CreateEnum
CREATE TYPE "BuddyState" AS ENUM ('asked', 'agreed', 'declined');

-- CreateEnum
CREATE TYPE "GoalPart" AS ENUM ('step', 'plan', 'moment');

-- CreateTable
CREATE TABLE "Buddy" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "buddyId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personMembershipId" UUID NOT NULL,
    "buddyMembershipId" UUID NOT NULL,
    "state" "BuddyState" NOT NULL,

    CONSTRAINT "Buddy_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "LearningGoal" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID,
    "targetLevel" TEXT,
    "state" "GoalState" NOT NULL,
    "stepAudience" "GoalAudience" NOT NULL,
    "planAudience" "GoalAudience" NOT NULL,

    CONSTRAINT "LearningGoal_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "GoalText" (
    "organisationId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "part" "GoalPart" NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "GoalText_pkey" PRIMARY KEY ("organisationId","goalId","part")
);

-- CreateTable
CREATE TABLE "Reflection" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "audience" "GoalAudience" NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Reflection_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ReflectionReview" (
    "organisationId" UUID NOT NULL,
    "reflectionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "ReflectionReview_pkey" PRIMARY KEY ("organisationId","reflectionId")
);

-- CreateIndex
CREATE INDEX "Buddy_organisationId_buddyId_idx" ON "Buddy"("organisationId", "buddyId");

-- CreateIndex
CREATE INDEX "Buddy_organisationId_teamId_idx" ON "Buddy"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Buddy_organisationId_personMembershipId_idx" ON "Buddy"("organisationId", "personMembershipId");

-- CreateIndex
CREATE INDEX "Buddy_organisationId_buddyMembershipId_idx" ON "Buddy"("organisationId", "buddyMembershipId");

-- CreateIndex
CREATE UNIQUE INDEX "Buddy_organisationId_personId_teamId_key" ON "Buddy"("organisationId", "personId", "teamId");

-- CreateIndex
CREATE INDEX "LearningGoal_organisationId_personId_idx" ON "LearningGoal"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "LearningGoal_organisationId_teamId_idx" ON "LearningGoal"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Reflection_organisationId_personId_idx" ON "Reflection"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Reflection_organisationId_goalId_idx" ON "Reflection"("organisationId", "goalId");

-- CreateIndex
CREATE INDEX "ReflectionReview_organisationId_personId_idx" ON "ReflectionReview"("organisationId", "personId");

-- AddForeignKey
ALTER TABLE "Buddy" ADD CONSTRAINT "Buddy_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Buddy" ADD CONSTRAINT "Buddy_organisationId_buddyId_fkey" FOREIGN KEY ("organisationId", "buddyId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Buddy" ADD CONSTRAINT "Buddy_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Buddy" ADD CONSTRAINT "Buddy_organisationId_personMembershipId_fkey" FOREIGN KEY ("organisationId", "personMembershipId") REFERENCES "Membership"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Buddy" ADD CONSTRAINT "Buddy_organisationId_buddyMembershipId_fkey" FOREIGN KEY ("organisationId", "buddyMembershipId") REFERENCES "Membership"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningGoal" ADD CONSTRAINT "LearningGoal_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "PersonKey"("organisationId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningGoal" ADD CONSTRAINT "LearningGoal_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalText" ADD CONSTRAINT "GoalText_organisationId_goalId_fkey" FOREIGN KEY ("organisationId", "goalId") REFERENCES "LearningGoal"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_organisationId_goalId_fkey" FOREIGN KEY ("organisationId", "goalId") REFERENCES "LearningGoal"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReflectionReview" ADD CONSTRAINT "ReflectionReview_organisationId_reflectionId_fkey" FOREIGN KEY ("organisationId", "reflectionId") REFERENCES "Reflection"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReflectionReview" ADD CONSTRAINT "ReflectionReview_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A plan is never seen by more people than the step that it is about.

ALTER TABLE "LearningGoal"
  ADD CONSTRAINT "LearningGoal_plan_within_step" CHECK ("planAudience" <= "stepAudience"),
  ADD CONSTRAINT "LearningGoal_target" CHECK ("targetLevel" IN ('observing', 'together', 'independent', 'teaching'));

-- Who may see what somebody learns. These are asked in policies, by whoever asks a row, and see only what that person may see.
-- Without a moment (app.now, milliseconds) nothing is seen by anybody but its owner.

CREATE FUNCTION is_member_on(who uuid, team uuid, at date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM public."Membership" m
    WHERE m."organisationId" = nullif(current_setting('app.organisation', true), '')::uuid
      AND m."personId" = who AND m."teamId" = team AND m."from" <= at AND (m."until" IS NULL OR m."until" > at));
END;

-- A membership that ended ends it for good: who comes back has another one.
CREATE FUNCTION is_buddy_on(learner uuid, other uuid, team uuid, at date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM public."Buddy" b
    WHERE b."organisationId" = nullif(current_setting('app.organisation', true), '')::uuid
      AND b."personId" = learner AND b."buddyId" = other AND b."teamId" = team AND b."state" = 'agreed'
      AND (SELECT count(*) FROM public."Membership" m
        WHERE m."organisationId" = b."organisationId" AND m."id" IN (b."personMembershipId", b."buddyMembershipId")
          AND m."teamId" = team AND m."from" <= at AND (m."until" IS NULL OR m."until" > at)) = 2);
END;

CREATE FUNCTION told_person() RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog
RETURN nullif(current_setting('app.person', true), '')::uuid;

-- The day in Amsterdam.
CREATE FUNCTION told_day() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog
RETURN (to_timestamp(nullif(current_setting('app.now', true), '')::double precision / 1000) AT TIME ZONE 'Europe/Amsterdam')::date;

CREATE FUNCTION learns_before_me(learner uuid, team uuid, audience public."GoalAudience") RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
BEGIN ATOMIC
  SELECT learner = public.told_person()
    OR audience >= 'buddy' AND public.is_buddy_on(learner, public.told_person(), team, public.told_day())
    OR audience = 'team' AND public.is_member_on(public.told_person(), team, public.told_day())
      AND public.is_member_on(learner, team, public.told_day());
END;

REVOKE ALL ON FUNCTION is_member_on(uuid, uuid, date), is_buddy_on(uuid, uuid, uuid, date), told_person(), told_day(),
  learns_before_me(uuid, uuid, "GoalAudience") FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_member_on(uuid, uuid, date), is_buddy_on(uuid, uuid, uuid, date), told_person(), told_day(),
  learns_before_me(uuid, uuid, "GoalAudience") TO roer_app;

-- Rights, and whose rows are whose.

GRANT SELECT, INSERT, DELETE ON "Buddy", "LearningGoal", "Reflection", "ReflectionReview" TO roer_app;
GRANT SELECT, INSERT ON "GoalText" TO roer_app;
GRANT UPDATE ("state") ON "Buddy" TO roer_app;
GRANT UPDATE ("targetLevel", "state", "stepAudience", "planAudience") ON "LearningGoal" TO roer_app;
GRANT UPDATE ("sealed") ON "GoalText", "ReflectionReview" TO roer_app;
GRANT UPDATE ("audience") ON "Reflection" TO roer_app;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['Buddy', 'LearningGoal', 'GoalText', 'Reflection', 'ReflectionReview'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I
         USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
         WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', tab);
  END LOOP;
  -- Only whose it is makes, changes and removes it.
  FOREACH tab IN ARRAY ARRAY['LearningGoal', 'Reflection'] LOOP
    EXECUTE format('CREATE POLICY own_made ON %I AS RESTRICTIVE FOR INSERT WITH CHECK ("personId" = told_person())', tab);
    EXECUTE format(
      'CREATE POLICY own_changed ON %I AS RESTRICTIVE FOR UPDATE
         USING ("personId" = told_person()) WITH CHECK ("personId" = told_person())', tab);
    EXECUTE format('CREATE POLICY own_removed ON %I AS RESTRICTIVE FOR DELETE USING ("personId" = told_person())', tab);
  END LOOP;
END $$;

-- Two know of it; who learns asks, who is asked answers, either ends it.
CREATE POLICY of_two ON "Buddy" AS RESTRICTIVE FOR SELECT USING (told_person() IN ("personId", "buddyId"));
CREATE POLICY own_made ON "Buddy" AS RESTRICTIVE FOR INSERT
  WITH CHECK ("personId" = told_person() AND "buddyId" <> "personId" AND "state" = 'asked');
CREATE POLICY asked_answers ON "Buddy" AS RESTRICTIVE FOR UPDATE
  USING ("buddyId" = told_person()) WITH CHECK ("buddyId" = told_person());
CREATE POLICY either_ends ON "Buddy" AS RESTRICTIVE FOR DELETE USING (told_person() IN ("personId", "buddyId"));

CREATE POLICY seen_by ON "LearningGoal" AS RESTRICTIVE FOR SELECT
  USING (learns_before_me("personId", "teamId", "stepAudience"));

-- What a goal says is for whom its part is for. A buddy who sees the plan writes along, but not what the owner alone chooses.
CREATE POLICY seen_by ON "GoalText" AS RESTRICTIVE FOR SELECT USING (EXISTS (SELECT FROM "LearningGoal" g
  WHERE g."organisationId" = "GoalText"."organisationId" AND g."id" = "goalId"
    AND learns_before_me(g."personId", g."teamId",
      CASE "part" WHEN 'step' THEN g."stepAudience" ELSE g."planAudience" END)));
CREATE POLICY own_made ON "GoalText" AS RESTRICTIVE FOR INSERT WITH CHECK (EXISTS (SELECT FROM "LearningGoal" g
  WHERE g."organisationId" = "GoalText"."organisationId" AND g."id" = "goalId" AND g."personId" = told_person()));
CREATE POLICY written_by ON "GoalText" AS RESTRICTIVE FOR UPDATE USING (EXISTS (SELECT FROM "LearningGoal" g
  WHERE g."organisationId" = "GoalText"."organisationId" AND g."id" = "goalId" AND (g."personId" = told_person()
    OR "part" <> 'moment' AND g."planAudience" >= 'buddy'
      AND is_buddy_on(g."personId", told_person(), g."teamId", told_day()))));

-- A reflection shows at its goal, so never to more people than the goal.
CREATE POLICY seen_by ON "Reflection" AS RESTRICTIVE FOR SELECT USING (EXISTS (SELECT FROM "LearningGoal" g
  WHERE g."organisationId" = "Reflection"."organisationId" AND g."id" = "goalId"
    AND learns_before_me(g."personId", g."teamId", least("audience", g."stepAudience"))));

-- When something comes back, and how well it was known, is for its owner alone.
CREATE POLICY own_person ON "ReflectionReview" AS RESTRICTIVE
  USING ("personId" = told_person()) WITH CHECK ("personId" = told_person());
