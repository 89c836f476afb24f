import type { PersonId } from '../ids.ts';
import type { AppointmentRow } from '../organisation/appointment.ts';
import type { AuditAction } from './kinds.ts';

/** Who did something: a person by name, somebody who was erased, whoever runs the server, or the identity provider. */
export type AuditActor =
  | { kind: 'person'; personId: PersonId; name: string }
  | { kind: 'former' }
  | { kind: 'operator' }
  | { kind: 'provider' };

/**
 * One line of a log; `at` in epoch milliseconds. `about` is the name that what it is about has today, `team` that of the team it was in,
 * where the log is not of that team alone, `role` the one that was given or ended: of which domain, null for the whole organisation.
 */
export type AuditLine = {
  id: string;
  at: number;
  actor: AuditActor;
  action: AuditAction | 'signIn';
  about: string | null;
  team: string | null;
  role: { kind: AppointmentRow['kind']; domain: string | null } | null;
};

/** Where the next page begins: after this line. */
export type AuditCursor = { at: number; id: string };

export type AuditPage = { lines: AuditLine[]; next: AuditCursor | null };

/** Lines of one page. */
export const auditPageSize = 50;

/**
 * When the operator last walked the chain; `brokenAt`: the first number that was not right. Not how many entries there are: before and
 * after somebody left a team that would tell how much they carried.
 */
export type AuditState = {
  verified: { at: number; brokenAt: number | null } | null;
  /** Days on which signing in did not work, on the whole server, the latest first. */
  failures: { day: string; count: number }[];
};
