import { applyChanges } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import { actionOf, teamCommandKind } from '@roer/domain/responsibilities/team-commands';
import type { TeamCommandInput, TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import type { TeamCommand } from '../../live/apply.ts';
import { newId } from '../../live/clock.ts';

/** A command of this slice: how it is decided here, how the server is asked, and which action the feed will tell. */
export type BoardCommand = TeamCommand & { action: TeamAction; decide: (facts: TeamSnapshot) => RowChange[] };

/** A command of the table by its name. Ids of what it makes are in its input, so that a retry makes the same thing. */
export const teamCommand = <Name extends TeamCommandName>(
  name: Name,
  input: TeamCommandInput<Name>,
  context: DecisionContext,
): BoardCommand => {
  const kind = teamCommandKind(name);
  return {
    name,
    input,
    context,
    action: actionOf(kind, input),
    decide: (facts) => kind.decide(facts, input, context),
  };
};

/** The team as it would be after a command; throws what the command throws. */
export const afterOf =
  ({ decide }: BoardCommand) =>
  (snapshot: TeamSnapshot): TeamSnapshot =>
    applyChanges(snapshot, decide(snapshot));

type Without<Input, Key extends keyof Input> = Omit<Input, Key>;

export const takeOver = (
  given: Without<TeamCommandInput<'takeOver'>, 'assignmentId'>,
  context: DecisionContext,
): BoardCommand => teamCommand('takeOver', { ...given, assignmentId: newId<'assignment'>() }, context);

export const makeOffer = (
  given: Without<TeamCommandInput<'makeOffer'>, 'offerId'>,
  context: DecisionContext,
): BoardCommand => teamCommand('makeOffer', { ...given, offerId: newId<'offer'>() }, context);

export const acceptOffer = (
  given: Without<TeamCommandInput<'acceptOffer'>, 'assignmentId'>,
  context: DecisionContext,
): BoardCommand => teamCommand('acceptOffer', { ...given, assignmentId: newId<'assignment'>() }, context);
