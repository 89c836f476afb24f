import type { LocalDate } from '@roer/domain/dates';
import type { MembershipId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { MembershipPerson } from '@roer/domain/organisation/membership';
import type { Transaction } from './organisation-transaction.ts';
import type { Statements } from './statements.ts';

export type MembershipRecord = {
  id: MembershipId;
  teamId: TeamId;
  teamName: string;
  home: boolean;
  minutesByWeekday: number[];
  from: LocalDate;
};
export type PersonRecord = {
  id: PersonId;
  name: string;
  email: string;
  /** Whether an invitation is open at `now`. */
  invited: boolean;
  /** Whether an administrator ended the account and did not invite them since. */
  accountEnded: boolean;
  memberships: MembershipRecord[];
};

const dateOf = (column: Date): LocalDate => column.toISOString().slice(0, 10);

/** Everybody, by name, with the memberships that have not ended. `now` is in epoch milliseconds. */
export const readPeople = async (transaction: Transaction, now: number): Promise<PersonRecord[]> => {
  const rows = await transaction.person.findMany({
    where: { erasedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      accountEndedOn: true,
      tokens: {
        where: { kind: 'invitation', usedAt: null, expiresAt: { gt: new Date(now) } },
        select: { id: true },
        take: 1,
      },
      memberships: {
        where: { until: null },
        orderBy: { from: 'asc' },
        select: {
          id: true,
          teamId: true,
          home: true,
          from: true,
          team: { select: { name: true } },
          hours: { orderBy: { from: 'desc' }, take: 1, select: { minutesByWeekday: true } },
        },
      },
    },
  });
  return rows.map((row) => ({
    // Ids of the database are of the table they were read from.
    id: row.id as PersonId,
    name: row.name,
    email: row.email,
    invited: row.tokens.length > 0,
    accountEnded: row.accountEndedOn !== null,
    memberships: row.memberships.map((membership) => ({
      id: membership.id as MembershipId,
      teamId: membership.teamId as TeamId,
      teamName: membership.team.name,
      home: membership.home,
      minutesByWeekday: membership.hours[0]?.minutesByWeekday ?? [0, 0, 0, 0, 0, 0, 0],
      from: dateOf(membership.from),
    })),
  }));
};

/** At most `limit` people whose name holds `text`, whatever its case. */
export const readPeopleNamed = async (
  transaction: Transaction,
  { text, limit }: { text: string; limit: number },
): Promise<{ id: PersonId; name: string }[]> => {
  const rows = await transaction.person.findMany({
    where: { erasedAt: null, name: { contains: text, mode: 'insensitive' } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: limit,
  });
  // Ids of the database are of the table they were read from.
  return rows.map((row) => ({ id: row.id as PersonId, name: row.name }));
};

export type PersonName = { id: PersonId; name: string; email: string };

/** Somebody who is there; null for nobody. */
export const readPerson = async (transaction: Transaction, id: PersonId): Promise<PersonName | null> => {
  const row = await transaction.person.findFirst({
    where: { id, erasedAt: null },
    select: { name: true, email: true },
  });
  return row && { id, ...row };
};

/** Whether somebody of the organisation has this address. */
export const isEmailTaken = async (transaction: Transaction, email: string): Promise<boolean> =>
  (await transaction.person.count({ where: { email } })) > 0;

/** Who of the organisation has this address; null for nobody. */
export const readPersonByEmail = async (transaction: Transaction, email: string): Promise<PersonName | null> => {
  const row = await transaction.person.findFirst({
    where: { email, erasedAt: null },
    select: { id: true, name: true, email: true },
  });
  // Ids of the database are of the table they were read from.
  return row && { ...row, id: row.id as PersonId };
};

/** The teams that somebody is in. */
export const readTeamsOf = async (transaction: Transaction, personId: PersonId): Promise<TeamId[]> => {
  const rows = await transaction.membership.findMany({ where: { personId, until: null }, select: { teamId: true } });
  return rows.map(({ teamId }) => teamId as TeamId);
};

export const insertPerson = async (
  transaction: Transaction,
  row: { organisationId: OrganisationId; id: PersonId; name: string; email: string },
): Promise<void> => {
  await transaction.person.create({ data: row });
};

export const savePersonName = async (transaction: Transaction, id: PersonId, name: string): Promise<void> => {
  await transaction.person.updateMany({ where: { id }, data: { name } });
};

/** Another address, which its owner has yet to prove; links that were sent to the old one no longer work. */
export const savePersonEmail = async (transaction: Transaction, id: PersonId, email: string): Promise<void> => {
  await transaction.person.updateMany({ where: { id }, data: { email, mailboxProvenOn: null } });
  await removeOpenLinks(transaction, id);
};

/** Invitations and resets of somebody that were not used yet no longer work. */
export const removeOpenLinks = async (transaction: Transaction, personId: PersonId): Promise<void> => {
  await transaction.personToken.deleteMany({ where: { personId, usedAt: null } });
};

/** Whose account ends has to prove anew that the next one is theirs. */
export const forgetMailbox = async (transaction: Transaction, id: PersonId): Promise<void> => {
  await transaction.person.updateMany({ where: { id }, data: { mailboxProvenOn: null } });
};

/** Keeps memberships of somebody from being made until this transaction ends; see `readPersonForTeam`. */
export const lockPerson = async (transaction: Transaction, id: PersonId): Promise<void> => {
  await transaction.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${id}::uuid FOR UPDATE`;
};

/** Waits for `lockPerson`, and makes it wait; an account may still be made for them meanwhile, by another role. */
export const holdPerson = async (transaction: Transaction, id: PersonId): Promise<void> => {
  await transaction.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
};

/** What a decision about somebody's membership of a team looks at; null for nobody. Waits for `lockPerson`. */
export const readPersonForTeam = async (
  statements: Statements,
  { personId, teamId }: { personId: PersonId; teamId: TeamId },
): Promise<MembershipPerson | null> => {
  const person = await statements.query<{ name: string }>({
    text: 'SELECT "name" FROM "Person" WHERE "id" = $1::uuid AND "erasedAt" IS NULL FOR SHARE',
    values: [personId],
  });
  const [row] = person.rows;
  if (!row) return null;
  const home = await statements.query({
    text: `SELECT 1 FROM "Membership" WHERE "personId" = $1::uuid AND "teamId" <> $2::uuid AND "home" AND "until" IS NULL`,
    values: [personId, teamId],
  });
  return { id: personId, name: row.name, homeElsewhere: home.rows.length > 0 };
};

/** Who is in these teams now, by name; somebody in two of them comes twice. */
export const readMembersOf = async (
  transaction: Transaction,
  teamIds: readonly TeamId[],
): Promise<{ id: PersonId; name: string; teamId: TeamId }[]> => {
  const rows = await transaction.membership.findMany({
    where: { teamId: { in: [...teamIds] }, until: null },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
    select: { personId: true, teamId: true, person: { select: { name: true } } },
  });
  // Ids of the database are of the table they point at.
  return rows.map((row) => ({ id: row.personId as PersonId, name: row.person.name, teamId: row.teamId as TeamId }));
};
