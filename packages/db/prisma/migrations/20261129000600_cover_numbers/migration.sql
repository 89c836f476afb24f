-- A step that was declined or taken back is in no snapshot, so the next one gets its number: only those that hold or wait are numbered apart.
DROP INDEX "CoverLevel_organisationId_responsibilityId_personId_number_key";
CREATE UNIQUE INDEX "CoverLevel_number_of_what_holds" ON "CoverLevel" ("organisationId", "responsibilityId", "personId", "number")
  WHERE "state" IN ('proposed', 'confirmed');
