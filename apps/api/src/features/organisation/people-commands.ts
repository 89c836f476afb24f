import { removeUnattended } from '@roer/db/calendar-feed';
import { readTeamsThatAsked } from '@roer/db/obstacles';
import * as appointments from '@roer/db/organisation-appointments';
import type { TeamPart } from '@roer/db/organisation-command';
import * as store from '@roer/db/organisation-people';
import { readDomain } from '@roer/db/organisation-structure';
import { removeGroupGrants, saveAccountEnded } from '@roer/db/provider-people';
import { statementsIn } from '@roer/db/statements';
import { readTeamFacts } from '@roer/db/team-facts';
import { DomainError } from '@roer/domain/errors';
import type { AppointmentId, DomainId, MembershipId, PersonId, TeamId } from '@roer/domain/ids';
import { decideRenameInObstacles } from '@roer/domain/insights/obstacle-answer';
import { decideAppoint, decideEndAppointments } from '@roer/domain/organisation/appointment';
import type { AppointmentFacts, AppointmentRow } from '@roer/domain/organisation/appointment';
import {
  decideEndMembership,
  decideRenameMember,
  decideStartMembership,
  membershipsOf,
} from '@roer/domain/organisation/membership';
import type { MembershipTerms } from '@roer/domain/organisation/membership';
import type { TeamFacts } from '@roer/domain/responsibilities/facts';
import type { Accounts } from '../../platform/accounts.ts';
import type { AllowedOrganisation } from './access.ts';
import { did, nothingToDo } from './commands.ts';
import type { Done } from './commands.ts';

type People = AllowedOrganisation<'people.write'>;
/** Somebody's name is for administrators, and for the person (rule MD11). */
type Names = AllowedOrganisation<'people.write' | 'ownName.write'>;

export const openPerson = async ({ transaction }: Names, id: PersonId): Promise<store.PersonName> => {
  const person = await store.readPerson(transaction.database, id);
  if (!person) throw new DomainError('notFound', { field: 'personId' });
  return person;
};

/** The teams whose feeds a command on this person touches. */
export const teamsOfPerson = ({ transaction }: Names, { personId }: { personId: PersonId }): Promise<TeamId[]> =>
  store.readTeamsOf(transaction.database, personId);

const factsOf = ({ transaction }: Names, teamId: TeamId, whole: boolean): Promise<TeamFacts> =>
  readTeamFacts(statementsIn(transaction.database), {
    teamId,
    today: transaction.today,
    about: whole ? null : [],
  });

/** Somebody new, at once in a team if that is asked (rule O4). Throws `emailTaken`, `notFound` for the team. */
export const createPerson = async (
  opened: People,
  input: {
    id: PersonId;
    name: string;
    email: string;
    membership: (MembershipTerms & { id: MembershipId; teamId: TeamId }) | null;
  },
): Promise<Done> => {
  const { database, actor, today } = opened.transaction;
  const { id, name, email, membership } = input;
  if (await store.isEmailTaken(database, email)) throw new DomainError('emailTaken', { field: 'email' });
  await store.insertPerson(database, { organisationId: actor.organisationId, id, name, email });
  const done = did('person.create', id);
  if (!membership || !done.done) return done;
  const { id: membershipId, teamId, ...terms } = membership;
  const facts = await factsOf(opened, teamId, false);
  if (!facts.team[teamId]) throw new DomainError('notFound', { field: 'teamId' });
  const person = { id, name, homeElsewhere: false };
  const changes = decideStartMembership(facts, { ...terms, membershipId, person }, { today });
  return { ...done, done: { ...done.done, teams: [{ teamId, action: 'membership.start', changes }] } };
};

/** Those, and the teams that asked them something: their name is in those feeds too. */
export const teamsThatName = async (opened: Names, input: { personId: PersonId }): Promise<TeamId[]> => {
  const own = await teamsOfPerson(opened, input);
  const asked = await readTeamsThatAsked(statementsIn(opened.transaction.database), input.personId);
  return [...new Set([...own, ...asked])];
};

/** The new name is in every team of the person, and in what teams asked them, at once (rules O7, W6.8). */
export const renamePerson = async (
  opened: Names,
  { personId, name }: { personId: PersonId; name: string },
): Promise<Done> => {
  const person = await openPerson(opened, personId);
  if (person.name === name) return nothingToDo;
  await store.savePersonName(opened.transaction.database, personId, name);
  const teams: TeamPart[] = [];
  for (const teamId of await teamsThatName(opened, { personId })) {
    // The rows are read after the name was saved, so the name that was is put back before deciding.
    const facts = await factsOf(opened, teamId, false);
    const member = Object.fromEntries(
      membershipsOf(facts, personId).map((row) => [row.id, { ...row, name: person.name }]),
    );
    teams.push({
      teamId,
      action: 'person.rename',
      changes: [
        ...decideRenameMember({ ...facts, member }, { personId, name }),
        ...decideRenameInObstacles(facts, { personId, was: person.name, name }),
      ],
    });
  }
  const action = opened.transaction.actor.personId === personId ? 'person.renameOneself' : 'person.rename';
  return { ...nothingToDo, done: { action, subjectId: personId, teams } };
};

