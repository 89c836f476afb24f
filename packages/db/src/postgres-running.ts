import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { asRole, overLoopback, overSocket } from './connection-url.ts';

/** Where a private PostgreSQL that runs in `folder` can be reached with this password, as a URL; null when none answers there. */
export const findRunningServer = async (
  folder: string,
  role: { readonly name: string; readonly password: string },
): Promise<string | null> => {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  // Its fourth line is the port, its fifth the folder of the socket, empty where there are no sockets.
  const [, , , port = '', socketFolder = ''] = text.split('\n');
  if (!/^\d+$/.test(port)) return null;
  const place =
    socketFolder === '' ? overLoopback(Number(port)) : overSocket({ folder: socketFolder, port: Number(port) });
  const url = asRole(place, role);
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  const answers = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => undefined);
  return answers ? url : null;
};
