import { DomainError } from '@roer/domain/errors';
import { dateAt } from '@roer/domain/dates';
import type { Delivery, RowChange } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { OrganisationAction } from '@roer/domain/organisation/actions';
import type { PrismaClient } from './generated/client.ts';
import { inOrganisation } from './organisation-transaction.ts';
import type { Transaction } from './organisation-transaction.ts';
import { saveResets } from './organisation-reset.ts';
import { statementsIn } from './statements.ts';
import { saveTeamChanges } from './team-save.ts';

/** Who asks what, and when (epoch milliseconds). `inputDigest` tells a retry from another command under the same number. */
export type OrganisationCommand = {
  organisationId: OrganisationId;
  personId: PersonId;
  commandId: CommandId;
  procedure: string;
  inputDigest: string;
  now: number;
  newId: () => string;
};

/** What a command did in one team's feed. `moved`: those of the changes that `work` wrote itself. */
export type TeamPart = {
  teamId: TeamId;
  action: TeamAction;
  changes: RowChange[];
  moved?: ReadonlySet<RowChange>;
};

/** Ids and numbers only: it is kept for a retry, beside an audit entry that never goes. */
export type CommandResult = Record<string, string | number | boolean | null>;

/**
 * What a command did: to the organisation and, in the same moment, to teams. `done` is null when there was nothing to do;
 * then nothing is written at all.
 */
export type OrganisationDone<Result extends CommandResult> = {
  done: {
    action: OrganisationAction;
    subjectId: string;
    detail?: Record<string, string | number>;
    teams?: TeamPart[];
    /** Teams of which so much changed that their browsers ask for all of it anew. */
    resets?: TeamId[];
    /** Teams that `work` made: nobody else can hold their feed. */
    made?: TeamId[];
  } | null;
  result: Result;
};

/**
 * Runs one command on the organisation in one transaction. The lock on the organisation's feed comes first, then those of
 * the teams it touches, sorted: so commands on the structure decide one after another, and none waits in a circle.
 * `open` is the gate, also for a retry. The caller's `work` writes the tables of the organisation; this writes the feeds, the audit entry, the answer to a retry
 * and the changes of teams. `finish` comes after all of that, before the commit. Gives what has to be delivered; a retry gives the first result and delivers nothing.
 * Throws `commandReused` when the number was used for something else, `changedMeanwhile` when a team came into it after
 * the locks.
 */
export const commandInOrganisation = async <Opened, Result extends CommandResult>(
  prisma: PrismaClient,
  command: OrganisationCommand,
  steps: {
    open: (transaction: Transaction) => Promise<Opened>;
    teams?: (opened: Opened) => Promise<TeamId[]>;
    work: (opened: Opened) => Promise<OrganisationDone<Result>>;
    /** Last of all, when something was done. */
    finish?: (opened: Opened) => Promise<void>;
  },
): Promise<{ result: Result; deliveries: Delivery[]; repeated: boolean; written: boolean }> =>
  inOrganisation(prisma, command, async (transaction) => {
    await lockFeeds(transaction, [command.organisationId]);
    const opened = await steps.open(transaction);
    const answered = await earlierAnswer(transaction, command);
    // The same procedure wrote it, of the same input.
    if (answered) return { result: answered as Result, deliveries: [], repeated: true, written: true };
    const locked = new Set(steps.teams ? await steps.teams(opened) : []);
    await lockFeeds(transaction, [...locked].toSorted());
    const { done, result } = await steps.work(opened);
    if (!done) return { result, deliveries: [], repeated: false, written: false };
    const teams = (done.teams ?? []).filter((part) => part.changes.length > 0);
    const resets = done.resets ?? [];
    for (const teamId of done.made ?? []) locked.add(teamId);
    if (![...teams.map((part) => part.teamId), ...resets].every((teamId) => locked.has(teamId)))
      throw new DomainError('changedMeanwhile');
    await record(transaction, command, done, result);
    const deliveries: Delivery[] = [];
    for (const part of teams) deliveries.push(await saveTeam(transaction, command, part));
    deliveries.push(...(await saveResets(statementsIn(transaction), command, resets)));
    await steps.finish?.(opened);
    return { result, deliveries, repeated: false, written: true };
  });

const lockFeeds = async (transaction: Transaction, ownerIds: readonly string[]): Promise<void> => {
  if (ownerIds.length === 0) return;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "Feed" WHERE "ownerId" = ANY (${[...ownerIds]}::uuid[]) ORDER BY "ownerId" FOR UPDATE`;
  if (rows.length !== ownerIds.length) throw new DomainError('notFound');
};

const earlierAnswer = async (transaction: Transaction, command: OrganisationCommand): Promise<unknown> => {
  const { organisationId, personId, commandId } = command;
  const answered = await transaction.command.findUnique({
    where: { organisationId_personId_commandId: { organisationId, personId, commandId } },
  });
  if (!answered) return null;
  if (answered.procedure !== command.procedure || answered.inputDigest !== command.inputDigest)
    throw new DomainError('commandReused');
  return answered.result;
};

const record = async (
  transaction: Transaction,
  command: OrganisationCommand,
  done: NonNullable<OrganisationDone<CommandResult>['done']>,
  result: CommandResult,
): Promise<void> => {
  const { organisationId, personId, commandId, procedure, inputDigest } = command;
  const at = new Date(command.now);
  const feed = await transaction.feed.update({
    where: { organisationId_ownerId: { organisationId, ownerId: organisationId } },
    data: { seq: { increment: 1 } },
  });
  const { action, subjectId } = done;
  const by = { organisationId, actorId: personId, action, at };
  await transaction.change.create({ data: { ...by, feedId: organisationId, seq: feed.seq, commandId, changes: [] } });
  await transaction.command.create({
    data: { organisationId, personId, commandId, procedure, inputDigest, result, at },
  });
  await transaction.auditEntry.create({
    data: { ...by, id: command.newId(), subjectId, detail: done.detail ?? {} },
  });
};

const saveTeam = async (
  transaction: Transaction,
  command: OrganisationCommand,
  { teamId, action, changes, moved }: TeamPart,
): Promise<Delivery> => {
  const { organisationId, personId: actorId, commandId, now, newId } = command;
  const seq = await saveTeamChanges(statementsIn(transaction), {
    organisationId,
    teamId,
    actorId,
    commandId,
    answer: null,
    action,
    changes,
    ...(moved ? { moved } : {}),
    now,
    today: dateAt(now),
    newId,
  });
  return { feed: teamId, seq, commandId, actorId, action, at: now, changes };
};
