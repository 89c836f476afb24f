-- Dashboards count what waits for an answer. Answered ones stay for good, and must not make that slower with every year.
CREATE INDEX "Obstacle_open" ON "Obstacle" ("organisationId", "teamId") WHERE "state" = 'open';
