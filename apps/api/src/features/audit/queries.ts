import * as store from '@roer/db/audit-log';
import { readRetentionRuns } from '@roer/db/pruning';
import { readFailures, readSignIns } from '@roer/db/sign-ins';
import type { Pool } from '@roer/db/pool';
import { organisationKinds, ownAccountKinds, teamKinds } from '@roer/domain/audit/kinds';
import type { OrganisationGroup, TeamGroup } from '@roer/domain/audit/kinds';
import { auditPageSize } from '@roer/domain/audit/log';
import type { AuditCursor, AuditLine, AuditPage, AuditState } from '@roer/domain/audit/log';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { retention, retentionKinds } from '@roer/domain/identity/retention';
import type { RetentionLine } from '@roer/domain/identity/retention';
import type { PersonId } from '@roer/domain/ids';
import type { Transaction } from '../../platform/transaction.ts';
import type { AllowedTeam } from '../responsibilities/access.ts';
import type { AllowedLog } from './access.ts';

/** What somebody looks for; null for all of it. */
export type Wanted<Group> = {
  group: Group | null;
  personId: PersonId | null;
  day: LocalDate | null;
  before: AuditCursor | null;
};

// One more than is shown tells whether there is a next page.
const asked = auditPageSize + 1;

const pageOf = (found: readonly AuditLine[]): AuditPage => {
  const lines = found.slice(0, auditPageSize);
  const last = lines.at(-1);
  return { lines, next: found.length > auditPageSize && last ? { at: last.at, id: last.id } : null };
};

/** The log of the organisation: what was done to it, or who signed in (rules AU5, AU8). */
export const organisationLog = async (
  { transaction }: AllowedLog,
  { group, ...wanted }: Wanted<OrganisationGroup | 'signIn'>,
): Promise<AuditPage> => {
  const { client } = transaction;
  if (group !== 'signIn') {
    return pageOf(
      await store.readOrganisationLog(client, { ...wanted, actions: organisationKinds(group), limit: asked }),
    );
  }
  const { before } = wanted;
  // The id of such a line is the person's.
  const after = before && { at: before.at, personId: before.id as PersonId };
  const found = await readSignIns(client, { ...wanted, before: after, limit: asked });
  return pageOf(
    found.map(({ personId, name, at }) => ({
      id: personId,
      at,
      actor: name === null ? { kind: 'former' } : { kind: 'person', personId, name },
      action: 'signIn',
      about: null,
      team: null,
      role: null,
    })),
  );
};

/** The log of a team, for its members (rule AU6). */
export const teamLog = async (
  { transaction, subject }: AllowedTeam<'team.read'>,
  { group, ...wanted }: Wanted<TeamGroup>,
): Promise<AuditPage> => {
  const { client, now } = transaction;
  const request = { ...wanted, actions: teamKinds(group), limit: asked };
  return pageOf(await store.readTeamLog(client, { teamId: subject.id, now }, request));
};

/** What was done with one's own account, and when one signed in (rule AU10). Not the names of who did it: an administrator did, or oneself. */
export const ownLog = async ({ client, actor }: Transaction): Promise<AuditLine[]> => {
  const [done, signIns] = await Promise.all([
    store.readOwnLog(client, { personId: actor.personId, actions: ownAccountKinds, limit: auditPageSize }),
    readSignIns(client, { personId: actor.personId, day: null, before: null, limit: auditPageSize }),
  ]);
  const me = { kind: 'person', personId: actor.personId, name: actor.name } as const;
  const lines = signIns.map(({ at }): AuditLine => ({
    id: `signIn ${at}`,
    at,
    actor: me,
    action: 'signIn',
    about: null,
    team: null,
    role: null,
  }));
  return [...done, ...lines].toSorted((one, other) => other.at - one.at).slice(0, auditPageSize);
};

const numberIn = (detail: unknown, key: string): number => {
  const value: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, key) : null;
  return typeof value === 'number' ? value : 0;
};

/** What is known of the chain, and how often signing in did not work (rules AU7, AU8). */
export const auditState = async ({ transaction }: AllowedLog, identityPool: Pool): Promise<AuditState> => {
  const { client, today } = transaction;
  const [verified, failures] = await Promise.all([
    store.readVerified(client),
    readFailures(identityPool, addDays(today, -retention.signIns)),
  ]);
  return {
    verified: verified && { at: verified.at, brokenAt: numberIn(verified.detail, 'broken') || null },
    failures,
  };
};

/** What is kept for a time, and when a job last went through it (rule MD10). */
export const retentionReport = async ({ transaction }: AllowedLog): Promise<RetentionLine[]> => {
  const runs = await readRetentionRuns(transaction.client);
  return retentionKinds.map((kind) => {
    const run = runs.find((each) => each.kind === kind);
    return { kind, days: retention[kind], at: run?.at ?? null, removed: run?.removed ?? null };
  });
};
