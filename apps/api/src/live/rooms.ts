import type { Server as HttpServer } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from '@roer/db/pool';
import { Server } from 'socket.io';
import { z } from 'zod';
import { readHead, readInOrganisation } from '@roer/db/team-transaction';
import { isManager, mayInTeam } from '@roer/domain/access/may';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { id } from '@roer/domain/responsibilities/schema';
import { traceable } from '../platform/errors.ts';
import { hashToken, resolveSession, tokenFromCookies } from '../platform/session.ts';
import type { ListenAnswer, Live } from './live.ts';
import { openLooking } from './looking.ts';
import { rooms, teamOf } from './room-names.ts';
import type { LiveServer, LiveSocket } from './room-names.ts';

/** How many teams one socket may ask for before the first is answered: no page comes near, and a flood would hold up everybody. */
const mostAskedAtOnce = 20;

const listenMessage = z.object({ teamId: id<'team'>() });

export type RoomsOptions = {
  httpServer: HttpServer;
  pool: Pool;
  now: () => number;
  logger: FastifyBaseLogger;
  /** Whether a browser page of this origin may connect to this host. */
  originAllowed: (origin: string | undefined, host: string | undefined) => boolean;
  /** Milliseconds between two tellings of the heads. */
  headsEvery?: number;
};

