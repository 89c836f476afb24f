import { isBuddyOf } from '@roer/db/buddies';
import { readManagersOf } from '@roer/db/obstacles';
import { readWhoAccepted } from '@roer/db/offer-taken';
import { readOccurrence } from '@roer/db/team-occurrences';
import { readOwnCommand } from '@roer/db/team-transaction';
import type { TeamPermission } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import { heldSince } from '@roer/domain/still-of-use';
import type { RowChange } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { CommandId, TeamId } from '@roer/domain/ids';
import type { WhichOccurrence } from '@roer/domain/responsibilities/duties';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import { occurrenceId } from '@roer/domain/responsibilities/occurrence-id';
import { occursOn } from '@roer/domain/responsibilities/occurrences';
import { actionOf } from '@roer/domain/responsibilities/command-kind';
import { carryingEntities, teamCommandKind } from '@roer/domain/responsibilities/team-commands';
import type { TeamCommandInput, TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import type { Transaction } from '../../platform/transaction.ts';
import { openTeam } from './access.ts';
import type { AllowedTeam } from './access.ts';

type Done = { action: TeamAction; changes: RowChange[] };

const context = ({ transaction }: { transaction: Transaction }): DecisionContext => ({
  actorId: transaction.actor.personId,
  today: transaction.today,
});

/**
 * What only the server looks at (rule R3.8): whether the rule gives that date, because a browser would have to load
 * recurrence before its first paint; and the row of a date from before what facts hold. Throws `occurrenceGone`.
 */
const withRealDate = async (
  team: AllowedTeam<'duty.settle'>,
  { dutyId, recurrenceDate }: WhichOccurrence,
): Promise<AllowedTeam<'duty.settle'>> => {
  const { transaction, subject } = team;
  const duty = subject.duty[dutyId];
  if (!duty) return team;
  const isOld = recurrenceDate < heldSince(transaction.today);
  const known = subject.occurrence[occurrenceId(dutyId, recurrenceDate)];
  const row = known ?? (isOld ? await readOccurrence(transaction.client, { dutyId, recurrenceDate }) : null);
  if (row?.state !== 'done' && row?.state !== 'skipped' && !occursOn(duty, recurrenceDate))
    throw new DomainError('occurrenceGone');
  return row ? { ...team, subject: { ...subject, occurrence: { ...subject.occurrence, [row.id]: row } } } : team;
};

const aboutDates: ReadonlySet<TeamCommandName> = new Set(['settleOccurrence', 'moveOccurrence', 'reopenOccurrence']);

/**
 * What only the server looks at (rule W6.3): whether that person leads this team today, and what they are called.
 * Throws `addresseeGone`.
 */
const withAddressee = async (
  { subject, transaction }: AllowedTeam<TeamPermission>,
  input: TeamCommandInput<'raiseObstacle'>,
): Promise<TeamCommandInput<'raiseObstacle'>> => {
  const managers = await readManagersOf(transaction.client, { teamId: subject.id, today: transaction.today });
  const addressee = managers.find(({ id }) => id === input.addressedTo);
  if (!addressee) throw new DomainError('addresseeGone');
  return { ...input, addressedName: addressee.name };
};

/** What only the server looks at (rule L1.3): whether whoever answers is the learner's buddy. */
const withBuddy = async (
  { subject, transaction }: AllowedTeam<TeamPermission>,
  input: TeamCommandInput<'confirmLevel'>,
): Promise<TeamCommandInput<'confirmLevel'>> => {
  const learner = subject.coverLevel[input.coverLevelId]?.personId;
  const { client, actor, today } = transaction;
  const asBuddy =
    learner !== undefined && (await isBuddyOf(client, { personId: learner, buddyId: actor.personId, today }));
  return { ...input, asBuddy };
};

/** Tells who was first when an offer is gone because somebody accepted it (rule R4.12): facts hold open offers only. */
const withWhoWasFirst = async (
  team: AllowedTeam<TeamPermission>,
  { offerId }: TeamCommandInput<'acceptOffer'>,
  error: unknown,
): Promise<unknown> => {
  if (!(error instanceof DomainError) || error.code !== 'offerGone') return error;
  const by = await readWhoAccepted(team.transaction.client, { teamId: team.subject.id, offerId });
  return by && by !== team.transaction.actor.personId ? new DomainError('offerGone', { by }) : error;
};

/** Opens the team for a command of the table and decides it there. Throws what its gate and its decision throw. */
export const decideTeamCommand = async <Name extends TeamCommandName>(
  transaction: Transaction,
  name: Name,
  input: TeamCommandInput<Name> & { teamId: TeamId },
): Promise<Done> => {
  const kind = teamCommandKind(name);
  const opened = await openTeam(transaction, {
    teamId: input.teamId,
    permission: kind.permission,
    about: kind.about?.(input) ?? null,
    entities: [...carryingEntities, ...(kind.reads ?? [])],
  });
  const team = aboutDates.has(name)
    ? // The name says which input it is and what was opened.
      await withRealDate(opened as AllowedTeam<'duty.settle'>, input as TeamCommandInput<'settleOccurrence'>)
    : opened;
  try {
    const known =
      name === 'raiseObstacle'
        ? // The name says which input it is, before and after.
          ((await withAddressee(team, input as TeamCommandInput<'raiseObstacle'>)) as TeamCommandInput<Name>)
        : name === 'confirmLevel' || name === 'declineLevel'
          ? // The name says which input it is, before and after.
            ((await withBuddy(team, input as TeamCommandInput<'confirmLevel'>)) as TeamCommandInput<Name>)
          : input;
    return { action: actionOf(kind, input), changes: kind.decide(team.subject, known, context(team)) };
  } catch (error) {
    // The name says which input it is.
    throw name === 'acceptOffer' ? await withWhoWasFirst(team, input as TeamCommandInput<'acceptOffer'>, error) : error;
  }
};

/** Takes back an earlier command of the actor in this team. Throws `nothingToUndo`, `cannotUndo`, `changedMeanwhile`. */
export const undo = async (team: AllowedTeam<'team.undo'>, input: { undoes: CommandId }): Promise<Done> => {
  const { client, actor } = team.transaction;
  const done = await readOwnCommand(client, {
    teamId: team.subject.id,
    commandId: input.undoes,
    personId: actor.personId,
  });
  if (!done) throw new DomainError('nothingToUndo');
  return { action: 'undo', changes: decideUndo(team.subject, done, context(team)) };
};
