import type { Delivery } from '@roer/domain/feed';
import type { OrganisationId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { WhatIf } from '@roer/domain/workload/tried';
import type { PresentPerson } from './presence.ts';
import type { TriedBy } from './what-if.ts';

/**
 * The ways in which open browsers learn that something changed. All of them come after the commit and promise nothing by
 * themselves: what is lost here heals by the heads that every process tells every three seconds.
 */
export type Live = {
  /** Sends a team's change to everybody who listens to that team. */
  deliver: (delivery: Delivery) => void;
  /** Tells everybody of the organisation that its structure changed, without content: who may, asks again. */
  nudgeOrganisation: (organisationId: OrganisationId) => void;
  /** Tells everybody of the organisation that results of check-ins were published: who may, asks again. */
  released: (organisationId: OrganisationId) => void;
  /** Tells who leads in the organisation that counts of a dashboard changed, without content: they ask again. */
  nudgeManagers: (organisationId: OrganisationId) => void;
  /** Tells these people that something of their learning changed, without content: they ask again what they may see. */
  nudgePeople: (personIds: readonly PersonId[]) => void;
  /** Tells one person that their rights changed: they leave the rooms they lost at once, and ask again who they are. */
  rightsChanged: (personId: PersonId) => Promise<void>;
  /** Somebody's right to a team ended. */
  leaveTeam: (personId: PersonId, teamId: TeamId) => void;
  /** Closes the sockets of sessions that ended: of one token, or all of a person. */
  endSession: (which: { tokenHash: string } | { personId: PersonId }) => void;
};

/** What the server sends. Closed: a new message does not compile until the browser listens to it. */
export type ServerMessages = {
  change: (delivery: Delivery) => void;
  /** The sequence numbers of the teams this socket listens to. */
  heads: (heads: Record<TeamId, number>) => void;
  organisationChanged: () => void;
  /** Results of check-ins were published; the same for everybody, and without content. */
  released: () => void;
  /** Counts of a dashboard changed; without content, and to who leads alone. */
  dashboardChanged: () => void;
  /** Goals, reflections and the like of oneself, or that somebody shares with one. */
  learningChanged: () => void;
  rightsChanged: () => void;
  teamEnded: (message: { teamId: TeamId }) => void;
  /** Who looks at a team's pages at this moment, oneself among them. */
  presence: (message: { teamId: TeamId; people: PresentPerson[] }) => void;
  /** What people try out on the picture of a team at this moment, oneself among them, the latest last. */
  whatIf: (message: { teamId: TeamId; tries: TriedBy[] }) => void;
  sessionEnded: () => void;
};

export type ListenAnswer = { ok: true; head: number } | { ok: false };

/** What a browser may send. */
export type ClientMessages = {
  listen: (message: { teamId: TeamId }, answer: (result: ListenAnswer) => void) => void;
  leave: (message: { teamId: TeamId }) => void;
  /** What this page shows now of a team that it listens to; null for nothing, such as when it is hidden. */
  look: (message: { teamId: TeamId; responsibilityId: ResponsibilityId | null } | null) => void;
  /** What this page tries out on a team that it looks at; null for nothing any more. */
  whatIf: (message: ({ teamId: TeamId } & WhatIf) | null) => void;
};
