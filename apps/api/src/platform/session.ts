import { createHash } from 'node:crypto';
import type { Pool } from '@roer/db/pool';
import type { Actor } from '@roer/domain/access/may';
import { dateAt } from '@roer/domain/dates';
import type { Id, OrganisationId, PersonId } from '@roer/domain/ids';

export type Session = {
  id: Id<'session'>;
  actor: Actor;
  organisation: { id: OrganisationId; name: string; demo: boolean };
};

/** What a token is known by outside the sessions table: its SHA-256, in hexadecimal. */
export const hashToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

export const sessionCookie = 'roer.session_token';

/**
 * The session token in a Cookie header, without its signature: the token itself is 256 bits that cannot be guessed.
 * The secure cookie comes first, because a site beside ours can plant one of the plain name.
 */
export const tokenFromCookies = (header: string | undefined): string | null => {
  const cookies = (header ?? '').split(';').map((part) => part.trim());
  for (const name of [`__Secure-${sessionCookie}=`, `${sessionCookie}=`]) {
    const cookie = cookies.find((each) => each.startsWith(name));
    if (cookie === undefined) continue;
    const signed = decodeComponent(cookie.slice(name.length));
    const token = signed.slice(0, signed.lastIndexOf('.'));
    return token === '' ? null : token;
  }
  return null;
};

const decodeComponent = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
};

type SessionRecord = {
  sessionId: Id<'session'>;
  organisationId: OrganisationId;
  organisationName: string;
  demo: boolean;
  personId: PersonId;
  personName: string;
  memberships: Actor['memberships'];
  appointments: Actor['appointments'];
};

/**
 * Who is behind a Cookie header at `now`, with the rights that hold that day; null for nobody. One prepared query,
 * because every request and every reconnecting socket asks it.
 */
export const resolveSession = async (pool: Pool, cookies: string | undefined, now: number): Promise<Session | null> => {
  const token = tokenFromCookies(cookies);
  if (token === null) return null;
  const result = await pool.query<SessionRecord>({
    name: 'session-actor',
    text: 'SELECT * FROM session_actor($1, $2, $3)',
    values: [hashToken(token), new Date(now), dateAt(now)],
  });
  const [row] = result.rows;
  if (!row) return null;
  return {
    id: row.sessionId,
    organisation: { id: row.organisationId, name: row.organisationName, demo: row.demo },
    actor: {
      organisationId: row.organisationId,
      personId: row.personId,
      name: row.personName,
      memberships: row.memberships,
      appointments: row.appointments,
    },
  };
};
