import { Agent, request } from 'node:http';

/** Something that left the server, as it was on the wire. */
export type Sent = {
  /** Whom it reached: a key of the town, or an address of e-mail. */
  to: string;
  by: 'answer' | 'frame' | 'mail' | 'log';
  /** The procedure that was asked; empty for what came by itself. */
  about: string;
  /** What was asked of it, as JSON. */
  input: string;
  /** Status and headers of an answer, one a line, in their order and without Date. */
  head: string;
  text: string;
};

export type Wire = {
  /** Asks a procedure over HTTP and records the whole answer. Gives the status and the parsed body. */
  ask: (who: Asker, about: string, question: { input: unknown; type: 'query' | 'mutation' }) => Promise<Answer>;
  /** Opens a socket that records every frame and answers pings, which are not recorded. */
  listen: (who: Asker) => Promise<RawSocket>;
  /** Waits until every socket has told all that it was told before. */
  settled: () => Promise<void>;
  close: () => void;
};
export type Asker = { key: string; cookie: string };
export type Answer = { status: number; body: unknown };
export type RawSocket = {
  /** Sends an event and waits until the server has answered it. */
  ask: (event: string, message: unknown) => Promise<void>;
  close: () => void;
};

/** The doors of a server at `url` for many people, each recorded by `record` in the order in which it arrives. */
export const openWire = (url: string, record: (sent: Sent) => void): Wire => {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const sockets = new Set<RawSocket>();
  return {
    ask: (who, about, { input, type }) =>
      new Promise((resolve, reject) => {
        // Without input there is none in the address either.
        const text = input === undefined ? '' : JSON.stringify(input);
        const path = `/trpc/${about}${type === 'query' && text !== '' ? `?input=${encodeURIComponent(text)}` : ''}`;
        const asking = request(`${url}${path}`, {
          agent,
          method: type === 'query' ? 'GET' : 'POST',
          headers: { origin: url, cookie: who.cookie, 'content-type': 'application/json' },
        });
        asking.on('error', reject);
        asking.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const body = Buffer.concat(chunks).toString('utf8');
            const status = response.statusCode ?? 0;
            record({
              to: who.key,
              by: 'answer',
              about,
              input: text,
              head: headOf(status, response.rawHeaders),
              text: body,
            });
            resolve({ status, body: JSON.parse(body) as unknown });
          });
        });
        asking.end(type === 'mutation' ? text : undefined);
      }),
    listen: async (who) => {
      // Node's own WebSocket takes headers, which a browser's does not; the types are the browser's.
      const options = { headers: { origin: url, cookie: who.cookie } } as unknown as string[];
      const waiting: (() => void)[] = [];
      const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, options);
      const connected = Promise.withResolvers<void>();
      for (const event of ['error', 'close'])
        socket.addEventListener(event, () => connected.reject(new Error('The socket was refused')));
      socket.addEventListener('message', ({ data }) => {
        const frame = String(data);
        if (frame === '2') return socket.send('3');
        record({ to: who.key, by: 'frame', about: '', input: '', head: '', text: frame });
        if (frame.startsWith('0')) socket.send('40');
        if (frame.startsWith('40')) connected.resolve();
        if (frame.startsWith('44')) connected.reject(new Error('The socket was refused'));
        if (frame.startsWith('43')) waiting.shift()?.();
      });
      await connected.promise;
      const open: RawSocket = {
        ask: (event, message) => {
          if (socket.readyState !== WebSocket.OPEN) return Promise.resolve();
          const answered = Promise.withResolvers<void>();
          waiting.push(answered.resolve);
          socket.addEventListener('close', () => answered.resolve());
          socket.send(`421${JSON.stringify([event, message])}`);
          return answered.promise;
        },
        close: () => socket.close(),
      };
      sockets.add(open);
      return open;
    },
    settled: async () => {
      // Answered in the order of the socket, with a team that nobody has.
      for (const socket of sockets) await socket.ask('listen', { teamId: '00000000-0000-7000-8000-000000000000' });
    },
    close: () => {
      for (const socket of sockets) socket.close();
      agent.destroy();
    },
  };
};

const headOf = (status: number, rawHeaders: readonly string[]): string => {
  const lines = [String(status)];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.toLowerCase() !== 'date') lines.push(`${name}: ${rawHeaders[index + 1] ?? ''}`);
  }
  return lines.join('\n');
};
