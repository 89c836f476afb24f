import { z } from 'zod';
import type { TeamId } from '@roer/domain/ids';
import { id } from '@roer/domain/responsibilities/schema';
import { openPresence } from './presence.ts';
import { rooms, teamOf } from './room-names.ts';
import type { LiveServer, LiveSocket } from './room-names.ts';
import { openWhatIfs, whatIfMessage } from './what-if.ts';

/** Milliseconds between two tellings of who is looking at a team, and of what they try out there. */
const tellEvery = 300;

const lookMessage = z.object({ teamId: id<'team'>(), responsibilityId: id<'responsibility'>().nullable() }).nullable();

/** What lasts only as long as somebody looks: where they look, and what they try out there. */
export type Looking = {
  /** Takes what a new socket tells. */
  hear: (socket: LiveSocket) => void;
  /** Tells who begins to listen to a team what there is at this moment. */
  tellNow: (socket: LiveSocket, teamId: TeamId) => void;
  close: () => void;
};

export const openLooking = (server: LiveServer): Looking => {
  const presence = openPresence({
    tell: (teamId, people) => void server.to(rooms.team(teamId)).emit('presence', { teamId, people }),
    tellEvery,
  });
  const whatIfs = openWhatIfs({
    tell: (teamId, tries) => void server.to(rooms.team(teamId)).emit('whatIf', { teamId, tries }),
    tellEvery,
  });
  // However somebody leaves a room (themselves, their right or their connection ended), they no longer look or try.
  server.of('/').adapter.on('leave-room', (room: string, socketId: string) => {
    const teamId = teamOf(room);
    if (teamId === null) return;
    presence.away(socketId, teamId);
    whatIfs.away(socketId, teamId);
  });

  return {
    hear: (socket) => {
      // Only who listens may look: that was allowed, and is looked at again as long as it lasts.
      const mayLook = (teamId: TeamId): boolean => socket.rooms.has(rooms.team(teamId));
      socket.on('look', (message) => {
        const parsed = lookMessage.safeParse(message);
        if (!parsed.success) return;
        const look = parsed.data;
        presence.look(socket.id, look && mayLook(look.teamId) ? { ...look, personId: socket.data.personId } : null);
        whatIfs.looksAt(socket.id, look?.teamId ?? null);
      });
      socket.on('whatIf', (message) => {
        const parsed = whatIfMessage.safeParse(message);
        if (!parsed.success) return;
        if (parsed.data === null || !mayLook(parsed.data.teamId)) return whatIfs.tries(socket.id, null);
        const { teamId, ...whatIf } = parsed.data;
        return whatIfs.tries(socket.id, { teamId, personId: socket.data.personId, whatIf });
      });
    },
    tellNow: (socket, teamId) => {
      const people = presence.at(teamId);
      if (people.length > 0) socket.emit('presence', { teamId, people });
      const tries = whatIfs.at(teamId);
      if (tries.length > 0) socket.emit('whatIf', { teamId, tries });
    },
    close: () => {
      presence.close();
      whatIfs.close();
    },
  };
};
