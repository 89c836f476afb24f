import type { QueryClient } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import type { ClientMessages, ServerMessages } from '@roer/api/contract';
import type { TeamId } from '@roer/domain/ids';
import { isBehind } from '@roer/domain/replica';
import { now } from './clock.ts';
import { setConnection } from './connection.ts';
import { patiently } from './patiently.ts';
import { home } from './home.ts';
import { forgetPresence, takePresence, tellLook, tellLooksBy } from './presence.ts';
import { rememberedOnly } from './remembered.ts';
import { catchUp, replicaOf, takeDelivery, teamKey } from './team.ts';
import { forgetWhatIf, takeWhatIf, tellWhatIf, tellWhatIfsBy } from './what-if.ts';

type Channel = Socket<ServerMessages, ClientMessages>;

/** What the rest of the page does when somebody's rights or session change, or results of check-ins were published. */
export type RightsListener = {
  rightsChanged: () => void;
  sessionEnded: () => void;
  organisationChanged: () => void;
  released: () => void;
  learningChanged: () => void;
  dashboardChanged: () => void;
};

/** One browser page's channel: which teams it listens to, and how to end it. */
export type Listening = { listenTo: (teamIds: readonly TeamId[]) => void; end: () => void };

/**
 * Opens the live channel, after the first paint because it is not needed for it. Whatever it misses is asked for: on
 * every connection and whenever a head is ahead of the copy here.
 */
export const openChannel = (client: QueryClient, rights: RightsListener): Listening => {
  let wanted: readonly TeamId[] = [];
  let socket: Channel | null = null;
  let ended = false;

  const listen = (teamId: TeamId): void => {
    socket?.emit('listen', { teamId }, (answer) => {
      if (!answer.ok) return;
      // Only who listens may look, and only who looks may try something out.
      tellLook();
      tellWhatIf();
      const replica = replicaOf(client, teamId);
      if (replica && isBehind(replica, answer.head)) void catchUp(client, teamId);
    });
  };

  const connect = async (): Promise<void> => {
    const { io } = await patiently(async () => {
      try {
        return await import('socket.io-client');
      } catch (error) {
        setConnection({ state: 'lost', since: now() });
        throw error;
      }
    });
    if (ended) return;
    const opened: Channel = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: 5000 });
    socket = opened;
    opened.on('connect', () => {
      setConnection({ state: 'live' });
      // What was told meanwhile has no number by which it could be missed.
      rights.learningChanged();
      rights.dashboardChanged();
      // After who is here: what waits is theirs.
      void home().then(({ sendAgain }) => sendAgain());
      // Who I am, and in which teams, was told by this device.
      if (rememberedOnly()) rights.rightsChanged();
      for (const teamId of wanted) listen(teamId);
    });
    opened.on('presence', takePresence);
    opened.on('whatIf', takeWhatIf);
    opened.on('disconnect', (reason) => {
      forgetPresence();
      forgetWhatIf();
      setConnection({ state: 'lost', since: now() });
      // The server closed it: the session may be over, and socket.io does not try again by itself.
      if (reason === 'io server disconnect' && !ended) rights.rightsChanged();
    });
    opened.on('connect_error', (error) => {
      setConnection({ state: 'lost', since: now() });
      if (error.message === 'signInNeeded') rights.rightsChanged();
    });
    opened.on('change', (delivery) => takeDelivery(client, delivery));
    opened.on('heads', (heads) => {
      for (const teamId of wanted) {
        const replica = replicaOf(client, teamId);
        const head = heads[teamId];
        if (replica && head !== undefined && isBehind(replica, head)) void catchUp(client, teamId);
      }
    });
    opened.on('teamEnded', ({ teamId }) => {
      client.removeQueries({ queryKey: teamKey(teamId) });
      forgetPresence(teamId);
      forgetWhatIf(teamId);
      rights.rightsChanged();
    });
    opened.on('rightsChanged', rights.rightsChanged);
    opened.on('organisationChanged', rights.organisationChanged);
    opened.on('released', rights.released);
    opened.on('learningChanged', rights.learningChanged);
    opened.on('dashboardChanged', rights.dashboardChanged);
    opened.on('sessionEnded', rights.sessionEnded);
  };
  void connect();

  // The device knows at once what the socket finds out after half a minute of silence.
  const offline = (): void => setConnection({ state: 'lost', since: now() });
  const online = (): void => void socket?.disconnect().connect();
  addEventListener('offline', offline);
  addEventListener('online', online);
  const shown = (): void => {
    tellLook();
    tellWhatIf();
  };
  document.addEventListener('visibilitychange', shown);
  tellLooksBy((look) => void (socket?.connected && socket.emit('look', look)));
  tellWhatIfsBy((tried) => void (socket?.connected && socket.emit('whatIf', tried)));

  return {
    listenTo: (teamIds) => {
      const before = wanted;
      wanted = teamIds;
      for (const teamId of before) if (!teamIds.includes(teamId)) socket?.emit('leave', { teamId });
      if (socket?.connected) for (const teamId of teamIds) if (!before.includes(teamId)) listen(teamId);
    },
    end: () => {
      ended = true;
      removeEventListener('offline', offline);
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', shown);
      tellLooksBy(null);
      tellWhatIfsBy(null);
      forgetPresence();
      forgetWhatIf();
      socket?.disconnect();
    },
  };
};
