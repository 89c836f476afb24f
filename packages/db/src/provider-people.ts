import type { AuditAction } from '@roer/domain/audit/kinds';
import type { LocalDate } from '@roer/domain/dates';
import type { MembershipId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { dateColumn } from './organisation-structure.ts';
import type { Transaction } from './organisation-transaction.ts';

/** What signing in by the identity provider has to know of somebody. */
export type ProviderPerson = {
  id: PersonId;
  name: string;
  email: string;
  /** An administrator ended the account and did not invite them since. */
  ended: boolean;
  /** Nobody else can have had the account (rule P16). */
  proven: boolean;
};

/** Somebody by their id or their address; null for nobody. */
export const readProviderPerson = async (
  transaction: Transaction,
  by: { id: PersonId } | { email: string },
): Promise<ProviderPerson | null> => {
  const row = await transaction.person.findFirst({
    where: { ...by, erasedAt: null },
    select: { id: true, name: true, email: true, accountEndedOn: true, mailboxProvenOn: true },
  });
  return (
    row && {
      // Ids of the database are of the table they were read from.
      id: row.id as PersonId,
      name: row.name,
      email: row.email,
      ended: row.accountEndedOn !== null,
      proven: row.mailboxProvenOn !== null,
    }
  );
};

/** The address of somebody whose account nobody ended, and ends before this transaction does; null for anybody else. */
export const holdAccount = async (transaction: Transaction, id: PersonId): Promise<{ email: string } | null> => {
  const rows = await transaction.$queryRaw<{ email: string }[]>`
    SELECT "email" FROM "Person" WHERE "id" = ${id}::uuid AND "erasedAt" IS NULL AND "accountEndedOn" IS NULL FOR SHARE`;
  return rows[0] ?? null;
};

/** The memberships of somebody that have not ended. */
export const readMembershipsOf = async (
  transaction: Transaction,
  personId: PersonId,
): Promise<{ id: MembershipId; teamId: TeamId; home: boolean }[]> => {
  const rows = await transaction.membership.findMany({
    where: { personId, until: null },
    orderBy: { id: 'asc' },
    select: { id: true, teamId: true, home: true },
  });
  // As above.
  return rows.map((row) => ({ ...row, id: row.id as MembershipId, teamId: row.teamId as TeamId }));
};

/** Which memberships and appointments of somebody groups gave: by their id, with the right that gave them. */
export const readGroupGrants = async (transaction: Transaction, personId: PersonId): Promise<Map<string, string>> => {
  const rows = await transaction.groupGrant.findMany({ where: { personId }, select: { id: true, right: true } });
  return new Map(rows.map(({ id, right }) => [id, right]));
};

/** Writes down what groups gave, and forgets what they no longer give. */
export const saveGroupGrants = async (
  transaction: Transaction,
  {
    organisationId,
    personId,
    given,
    over,
  }: {
    organisationId: OrganisationId;
    personId: PersonId;
    given: readonly { id: string; right: string }[];
    over: readonly string[];
  },
): Promise<void> => {
  await transaction.groupGrant.deleteMany({ where: { personId, id: { in: [...over] } } });
  await transaction.groupGrant.createMany({ data: given.map((grant) => ({ organisationId, personId, ...grant })) });
};

/** What groups gave somebody is no longer theirs to follow. */
export const removeGroupGrants = async (transaction: Transaction, personId: PersonId): Promise<void> => {
  await transaction.groupGrant.deleteMany({ where: { personId } });
};

/** From `on` nobody but its owner has a key to the account; an earlier day stays. */
export const saveProven = async (transaction: Transaction, id: PersonId, on: LocalDate): Promise<void> => {
  await transaction.person.updateMany({
    where: { id, mailboxProvenOn: null },
    data: { mailboxProvenOn: dateColumn(on) },
  });
};

/** The day on which an administrator ended the account; null lets the identity provider sign them in again. */
export const saveAccountEnded = async (transaction: Transaction, id: PersonId, on: LocalDate | null): Promise<void> => {
  await transaction.person.updateMany({ where: { id }, data: { accountEndedOn: on && dateColumn(on) } });
};

/** One more audit entry of a command that did several things. */
export const insertAuditEntry = async (
  transaction: Transaction,
  entry: {
    organisationId: OrganisationId;
    id: string;
    actorId: PersonId;
    action: AuditAction;
    subjectId: string;
    detail: Record<string, string>;
    at: number;
  },
): Promise<void> => {
  await transaction.auditEntry.create({ data: { ...entry, at: new Date(entry.at) } });
};
