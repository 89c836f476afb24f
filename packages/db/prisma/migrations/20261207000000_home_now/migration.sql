-- Which team is somebody's home is known of today alone: when it changes, the row of a membership changes in place and its
-- first day stays. So only memberships that run can say that there are two; one that ended keeps what it was at its end.
ALTER TABLE "Membership"
  DROP CONSTRAINT "Membership_one_home",
  ADD CONSTRAINT "Membership_one_home" EXCLUDE USING gist
    ("organisationId" WITH =, "personId" WITH =) WHERE ("home" AND "until" IS NULL)
    DEFERRABLE INITIALLY DEFERRED;