/** Opens the live channel beside the http server. A socket is somebody's from its first byte: strangers are refused. */
export const openRooms = (options: RoomsOptions): { live: Live; close: () => Promise<void> } => {
  const { pool, now, logger } = options;
  const server: LiveServer = new Server(options.httpServer, {
    serveClient: false,
    maxHttpBufferSize: 16_384,
    // Who lost their connection is no longer there within seconds, and knows it themselves.
    pingInterval: 5000,
    pingTimeout: 10_000,
    // A page of another site must not open somebody's channel with their cookie.
    allowRequest: (request, callback) =>
      callback(null, options.originAllowed(request.headers.origin, request.headers.host)),
  });
  const looking = openLooking(server);
  server.use((socket, next) => {
    const cookies = socket.request.headers.cookie ?? '';
    void resolveSession(pool, cookies, now()).then(
      (session) => {
        if (!session) return next(new Error('signInNeeded'));
        socket.data = {
          cookies,
          tokenHash: hashToken(tokenFromCookies(cookies) ?? ''),
          organisationId: session.actor.organisationId,
          personId: session.actor.personId,
          leads: isManager(session.actor),
        };
        return next();
      },
      (error: unknown) => {
        logger.error({ live: 'connect', error: traceable(error) });
        next(new Error('unexpected'));
      },
    );
  });
  server.on('connection', (socket) => {
    void socket.join([
      rooms.person(socket.data.personId),
      rooms.organisation(socket.data.organisationId),
      rooms.session(socket.data.tokenHash),
    ]);
    if (socket.data.leads) void socket.join(rooms.managers(socket.data.organisationId));
    let asked = 0;
    socket.on('listen', (message, answer) => {
      const parsed = listenMessage.safeParse(message);
      if (!parsed.success || typeof answer !== 'function') return;
      if (asked >= mostAskedAtOnce) return answer({ ok: false });
      asked += 1;
      void listen(socket, parsed.data.teamId)
        .finally(() => (asked -= 1))
        .then(answer, (error: unknown) => {
          logger.error({ live: 'listen', error: traceable(error) });
          answer({ ok: false });
        });
    });
    socket.on('leave', (message) => {
      const parsed = listenMessage.safeParse(message);
      if (parsed.success) void socket.leave(rooms.team(parsed.data.teamId));
    });
    looking.hear(socket);
  });

  const mayListen = async (socket: LiveSocket, teamId: TeamId): Promise<boolean> => {
    const session = await resolveSession(pool, socket.data.cookies, now());
    return session !== null && mayInTeam(session.actor, 'team.read', teamId);
  };

  /** Joins, then checks once more: a right that ended between the check and the join must not stay. */
  const listen = async (socket: LiveSocket, teamId: TeamId): Promise<ListenAnswer> => {
    if (!(await mayListen(socket, teamId))) return { ok: false };
    await socket.join(rooms.team(teamId));
    const head = await readInOrganisation(pool, socket.data, (client) => readHead(client, teamId));
    if (head !== null && (await mayListen(socket, teamId))) {
      looking.tellNow(socket, teamId);
      return { ok: true, head };
    }
    await socket.leave(rooms.team(teamId));
    return { ok: false };
  };

  /** Sends a socket away from what it may no longer hear, and to who leads when it does; ends it when its session is over. */
  const recheck = async (socket: LiveSocket): Promise<void> => {
    const session = await resolveSession(pool, socket.data.cookies, now());
    if (!session) {
      socket.emit('sessionEnded');
      socket.disconnect(true);
      return;
    }
    const managers = rooms.managers(session.actor.organisationId);
    if (isManager(session.actor)) await socket.join(managers);
    else await socket.leave(managers);
    for (const room of socket.rooms) {
      const teamId = teamOf(room);
      if (teamId === null || mayInTeam(session.actor, 'team.read', teamId)) continue;
      await socket.leave(room);
      socket.emit('teamEnded', { teamId });
    }
  };

  const socketsIn = (room: string): LiveSocket[] =>
    [...(server.sockets.adapter.rooms.get(room) ?? [])].flatMap(
      (socketId) => server.sockets.sockets.get(socketId) ?? [],
    );

  const live: Live = {
    deliver: (delivery) => {
      // Organisation feeds have no content to send: they are nudged.
      server.to(rooms.team(delivery.feed as TeamId)).emit('change', delivery);
    },
    nudgeOrganisation: (organisationId) => {
      server.to(rooms.organisation(organisationId)).emit('organisationChanged');
    },
    released: (organisationId) => {
      server.to(rooms.organisation(organisationId)).emit('released');
    },
    nudgeManagers: (organisationId) => {
      server.to(rooms.managers(organisationId)).emit('dashboardChanged');
    },
    nudgePeople: (personIds) => {
      for (const personId of new Set(personIds)) server.to(rooms.person(personId)).emit('learningChanged');
    },
    rightsChanged: async (personId) => {
      await Promise.all(socketsIn(rooms.person(personId)).map(recheck));
      server.to(rooms.person(personId)).emit('rightsChanged');
    },
    leaveTeam: (personId, teamId) => {
      server.in(rooms.person(personId)).socketsLeave(rooms.team(teamId));
      server.to(rooms.person(personId)).emit('teamEnded', { teamId });
    },
    endSession: (which) => {
      const room = 'tokenHash' in which ? rooms.session(which.tokenHash) : rooms.person(which.personId);
      server.to(room).emit('sessionEnded');
      server.in(room).disconnectSockets(true);
    },
  };

  /** Tells every listener the heads of its teams, read once per organisation. */
  const tellHeads = async (): Promise<void> => {
    const teamsOf = new Map<OrganisationId, { personId: PersonId; teams: Set<TeamId> }>();
    for (const socket of server.sockets.sockets.values()) {
      const { organisationId, personId } = socket.data;
      const served = teamsOf.get(organisationId) ?? { personId, teams: new Set<TeamId>() };
      teamsOf.set(organisationId, served);
      for (const room of socket.rooms) {
        const teamId = teamOf(room);
        if (teamId !== null) served.teams.add(teamId);
      }
    }
    for (const [organisationId, { personId, teams }] of teamsOf) {
      if (teams.size === 0) continue;
      const heads = await readInOrganisation(pool, { organisationId, personId }, (client) =>
        client.query<{ ownerId: TeamId; seq: number }>({
          name: 'feed-heads',
          text: 'SELECT "ownerId", "seq"::int AS "seq" FROM "Feed" WHERE "ownerId" = ANY ($1::uuid[])',
          values: [[...teams]],
        }),
      );
      for (const { ownerId, seq } of heads.rows) server.to(rooms.team(ownerId)).emit('heads', { [ownerId]: seq });
    }
  };

  // Rights and sessions that another process or the calendar ended are noticed by asking again, a few sockets at a time.
  let round: LiveSocket[] = [];
  const recheckSome = async (): Promise<void> => {
    if (round.length === 0) round = [...server.sockets.sockets.values()];
    await Promise.all(round.splice(0, 100).map(recheck));
  };

  let telling = false;
  const timer = setInterval(() => {
    if (telling) return;
    telling = true;
    void Promise.all([tellHeads(), recheckSome()])
      .catch((error: unknown) => logger.error({ live: 'heads', error: traceable(error) }))
      .finally(() => (telling = false));
  }, options.headsEvery ?? 3000);

  return {
    live,
    close: async () => {
      clearInterval(timer);
      looking.close();
      await server.close();
    },
  };
};
