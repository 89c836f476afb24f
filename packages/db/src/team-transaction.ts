import type { Pool, PoolClient } from 'pg';
import { DomainError } from '@roer/domain/errors';
import type { Delivery, RowChange } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { CommandId, FeedId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { dateAt } from '@roer/domain/dates';
import { onClient } from './pool-transaction.ts';
import { saveTeamChanges } from './team-save.ts';

/** Who asks what, and when (epoch milliseconds). `inputDigest` tells a retry from another command under the same number. */
export type TeamCommand = {
  organisationId: OrganisationId;
  personId: PersonId;
  teamId: TeamId;
  commandId: CommandId;
  procedure: string;
  inputDigest: string;
  now: number;
  newId: () => string;
};

/**
 * Sets the organisation, and who acts, for the rest of this transaction: row-level security reads it. Begin is not waited
 * for: statements of one client are sent one behind another and run in that order, and one that fails fails the rest.
 */
const begin = (
  client: PoolClient,
  { mode, organisationId, personId }: { mode: string; organisationId: OrganisationId; personId: PersonId },
): Promise<unknown> =>
  Promise.all([
    client.query(`BEGIN ${mode}`),
    client.query({
      name: 'scope',
      text: `SELECT set_config('app.organisation', $1, true), set_config('app.person', $2, true)`,
      values: [organisationId, personId],
    }),
  ]);

/** Runs raw reads of one organisation in one transaction; nothing is written. */
export const readInOrganisation = async <Result>(
  pool: Pool,
  { organisationId, personId }: { organisationId: OrganisationId; personId: PersonId },
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> =>
  onClient(pool, async (client) => {
    // Repeatable read: a snapshot and its sequence number are of one moment, though read by two statements.
    await begin(client, { mode: 'ISOLATION LEVEL REPEATABLE READ READ ONLY', organisationId, personId });
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });

/** Writes what one person keeps for themselves in one transaction: nothing that a feed tells, so without its lock. */
export const writeInOrganisation = async <Result>(
  pool: Pool,
  { organisationId, personId }: { organisationId: OrganisationId; personId: PersonId },
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> =>
  onClient(pool, async (client) => {
    await begin(client, { mode: '', organisationId, personId });
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });

/**
 * Runs one command on a team. The lock on its feed comes first, so that a team's commands decide one after another and
 * their sequence is the order of commits. `work` reads facts and decides; an empty list of changes writes nothing.
 * Gives what has to be delivered (null when nothing changed); a retry gives what the first try gave.
 * Throws `notFound` when the organisation has no such team, `commandReused` when the number was used for something else.
 */
export const commandInTeam = async (
  pool: Pool,
  command: TeamCommand,
  work: (client: PoolClient) => Promise<{ action: TeamAction; changes: RowChange[] }>,
): Promise<{ delivery: Delivery | null; repeated: boolean }> =>
  onClient(pool, async (client) => {
    const { organisationId, personId, teamId, commandId, now } = command;
    // Sent one behind another: the database looks for an earlier answer, and reads facts, when it has the lock.
    const [, locked, earlier, [decided]] = await Promise.all([
      begin(client, { mode: '', organisationId, personId }),
      client.query({
        name: 'lock-team-feed',
        text: `SELECT 1 FROM "Feed" WHERE "ownerId" = $1 AND "kind" = 'team' FOR UPDATE`,
        values: [teamId],
      }),
      client.query<{ procedure: string; inputDigest: string }>({
        name: 'earlier-answer',
        text: `SELECT "procedure", "inputDigest" FROM "Command" WHERE "personId" = $1 AND "commandId" = $2`,
        values: [personId, commandId],
      }),
      // What it decided counts only when there is such a team and no earlier answer.
      Promise.allSettled([work(client)]),
    ]);
    if (locked.rows.length !== 1) throw new DomainError('notFound');
    const [answered] = earlier.rows;
    if (answered) {
      if (answered.procedure !== command.procedure || answered.inputDigest !== command.inputDigest) {
        throw new DomainError('commandReused');
      }
      const delivery = await readOwnCommand(client, { teamId, commandId, personId });
      await client.query('COMMIT');
      return { delivery, repeated: true };
    }
    if (decided.status === 'rejected') throw decided.reason;
    const { action, changes } = decided.value;
    if (changes.length === 0) {
      await client.query('COMMIT');
      return { delivery: null, repeated: false };
    }
    const saving = saveTeamChanges(client, {
      organisationId,
      teamId,
      actorId: personId,
      commandId,
      answer: { procedure: command.procedure, inputDigest: command.inputDigest },
      action,
      changes,
      now,
      today: dateAt(now),
      newId: command.newId,
    });
    // Right behind the save: when the save fails, PostgreSQL makes a rollback of it.
    const [seq] = await Promise.all([saving, client.query('COMMIT')]);
    return { delivery: { feed: teamId, seq, commandId, actorId: personId, action, at: now, changes }, repeated: false };
  });

type ChangeRecord = Omit<Delivery, 'feed' | 'at'> & { at: string };
const changeColumns = `"seq"::int AS "seq", "commandId", "actorId", "action", (extract(epoch FROM "at") * 1000)::bigint::text AS "at", "changes"`;
const asDelivery = (feed: FeedId, row: ChangeRecord): Delivery => ({ ...row, feed, at: Number(row.at) });

/**
 * What the actor's own earlier command did in this team, for a retry and for undo; null when it is not theirs or was
 * pruned. A number belongs to whoever chose it: two people may have chosen the same one.
 */
export const readOwnCommand = async (
  client: PoolClient,
  { teamId, commandId, personId }: { teamId: TeamId; commandId: CommandId; personId: PersonId },
): Promise<Delivery | null> => {
  const result = await client.query<ChangeRecord>(
    `SELECT ${changeColumns} FROM "Change" WHERE "feedId" = $1 AND "commandId" = $2 AND "actorId" = $3`,
    [teamId, commandId, personId],
  );
  const [row] = result.rows;
  return row ? asDelivery(teamId, row) : null;
};

/** The sequence number of a feed, or null when this organisation has no such feed. */
export const readHead = async (client: PoolClient, feedId: FeedId): Promise<number | null> => {
  const result = await client.query<{ seq: number }>({
    name: 'feed-head',
    text: 'SELECT "seq"::int AS "seq" FROM "Feed" WHERE "ownerId" = $1',
    values: [feedId],
  });
  return result.rows[0]?.seq ?? null;
};

/** At most this many changes are caught up one by one; further behind, a new snapshot is cheaper. */
export const catchUpLimit = 500;

/**
 * The changes of a feed after `seq`, in order and without a hole; null when some were pruned or there are too many:
 * then a new snapshot is due.
 */
export const readChangesSince = async (
  client: PoolClient,
  { feedId, seq }: { feedId: FeedId; seq: number },
): Promise<Delivery[] | null> => {
  const head = await readHead(client, feedId);
  if (head === null) throw new DomainError('notFound');
  if (seq > head || head - seq > catchUpLimit) return null;
  const result = await client.query<ChangeRecord>({
    name: 'feed-since',
    text: `SELECT ${changeColumns} FROM "Change" WHERE "feedId" = $1 AND "seq" > $2 ORDER BY "seq"`,
    values: [feedId, seq],
  });
  if (result.rows.length !== head - seq) return null;
  return result.rows.map((row) => asDelivery(feedId, row));
};
