import { carryCommands } from '@roer/domain/responsibilities/carry-commands';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import type { TeamCommandInput } from '@roer/domain/responsibilities/team-commands';
import { newId } from '../../live/clock.ts';
import { teamCommand } from './commands.ts';
import type { BoardCommand } from './commands.ts';

// Commands of carrying that make something, with a new id for it.

export const takeOver = (
  given: Omit<TeamCommandInput<'takeOver'>, 'assignmentId'>,
  context: DecisionContext,
): BoardCommand => teamCommand(carryCommands.takeOver, { ...given, assignmentId: newId<'assignment'>() }, context);

export const makeOffer = (
  given: Omit<TeamCommandInput<'makeOffer'>, 'offerId'>,
  context: DecisionContext,
): BoardCommand => teamCommand(carryCommands.makeOffer, { ...given, offerId: newId<'offer'>() }, context);

export const acceptOffer = (
  given: Omit<TeamCommandInput<'acceptOffer'>, 'assignmentId'>,
  context: DecisionContext,
): BoardCommand => teamCommand(carryCommands.acceptOffer, { ...given, assignmentId: newId<'assignment'>() }, context);