/** Another address to sign in with and to be written to (rule O6). Throws `emailTaken`. */
export const changeEmail = async (
  opened: People,
  { personId, email }: { personId: PersonId; email: string },
  accounts: Accounts,
): Promise<Done> => {
  const { database, actor } = opened.transaction;
  const person = await openPerson(opened, personId);
  if (person.email === email) return nothingToDo;
  if (await store.isEmailTaken(database, email)) throw new DomainError('emailTaken', { field: 'email' });
  await store.savePersonEmail(database, personId, email);
  // Last, because it is another role's transaction: when it refuses, ours is not committed.
  await accounts.changeEmail({ organisationId: actor.organisationId, personId }, email);
  return did('person.changeEmail', personId);
};

/**
 * Somebody no longer signs in (rule O15): memberships and appointments end today, open links and sessions at once.
 * What they did stays. Throws `lastAdministrator`, unless `evenLast`.
 */
export const endAccount = async (
  opened: People,
  { personId, evenLast = false }: { personId: PersonId; evenLast?: boolean },
  accounts: Accounts,
): Promise<Done> => {
  const { database, actor, today } = opened.transaction;
  await openPerson(opened, personId);
  // Until the end of this transaction nobody can make this person a member of another team.
  await store.lockPerson(database, personId);
  const ending = (row: AppointmentRow): boolean => row.personId === personId;
  const facts = await appointmentFacts(opened, accounts);
  await appointments.saveEndedAppointments(database, decideEndAppointments(facts, ending, { today, evenLast }));
  const teams: TeamPart[] = [];
  for (const teamId of await teamsOfPerson(opened, { personId })) {
    const team = await factsOf(opened, teamId, true);
    const changes = membershipsOf(team, personId).flatMap(({ id }) =>
      decideEndMembership(team, { membershipId: id }, { today }),
    );
    teams.push({ teamId, action: 'membership.end', changes });
  }
  await store.removeOpenLinks(database, personId);
  await store.forgetMailbox(database, personId);
  await saveAccountEnded(database, personId, today);
  await removeGroupGrants(database, personId);
  await removeUnattended(database, { personId, by: actor.personId });
  await accounts.remove({ organisationId: actor.organisationId, personId });
  return { ...nothingToDo, done: { action: 'person.endAccount', subjectId: personId, teams } };
};

/** Whether an organisation would keep nobody to invite others when this person went (rule O13). */
export const isLastAdministrator = async (
  opened: People,
  { personId }: { personId: PersonId },
  accounts: Accounts,
): Promise<boolean> => {
  const facts = await appointmentFacts(opened, accounts);
  try {
    decideEndAppointments(facts, (row) => row.personId === personId, opened.transaction);
    return false;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'lastAdministrator') return true;
    throw error;
  }
};

const appointmentFacts = async ({ transaction }: People, accounts: Accounts): Promise<AppointmentFacts> => {
  const { database, actor } = transaction;
  const rows = await appointments.readAppointments(database);
  const demo = await appointments.isDemo(database, actor.organisationId);
  const canSignIn = demo ? new Set(rows.map((row) => row.personId)) : await accounts.canSignIn(actor.organisationId);
  return { appointments: rows, canSignIn };
};

/** Throws `notFound` when the person or the domain is not there. */
export const appoint = async (
  opened: People,
  input: { id: AppointmentId; personId: PersonId; kind: AppointmentRow['kind']; domainId: DomainId | null },
  accounts: Accounts,
): Promise<Done> => {
  const { database, actor } = opened.transaction;
  await openPerson(opened, input.personId);
  if (input.domainId && !(await readDomain(database, input.domainId)))
    throw new DomainError('notFound', { field: 'domainId' });
  const row = decideAppoint(await appointmentFacts(opened, accounts), input, opened.transaction);
  if (!row) return nothingToDo;
  await appointments.insertAppointment(database, actor.organisationId, row);
  return did('appointment.start', row.personId, { appointmentId: row.id });
};

/** Ends one appointment today (rule O13). Throws `lastAdministrator`, `notFound` when it ended already. */
export const endAppointment = async (
  opened: People,
  { appointmentId }: { appointmentId: AppointmentId },
  { accounts, released }: { accounts: Accounts; released: (personId: PersonId) => void },
): Promise<Done> => {
  const facts = await appointmentFacts(opened, accounts);
  const [row] = decideEndAppointments(facts, ({ id }) => id === appointmentId, opened.transaction);
  if (!row) throw new DomainError('notFound');
  await appointments.saveEndedAppointments(opened.transaction.database, [row]);
  released(row.personId);
  return did('appointment.end', row.personId, { appointmentId });
};

/** A link to come in (`person.invite`) is for somebody who cannot sign in, one to come back (`person.reset`) for who has a password. */
export const allowLink = async (
  opened: People,
  { personId, action }: { personId: PersonId; action: 'person.invite' | 'person.reset' },
  accounts: Accounts,
): Promise<Done> => {
  await openPerson(opened, personId);
  const { database, actor } = opened.transaction;
  const fits =
    action === 'person.reset'
      ? (await accounts.withPassword(actor.organisationId)).has(personId)
      : !(await accounts.canSignIn(actor.organisationId)).has(personId);
  if (!fits) throw new DomainError('changedMeanwhile');
  // From now on the identity provider may let them in again, too.
  if (action === 'person.invite') await saveAccountEnded(database, personId, null);
  return did(action, personId);
};
