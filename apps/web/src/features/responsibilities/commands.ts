import { applyChanges } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import { actionOf } from '@roer/domain/responsibilities/command-kind';
import type { TeamCommandKind, TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import type { TeamCommand } from '../../live/apply.ts';

/** A command on a team: how it is decided here, how the server is asked, and which action the feed will tell. */
export type BoardCommand = TeamCommand & { action: TeamAction; decide: (facts: TeamSnapshot) => RowChange[] };

/**
 * A command of one of the groups (`carryCommands.giveBack`), which the caller imports: the table of all of them would bring
 * everything that decides into the first page. Ids of what it makes are in its input, so that a retry makes the same thing.
 */
export const teamCommand = <Input extends object>(
  kind: TeamCommandKind<Input> & { readonly name: TeamCommandName },
  input: NoInfer<Input>,
  context: DecisionContext,
): BoardCommand => ({
  name: kind.name,
  input,
  context,
  action: actionOf(kind, input),
  decide: (facts) => kind.decide(facts, input, context),
});

/** The team as it would be after a command; throws what the command throws. */
export const afterOf =
  ({ decide }: BoardCommand) =>
  (snapshot: TeamSnapshot): TeamSnapshot =>
    applyChanges(snapshot, decide(snapshot));
