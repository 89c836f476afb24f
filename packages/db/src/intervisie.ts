import type { LocalDate } from '@roer/domain/dates';
import type { Id, IntervisieId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { goneAt } from '@roer/domain/learning/intervisie';
import type { IntervisieRoom, Turns } from '@roer/domain/learning/intervisie';
import type { PoolClient } from './pool.ts';

// Who may see or write a row is decided by row-level security (migration intervisie): these statements find nothing more. They need `atMoment`
// before them. None of it is in a feed, a history or a record of commands.

type RoomRecord = Omit<IntervisieRoom, 'clock'> & {
  phase: number | null;
  startedAt: number | null;
  lengths: number[];
  pausedAt: number | null;
};

const columns = `"id", "teamId", "caseOwner", "facilitator", "timekeeper", "people", "minutes", "madeAt"::float8 AS "madeAt",
  "phase", "startedAt"::float8 AS "startedAt", "lengths", "pausedAt"::float8 AS "pausedAt"`;

const asRoom = ({ phase, startedAt, lengths, pausedAt, ...room }: RoomRecord): IntervisieRoom => ({
  ...room,
  clock: phase === null || startedAt === null ? null : { phase, startedAt, lengths, pausedAt },
});

/** A room that the reader may see; null for any other. `hold`: nobody else changes it until the transaction ends. */
export const readRoom = async (
  client: PoolClient,
  { roomId, hold }: { roomId: IntervisieId; hold: boolean },
): Promise<IntervisieRoom | null> => {
  const { rows } = await client.query<RoomRecord>(
    `SELECT ${columns} FROM "IntervisieRoom" WHERE "id" = $1 ${hold ? 'FOR UPDATE' : ''}`,
    [roomId],
  );
  const [row] = rows;
  return row ? asRoom(row) : null;
};

/** The rooms of a team that the reader may see and that are not gone at `now`, the oldest first. */
export const readRooms = async (
  client: PoolClient,
  { teamId, now }: { teamId: TeamId; now: number },
): Promise<IntervisieRoom[]> => {
  const { rows } = await client.query<RoomRecord>({
    name: 'intervisie-rooms',
    text: `SELECT ${columns} FROM "IntervisieRoom" WHERE "teamId" = $1 AND "goneAt" > $2 ORDER BY "madeAt", "id"`,
    values: [teamId, now],
  });
  return rows.map(asRoom);
};

const clockValues = ({ clock }: IntervisieRoom) =>
  [clock?.phase ?? null, clock?.startedAt ?? null, clock?.lengths ?? [], clock?.pausedAt ?? null] as const;

/** Makes a room; the same id again changes nothing. */
export const insertRoom = async (
  client: PoolClient,
  organisationId: OrganisationId,
  room: IntervisieRoom,
): Promise<void> => {
  await client.query({
    name: 'insert-intervisie-room',
    text: `INSERT INTO "IntervisieRoom" ("organisationId", "id", "teamId", "caseOwner", "people", "minutes", "lengths", "madeAt", "goneAt")
      VALUES ($1, $2, $3, $4, $5, $6, '{}', $7, $8) ON CONFLICT DO NOTHING`,
    values: [
      organisationId,
      room.id,
      room.teamId,
      room.caseOwner,
      room.people,
      room.minutes,
      room.madeAt,
      goneAt(room),
    ],
  });
};

/** Saves who is in a room, their roles and the clock. */
export const saveRoom = async (client: PoolClient, room: IntervisieRoom): Promise<void> => {
  await client.query({
    name: 'save-intervisie-room',
    text: `UPDATE "IntervisieRoom" SET "facilitator" = $2, "timekeeper" = $3, "people" = $4, "phase" = $5, "startedAt" = $6,
      "lengths" = $7, "pausedAt" = $8, "goneAt" = $9 WHERE "id" = $1`,
    values: [room.id, room.facilitator, room.timekeeper, room.people, ...clockValues(room), goneAt(room)],
  });
};

/** From here the transaction is of whose case it is: who leaves a room does not see what they leave. For leaving alone. */
export const asCaseOwner = async (client: PoolClient, { caseOwner }: IntervisieRoom): Promise<void> => {
  await client.query(`SELECT set_config('app.person', $1, true)`, [caseOwner]);
};

/** Removes a room, with everything that was written in it. */
export const removeRoom = async (client: PoolClient, roomId: IntervisieId): Promise<void> => {
  await client.query('DELETE FROM "IntervisieRoom" WHERE "id" = $1', [roomId]);
};

/** Removes the rooms whose time is over, and gives what they were. The transaction is nobody's. */
export const removeGoneRooms = async (client: PoolClient, now: number): Promise<IntervisieRoom[]> => {
  const { rows } = await client.query<RoomRecord>(
    `DELETE FROM "IntervisieRoom" WHERE "goneAt" <= $1 RETURNING ${columns}`,
    [now],
  );
  return rows.map(asRoom);
};

export type SealedLine = { id: Id<'line'>; personId: PersonId; phase: number; sealed: Buffer };

/** What was written in a room, in order. */
export const readLines = async (client: PoolClient, roomId: IntervisieId): Promise<SealedLine[]> => {
  const { rows } = await client.query<SealedLine>({
    name: 'intervisie-lines',
    text: 'SELECT "id", "personId", "phase", "sealed" FROM "RoomNote" WHERE "roomId" = $1 ORDER BY "number"',
    values: [roomId],
  });
  return rows;
};

/** Adds a line at the end; the same id again changes nothing. The room is held. */
export const insertLine = async (
  client: PoolClient,
  organisationId: OrganisationId,
  line: SealedLine & { roomId: IntervisieId },
): Promise<void> => {
  await client.query({
    name: 'insert-intervisie-line',
    text: `INSERT INTO "RoomNote" ("organisationId", "id", "roomId", "personId", "phase", "sealed", "number")
      SELECT $1, $2, $3, $4, $5, $6, coalesce(max("number"), 0) + 1 FROM "RoomNote" WHERE "roomId" = $3
      ON CONFLICT DO NOTHING`,
    values: [organisationId, line.id, line.roomId, line.personId, line.phase, line.sealed],
  });
};

/** Removes a line of the actor's own. */
export const removeLine = async (
  client: PoolClient,
  { roomId, lineId, personId }: { roomId: IntervisieId; lineId: Id<'line'>; personId: PersonId },
): Promise<void> => {
  await client.query('DELETE FROM "RoomNote" WHERE "roomId" = $1 AND "id" = $2 AND "personId" = $3', [
    roomId,
    lineId,
    personId,
  ]);
};

export type SealedNotes = { id: IntervisieId; keptOn: LocalDate; sealed: Buffer };

/** What somebody kept of their own cases, the latest first. The transaction is their own. */
export const readKeptNotes = async (client: PoolClient, personId: PersonId): Promise<SealedNotes[]> => {
  const { rows } = await client.query<SealedNotes>({
    name: 'kept-notes',
    text: `SELECT "id", "keptOn"::text AS "keptOn", "sealed" FROM "KeptNotes" WHERE "personId" = $1
      ORDER BY "keptOn" DESC, "id" DESC`,
    values: [personId],
  });
  return rows;
};

export const insertKeptNotes = async (
  client: PoolClient,
  whose: { organisationId: OrganisationId; personId: PersonId },
  { id, keptOn, sealed }: SealedNotes,
): Promise<void> => {
  await client.query(
    `INSERT INTO "KeptNotes" ("organisationId", "id", "personId", "keptOn", "sealed") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [whose.organisationId, id, whose.personId, keptOn, sealed],
  );
};

export const removeKeptNotes = async (
  client: PoolClient,
  { id, personId }: { id: IntervisieId; personId: PersonId },
): Promise<void> => {
  await client.query('DELETE FROM "KeptNotes" WHERE "id" = $1 AND "personId" = $2', [id, personId]);
};

/** Everything that somebody kept. */
export const removeAllKeptNotes = async (client: PoolClient, personId: PersonId): Promise<void> => {
  await client.query('DELETE FROM "KeptNotes" WHERE "personId" = $1', [personId]);
};

/** When each of a team facilitated last. */
export const readTurns = async (client: PoolClient, teamId: TeamId): Promise<Turns> => {
  const { rows } = await client.query<{ personId: PersonId; lastOn: LocalDate }>({
    name: 'facilitator-turns',
    text: 'SELECT "personId", "lastOn"::text AS "lastOn" FROM "FacilitatorTurn" WHERE "teamId" = $1',
    values: [teamId],
  });
  return Object.fromEntries(rows.map(({ personId, lastOn }) => [personId, lastOn]));
};

export const saveTurn = async (
  client: PoolClient,
  turn: { organisationId: OrganisationId; teamId: TeamId; personId: PersonId; lastOn: LocalDate },
): Promise<void> => {
  await client.query({
    name: 'save-facilitator-turn',
    text: `INSERT INTO "FacilitatorTurn" ("organisationId", "teamId", "personId", "lastOn") VALUES ($1, $2, $3, $4)
      ON CONFLICT ("organisationId", "teamId", "personId") DO UPDATE SET "lastOn" = excluded."lastOn"`,
    values: [turn.organisationId, turn.teamId, turn.personId, turn.lastOn],
  });
};

/** Everybody who is in a room that somebody's case began in. */
export const readPeopleInCasesOf = async (client: PoolClient, caseOwner: PersonId): Promise<PersonId[]> => {
  const { rows } = await client.query<{ personId: PersonId }>({
    name: 'intervisie-cases-of',
    text: `SELECT DISTINCT unnest("people") AS "personId" FROM "IntervisieRoom" WHERE "caseOwner" = $1 AND "phase" IS NOT NULL`,
    values: [caseOwner],
  });
  return rows.map(({ personId }) => personId);
};

/** The names of people, by id. */
export const readNames = async (
  client: PoolClient,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> => {
  const { rows } = await client.query<{ id: PersonId; name: string }>({
    name: 'intervisie-names',
    text: 'SELECT "id", "name" FROM "Person" WHERE "id" = ANY ($1::uuid[])',
    values: [personIds],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Who is in a team on a day. */
export const readTeamPeople = async (
  client: PoolClient,
  { teamId, today }: { teamId: TeamId; today: LocalDate },
): Promise<PersonId[]> => {
  const { rows } = await client.query<{ personId: PersonId }>({
    name: 'intervisie-team',
    text: `SELECT DISTINCT "personId" FROM "Membership"
      WHERE "teamId" = $1 AND "from" <= $2 AND ("until" IS NULL OR "until" > $2)`,
    values: [teamId, today],
  });
  return rows.map(({ personId }) => personId);
};
