import type { QueryClient } from '@tanstack/react-query';
import { pendingOf, rowOfEdit, titleOf } from '@roer/domain/offline-queue';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { CommandId, TeamId } from '@roer/domain/ids';
import { send } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import type { TeamCommand } from './apply.ts';
import { now } from './clock.ts';
import { connectionNow } from './connection.ts';
import { emptyDevice, keepLiveMoment, keepWho, ownDevice } from './device.ts';
import type { Owner } from './device.ts';
import { forgetDrafts } from './kept-drafts.ts';
import { keepOnlyTeams, keepTeams } from './kept-teams.ts';
import { closeOutbox, keepTeamsOnly, openedSender, openOutbox, sendWaiting } from './outbox.ts';
import { outboxNow } from './outbox-state.ts';
import type { Settled } from './queue-sender.ts';
import { wake } from './wake.ts';

// What a device keeps of somebody: loaded after the first paint, because nothing on screen waits for it.

/** Milliseconds between two notes that there is a connection: what is shown without one is that old at most. */
const noteEvery = 30_000;

let close: (() => void) | null = null;
/** Whose page this is. */
let here: string | null = null;

/** The server said who is here: what is kept becomes theirs alone, and what they left unsent goes on. */
export const arrive = (client: QueryClient, given: { me: object; owner: Owner; teamIds: readonly TeamId[] }): void => {
  const { me, owner, teamIds } = given;
  const owned = ownDevice(owner);
  enter(client, owner);
  void owned.then(() => keepWho({ me, owner })).then(() => keepOnlyTeams(teamIds));
  keepTeamsOnly(teamIds);
};

/** This device said who was here last. */
export const arriveAgain = (client: QueryClient, owner: Owner): void => {
  void ownDevice(owner);
  enter(client, owner);
};

/** Somebody else signed in beside a page that stayed open: it forgets what it knew of who was here (rule F12). */
const startOver = (client: QueryClient): void => {
  forgetDrafts();
  void client.resetQueries({ predicate: ({ queryKey: [kind] }) => kind !== 'me' && kind !== 'first-run' });
};

const enter = (client: QueryClient, owner: Owner): void => {
  const whose = `${owner.organisationId} ${owner.personId}`;
  if (here !== null && here !== whose) startOver(client);
  here = whose;
  openOutbox(client, owner);
  if (close) return;
  const stop = keepTeams(client);
  const note = (): void => {
    if (connectionNow().state === 'live') keepLiveMoment();
  };
  const timer = setInterval(note, noteEvery);
  addEventListener('pagehide', note);
  close = () => {
    stop();
    clearInterval(timer);
    removeEventListener('pagehide', note);
  };
};

/** Nobody is here any more: nothing of who was stays on this device. */
export const leave = (): Promise<void> => {
  here = null;
  closeOutbox();
  forgetDrafts();
  close?.();
  close = null;
  return emptyDevice();
};

/** There is a connection again. */
export const sendAgain = (): void => {
  wake();
  sendWaiting();
};

/** A team that was just read, with what waits for it on top. */
export const withWaiting = (replica: Replica, teamId: TeamId): Replica =>
  outboxNow()
    .waiting.filter((command) => command.teamId === teamId)
    .reduce((shown, command) => send(shown, pendingOf(command)), replica);

type Given = { teamId: TeamId; commandId: CommandId; snapshot: TeamSnapshot | null };

/** Keeps a command and sends it in its turn. `snapshot` is what was on screen when it was given. */
export const giveCommand = (
  { name, input, context }: TeamCommand,
  { teamId, commandId, snapshot }: Given,
): Promise<Settled> =>
  openedSender().give({
    commandId,
    teamId,
    name,
    input,
    context,
    at: now(),
    title: snapshot && titleOf(snapshot, input),
    seen: snapshot && rowOfEdit(snapshot, { name, input }),
    waited: false,
  });
