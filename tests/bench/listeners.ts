// Everybody else: sockets that are connected and listen, to the measured team or to others.
import { io } from 'socket.io-client';
import { childInput, childReady } from './child.ts';

export type Listeners = {
  floorUrl: string;
  liveUrl: string;
  /** Whose socket it is, and which team it listens to. */
  listeners: { cookie: string; teamId: string; measured: boolean }[];
};

const connect = (url: string, headers: Record<string, string>, listen: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: headers });
    socket.on('connect', () => socket.emit('listen', listen, () => resolve()));
    socket.on('connect_error', reject);
  });

const { floorUrl, liveUrl, listeners } = await childInput<Listeners>();
for (let start = 0; start < listeners.length; start += 25) {
  await Promise.all(
    listeners
      .slice(start, start + 25)
      .flatMap(({ cookie, teamId, measured }) => [
        connect(floorUrl, {}, measured ? 'team' : `other ${teamId}`),
        connect(liveUrl, { cookie, origin: liveUrl }, { teamId }),
      ]),
  );
}
process.on('SIGTERM', () => process.exit(0));
childReady({ connected: listeners.length });
