import { Client } from 'pg';
import { epochsInWindow, epochTimes } from '@roer/domain/workload/epoch';
import type { Place } from './town.ts';

/** The epoch in which it is measured: the third of a window. Years of others lie before it. */
export const currentEpoch = 140;
const epochsInYear = 26;
const seatsInTeam = 11;
const teamsInDomain = 45;

export type InsightsTown = { people: number; teams: number; domains: number };

export const townOf = (people: number): InsightsTown => {
  const teams = Math.round(people / seatsInTeam);
  return { people, teams, domains: Math.max(2, Math.round(teams / teamsInDomain)) };
};

/** An id of its own for the n-th of a kind, the same in every run. */
const idOf = (kind: number, number: string): string =>
  `('${kind.toString(16).padStart(8, '0')}-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
const [domainKind, teamKind, personKind, areaKind, responsibilityKind] = [0xd1, 0xd2, 0xd3, 0xd4, 0xd5];
const [assignmentKind, membershipKind, windowKind, cellKind, placementKind] = [0xd6, 0xd7, 0xd8, 0xd9, 0xda];

/** Runs statements one after another as the owner. */
const write = async (ownerUrl: string, statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
};

/** Domains, teams of eleven with twenty responsibilities each, and everybody in one team. */
export const writeTown = ({ ownerUrl, world }: Place, { people, teams, domains }: InsightsTown): Promise<void> => {
  const organisation = `'${world.id}'::uuid`;
  const team = (number: string): string => idOf(teamKind, number);
  const perTeam = 20;
  return write(ownerUrl, [
    `INSERT INTO "Domain" ("organisationId", "id", "name") SELECT ${organisation}, ${idOf(domainKind, 'n')}, 'Domein ' || n
     FROM generate_series(1, ${domains}) n`,
    `INSERT INTO "Team" ("organisationId", "id", "name", "createdOn") SELECT ${organisation}, ${team('n')}, 'Team ' || n, '2024-01-01'
     FROM generate_series(1, ${teams}) n`,
    `INSERT INTO "Feed" ("organisationId", "ownerId", "kind", "seq") SELECT ${organisation}, ${team('n')}, 'team', 0
     FROM generate_series(1, ${teams}) n`,
    `INSERT INTO "TeamPlacement" ("organisationId", "id", "teamId", "domainId", "from")
     SELECT ${organisation}, ${idOf(placementKind, 'n')}, ${team('n')}, ${idOf(domainKind, `n % ${domains} + 1`)}, '2024-01-01'
     FROM generate_series(1, ${teams}) n`,
    `INSERT INTO "Person" ("organisationId", "id", "name", "email")
     SELECT ${organisation}, ${idOf(personKind, 'n')}, 'Lid ' || n, 'lid' || n || '@water.example' FROM generate_series(1, ${people}) n`,
    `INSERT INTO "Membership" ("organisationId", "id", "personId", "teamId", "from", "home")
     SELECT ${organisation}, ${idOf(membershipKind, 'n')}, ${idOf(personKind, 'n')}, ${team(`n % ${teams} + 1`)}, '2024-01-01', true
     FROM generate_series(1, ${people}) n`,
    `INSERT INTO "MembershipHours" ("organisationId", "membershipId", "from", "minutesByWeekday")
     SELECT ${organisation}, ${idOf(membershipKind, 'n')}, '2024-01-01', '{480,480,480,480,240,0,0}' FROM generate_series(1, ${people}) n`,
    `INSERT INTO "Area" ("organisationId", "id", "teamId", "name", "order")
     SELECT ${organisation}, ${idOf(areaKind, 'n')}, ${team('n')}, 'Gebied', 1 FROM generate_series(1, ${teams}) n`,
    `INSERT INTO "Responsibility" ("organisationId", "id", "teamId", "areaId", "title", "purpose", "criticality", "organising",
       "openedOn", "editedOn", "version")
     SELECT ${organisation}, ${idOf(responsibilityKind, `t * ${perTeam} + n`)}, ${team('t')}, ${idOf(areaKind, 't')}, 'Titel ' || n, '',
       n % 3 + 1, false, '2024-01-01', '2024-01-01', 1 FROM generate_series(1, ${teams}) t, generate_series(1, ${perTeam}) n`,
    `INSERT INTO "ResponsibilityHours" ("organisationId", "responsibilityId", "from", "minutesAWeek", "season")
     SELECT ${organisation}, ${idOf(responsibilityKind, `t * ${perTeam} + n`)}, '2024-01-01', 120, array_fill(100, ARRAY[12])
     FROM generate_series(1, ${teams}) t, generate_series(1, ${perTeam}) n`,
    `INSERT INTO "Assignment" ("organisationId", "id", "teamId", "responsibilityId", "personId", "role", "sharePercent", "from")
     SELECT ${organisation}, ${idOf(assignmentKind, `(t * ${perTeam} + n) * 2 + r`)}, ${team('t')},
       ${idOf(responsibilityKind, `t * ${perTeam} + n`)}, ${idOf(personKind, `t - 1 + ((n + r) % ${seatsInTeam - 1}) * ${teams}`)},
       (CASE r WHEN 0 THEN 'holder' ELSE 'substitute' END)::"AssignmentRole", 100, '2024-01-01'
     FROM generate_series(1, ${teams}) t, generate_series(1, ${perTeam - 2}) n, generate_series(0, 1) r
     WHERE (r = 0 OR n % 4 > 0) AND t - 1 + ((n + r) % ${seatsInTeam - 1}) * ${teams} > 0`,
  ]);
};

/** Windows with every team as a group, and what was published of them, of the years `from` to `until` before the current epoch. */
export const writeYears = (
  { ownerUrl, world }: Place,
  { people, teams }: InsightsTown,
  { from, until }: { from: number; until: number },
): Promise<void> => {
  const organisation = `'${world.id}'::uuid`;
  const current = currentEpoch - (currentEpoch % epochsInWindow);
  const windowBefore = (years: number): number => Math.ceil((years * epochsInYear) / epochsInWindow);
  // The current window belongs to the first year.
  const firsts = Array.from(
    { length: windowBefore(until) - windowBefore(from) },
    (_, index) => current - epochsInWindow * (windowBefore(from) + index),
  );
  const windows = `unnest(ARRAY[${firsts.join()}]) w`;
  const epochs = firsts.flatMap((first) =>
    Array.from({ length: epochsInWindow }, (_, index) => first + index).filter((number) => number < currentEpoch),
  );
  const published = epochs
    .map((number) => `(${number}, to_timestamp(${epochTimes(number).publishesAt / 1000}))`)
    .join();
  const cell = `${idOf(cellKind, `(e - e % ${epochsInWindow}) * 100000::bigint + t`)}`;
  const ofWindow = idOf(cellKind, 'w * 100000::bigint + t');
  return write(ownerUrl, [
    `INSERT INTO "RosterWindow" ("organisationId", "id", "first", "announcedOn")
     SELECT ${organisation}, ${idOf(windowKind, 'w')}, w, '2024-01-01' FROM ${windows}`,
    `INSERT INTO "Epoch" ("organisationId", "number", "windowId", "closed")
     SELECT ${organisation}, e, ${idOf(windowKind, `e - e % ${epochsInWindow}`)}, true FROM unnest(ARRAY[${epochs.join()}]) e`,
    `INSERT INTO "Cell" ("organisationId", "id", "windowId") SELECT ${organisation}, ${ofWindow}, ${idOf(windowKind, 'w')}
     FROM ${windows}, generate_series(1, ${teams}) t`,
    `INSERT INTO "CellTeam" ("organisationId", "windowId", "teamId", "cellId")
     SELECT ${organisation}, ${idOf(windowKind, 'w')}, ${idOf(teamKind, 't')}, ${ofWindow} FROM ${windows}, generate_series(1, ${teams}) t`,
    `INSERT INTO "CellMember" ("organisationId", "windowId", "personId", "cellId", "teamId")
     SELECT ${organisation}, ${idOf(windowKind, 'w')}, ${idOf(personKind, 'p')}, ${idOf(cellKind, `w * 100000::bigint + p % ${teams} + 1`)},
       ${idOf(teamKind, `p % ${teams} + 1`)} FROM ${windows}, generate_series(1, ${people}) p`,
    `INSERT INTO "Release" ("organisationId", "epoch", "cellId", "measure", "band", "publishesAt")
     SELECT ${organisation}, e, ${cell}, m, (ARRAY['light', 'middle', 'heavy', NULL])[(e * 7 + t * 3 + length(m)) % 4 + 1], p
     FROM (VALUES ${published}) v(e, p), generate_series(1, ${teams}) t,
       unnest(ARRAY['fits', 'overview', 'core', 'help', 'learn', 'load:0', 'load:1', 'load:2']) m`,
    // Four obstacles a year of each team; of the first year one of three teams waits for an answer.
    `INSERT INTO "Obstacle" ("organisationId", "id", "teamId", "title", "body", "submittedBy", "addressedTo", "raisedOn", "dueOn", "state",
       "answeredBy", "answer", "answeredOn")
     SELECT ${organisation}, gen_random_uuid(), ${idOf(teamKind, 't')}, 'Iets', '', ${idOf(personKind, '1')}, ${idOf(personKind, '1')},
       '2024-01-01', '2024-02-01', CASE WHEN o THEN 'open' ELSE 'answered' END::"ObstacleState",
       CASE WHEN NOT o THEN ${idOf(personKind, '1')} END, CASE WHEN NOT o THEN 'Ja' END, CASE WHEN NOT o THEN '2024-01-20'::date END
     FROM (SELECT t, n = 1 AND t % 3 = 0 AS o FROM generate_series(1, ${teams}) t, generate_series(${4 * from + 1}, ${4 * until}) n) x`,
  ]);
};
