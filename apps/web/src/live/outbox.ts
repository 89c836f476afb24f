import type { QueryClient } from '@tanstack/react-query';
import { emptyQueue, pendingOf } from '@roer/domain/offline-queue';
import type { QueuedCommand } from '@roer/domain/offline-queue';
import type { Delivery } from '@roer/domain/feed';
import type { CommandId, TeamId } from '@roer/domain/ids';
import { forget, send } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import { api, failureOf } from './api.ts';
import { changeOf, deviceKeepsNothing } from './device.ts';
import type { Owner } from './device.ts';
import { outboxNow, showOutbox, tellForgets } from './outbox-state.ts';
import { asQueue, createSender } from './queue-sender.ts';
import type { Sender, Tried } from './queue-sender.ts';
import { onDelivery } from './recent.ts';
import { catchUp, changeReplica, replicaOf, takeDelivery } from './team.ts';
import { pauseUnlessWoken } from './wake.ts';

let outbox: { sender: Sender; close: () => void; of: string } | null = null;

type Ask = (
  input: object,
  options: { signal: AbortSignal; context: { person: string } },
) => Promise<{ delivery: Delivery | null }>;

/** Longer and it counts as unanswered: the number makes asking again harmless. */
const patience = 20_000;

const ask = async ({ name, input, ...command }: QueuedCommand): Promise<Tried<Delivery | null>> => {
  const { commandId, teamId, context } = command;
  try {
    // Name and input were put together where both were typed; a union of procedures takes no input of its own.
    const procedure = api.responsibilities[name].mutate as unknown as Ask;
    const options = { signal: AbortSignal.timeout(patience), context: { person: context.actorId } };
    const { delivery } = await procedure({ ...input, commandId, teamId }, options);
    return { is: 'done', answer: delivery };
  } catch (error) {
    const { code, detail } = failureOf(error);
    if (code === 'unreachable' || code === 'tooManyRequests') return { is: 'later' };
    return code === 'signInNeeded' ? { is: 'signedOut' } : { is: 'refused', failure: { code, detail } };
  }
};

/** Where there are no locks (a page without https) windows may send at the same moment; the numbers make that harmless. */
const alone = (name: string, work: () => Promise<unknown>): Promise<unknown> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();

/**
 * Opens what this person left unsent on this device: it is shown again and sent. Does nothing when it is open already.
 */
export const openOutbox = (client: QueryClient, owner: Owner): void => {
  const name = `roer.${owner.organisationId}.${owner.personId}`;
  if (outbox?.of === name) return;
  closeOutbox();
  const windows = new BroadcastChannel(name);
  const known = new Set<CommandId>();
  const sender = createSender<Delivery | null>({
    change: async (work) => {
      let changed = false;
      const next = await changeOf(owner, 'queue', (value) => {
        const before = asQueue(value);
        const after = work(before);
        changed = after !== before;
        return after;
      });
      tellForgets(deviceKeepsNothing());
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
      if (changed) windows.postMessage(null);
      return next;
    },
    alone: async <Result>(teamId: TeamId, work: () => Promise<Result>) =>
      // A lock gives what the work gave.
      (await alone(`${name}.${teamId}`, work)) as Result,
    ask: async (command) => {
      const tried = await ask(command);
      // Whose cookie this is now is asked where the page knows what to do with it.
      if (tried.is === 'signedOut') void client.invalidateQueries({ queryKey: ['me'] });
      return tried;
    },
    pause: pauseUnlessWoken,
    settled: ({ teamId, commandId }, delivery) => {
      // A delivery settles its own command when it is applied, which may be after what was missed before it.
      if (delivery) takeDelivery(client, delivery);
      else changeReplica(client, teamId, (replica) => forget(replica, commandId));
    },
    shown: (next) => {
      showOutbox(next);
      for (const command of next.waiting.filter(({ commandId }) => !known.has(commandId))) {
        known.add(command.commandId);
        layOver(client, command);
      }
      takeOffAnswered(client, known);
    },
  });
  windows.addEventListener('message', () => void sender.reread());
  // A copy of a request that was long on its way may be done after all.
  const stopHearing = onDelivery(({ commandId }) => {
    if (outboxNow().refused.some((command) => command.commandId === commandId))
      void sender.event({ what: 'done', commandId });
  });
  const stopWatching = client.getQueryCache().subscribe(({ type, query }) => {
    // A team that was read while something of it was answered.
    if (type === 'updated' && query.queryKey[0] === 'team') takeOffAnswered(client, known);
  });
  outbox = {
    sender,
    of: name,
    close: () => {
      sender.stop();
      stopHearing();
      stopWatching();
      windows.close();
    },
  };
  void sender.sendWaiting();
};

/** Forgets what is in memory; what is kept on the device is removed by who empties it. */
export const closeOutbox = (): void => {
  outbox?.close();
  outbox = null;
  showOutbox(emptyQueue);
};

/** The sender of who is here. Throws when nobody is: commands are given behind the door only. */
export const openedSender = (): Sender => {
  if (!outbox) throw new Error('The outbox is opened with the page of somebody who is signed in.');
  return outbox.sender;
};

/** Sends what waits, when the connection is back. */
export const sendWaiting = (): void => void outbox?.sender.sendWaiting();

export const keepTeamsOnly = (teamIds: readonly TeamId[]): void =>
  void outbox?.sender.event({ what: 'teams', teamIds });

export const dismissRefused = (commandId: CommandId): void =>
  void outbox?.sender.event({ what: 'dismissed', commandId });

/** Shows what waits on a team that is here; one that is read later gets it when it comes. */
const layOver = (client: QueryClient, command: QueuedCommand): void =>
  changeReplica(client, command.teamId, (replica) =>
    replica.pending.some(({ commandId }) => commandId === command.commandId)
      ? replica
      : send(replica, pendingOf(command)),
  );

/** Takes off what was answered in another window. */
const takeOffAnswered = (client: QueryClient, known: ReadonlySet<CommandId>): void => {
  const { waiting } = outboxNow();
  for (const [key, replica] of client.getQueriesData<Replica>({ queryKey: ['team'] }))
    for (const { commandId } of replica?.pending ?? [])
      if (known.has(commandId) && !waiting.some((command) => command.commandId === commandId))
        // Keys of teams are made by `teamKey` alone.
        void takeOff(client, key[1] as TeamId, commandId);
};

/** What was done elsewhere is in the feed: first that, so that nothing jumps back and forth. */
const takeOff = async (client: QueryClient, teamId: TeamId, commandId: CommandId): Promise<void> => {
  await catchUp(client, teamId);
  if (replicaOf(client, teamId)?.pending.some((command) => command.commandId === commandId))
    changeReplica(client, teamId, (replica) => forget(replica, commandId));
};
