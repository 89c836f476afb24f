import type { ServerMessages } from '@roer/api/live/live';
import type { Delivery } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import type { TestSocket } from '../kit/application.ts';

/** Everything that a socket was told since this was called. */
export type Heard = {
  /** The names of all messages, also of those that the browser does not know. */
  all: string[];
  changes: Delivery[];
  heads: Record<TeamId, number>[];
  ended: TeamId[];
  sessionEnded: number;
  rightsChanged: number;
  organisationChanged: number;
  released: number;
  learningChanged: number;
  dashboardChanged: number;
  presence: Parameters<ServerMessages['presence']>[0][];
  whatIf: Parameters<ServerMessages['whatIf']>[0][];
};

export const hear = (socket: TestSocket): Heard => {
  const heard: Heard = {
    all: [],
    changes: [],
    heads: [],
    ended: [],
    sessionEnded: 0,
    rightsChanged: 0,
    organisationChanged: 0,
    released: 0,
    learningChanged: 0,
    dashboardChanged: 0,
    presence: [],
    whatIf: [],
  };
  const listeners: ServerMessages = {
    change: (delivery) => heard.changes.push(delivery),
    heads: (heads) => heard.heads.push(heads),
    teamEnded: ({ teamId }) => heard.ended.push(teamId),
    sessionEnded: () => (heard.sessionEnded += 1),
    rightsChanged: () => (heard.rightsChanged += 1),
    organisationChanged: () => (heard.organisationChanged += 1),
    released: () => (heard.released += 1),
    learningChanged: () => (heard.learningChanged += 1),
    dashboardChanged: () => (heard.dashboardChanged += 1),
    presence: (message) => heard.presence.push(message),
    whatIf: (message) => heard.whatIf.push(message),
  };
  socket.onAny((event: string) => heard.all.push(event));
  socket.on('change', listeners.change);
  socket.on('heads', listeners.heads);
  socket.on('teamEnded', listeners.teamEnded);
  socket.on('sessionEnded', listeners.sessionEnded);
  socket.on('rightsChanged', listeners.rightsChanged);
  socket.on('organisationChanged', listeners.organisationChanged);
  socket.on('released', listeners.released);
  socket.on('learningChanged', listeners.learningChanged);
  socket.on('dashboardChanged', listeners.dashboardChanged);
  socket.on('presence', listeners.presence);
  socket.on('whatIf', listeners.whatIf);
  return heard;
};
