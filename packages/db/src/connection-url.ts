// A connection is a URL from start to end, so that whatever DATABASE_URL says (sslmode, a socket, options) stays said.

/** The same database, as another role. */
export const asRole = (url: string, role: { readonly name: string; readonly password: string }): string => {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role.name);
  changed.password = encodeURIComponent(role.password);
  return changed.href;
};

/** The same server and role, another database. */
export const toDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
};

/** A connection over a unix socket; the host name only makes it a valid URL, `?host=` is what counts. */
export const overSocket = (socket: { readonly folder: string; readonly port: number }): string =>
  `postgresql://localhost:${socket.port}/postgres?host=${encodeURIComponent(socket.folder)}`;

/** A connection to this machine over TCP. */
export const overLoopback = (port: number): string => `postgresql://127.0.0.1:${port}/postgres`;
