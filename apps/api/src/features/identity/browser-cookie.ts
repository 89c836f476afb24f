import type { FastifyRequest } from 'fastify';

/** The token of a try to sign in that a browser brings back; null for none. */
export const readCookie = ({ headers }: FastifyRequest, name: string): string | null => {
  const cookies = (headers.cookie ?? '').split(';').map((part) => part.trim());
  const value = cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  // As `clock.newToken` makes them; anything else is nobody's try.
  return /^[\w-]{20,200}$/.test(value) ? value : null;
};
