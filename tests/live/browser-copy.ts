import type { Delivery, TeamSnapshot } from '@roer/domain/feed';
import type { CommandId, PersonId, TeamId } from '@roer/domain/ids';
import { forget, isBehind, receive, restart, send, shownBy, startReplica } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import { TRPCClientError } from '@trpc/client';
import type { TestApplication, TestSocket } from '../kit/application.ts';
import type { RandomCommand } from './random-command.ts';

/** What came of one command: what every answer that was waited for said. */
export type Outcome = { commandId: CommandId; personId: PersonId; answers: Answer[] };
export type Answer = { delivery: Delivery | null } | { refused: string };

/**
 * One browser's copy of a team over a bad network, in the steps of apps/web/src/live: deliveries wait in `inbox` until the
 * test hands them over in whatever order; answers and catching up use the real server.
 */
export type BrowserCopy = {
  readonly personId: PersonId;
  replica: Replica;
  inbox: Delivery[];
  /** The highest sequence number that the socket brought, also when the test threw it away. */
  heard: number;
  heads: number;
  socket: TestSocket | null;
  readonly cookie: string;
  readonly done: Delivery[];
};

export const openCopy = async (
  application: TestApplication,
  { personId, teamId, cookie }: { personId: PersonId; teamId: TeamId; cookie: string },
): Promise<BrowserCopy> => {
  const { seq, snapshot } = await application.client(cookie).responsibilities.board.query({ teamId });
  const copy: BrowserCopy = {
    personId,
    cookie,
    replica: startReplica(seq, snapshot),
    inbox: [],
    heard: seq,
    heads: seq,
    socket: null,
    done: [],
  };
  await connect(application, copy, teamId);
  return copy;
};

/** Opens the channel (again). What happened meanwhile was never sent to this socket. */
export const connect = async (application: TestApplication, copy: BrowserCopy, teamId: TeamId): Promise<void> => {
  copy.socket?.close();
  const socket = await application.socket(copy.cookie);
  copy.socket = socket;
  socket.on('change', (delivery) => {
    copy.heard = Math.max(copy.heard, delivery.seq);
    copy.inbox.push(delivery);
  });
  socket.on('heads', (heads) => {
    copy.heads = Math.max(copy.heads, heads[teamId] ?? 0);
  });
  const answer = await socket.emitWithAck('listen', { teamId });
  if (!answer.ok) throw new Error('A member may listen.');
  copy.heads = Math.max(copy.heads, answer.head);
};

/** As takeDelivery of the web. */
export const take = async (
  application: TestApplication,
  copy: BrowserCopy,
  delivery: Delivery,
  teamId: TeamId,
): Promise<void> => {
  const { replica, need } = receive(copy.replica, delivery);
  copy.replica = replica;
  if (need !== 'nothing') await mend(application, copy, teamId);
};

/** As `mend` of the web. */
export const mend = async (application: TestApplication, copy: BrowserCopy, teamId: TeamId): Promise<void> => {
  const { responsibilities } = application.client(copy.cookie);
  try {
    const { changes } = await responsibilities.since.query({ teamId, seq: copy.replica.seq });
    if (changes && !changes.some((delivery) => delivery.action === 'reset')) {
      for (const delivery of changes) copy.replica = receive(copy.replica, delivery).replica;
      return;
    }
    const { seq, snapshot } = await responsibilities.board.query({ teamId });
    copy.replica = restart(copy.replica, seq, snapshot);
  } catch (error) {
    // Not reached, because the server starts again: the heads ask later.
    if (!(error instanceof TRPCClientError) || error.shape !== undefined) throw error;
  }
};

/** As the web on `heads`. */
export const heed = async (application: TestApplication, copy: BrowserCopy, teamId: TeamId): Promise<void> => {
  if (isBehind(copy.replica, copy.heads)) await mend(application, copy, teamId);
};

export const seenBy = (copy: BrowserCopy): TeamSnapshot => shownBy(copy.replica);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const answerOf = async (asked: Promise<{ delivery: Delivery | null }>): Promise<Answer> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCClientError && typeof error.data?.code === 'string') {
      const { code } = error.data;
      if (code === 'unexpected') throw error;
      return { refused: code };
    }
    // Not reached: asked again by the caller, as the web does.
    return { refused: 'unreachable' };
  }
};

/**
 * Shows a command at once, asks with the same number as often as `tries` says (each a list of attempts made at the same
 * moment), and believes the last answer. `current` is where the server is by then.
 */
export const give = async (
  current: () => TestApplication,
  copy: BrowserCopy,
  options: { command: RandomCommand; teamId: TeamId; commandId: CommandId; tries: readonly number[] },
): Promise<Outcome> => {
  const { command, teamId, commandId } = options;
  const address = { commandId, teamId };
  copy.replica = send(copy.replica, { commandId, decide: command.decide });
  const answers: Answer[] = [];
  const ask = (): Promise<Answer> => answerOf(command.ask(current().client(copy.cookie), address));
  for (const together of options.tries) answers.push(...(await Promise.all(Array.from({ length: together }, ask))));
  for (;;) {
    const last = answers.at(-1);
    if (last && 'refused' in last && last.refused === 'unreachable') {
      await pause(5);
      answers.push(await ask());
      continue;
    }
    const arrived = answers.find((answer) => 'delivery' in answer && answer.delivery !== null);
    if (last && 'delivery' in last && last.delivery) await take(current(), copy, last.delivery, teamId);
    else copy.replica = forget(copy.replica, commandId);
    if (arrived && 'delivery' in arrived && arrived.delivery) copy.done.push(arrived.delivery);
    return { commandId, personId: copy.personId, answers };
  }
};
