import { afterEvent, emptyQueue, nextOf, teamsWaiting } from '@roer/domain/offline-queue';
import type { KeptFailure, OfflineQueue, QueuedCommand, QueueEvent } from '@roer/domain/offline-queue';
import type { CommandId, TeamId } from '@roer/domain/ids';

/** What came of one try. `later`: no answer, or not now; nothing was decided. */
export type Tried<Answer> =
  | { is: 'done'; answer: Answer }
  | { is: 'refused'; failure: KeptFailure }
  | { is: 'later' }
  | { is: 'signedOut' };

export type Settled = { is: 'done' } | { is: 'refused'; failure: KeptFailure; kept: boolean } | { is: 'signedOut' };

export type SenderParts<Answer> = {
  /** Changes the queue that all windows of this person share, as one step. */
  change: (work: (queue: OfflineQueue) => OfflineQueue) => Promise<OfflineQueue>;
  /** Runs `work` while no other window runs it for this team. */
  alone: <Result>(teamId: TeamId, work: () => Promise<Result>) => Promise<Result>;
  ask: (command: QueuedCommand) => Promise<Tried<Answer>>;
  /** Resolves after this many milliseconds, or sooner when it makes sense to try again. */
  pause: (milliseconds: number) => Promise<void>;
  /** What the server did, before the queue forgets it; for a refused one null. */
  settled: (command: QueuedCommand, answer: Answer | null) => void;
  /** The queue as it is now, after every change. */
  shown: (queue: OfflineQueue) => void;
};

export type Sender = {
  /** Keeps a command and sends it in its turn; resolves when it was answered. */
  give: (command: QueuedCommand) => Promise<Settled>;
  event: (event: QueueEvent) => Promise<OfflineQueue>;
  /** Sends what waits, such as after a reload, or when the connection is back. */
  sendWaiting: () => Promise<void>;
  /** Reads what another window changed. */
  reread: () => Promise<OfflineQueue>;
  stop: () => void;
};

/**
 * Sends what waits, per team one by one and in order, each until it is answered (rules F8–F10). Several windows may do so
 * at once: whoever holds a team's turn reads the queue again before sending, and the server does a number once.
 */
export const createSender = <Answer>(parts: SenderParts<Answer>): Sender => {
  const listeners = new Map<CommandId, (settled: Settled) => void>();
  const running = new Set<TeamId>();
  /** Teams for which something was given while the last of them was being sent. */
  const again = new Set<TeamId>();
  const life = { isOver: false };

  const change = async (work: (queue: OfflineQueue) => OfflineQueue): Promise<OfflineQueue> => {
    const queue = await parts.change(work);
    if (!life.isOver) parts.shown(queue);
    tellSettled(queue);
    return queue;
  };
  const event = (what: QueueEvent): Promise<OfflineQueue> => change((queue) => afterEvent(queue, what));

  /** Also what another window sent: what no longer waits was answered, and what was refused says why. */
  const tellSettled = ({ waiting, refused }: OfflineQueue): void => {
    for (const [commandId, tell] of listeners) {
      if (waiting.some((command) => command.commandId === commandId)) continue;
      const refusal = refused.find((command) => command.commandId === commandId);
      listeners.delete(commandId);
      tell(refusal ? { is: 'refused', failure: refusal.failure, kept: true } : { is: 'done' });
    }
  };

  /** One try of the first command of a team. */
  const tryNext = async (teamId: TeamId): Promise<'next' | 'empty' | 'later' | 'signedOut'> => {
    const command = nextOf(await change((queue) => queue), teamId);
    if (!command || life.isOver) return 'empty';
    const { commandId } = command;
    const tried = await parts.ask(command);
    if (life.isOver) return 'empty';
    if (tried.is === 'signedOut') {
      listeners.get(commandId)?.(tried);
      listeners.delete(commandId);
      return 'signedOut';
    }
    if (tried.is === 'later') {
      await event({ what: 'unreached', teamId });
      return 'later';
    }
    parts.settled(command, tried.is === 'done' ? tried.answer : null);
    if (tried.is === 'done') {
      await event({ what: 'done', commandId });
      return 'next';
    }
    const tell = listeners.get(commandId);
    const told = tell !== undefined && !command.waited;
    if (told) listeners.delete(commandId);
    await event({ what: 'refused', commandId, failure: tried.failure, told });
    if (told) tell({ is: 'refused', failure: tried.failure, kept: false });
    return 'next';
  };

  const sendTeam = async (teamId: TeamId): Promise<void> => {
    again.add(teamId);
    if (running.has(teamId)) return;
    running.add(teamId);
    try {
      for (let failures = 0; !life.isOver;) {
        again.delete(teamId);
        const came = await parts.alone(teamId, () => tryNext(teamId));
        if (came === 'signedOut' || (came === 'empty' && !again.has(teamId))) return;
        failures = came === 'later' ? failures + 1 : 0;
        if (came === 'later') await parts.pause(Math.min(5000, 300 * 2 ** (failures - 1)));
      }
    } finally {
      running.delete(teamId);
    }
  };

  return {
    give: async (command) => {
      const queue = await parts.change((known) => afterEvent(known, { what: 'given', command }));
      // Not sooner: a command that is not kept yet looks like one that was answered.
      const settled = new Promise<Settled>((resolve) => listeners.set(command.commandId, resolve));
      parts.shown(queue);
      void sendTeam(command.teamId);
      return settled;
    },
    event,
    sendWaiting: async () => {
      const queue = await change((known) => known);
      await Promise.all(teamsWaiting(queue).map(sendTeam));
    },
    reread: () => change((queue) => queue),
    stop: () => {
      life.isOver = true;
    },
  };
};

/** What was kept, read as a queue: an empty one when nothing was, or something that is not a queue. */
export const asQueue = (value: unknown): OfflineQueue => {
  if (typeof value !== 'object' || value === null || !('waiting' in value) || !('refused' in value)) return emptyQueue;
  // Written by this file alone.
  return Array.isArray(value.waiting) && Array.isArray(value.refused) ? (value as OfflineQueue) : emptyQueue;
};
