// What cannot be left out: an http post, one committed insert, one broadcast to a room. Nothing is checked or decided.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { Server } from 'socket.io';
import { childInput, childReady } from './child.ts';

const { ownerUrl } = await childInput<{ ownerUrl: string }>();
const pool = new Pool({ connectionString: ownerUrl, max: 20 });
await pool.query('CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, body jsonb NOT NULL)');
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString();
    void pool.query({ name: 'floor', text: 'INSERT INTO bench_floor (body) VALUES ($1)', values: [body] }).then(() => {
      sockets.to('team').emit('change', JSON.parse(body));
      return response.setHeader('content-type', 'application/json').end('{}');
    });
  });
});
const sockets = new Server(server, { serveClient: false });
sockets.on('connection', (socket) => {
  socket.on('listen', async (room: string, answer: () => void) => {
    await socket.join(room);
    answer();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A tcp server has a port.');
  childReady({ url: `http://127.0.0.1:${address.port}` });
});
process.on('SIGTERM', () => process.exit(0));
