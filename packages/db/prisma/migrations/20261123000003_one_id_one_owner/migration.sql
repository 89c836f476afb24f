-- Live rooms are named by the id of a team or person alone, and clients choose ids: whoever gave a team of their own the id
-- of another organisation's team would hear that one. So an id is of one organisation only.

-- CreateIndex
CREATE UNIQUE INDEX "Person_id_key" ON "Person"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Team_id_key" ON "Team"("id");
