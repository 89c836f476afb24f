import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { ClientMessages, ServerMessages } from './live.ts';

/** What the server remembers of a socket: by which cookies it came, and whose it is. */
type SocketData = {
  cookies: string;
  tokenHash: string;
  organisationId: OrganisationId;
  personId: PersonId;
  /** Whether they led a domain or the organisation when they came. */
  leads: boolean;
};
export type LiveServer = Server<ClientMessages, ServerMessages, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientMessages, ServerMessages, DefaultEventsMap, SocketData>;

/** What a room is called, by whom it is for. */
export const rooms = {
  team: (teamId: TeamId): string => `team:${teamId}`,
  person: (personId: PersonId): string => `person:${personId}`,
  organisation: (organisationId: OrganisationId): string => `organisation:${organisationId}`,
  managers: (organisationId: OrganisationId): string => `managers:${organisationId}`,
  session: (tokenHash: string): string => `session:${tokenHash}`,
};
/** The team of a room; null for rooms of others. */
export const teamOf = (room: string): TeamId | null =>
  // Rooms are named by `rooms` alone, so what follows the colon is a team's id.
  room.startsWith('team:') ? (room.slice('team:'.length) as TeamId) : null;
