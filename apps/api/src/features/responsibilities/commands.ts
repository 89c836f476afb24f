import { readWhoAccepted } from '@roer/db/offer-taken';
import { readOwnCommand } from '@roer/db/team-transaction';
import type { TeamPermission } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { RowChange, TeamAction } from '@roer/domain/feed';
import type { CommandId, TeamId } from '@roer/domain/ids';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import { occursOn } from '@roer/domain/responsibilities/occurrences';
import { actionOf, carryingEntities, teamCommandKind } from '@roer/domain/responsibilities/team-commands';
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

/** What only the server looks at, because a browser would have to load recurrence before its first paint (rule R3.8). */
const demandRealDate = (team: AllowedTeam<'duty.settle'>, input: TeamCommandInput<'settleOccurrence'>): void => {
  const duty = team.subject.duty[input.dutyId];
  const { recurrenceDate } = input;
  if (duty && !team.subject.occurrence[`${duty.id}:${recurrenceDate}`] && !occursOn(duty, recurrenceDate))
    throw new DomainError('occurrenceGone');
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
  const team = await openTeam(transaction, {
    teamId: input.teamId,
    permission: kind.permission,
    about: kind.about?.(input) ?? null,
    entities: [...carryingEntities, ...(kind.reads ?? [])],
  });
  if (name === 'settleOccurrence' || name === 'moveOccurrence')
    // The name says which input it is and what was opened.
    demandRealDate(team as AllowedTeam<'duty.settle'>, input as TeamCommandInput<'settleOccurrence'>);
  try {
    return { action: actionOf(kind, input), changes: kind.decide(team.subject, input, context(team)) };
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
