import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CommandId, TeamId } from '@roer/domain/ids';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import type { TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import { send, shownBy } from '@roer/domain/replica';
import type { PendingCommand } from '@roer/domain/replica';
import type { Failure } from './api.ts';
import { newId } from './clock.ts';
import { home } from './home.ts';
import { changeReplica, replicaOf } from './team.ts';

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
  /** Its number, where the caller needs to know it before the answer. */
  commandId?: CommandId;
};

export type Outcome =
  | { ok: true; commandId: CommandId }
  /** `kept`: it stands among what did not work, so that it need not be told here. */
  | ({ ok: false; kept: boolean } & Failure);

/**
 * Shows a command's effect at once, keeps it on this device and sends it, in order and until it is answered. What the
 * person sees is taken back if the server refuses; the outcome says why. Without a connection it stays pending, also
 * after the page was loaded again.
 */
export const useTeamsCommand = (): ((teamId: TeamId, command: TeamCommand) => Promise<Outcome>) => {
  const client = useQueryClient();
  return useCallback((teamId, command) => give(client, teamId, command), [client]);
};

/** The same for one team. */
export const useTeamCommand = (teamId: TeamId): ((command: TeamCommand) => Promise<Outcome>) => {
  const client = useQueryClient();
  return useCallback((command) => give(client, teamId, command), [client, teamId]);
};

const give = async (client: QueryClient, teamId: TeamId, command: TeamCommand): Promise<Outcome> => {
  const { name, input, decide = () => [], commandId = newId<'command'>() } = command;
  const replica = replicaOf(client, teamId);
  const snapshot = replica ? shownBy(replica) : null;
  // An undo is only ever made with the number of a command.
  const undoes = name === 'undo' && 'undoes' in input ? { undoes: input.undoes as CommandId } : {};
  // In the same moment as the press.
  changeReplica(client, teamId, (known) => send(known, { commandId, decide, ...undoes }));
  const { giveCommand } = await home();
  const settled = await giveCommand(command, { teamId, commandId, snapshot });
  if (settled.is === 'done') return { ok: true, commandId };
  if (settled.is === 'signedOut') return { ok: false, code: 'signInNeeded', detail: {}, kept: false };
  const { code, detail } = settled.failure;
  // The queue keeps what the api said in this very version, or another window of it.
  return { ok: false, code: code as Failure['code'], detail, kept: settled.kept };
};
