-- A domain that is closed keeps the history of the teams that were in it.
ALTER TABLE "Domain" ADD COLUMN "closedOn" DATE;
