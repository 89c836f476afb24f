import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Delivery } from '@roer/domain/feed';
import type { CommandId, TeamId } from '@roer/domain/ids';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import type { TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import { forget, send } from '@roer/domain/replica';
import type { PendingCommand } from '@roer/domain/replica';
import { api, failureOf } from './api.ts';
import type { Failure } from './api.ts';
import { askAgain } from './ask-again.ts';
import { newId } from './clock.ts';
import { changeReplica, replicaOf, takeDelivery } from './team.ts';

/**
 * One command on a team, as data, so that a device can keep it: the name of its procedure and its input; and how this
 * browser decides it meanwhile. It is asked again with the same number until the server answers.
 */
export type TeamCommand = {
  name: TeamCommandName | 'undo';
  input: object;
  context: DecisionContext;
  /** Throws a DomainError when it cannot be; leave it out when only the server can tell. */
  decide?: PendingCommand['decide'];
};

type Ask = (input: object) => Promise<{ delivery: Delivery | null }>;

const ask = ({ name, input }: TeamCommand, command: { commandId: CommandId; teamId: TeamId }) => {
  // Name and input were put together where both were typed; a union of procedures takes no input of its own.
  const procedure = api.responsibilities[name].mutate as unknown as Ask;
  return procedure({ ...command, ...input });
};

export type Outcome = { ok: true; commandId: CommandId } | ({ ok: false } & Failure);

// One queue per team, so that the server gets this browser's commands in the order in which they were given.
const queues = new Map<TeamId, Promise<unknown>>();

const askUntilAnswered = async (
  client: QueryClient,
  teamId: TeamId,
  commandId: CommandId,
  command: TeamCommand,
): Promise<Outcome> => {
  try {
    const { delivery } = await askAgain(() => ask(command, { commandId, teamId }));
    // A delivery settles its own command when it is applied, which may be after what was missed before it.
    if (delivery) takeDelivery(client, delivery);
    else changeReplica(client, teamId, (replica) => forget(replica, commandId));
    return { ok: true, commandId };
  } catch (error) {
    changeReplica(client, teamId, (replica) => forget(replica, commandId));
    return { ok: false, ...failureOf(error) };
  }
};

/**
 * Shows a command's effect at once and sends it, in order and until it is answered. What the person sees is taken back
 * if the server refuses; the outcome says why. Waiting for a lost connection keeps the command pending.
 */
export const useTeamCommand = (teamId: TeamId): ((command: TeamCommand) => Promise<Outcome>) => {
  const client = useQueryClient();
  return useCallback(
    (command) => {
      const { decide } = command;
      const commandId = newId<'command'>();
      if (decide && replicaOf(client, teamId)) {
        changeReplica(client, teamId, (replica) => send(replica, { commandId, decide }));
      }
      const queued = (queues.get(teamId) ?? Promise.resolve()).then(() =>
        askUntilAnswered(client, teamId, commandId, command),
      );
      queues.set(teamId, queued);
      return queued;
    },
    [client, teamId],
  );
};
